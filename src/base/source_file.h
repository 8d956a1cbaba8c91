// A text file as it was loaded, and places in it.
#pragma once

#include <string>
#include <string_view>

#include "base/bytes.h"

namespace unclench {

struct SourceFile {
  std::string path;  // as the person knows it: "content/exercises/bridge.md"
  Bytes text;        // valid UTF-8, lines end in \n, no byte order mark
};

// A stretch of one line. Lines and columns start at 1 and columns count characters, not bytes.
struct Span {
  int line = 1;
  int column = 1;
  int length = 1;  // characters, at least 1
};

// The given line without its line break; empty past the end.
std::string_view line_of(std::string_view text, int line);

// The characters in a stretch of UTF-8.
int count_characters(std::string_view text);

// Where the byte offset lies.
Span span_at(std::string_view text, std::size_t offset, std::size_t bytes = 1);

// The same for one place after another: quick as long as they come in rising order.
class PlaceFinder {
 public:
  explicit PlaceFinder(std::string_view text) : text_(text), line_end_(text.find('\n')) {}

  Span at(std::size_t offset, std::size_t bytes = 1);

 private:
  std::string_view text_;
  std::size_t offset_ = 0;  // of the last place
  std::size_t line_end_;    // npos in the last line
  int line_ = 1, column_ = 1;
};

// The offset of the first byte that is not valid UTF-8 (or is a NUL), or npos.
std::size_t find_invalid_utf8(std::string_view text);

// The offset of the first character from `from` on that neither HTML nor XML can hold, or npos: a
// control character but for tabs and line breaks, or U+FFFE or U+FFFF. `text` is valid UTF-8.
std::size_t find_control(std::string_view text, std::size_t from = 0);

// Line breaks to \n, byte order mark dropped; the same object when there is nothing to change.
Bytes normalise_text(const Bytes& text);

}  // namespace unclench
