// Hashes that people keep in their links. What they give for a text must never change.
#pragma once

#include <cstdint>
#include <string_view>

namespace unclench::core {

// FNV-1a of 32 bits, folded to fewer: the bits above the lowest `bits` are put on them by exclusive
// or. `bits` is 12 to 24.
std::uint32_t short_hash(std::string_view text, int bits);

// The CRC-32 of zip and PNG. It differs for texts of one length that differ only within four
// neighbouring bytes.
std::uint32_t crc32(std::string_view text);

}  // namespace unclench::core
