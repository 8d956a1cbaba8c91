#include "render/search_words.h"

#include <algorithm>
#include <array>

#include "base/letters.h"

namespace unclench::render {
namespace {

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
    const char32_t small = lower_letter(letter.code);
    if (small == letter.code)
      result += text.substr(at, letter.bytes);
    else
      append_letter(result, small);
    at += letter.bytes;
  }
  return result;
}

}  // namespace unclench::render
