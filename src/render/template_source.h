// Templates as they are written: cut into texts and tags, with their places.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"

namespace unclench::render {

struct TemplatePiece {
  enum class Kind { text, variable, raw, section, inverted, end, partial };
  Kind kind = Kind::text;
  std::string text;  // the text, without spare space, or the name
  Span span;         // of the tag
};

// Cuts the source. Tags that are not closed or do not fit together are reported; then nothing is
// returned. Comments are gone.
std::vector<TemplatePiece> cut_template(const SourceFile& file, Diagnostics& diagnostics);

// The same for a value of a YAML file, which stands at the place.
std::vector<TemplatePiece> cut_template(const SourceFile& file, std::string_view text, Span place,
                                        Diagnostics& diagnostics);

}  // namespace unclench::render
