// The best routine of one instance.
#pragma once

#include "core/selection.h"

namespace unclench::core {

struct SearchResult {
  Solution best;         // best.found is false when no routine keeps the rules
  bool complete = true;  // false when the node limit stopped the search
  Points bound = 0;      // no routine scores more; best.score when complete
  std::int64_t nodes = 0;
};

enum class Goal {
  best,  // the best routine, proven
  any    // some routine that keeps the rules: is it possible at all?
};

// Best first over subproblems: a skeleton and what may not be used in it. Each gets a bound with
// prices of its own. Movements that exclude each other are split into two subproblems; where none
// do, the doses are chosen by depth-first branch and bound. Ends when no bound reaches the best
// found.
SearchResult search(const Instance& instance, const Rules& rules, Goal goal = Goal::best);

}  // namespace unclench::core
