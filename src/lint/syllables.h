// The syllables of English words, counted by rules and a short list of exceptions.
//
// Each group of vowels is a syllable, and y is a vowel but at the beginning of a word and between
// two vowels. Then:
// - A last e is silent ("make"), also before s and d ("makes", "raised"), but not in "table",
//   "centre", "places", "needed".
// - Endings count for themselves, so that an e before them is a last one: -ly, -ment, -ful, -less,
//   -ness ("movement"). So do some beginnings: some-, there-, where-, side- ("something").
// - Some neighbours are two syllables: ia, io, iu, eo, ua, and i after a vowel in -ing ("lying"),
//   but not where they sound as one: -tion, -cial, -geon, gua, qua ("position", "special").
// - -sm is a syllable ("spasm"), and -n't after s and d ("isn't").
// A word has at least one. Parts joined by a hyphen are counted each on its own; a number is one.
#pragma once

#include <string_view>

namespace unclench::lint {

// Of one word: letters, apostrophes, hyphens or digits; upper and lower case alike.
int count_syllables(std::string_view word);

}  // namespace unclench::lint
