// What the commands about routines read: a catalogue and a request.
#pragma once

#include <optional>
#include <string>

#include "cli/commands.h"
#include "core/request.h"

namespace unclench::cli {

// Reads a file, or standard input for "-". False when that is not possible.
bool read_text(const std::string& name, std::string& text);

// From a published catalogue if one is named, else from the files of the content. Nothing when it
// has errors, which were printed.
std::optional<core::Catalogue> read_catalogue(const std::string& content,
                                              const std::string& catalogue);

struct Planning {
  core::Catalogue catalogue;
  core::Request request;
};

// Both, as the options say; nothing when there were problems, which were printed. Then `code` is
// what the program ends with.
std::optional<Planning> read_planning(const PlanOptions& options, int& code);

}  // namespace unclench::cli
