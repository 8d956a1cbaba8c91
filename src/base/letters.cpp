#include "base/letters.h"

#include <algorithm>
#include <array>

namespace unclench::letters {
namespace {

struct Range {
  char32_t first, last;
};

// Categories C, P, S and Z above ASCII, as blocks: what stands in no word.
constexpr std::array no_letters = {
    Range{0x80, 0xA9},       Range{0xAB, 0xB1},       Range{0xB4, 0xB4},
    Range{0xB6, 0xB8},       Range{0xBB, 0xBB},       Range{0xBF, 0xBF},
    Range{0xD7, 0xD7},       Range{0xF7, 0xF7},       Range{0x2C2, 0x2C5},
    Range{0x2D2, 0x2DF},     Range{0x37E, 0x37E},     Range{0x387, 0x387},
    Range{0x55A, 0x55F},     Range{0x589, 0x58F},     Range{0x5BE, 0x5BE},
    Range{0x5C0, 0x5C0},     Range{0x5C3, 0x5C3},     Range{0x5C6, 0x5C6},
    Range{0x5F3, 0x5F4},     Range{0x600, 0x60F},     Range{0x61B, 0x61F},
    Range{0x66A, 0x66D},     Range{0x6D4, 0x6D4},     Range{0x6DD, 0x6DE},
    Range{0x700, 0x70F},     Range{0x964, 0x965},     Range{0x970, 0x970},
    Range{0xE3F, 0xE3F},     Range{0xE4F, 0xE4F},     Range{0xE5A, 0xE5B},
    Range{0x10FB, 0x10FB},   Range{0x1360, 0x1368},   Range{0x1680, 0x1680},
    Range{0x17D4, 0x17D6},   Range{0x1800, 0x180F},   Range{0x2000, 0x206F},
    Range{0x207A, 0x207E},   Range{0x208A, 0x208E},   Range{0x20A0, 0x20CF},
    Range{0x2100, 0x2BFF},   Range{0x2E00, 0x2E7F},   Range{0x3000, 0x3004},
    Range{0x3008, 0x3020},   Range{0x3030, 0x3030},   Range{0x303D, 0x303F},
    Range{0x309B, 0x309C},   Range{0x30A0, 0x30A0},   Range{0x30FB, 0x30FB},
    Range{0xD800, 0xF8FF},   Range{0xFD3E, 0xFD3F},   Range{0xFE00, 0xFE1F},
    Range{0xFE30, 0xFE6F},   Range{0xFEFF, 0xFF0F},   Range{0xFF1A, 0xFF20},
    Range{0xFF3B, 0xFF40},   Range{0xFF5B, 0xFF65},   Range{0xFFE0, 0xFFFF},
    Range{0x1D000, 0x1D3FF}, Range{0x1F000, 0x1FAFF}, Range{0xE0000, 0x10FFFF}};

}  // namespace

Letter letter_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) {
    return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0u;
  };
  const unsigned first = byte(0);
  if (first < 0xE0) return {(first & 0x1F) << 6 | (byte(1) & 0x3F), 2};
  if (first < 0xF0) return {(first & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F), 3};
  return {(first & 0x07) << 18 | (byte(1) & 0x3F) << 12 | (byte(2) & 0x3F) << 6 | (byte(3) & 0x3F),
          4};
}

void append_letter(std::string& text, char32_t code) {
  const auto rest = [&](int shift) { text += static_cast<char>(0x80 | (code >> shift & 0x3F)); };
  if (code < 0x800) {
    text += static_cast<char>(0xC0 | code >> 6);
    rest(0);
  } else if (code < 0x10000) {
    text += static_cast<char>(0xE0 | code >> 12);
    rest(6), rest(0);
  } else {
    text += static_cast<char>(0xF0 | code >> 18);
    rest(12), rest(6), rest(0);
  }
}

char32_t lower_letter(char32_t c) {
  const auto between = [c](char32_t first, char32_t last) { return c >= first && c <= last; };
  if ((between(0xC0, 0xDE) && c != 0xD7) || (between(0x391, 0x3AB) && c != 0x3A2) ||
      between(0x410, 0x42F))
    return c + 0x20;
  if (between(0x400, 0x40F)) return c + 0x50;
  if (between(0x531, 0x556)) return c + 0x30;
  if (c == 0x386) return 0x3AC;
  if (between(0x388, 0x38A)) return c + 0x25;
  if (c == 0x38C) return 0x3CC;
  if (between(0x38E, 0x38F)) return c + 0x3F;
  // Pairs of capital and small letters, with the capital at an even or at an odd place.
  if ((between(0x100, 0x12F) || between(0x132, 0x137) || between(0x14A, 0x177) ||
       between(0x48A, 0x4BF) || between(0x4D0, 0x52F) || between(0x1E00, 0x1E95) ||
       between(0x1EA0, 0x1EFF)) &&
      c % 2 == 0)
    return c + 1;
  if ((between(0x139, 0x148) || between(0x179, 0x17E)) && c % 2 == 1) return c + 1;
  if (c == 0x178) return 0xFF;
  return c;
}

bool is_letter_or_digit(char32_t c) {
  const auto after = std::upper_bound(no_letters.begin(), no_letters.end(), c,
                                      [](char32_t code, const Range& r) { return code < r.first; });
  return after == no_letters.begin() || c > std::prev(after)->last;
}

}  // namespace unclench::letters
