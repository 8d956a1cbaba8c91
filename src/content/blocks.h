// Blocks in Markdown: stretches between a line `::: NAME ARGUMENTS` and a line `:::`.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/source_file.h"

namespace unclench::content {

struct BlockArgument {
  std::string key;  // empty: a word of its own
  std::string value;
  Span span;             // of the value in the text, from line 1
  Span key_span;         // of the key, if there is one
  bool is_open = false;  // its quote is not closed
};

// A line that opens or closes a block.
struct BlockLine {
  std::string line;  // as it was written
  std::string name;  // empty: it closes a block
  Span name_span;
  std::vector<BlockArgument> arguments;
  std::string rest;  // all that follows the name
  bool closes() const { return name.empty(); }
};

// A text in which each block line has become a processing instruction, which the Markdown parser
// takes as HTML of its own and which ends no comment; all other lines stay where they are.
struct MarkedText {
  std::string markdown;
  std::vector<BlockLine> lines;
};

bool has_block_lines(std::string_view markdown);
MarkedText mark_blocks(std::string_view markdown);

// The number of the block line that this HTML stands for; -1 for any other text.
int block_line_number(std::string_view html);

// Puts the lines back where the parser took them as code or as HTML.
std::string without_marks(std::string text, const std::vector<BlockLine>& lines);

}  // namespace unclench::content
