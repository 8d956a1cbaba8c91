// What to do at the stations of one skeleton: branch and bound over the doses of its items.
#pragma once

#include <cstdint>
#include <vector>

#include "core/bound.h"
#include "core/skeleton.h"

namespace unclench::core {

struct Chosen {
  int item = 0;
  int choice = 0;
};

// A routine's worth as one number that compares as the rules for ties say: more points, then fewer
// position changes, then less time.
struct Worth {
  std::int64_t key = INT64_MIN;
  static Worth of(Points points, int changes, int seconds) {
    return {points * (std::int64_t{1} << 20) - std::int64_t{changes} * (1 << 13) - seconds};
  }
};

struct Solution {
  bool found = false;
  Worth worth;
  Points score = 0;
  int seconds = 0;
  int changes = 0;
  std::vector<Chosen> chosen;  // in the order of the routine
};

// Improves `best` by the best routine of the skeleton, if that is better. `nodes` counts the nodes
// visited; reaching the limit stops the search once something was found, and returns false.
// `items` are the ones to choose from, in the order of the routine.
bool search_selection(const Instance& instance, const Rules& rules, const Skeleton& skeleton,
                      const std::vector<int>& items, const Relaxation& relaxation,
                      std::int64_t node_limit, std::int64_t& nodes, Solution& best);

// The items of the skeleton's stations that are not banned and whose earlier movements (`after`)
// can stand before them. In the order of the routine.
std::vector<int> usable_items(const Instance& instance, const Skeleton& skeleton,
                              const std::vector<bool>& banned);

// Flexion and extension may meet across it.
inline bool keeps_apart(const Item& item) {
  return item.rest || item.direction == Direction::neutral;
}

}  // namespace unclench::core
