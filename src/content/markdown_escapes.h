// Signs that a Markdown text has a backslash before, so that they are no citation, as in \[@KEY],
// and no name of a heading, as in \{#name}. The parser takes the backslash away and joins what is
// left; so a mark that no text has keeps the two signs apart until the HTML is written.
#pragma once

#include <string>
#include <string_view>

namespace unclench::content {

inline constexpr std::string_view escape_mark = "\xEF\xB7\x90";  // U+FDD0, which is no character

// The text with its marks; empty when it needs none.
std::string with_escape_marks(std::string_view markdown);

std::string without_escape_marks(std::string text);

}  // namespace unclench::content
