#include <doctest/doctest.h>

#include <algorithm>

#include "core/sample_catalogue.h"

using namespace unclench::core;
using namespace unclench::test;

namespace {

Catalogue with_words() {
  Catalogue catalogue = sample_catalogue();
  Explanations& words = catalogue.explanations;
  words.both = "{first} and {last}";
  words.either = "{first} or {last}";
  words.more = "{first}, {last}";
  words.title = "“{title}”";
  const auto count = [&](Slot slot, const std::string& noun) {
    words.numbers[static_cast<std::size_t>(slot) - first_number] = {"{number} " + noun,
                                                                    "{number} " + noun + "s"};
  };
  count(Slot::points, "point");
  count(Slot::seconds, "second");
  count(Slot::minutes, "minute");
  const auto say = [&](PhraseId id, const char* text) {
    words.phrases[static_cast<std::size_t>(id)] = text;
  };
  say(PhraseId::works_on, "{phase} your {targets}.");
  say(PhraseId::equipment, "It needs {equipment}.");
  say(PhraseId::instead, "{points} less than {movements}.");
  say(PhraseId::condition, "Not with {condition}. {note}");
  say(PhraseId::opens, "Settle first.");
  say(PhraseId::too_long, "{seconds} too long.");
  return catalogue;
}

}  // namespace

TEST_CASE("a sentence has its arguments in words") {
  const Catalogue catalogue = with_words();
  CHECK(sentence(catalogue,
                 {PhraseId::works_on, {about(Slot::phase, stretch), about(Slot::targets, 0)}}) ==
        "Stretches your lower back.");
  CHECK(sentence(catalogue, {PhraseId::instead,
                             {about(Slot::movements, {1, 2, 3}), amount(Slot::points, 30)}}) ==
        "30 points less than “Knee rolls”, “Knee hug” and “Double knee hug”.");
  CHECK(sentence(catalogue,
                 {PhraseId::instead, {about(Slot::movements, {1, 2}), amount(Slot::points, 1)}}) ==
        "1 point less than “Knee rolls” and “Knee hug”.");
  CHECK(sentence(catalogue, {PhraseId::equipment, {about(Slot::equipment, {0, 1})}}) ==
        "It needs a chair or a towel.");
}

TEST_CASE("from two minutes on, seconds are said as whole minutes, rounded up") {
  const Catalogue catalogue = with_words();
  const auto too_long = [&](int seconds) {
    return sentence(catalogue, {PhraseId::too_long, {amount(Slot::seconds, seconds)}});
  };
  CHECK(too_long(1) == "1 second too long.");
  CHECK(too_long(119) == "119 seconds too long.");
  CHECK(too_long(120) == "2 minutes too long.");
  CHECK(too_long(121) == "3 minutes too long.");
  CHECK(too_long(1032) == "18 minutes too long.");
}

TEST_CASE("what is put into a sentence is not looked at again") {
  const Catalogue catalogue = with_words();
  CHECK(
      sentence(catalogue, {PhraseId::condition,
                           {about(Slot::condition, disc), note("Mind {condition} and {this.")}}) ==
      "Not with disc trouble. Mind {condition} and {this.");
}

TEST_CASE("several sentences stand one after the other") {
  const Catalogue catalogue = with_words();
  CHECK(sentences(catalogue,
                  {{PhraseId::opens, {}}, {PhraseId::equipment, {about(Slot::equipment, 0)}}}) ==
        "Settle first. It needs a chair.");
  CHECK(sentences(catalogue, {}) == "");
}

TEST_CASE("where a catalogue has no words a sentence is its id with its arguments") {
  CHECK(sentence(sample_catalogue(),
                 {PhraseId::instead, {about(Slot::movements, {1, 2}), amount(Slot::points, 30)}}) ==
        "instead movements=knee-rolls,knee-hug points=30");
}

TEST_CASE("every sentence has an id of its own") {
  std::vector<std::string> ids;
  for (std::size_t p = 0; p < phrase_count; ++p) {
    const std::string id = kind_of(static_cast<PhraseId>(p)).id;
    CHECK(std::find(ids.begin(), ids.end(), id) == ids.end());
    ids.push_back(id);
  }
  CHECK(std::string(kind_of(PhraseId::move_first).id) == "move-first");
}
