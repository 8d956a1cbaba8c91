// What the fuzzers share. Each has one function that is fed bytes without end by libFuzzer, and the
// files of its corpus by the ordinary tests.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "base/file_tree.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace unclench::fuzz {

inline std::string_view as_text(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

// Ends the program when what must always hold does not.
void require(bool holds, std::string_view what);

// The place lies in the text: a line that there is, and a stretch of it. Behind its last character
// is in it too.
void require_inside(std::string_view text, const Span& span, std::string_view what);

// Every place lies in its file, and every format can be written.
void require_sound(const Diagnostics& diagnostics, const FileTree& files);

// One file after another, each behind a line "=== PATH". What comes before the first such line is
// the file of the name that is given.
FileTree split_files(std::string_view text, const std::string& first);

}  // namespace unclench::fuzz
