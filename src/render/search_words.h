// Cuts texts into words as MiniSearch does: at white space and punctuation of Unicode.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace unclench::render {

// The pieces between runs of separators. The first and the last may be empty.
std::vector<std::string> search_words(std::string_view text);

// Letters of Latin, Greek and Cyrillic script in lower case; all others as they are.
std::string lower_case(std::string_view text);

}  // namespace unclench::render
