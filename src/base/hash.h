// A hash of bytes, for file names and for finding out what changed. Not for security.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace unclench {

using Hash = std::uint64_t;

Hash hash_of(std::string_view bytes);

// Depends on the order of what is combined.
Hash combine(Hash a, Hash b);

// The same everywhere: 16 hexadecimal digits.
std::string content_hash(std::string_view bytes);

}  // namespace unclench
