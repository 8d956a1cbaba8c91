// A routine as a person has changed it: what it takes, what it is worth, and which rules it breaks.
// Nothing is mended.
#pragma once

#include <string>
#include <vector>

#include "core/phrase.h"
#include "core/request.h"
#include "core/sequence.h"

namespace unclench::core {

struct BrokenRule {
  std::string rule;  // one of the words listed in docs/routine-format.md
  int place = -1;    // of the movement that breaks it; -1: the routine as a whole
  Phrase because;
};

struct Review {
  Points score = 0;
  int total_seconds = 0;
  int position_changes = 0;
  std::vector<int> steps;          // by place: the dose step that the dose counts as
  std::vector<BrokenRule> broken;  // by place, the whole routine last; none when all rules are kept
};

// The person may order the movements of one station as they like. A dose between two steps counts
// as the lower one. A rest is missed where the best routine for the request has one.
Review review(const Catalogue& catalogue, const Request& request, const Sequence& sequence);

// The dose step that a dose counts as: the highest whose dose is nowhere larger, else 0.
int step_of_dose(const Catalogue& catalogue, int movement, int stage, const Dose& dose);

}  // namespace unclench::core
