#include "lint/syllables.h"

#include <algorithm>
#include <string>
#include <unordered_map>

namespace unclench::lint {
namespace {

// Words of everyday speech and of bodies that no rule gets right.
int exception(std::string_view word) {
  static const std::unordered_map<std::string_view, int> words = {
      {"aches", 1},    {"area", 3},       {"areas", 3},   {"argue", 2},    {"business", 2},
      {"create", 2},   {"creates", 2},    {"element", 3}, {"evening", 2},  {"every", 2},
      {"everyday", 3}, {"everything", 3}, {"fluid", 2},   {"forehead", 2}, {"headaches", 2},
      {"idea", 3},     {"ideas", 3},      {"maybe", 2},   {"million", 2},  {"museum", 3},
      {"naked", 2},    {"people", 2},     {"poem", 2},    {"react", 2},    {"recipe", 3},
      {"rhythm", 2},   {"ruin", 2},       {"science", 2}, {"theatre", 3},
  };
  const auto found = words.find(word);
  return found == words.end() ? 0 : found->second;
}

bool is_in(char c, std::string_view set) {
  for (char one : set)
    if (one == c) return true;
  return false;
}

bool has_ending(std::string_view word, std::string_view ending) {
  return word.size() >= ending.size() && word.substr(word.size() - ending.size()) == ending;
}

// One part of a word in lower case, without apostrophes.
class Part {
 public:
  explicit Part(std::string_view part) : part_(part) {}

  int count() const {
    if (const int known = exception(part_)) return known;
    for (const char* ending : {"ly", "ment", "ments", "ful", "less", "ness"})
      if (splits_before(ending))
        return Part(part_.substr(0, part_.size() - std::string_view(ending).size())).count() + 1;
    for (const char* beginning : {"some", "there", "where", "side"})
      if (splits_after(beginning))
        return 1 + Part(part_.substr(std::string_view(beginning).size())).count();
    const int syllables = groups() + neighbours() - silent_ending();
    return std::max(1, syllables + (has_ending(part_, "sm") || has_ending(part_, "sms") ? 1 : 0));
  }

 private:
  // Letters that are not ASCII are most often vowels with an accent.
  bool is_vowel(std::size_t i) const {
    if (i >= part_.size()) return false;
    if (part_[i] != 'y')
      return is_in(part_[i], "aeiou") || static_cast<unsigned char>(part_[i]) >= 0x80;
    const bool before_vowel = i + 1 < part_.size() && is_in(part_[i + 1], "aeiou");
    return !(before_vowel && (i == 0 || is_in(part_[i - 1], "aeiou")));
  }

  bool splits_before(std::string_view ending) const {
    if (!has_ending(part_, ending)) return false;
    const std::string_view stem = part_.substr(0, part_.size() - ending.size());
    return stem.size() >= 2 && stem.find_first_of("aeiouy") != std::string_view::npos;
  }

  bool splits_after(std::string_view beginning) const {
    return part_.size() >= beginning.size() + 3 && part_.substr(0, beginning.size()) == beginning &&
           !is_in(part_[beginning.size()], "aeiouy");
  }

  int groups() const {
    int groups = 0;
    for (std::size_t i = 0; i < part_.size(); ++i)
      if (is_vowel(i) && (i == 0 || !is_vowel(i - 1))) ++groups;
    return groups;
  }

  // Pairs of vowels in one group that are two syllables.
  int neighbours() const {
    int more = 0;
    for (std::size_t i = 0; i + 1 < part_.size(); ++i)
      if (is_vowel(i) && is_vowel(i + 1) && are_apart(i)) ++more;
    return more;
  }

  bool are_apart(std::size_t i) const {
    const std::string_view pair = part_.substr(i, 2), rest = part_.substr(i + 2);
    const char before = i > 0 ? part_[i - 1] : ' ';
    const char after = rest.empty() ? ' ' : rest.front();
    if (pair[1] == 'i' && rest == "ng") return true;                 // doing, lying
    if (pair == "ia") return !is_in(before, "tcs") || after == 't';  // diagnosis, initiate
    if (pair == "io") return !(is_in(before, "tscghx") && (after == 'n' || after == 'u'));
    if (pair == "iu") return true;                  // medium
    if (pair == "eo") return before != 'g';         // video, surgeon
    if (pair == "ua") return !is_in(before, "qg");  // usual, language
    if (pair == "ie")
      return rest == "r" || rest == "st" ? is_comparison(i) : rest == "t" || rest == "ty";
    return false;
  }

  // Easier and easiest, but not pier and priest.
  bool is_comparison(std::size_t i) const {
    return part_.substr(0, i).find_first_of("aeiouy") != std::string_view::npos;
  }

  bool is_own_group(std::size_t i) const { return is_vowel(i) && (i == 0 || !is_vowel(i - 1)); }

  // 1 when the last e is in a group of its own and not spoken.
  int silent_ending() const {
    const std::size_t size = part_.size();
    if (has_ending(part_, "que") || has_ending(part_, "gue")) return 1;
    if (size >= 3 && part_[size - 1] == 'e' && is_own_group(size - 1))
      return is_spoken(size - 1) ? 0 : 1;
    if (size < 4 || part_[size - 2] != 'e' || !is_own_group(size - 2)) return 0;
    const char before = part_[size - 3];
    if (part_[size - 1] == 's')
      return is_in(before, "szxcg") || has_ending(part_, "ches") || has_ending(part_, "shes") ||
                     is_spoken(size - 2)
                 ? 0
                 : 1;
    if (part_[size - 1] == 'd') return is_in(before, "td") || is_spoken(size - 2) ? 0 : 1;
    return 0;
  }

  // In "table", "handled", "centre", "hundred": after a consonant and l or r.
  bool is_spoken(std::size_t e) const {
    if (e < 2 || is_vowel(e - 2)) return false;
    return (part_[e - 1] == 'l' && !is_in(part_[e - 2], "lrw")) ||
           (part_[e - 1] == 'r' && part_[e - 2] != 'r');
  }

  std::string_view part_;
};

// In lower case, with what follows an apostrophe taken off; "n't" is counted apart.
int count_part(std::string_view part) {
  std::string letters;
  for (char c : part) letters += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  const std::size_t apostrophe = letters.find('\'');
  const bool negates = has_ending(letters, "n't");
  const std::string stem = letters.substr(0, negates ? letters.size() - 3 : apostrophe);
  const bool spoken = negates && !stem.empty() && is_in(stem.back(), "sd");
  return (stem.empty() ? 0 : Part(stem).count()) + (spoken ? 1 : 0);
}

}  // namespace

int count_syllables(std::string_view word) {
  int syllables = 0;
  for (std::size_t start = 0; start <= word.size();) {
    const std::size_t end = std::min(word.find('-', start), word.size());
    if (end > start) syllables += count_part(word.substr(start, end - start));
    start = end + 1;
  }
  return std::max(1, syllables);
}

}  // namespace unclench::lint
