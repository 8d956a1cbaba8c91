#include "base/hash.h"

#include <array>
#include <bit>
#include <cstring>

namespace unclench {
namespace {

constexpr std::size_t lanes = 4;

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

Hash step(Hash hash, Hash word) {
  hash = (hash ^ word) * 0x9fb21c651e98df25ULL;
  return hash ^ (hash >> 29);
}

}  // namespace

Hash combine(Hash a, Hash b) {
  return mixed(a ^ (b + 0x9e3779b97f4a7c15ULL + (a << 6) + (a >> 2)));
}

Hash hash_of(std::string_view bytes) {
  Hash hash = mixed(bytes.size() + 0x9e3779b97f4a7c15ULL);
  std::size_t at = 0;
  if (bytes.size() >= lanes * sizeof(Hash)) {
    // Several chains side by side, because each step waits for the one before it.
    std::array<Hash, lanes> chains = {hash, hash + 1, hash + 2, hash + 3};
    for (; at + lanes * sizeof(Hash) <= bytes.size(); at += lanes * sizeof(Hash))
      for (std::size_t lane = 0; lane < lanes; ++lane)
        chains[lane] =
            step(chains[lane], word_at(bytes.data() + at + lane * sizeof(Hash), sizeof(Hash)));
    for (Hash chain : chains) hash = combine(hash, chain);
  }
  for (; at + sizeof(Hash) <= bytes.size(); at += sizeof(Hash))
    hash = step(hash, word_at(bytes.data() + at, sizeof(Hash)));
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
