// English text as sentences and words, and how hard it is to read.
#pragma once

#include <string_view>
#include <vector>

namespace unclench::lint {

// The sentences of a text, without the spaces between them. A full stop, an exclamation mark or a
// question mark ends one, with closing quotes and brackets, where a space and no small letter
// follows. The end of the text ends the last one.
std::vector<std::string_view> sentences_of(std::string_view text);

// The words: letters and digits, with apostrophes, hyphens and decimal points inside.
std::vector<std::string_view> words_of(std::string_view text);

struct ReadingCount {
  int sentences = 0;
  int words = 0;
  int syllables = 0;

  // Counts one sentence more, unless it has no words; says how many it has.
  int add(std::string_view sentence);
};

// The Flesch-Kincaid grade and 5: the age in tenths of a year, at least 50. There must be words.
int reading_age_tenths(const ReadingCount& count);

}  // namespace unclench::lint
