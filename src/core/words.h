// Small helpers for the sentences that the core says.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace unclench::core {

inline std::string lower_first(std::string text) {
  const bool one_capital = text.size() < 2 || !(text[1] >= 'A' && text[1] <= 'Z');
  if (!text.empty() && text[0] >= 'A' && text[0] <= 'Z' && one_capital)
    text[0] = static_cast<char>(text[0] - 'A' + 'a');
  return text;
}

// "a", "a or b", "a, b or c"
inline std::string listed(const std::vector<std::string>& words, const std::string& conjunction) {
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) text += i + 1 == words.size() ? " " + conjunction + " " : ", ";
    text += words[i];
  }
  return text;
}

inline std::string counted(std::int64_t count, const std::string& one, const std::string& many) {
  return std::to_string(count) + " " + (count == 1 ? one : many);
}

}  // namespace unclench::core
