// Verdicts of care or avoid that nobody but us says.
#include "lint/checks.h"
#include "lint/places.h"

namespace unclench::lint {

void count_unsourced_cautions(const Subject& subject) {
  for (const auto& exercise : subject.edition.exercises) {
    const auto& rules = exercise->movement.conditions;
    int cautions = 0, unsourced = 0;
    for (std::size_t c = 0; c < rules.size(); ++c) {
      if (rules[c].verdict == core::Verdict::fine || subject.edition.conditions[c]->draft) continue;
      ++cautions;
      if (exercise->condition_sources[c].empty()) ++unsourced;
    }
    if (unsourced > 0)
      subject.diagnostics.add(
          Problem::unsourced_caution, *exercise->file, Places(*exercise).key({"conditions"}),
          std::to_string(unsourced) + " of " + std::to_string(cautions) +
              (cautions == 1 ? " caution without a source" : " cautions without a source"),
          "look for one; without it the page says that it is our cautious judgement");
  }
}

}  // namespace unclench::lint
