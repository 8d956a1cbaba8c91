#include "render/search_words.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace unclench::render {
namespace {

struct Letter {
  char32_t code = 0;
  std::size_t bytes = 1;
};

// The text is valid UTF-8: it was checked when it was read.
Letter letter_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) {
    return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0u;
  };
  const unsigned first = byte(0);
  if (first < 0x80) return {first, 1};
  if (first < 0xE0) return {(first & 0x1F) << 6 | (byte(1) & 0x3F), 2};
  if (first < 0xF0) return {(first & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F), 3};
  return {(first & 0x07) << 18 | (byte(1) & 0x3F) << 12 | (byte(2) & 0x3F) << 6 | (byte(3) & 0x3F),
          4};
}

struct Range {
  char32_t first, last;
};

// Categories Z and P of the scripts that texts are written in, and the line breaks.
constexpr std::array separators = {
    Range{0x0A, 0x0A},     Range{0x0D, 0x0D},     Range{0x20, 0x23},     Range{0x25, 0x2A},
    Range{0x2C, 0x2F},     Range{0x3A, 0x3B},     Range{0x3F, 0x40},     Range{0x5B, 0x5D},
    Range{0x5F, 0x5F},     Range{0x7B, 0x7B},     Range{0x7D, 0x7D},     Range{0xA0, 0xA1},
    Range{0xA7, 0xA7},     Range{0xAB, 0xAB},     Range{0xB6, 0xB7},     Range{0xBB, 0xBB},
    Range{0xBF, 0xBF},     Range{0x37E, 0x37E},   Range{0x387, 0x387},   Range{0x5BE, 0x5BE},
    Range{0x60C, 0x60D},   Range{0x61B, 0x61B},   Range{0x61D, 0x61F},   Range{0x66A, 0x66D},
    Range{0x6D4, 0x6D4},   Range{0x964, 0x965},   Range{0x1680, 0x1680}, Range{0x2000, 0x200A},
    Range{0x2010, 0x2029}, Range{0x202F, 0x2043}, Range{0x2045, 0x2051}, Range{0x2053, 0x205F},
    Range{0x3000, 0x3003}, Range{0x3008, 0x3011}, Range{0x3014, 0x301F}, Range{0xFF01, 0xFF03},
    Range{0xFF05, 0xFF0A}, Range{0xFF0C, 0xFF0F}, Range{0xFF1A, 0xFF1B}, Range{0xFF1F, 0xFF20}};

bool is_separator(char32_t code) {
  const auto after =
      std::upper_bound(separators.begin(), separators.end(), code,
                       [](char32_t c, const Range& range) { return c < range.first; });
  return after != separators.begin() && code <= std::prev(after)->last;
}

char32_t lower(char32_t c) {
  const auto between = [c](char32_t first, char32_t last) { return c >= first && c <= last; };
  if (between('A', 'Z') || (between(0xC0, 0xDE) && c != 0xD7) ||
      (between(0x391, 0x3AB) && c != 0x3A2) || between(0x410, 0x42F))
    return c + 0x20;
  if (between(0x400, 0x40F)) return c + 0x50;
  // Pairs of capital and small letters, with the capital at an even or at an odd place.
  if ((between(0x100, 0x12F) || between(0x132, 0x137) || between(0x14A, 0x177)) && c % 2 == 0)
    return c + 1;
  if ((between(0x139, 0x148) || between(0x179, 0x17E)) && c % 2 == 1) return c + 1;
  if (c == 0x178) return 0xFF;
  return c;
}

void append(std::string& text, char32_t code) {
  if (code < 0x80) {
    text += static_cast<char>(code);
  } else {
    text += static_cast<char>(0xC0 | code >> 6);
    text += static_cast<char>(0x80 | (code & 0x3F));
  }
}

}  // namespace

std::vector<std::string> search_words(std::string_view text) {
  std::vector<std::string> words;
  std::size_t start = 0, at = 0;
  bool between = false;
  while (at < text.size()) {
    const Letter letter = letter_at(text, at);
    const bool separates = is_separator(letter.code);
    if (separates && !between) words.emplace_back(text.substr(start, at - start));
    at += letter.bytes;
    if (separates) start = at;
    between = separates;
  }
  words.emplace_back(text.substr(std::min(start, text.size())));
  return words;
}

std::string lower_case(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const Letter letter = letter_at(text, at);
    const char32_t small = lower(letter.code);
    if (small == letter.code)
      result += text.substr(at, letter.bytes);
    else
      append(result, small);
    at += letter.bytes;
  }
  return result;
}

}  // namespace unclench::render
