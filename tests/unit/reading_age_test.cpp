// How English is counted: syllables, words, sentences, and the reading age that follows.
#include <doctest/doctest.h>

#include <sstream>
#include <string>

#include "lint/sentences.h"
#include "lint/syllables.h"

using namespace unclench::lint;

namespace {

// Words by their syllables, from one.
const char* const words_by_syllables[] = {
    "a you your yes back pain knee knees heel spine smooth breathe hold holds eye eyes move moves "
    "moved raise raised lift bent straight stretch strength weight breath ease hurts aches ached "
    "don't can't won't whole rule tongue league hour wrists lie lies goes tight rolled friend "
    "says toes feel feet cause caused blood cough warmth chest clothes flare flared hip hips leg "
    "days played through brought calm calf half work worked curled walked pushed bridge edge",

    "spasm spasms muscle muscles table ankle middle centre lower upper body bodies bending gently "
    "slowly movement movements careful helpful painless numbness something sometimes therefore "
    "sideways between beyond doing going being lying trying isn't doesn't places stretches "
    "reaches needed handled hundred settled pillow carpet shoulder surgeon region patient special "
    "cushion language people every evening headache quiet breathing before doctor tingling "
    "weakness unless comment simply only supply buttocks relax relaxed repeat slightly stiffness "
    "forehead somewhere player hamstrings tension motion",

    "exercise unsteady abdomen area idea carefully position period video gradual usual manual "
    "easier earlier easiest medium audio another remember physical hospital recover natural "
    "condition document everyone muscular radio afternoon together important family exercised "
    "completely injury vertebra medicine regular sensation",

    "sciatica diagnosis society usually mobility recovery activity stability television original "
    "comfortable anxiety operation ability independent temporary",

    "physiology examination rehabilitate electricity university",

    "physiotherapist responsibility osteoporosis",
};

std::string text_of(const std::vector<std::string_view>& parts) {
  std::string text;
  for (std::string_view part : parts) text.append(text.empty() ? "" : "|").append(part);
  return text;
}

}  // namespace

TEST_CASE("syllables are counted as they are spoken") {
  int syllables = 0;
  for (const char* list : words_by_syllables) {
    ++syllables;
    std::istringstream words(list);
    for (std::string word; words >> word;) {
      CAPTURE(word);
      CHECK(count_syllables(word) == syllables);
    }
  }
}

TEST_CASE("parts of a word are counted each, and whatever is no word is one") {
  CHECK(count_syllables("side-lying") == 3);
  CHECK(count_syllables("all-fours") == 2);
  CHECK(count_syllables("Bridge") == 1);
  CHECK(count_syllables("BACK") == 1);
  CHECK(count_syllables("30") == 1);
  CHECK(count_syllables("NHS") == 1);
  CHECK(count_syllables("") == 1);
  CHECK(count_syllables("-") == 1);
  CHECK(count_syllables("caf\xC3\xA9") == 2);
}

TEST_CASE("sentences end with a mark and a space, if no small letter follows") {
  CHECK(text_of(sentences_of("Lie down. Bend your knees! Does it hurt?")) ==
        "Lie down.|Bend your knees!|Does it hurt?");
  CHECK(text_of(sentences_of("Hold for 2.5 seconds, e.g. with a towel")) ==
        "Hold for 2.5 seconds, e.g. with a towel");
  CHECK(text_of(sentences_of("He said \"Stop.\" Then (for once.) it did not. ")) ==
        "He said \"Stop.\"|Then (for once.) it did not.");
  CHECK(text_of(sentences_of("One...  Two")) == "One...|Two");
  CHECK(text_of(sentences_of("  ")) == "");
}

TEST_CASE("words hold together at apostrophes, hyphens and decimal points") {
  CHECK(text_of(words_of("Don't hold it -- for 1.5 or 1,000 side-lying's, OK?")) ==
        "Don't|hold|it|for|1.5|or|1,000|side-lying's|OK");
  CHECK(text_of(words_of("\xE2\x80\x9C"
                         "Don\xE2\x80\x99t\xE2\x80\x9D\xE2\x80\x94na\xC3\xAFve")) ==
        "Don\xE2\x80\x99t|na\xC3\xAFve");
  CHECK(text_of(words_of("... -- ?")) == "");
}

TEST_CASE("the reading age is the Flesch-Kincaid grade and five years") {
  ReadingCount count;
  CHECK(count.add("The cat sat on the mat.") == 6);
  CHECK(count.add("It was a very warm afternoon.") == 6);
  CHECK(count.sentences == 2);
  CHECK(count.words == 12);
  CHECK(count.syllables == 15);
  // 0.39 * 6 + 11.8 * 1.25 - 15.59 = 1.5
  CHECK(reading_age_tenths(count) == 65);
  CHECK(count.add("...") == 0);
  CHECK(count.sentences == 2);
}

TEST_CASE("no text is for anyone younger than five") {
  ReadingCount count;
  count.add("Go on.");
  CHECK(reading_age_tenths(count) == 50);
}
