// The letters of all scripts in UTF-8, without the tables of a library.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace unclench {

struct Letter {
  char32_t code = 0;
  std::size_t bytes = 1;
};

// The character at that offset of valid UTF-8.
Letter letter_at(std::string_view text, std::size_t at);

void append_letter(std::string& text, char32_t code);

// In lower case, for letters of Latin, Greek, Cyrillic and Armenian script; all others as they are.
char32_t lower_letter(char32_t code);

// Whether it is a letter, a sign on one, or a digit. Above ASCII, whatever is no space, no
// punctuation, no symbol and no private character counts as one.
bool is_letter_or_digit(char32_t code);

}  // namespace unclench
