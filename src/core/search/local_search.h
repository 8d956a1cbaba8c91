// Makes a routine better by changing one or two of its movements at a time.
#pragma once

#include "core/search/restriction.h"
#include "core/search/solution.h"

namespace unclench::core {

class LocalSearch {
 public:
  LocalSearch(const Instance& instance, const Rules& rules, const Restriction& allowed);

  // The best routine that can be reached from this one, which keeps the rules, by steps that each
  // make it worth more. Stations stay the same. `candidates`: items that may come in.
  Solution improve(const Solution& start, const std::vector<int>& candidates);

 private:
  struct Move {
    int item = -1;
    int choice = -1;  // -1: out
  };

  void tabulate_coverage();
  void load(const Solution& start);
  void try_step(const Move& first, const Move& second);
  Worth change_units(const Move& move, int& seconds);
  void undo_units();
  bool is_allowed(const Move& first, const Move& second);
  Worth coverage(int target, int units) const;
  Solution routine_after(const Move& first, const Move& second) const;

  const Instance& instance_;
  const Rules& rules_;
  const Restriction& allowed_;
  std::vector<std::vector<Worth>> coverage_;  // by target and units
  Solution current_;
  std::vector<int> order_;      // of stations: by station, its place or -1
  std::vector<int> choice_of_;  // by item; -1 out
  std::vector<int> units_;      // by target
  std::vector<Work> undo_;
  Worth best_gain_ = 0;
  Solution best_solution_;
};

}  // namespace unclench::core
