#include "core/plain_text.h"

#include <cstdint>

namespace unclench::core {
namespace {

// The bytes that follow the first one of a character; -1 when no character begins with it.
int following_bytes(unsigned char first) {
  if (first < 0x80) return 0;
  if (first >= 0xc2 && first <= 0xdf) return 1;
  if (first >= 0xe0 && first <= 0xef) return 2;
  if (first >= 0xf0 && first <= 0xf4) return 3;
  return -1;
}

bool is_control(char byte) {
  const auto character = static_cast<unsigned char>(byte);
  return (character < 0x20 && character != '\n') || character == 0x7f;
}

// Written with fewer bytes than it was, half of a surrogate pair, or above the last one.
bool is_misplaced(std::uint32_t character, int following) {
  constexpr std::uint32_t smallest[] = {0, 0x80, 0x800, 0x10000};
  return character < smallest[following] || (character >= 0xd800 && character <= 0xdfff) ||
         character > 0x10ffff;
}

}  // namespace

std::size_t character_length(std::string_view text) {
  const auto first = static_cast<unsigned char>(text[0]);
  const int following = following_bytes(first);
  if (following < 0 || text.size() <= static_cast<std::size_t>(following)) return 0;
  std::uint32_t character = following == 0 ? first : first & (0x3fu >> following);
  for (int i = 1; i <= following; ++i) {
    const auto byte = static_cast<unsigned char>(text[static_cast<std::size_t>(i)]);
    if ((byte & 0xc0) != 0x80) return 0;
    character = character << 6 | (byte & 0x3f);
  }
  return is_misplaced(character, following) ? 0 : static_cast<std::size_t>(following) + 1;
}

bool is_plain_text(std::string_view text) {
  while (!text.empty()) {
    const std::size_t length = character_length(text);
    if (length == 0 || is_control(text[0])) return false;
    text.remove_prefix(length);
  }
  return true;
}

}  // namespace unclench::core
