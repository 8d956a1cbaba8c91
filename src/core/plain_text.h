// Texts that people write themselves.
#pragma once

#include <string_view>

namespace unclench::core {

// Valid UTF-8 without control characters of ASCII, but for line breaks.
bool is_plain_text(std::string_view text);

}  // namespace unclench::core
