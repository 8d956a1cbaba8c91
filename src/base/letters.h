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

// Above ASCII.
namespace letters {
Letter letter_at(std::string_view text, std::size_t at);
void append_letter(std::string& text, char32_t code);
char32_t lower_letter(char32_t code);
bool is_letter_or_digit(char32_t code);
}  // namespace letters

// The character at that offset of valid UTF-8.
inline Letter letter_at(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  return byte < 0x80 ? Letter{byte, 1} : letters::letter_at(text, at);
}

inline void append_letter(std::string& text, char32_t code) {
  if (code < 0x80)
    text += static_cast<char>(code);
  else
    letters::append_letter(text, code);
}

// In lower case, for letters of Latin, Greek, Cyrillic and Armenian script; all others as they are.
inline char32_t lower_letter(char32_t code) {
  if (code >= 0x80) return letters::lower_letter(code);
  return code >= 'A' && code <= 'Z' ? code + 0x20 : code;
}

// The letters of ASCII in lower case: names of formats, in which both mean the same.
inline char lower_ascii(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}
inline std::string lower_ascii(std::string text) {
  for (char& c : text) c = lower_ascii(c);
  return text;
}

// Whether it is a letter, a sign on one, or a digit. Above ASCII, whatever is no space, no
// punctuation, no symbol and no private character counts as one.
inline bool is_letter_or_digit(char32_t code) {
  if (code >= 0x80) return letters::is_letter_or_digit(code);
  return (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z') ||
         (code >= '0' && code <= '9');
}

}  // namespace unclench
