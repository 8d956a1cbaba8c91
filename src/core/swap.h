// What could stand in the place of one movement of a routine.
#pragma once

#include <vector>

#include "core/review.h"

namespace unclench::core {

struct Alternative {
  int movement = 0;
  int place = 0;  // where it would stand in the routine; its own phase may need another place
  int step = 0;   // the dose step that is worth most there
  Dose dose;
  int surface = 0;
  Points score = 0;       // of the routine with it
  Points score_gain = 0;  // less what the routine is worth now; may be below zero
  int seconds_gain = 0;   // how much longer the routine takes; below zero: shorter
  int position_changes = 0;
};

// Every movement that could take the place, the best first: with it the routine breaks no rule that
// it did not break before. Ties: fewer changes of position, less time, catalogue order.
std::vector<Alternative> alternatives(const Catalogue& catalogue, const Request& request,
                                      const Sequence& sequence, std::size_t place);

}  // namespace unclench::core
