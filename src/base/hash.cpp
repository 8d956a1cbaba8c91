#include "base/hash.h"

#include <bit>
#include <cstring>

namespace unclench {
namespace {

// The finaliser of MurmurHash3 (Appleby), which mixes every bit into every other.
constexpr Hash mixed(Hash hash) {
  hash ^= hash >> 33;
  hash *= 0xff51afd7ed558ccdULL;
  hash ^= hash >> 33;
  hash *= 0xc4ceb9fe1a85ec53ULL;
  return hash ^ (hash >> 33);
}

// Little-endian on every machine, so that file names are the same everywhere.
Hash word_at(const char* bytes, std::size_t count) {
  Hash word = 0;
  if constexpr (std::endian::native == std::endian::little) {
    std::memcpy(&word, bytes, count);
    return word;
  }
  for (std::size_t i = 0; i < count; ++i)
    word |= static_cast<Hash>(static_cast<unsigned char>(bytes[i])) << (8 * i);
  return word;
}

}  // namespace

Hash combine(Hash a, Hash b) {
  return mixed(a ^ (b + 0x9e3779b97f4a7c15ULL + (a << 6) + (a >> 2)));
}

Hash hash_of(std::string_view bytes) {
  Hash hash = mixed(bytes.size() + 0x9e3779b97f4a7c15ULL);
  std::size_t at = 0;
  for (; at + sizeof(Hash) <= bytes.size(); at += sizeof(Hash)) {
    hash = (hash ^ word_at(bytes.data() + at, sizeof(Hash))) * 0x9fb21c651e98df25ULL;
    hash ^= hash >> 29;
  }
  return mixed(hash ^ word_at(bytes.data() + at, bytes.size() - at));
}

std::string content_hash(std::string_view bytes) {
  constexpr const char* digits = "0123456789abcdef";
  const Hash hash = hash_of(bytes);
  std::string text(16, '0');
  for (std::size_t i = 0; i < text.size(); ++i) text[i] = digits[hash >> (60 - 4 * i) & 15];
  return text;
}

}  // namespace unclench
