// The best routine of one instance, by branch and bound.
#pragma once

#include "core/search/solution.h"

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

// Best first. A node is a set of options that are still open. Its bound comes from a Lagrangian
// relaxation whose prices are improved at the node; options with which no routine could be as good
// as the best one found are taken away; what is left is split in two. Ends when no bound reaches
// the best found.
// Routines that are worth less than `least` are not looked for.
SearchResult search(const Instance& instance, const Rules& rules, Goal goal = Goal::best,
                    Worth least = nothing);

}  // namespace unclench::core
