// Texts that people write themselves.
#pragma once

#include <string_view>

namespace unclench::core {

// The bytes of the first character of a text that is not empty; 0 when it is not valid UTF-8.
std::size_t character_length(std::string_view text);

// Valid UTF-8 without control characters of ASCII, but for line breaks.
bool is_plain_text(std::string_view text);

}  // namespace unclench::core
