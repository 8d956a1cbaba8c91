// The best routine that a search has found so far.
#pragma once

#include "core/search/solution.h"

namespace unclench::core {

class Incumbent {
 public:
  // least: what a routine must be worth to be of interest at all.
  Incumbent(const Instance& instance, const Rules& rules, Worth least)
      : instance_(instance), rules_(rules), least_(least) {}

  // Takes the routine if it keeps the rules and is better than the best one.
  void offer(Solution solution);

  bool found() const { return best_.found; }
  const Solution& best() const { return best_; }
  // What the next ones must be worth; equal ones may still be better in catalogue order.
  Worth least() const { return least_; }

 private:
  const Instance& instance_;
  const Rules& rules_;
  Worth least_;
  Solution best_;
};

}  // namespace unclench::core
