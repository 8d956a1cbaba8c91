// "Did you mean": the nearest known word to a mistyped one.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace unclench {

// Insertions, deletions, substitutions and swaps of neighbours that turn one word into the other.
int edit_distance(std::string_view a, std::string_view b);

// The candidate nearest to the word, or an empty text when none is near: at most a third of the
// word's letters wrong, and never more than three. Ties go to the earlier candidate.
std::string nearest_word(std::string_view word, const std::vector<std::string>& candidates);

}  // namespace unclench
