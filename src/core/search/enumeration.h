// What is left of a part of the search when its stations are settled: every combination of the
// options that are still open, as far as none can be ruled out before it is complete.
#pragma once

#include <functional>

#include "core/search/relaxation.h"

namespace unclench::core {

struct Enumerated {
  const Instance& instance;
  const Restriction& restriction;
  const Prices& prices;
  Worth base = 0;   // of the relaxation: the bound without the profits of any item
  int seconds = 0;  // most that the items may take together
  // The items in the order of the routine, where flexion and extension must be kept apart.
  const std::vector<int>* in_order = nullptr;
  bool exact = false;  // that is all the time there is: less is a loss at the price of a second
};

// Calls `visit` with each combination that could be worth at least `least`, as a restriction that
// leaves one option for each item. It returns what the next ones must be worth. False when it took
// more than `step_limit` steps; then nothing is said about the rest. Adds to `steps`.
bool enumerate(const Enumerated& problem, int step_limit, Worth least, std::int64_t& steps,
               const std::function<Worth(const Restriction&)>& visit);

}  // namespace unclench::core
