// Putting one movement into a routine, as it is or in place of another.
#pragma once

#include "core/solve.h"

namespace unclench::core {

struct Exchange {
  // The best routine that has the movement, with what it must follow, and lacks at most one of the
  // others, with what must follow that. The others keep their doses. Not found when no such routine
  // keeps the rules.
  Solution best;
  // The seconds by which the movement, with what it must follow, would be too long beside all the
  // others, at its smallest dose. 0 when that is not what keeps it out.
  int seconds_over = 0;
};

// Of one routine, for any number of movements.
class Exchanges {
 public:
  explicit Exchanges(const Plan& plan);

  Exchange with(int movement);

 private:
  // What some items give and take, whatever their order.
  struct Sums {
    std::vector<int> units;  // by target
    Points fit = 0;
    int seconds = 0;
  };
  struct Rest {
    std::vector<Chosen> chosen;
    Sums sums;
  };
  // The movement at one dose, with all that does not depend on the order.
  struct Dose {
    Points points = 0;
    int seconds = 0;
  };
  // The changes of position.
  struct Way {
    int changes = 0;
    int seconds = 0;
    Points strain = 0;
  };

  void add(const Chosen& chosen, Sums& sums) const;
  Rest rest_of(std::vector<Chosen> chosen) const;
  std::vector<Chosen> without(int item) const;
  bool is_in(int item) const;
  void put_in(int item);
  void list_what_comes_before(int item);
  void list_doses(const Rest& rest, int item);
  bool may_be_best(const Way& way) const;
  Way way_through(const std::vector<Chosen>& routine) const;
  void insert(std::vector<Chosen> routine, std::size_t next);
  void consider(const std::vector<Chosen>& routine);
  bool fits_the_time(int seconds) const;

  const Instance& instance_;
  const Rules& rules_;
  const std::vector<Chosen>& routine_;
  std::vector<Rest> rests_;    // the whole routine, then without each of its items
  std::vector<Chosen> added_;  // what the movement must follow and the routine lacks, and itself
  std::vector<Dose> doses_;    // of the movement, beside the rest that is looked at
  bool beside_all_ = false;    // nothing was taken out
  int shortest_over_ = -1;     // -1: more than the time keeps it out
  Worth best_worth_ = nothing;
  Chosen best_dose_;
  std::vector<Chosen> best_;
};

}  // namespace unclench::core
