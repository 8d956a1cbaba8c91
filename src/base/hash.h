// A content hash for file names. Not for security: FNV-1a, 64 bits.
#pragma once

#include <string>
#include <string_view>

namespace unclench {

// 16 hexadecimal digits.
std::string content_hash(std::string_view bytes);

}  // namespace unclench
