// Makes a routine better by changing one or two of its movements at a time.
#pragma once

#include "core/search/relaxation.h"

namespace unclench::core {

class LocalSearch {
 public:
  // relaxation: of the instance. Steps that its prices show to be no use are passed over.
  LocalSearch(const Instance& instance, const Rules& rules, const Restriction& allowed,
              const Relaxation& relaxation);

  // The best routine that can be reached from this one, which keeps the rules, by steps that each
  // make it worth more. Stations stay the same. `candidates`: items that may come in.
  Solution improve(const Solution& start, const std::vector<int>& candidates);

  // Changes tried so far.
  std::int64_t steps() const { return steps_; }

 private:
  struct Move {
    int item = -1;
    int choice = -1;  // -1: out
    int seconds = 0;  // that it takes more
    Worth gain = 0;   // at the prices of the relaxation
  };

  void tabulate_coverage();
  void load(const Solution& start);
  std::vector<Move> moves(const std::vector<int>& candidates) const;
  Move move_to(int item, int choice) const;
  Worth slack() const;
  void try_moves(const std::vector<Move>& moves);
  void try_step(const Move& first, const Move& second, Worth gain);
  bool is_in_time(int more) const;
  Worth change_units(const Move& move, std::vector<Work>& undo);
  void undo_units(std::vector<Work>& undo);
  Worth coverage(int target, int units) const;
  Solution routine_after(const Move& first, const Move& second) const;

  const Instance& instance_;
  const Rules& rules_;
  const Restriction& allowed_;
  const Relaxation& relaxation_;
  std::vector<std::vector<Worth>> coverage_;  // by target and units
  Solution current_;
  std::vector<int> order_;                // of stations: by station, its place or -1
  std::vector<int> choice_of_;            // by item; -1 out
  std::vector<int> units_;                // by target
  std::vector<Work> undo_, undo_second_;  // work that was moved
  Worth best_gain_ = 0;
  Solution best_solution_;
  std::int64_t steps_ = 0;
};

}  // namespace unclench::core
