// Easier and harder exercises that do not name each other.
#include <algorithm>

#include "lint/checks.h"

namespace unclench::lint {
namespace {

using content::Exercise;
using Words = std::vector<content::PlacedWord>;

bool names(const Words& words, const std::string& id) {
  return std::any_of(words.begin(), words.end(),
                     [&](const content::PlacedWord& word) { return word.word == id; });
}

void check_answers(const Subject& subject, const Exercise& exercise, Words Exercise::*list,
                   Words Exercise::*answer, const std::string& key) {
  for (const content::PlacedWord& word : exercise.*list)
    if (!names(subject.edition.find_exercise(word.word)->*answer, exercise.id))
      subject.diagnostics.add(
          Problem::one_sided_relation, *exercise.file, word.span,
          "'" + word.word + "' does not name '" + exercise.id + "' in '" + key + "'",
          "name it there, or take this out");
}

}  // namespace

void check_relations(const Subject& subject) {
  for (const auto& exercise : subject.edition.exercises) {
    check_answers(subject, *exercise, &Exercise::easier, &Exercise::harder, "harder");
    check_answers(subject, *exercise, &Exercise::harder, &Exercise::easier, "easier");
  }
}

}  // namespace unclench::lint
