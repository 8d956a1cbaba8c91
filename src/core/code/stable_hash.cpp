#include "core/code/stable_hash.h"

namespace unclench::core {

std::uint32_t short_hash(std::string_view text, int bits) {
  std::uint32_t hash = 0x811c9dc5;
  for (char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x01000193;
  return (hash ^ hash >> bits) & ((std::uint32_t{1} << bits) - 1);
}

std::uint32_t crc32(std::string_view text) {
  std::uint32_t crc = 0xffffffff;
  for (char c : text) {
    crc ^= static_cast<unsigned char>(c);
    for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1) ^ ((crc & 1) != 0 ? 0xedb88320 : 0);
  }
  return ~crc;
}

}  // namespace unclench::core
