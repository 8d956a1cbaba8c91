// White space that no reader sees.
#pragma once

#include <string>
#include <string_view>

namespace unclench::content {

// Takes the line breaks and indentation between block-level tags out of a piece of HTML, and makes
// one space of any other run of white space. What stands in pre, textarea, script or style stays.
// The text beyond the ends is taken to be inline.
std::string without_spare_space(std::string_view html);

// The same for HTML that a Markdown parser wrote, without any <pre>, in place: line breaks after
// block-level tags go.
void join_block_lines(std::string& html);

}  // namespace unclench::content
