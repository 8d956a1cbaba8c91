// How many columns of a terminal a character takes.
#pragma once

#include <string_view>

namespace unclench {

// 0 for marks that stand on the character before them, 2 for those of East Asia and pictographs,
// else 1. By blocks of Unicode 15, so a rare character may be off by one.
int display_width(char32_t character);

// The character that begins at the offset of valid UTF-8; the offset moves behind it.
char32_t next_character(std::string_view text, std::size_t& at);

}  // namespace unclench
