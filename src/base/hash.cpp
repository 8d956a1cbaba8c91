#include "base/hash.h"

#include <cstdint>

namespace unclench {

std::string content_hash(std::string_view bytes) {
  std::uint64_t hash = 14695981039346656037u;
  for (char byte : bytes) {
    hash ^= static_cast<unsigned char>(byte);
    hash *= 1099511628211u;
  }
  std::string digits(16, '0');
  for (std::size_t i = digits.size(); i-- > 0; hash >>= 4)
    digits[i] = "0123456789abcdef"[hash & 15];
  return digits;
}

}  // namespace unclench
