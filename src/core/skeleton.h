// Sequences of stations: the order of phases and postures, before it is decided what is done there.
#pragma once

#include <vector>

#include "core/instance.h"

namespace unclench::core {

inline constexpr int no_limit = 1 << 30;  // seconds; more than any routine takes

struct Skeleton {
  std::vector<int> stations;  // in the order of the routine, each at most once, at least one
  int changes = 0;            // of position
  int change_seconds = 0;
  Points strain = 0;
};

// Every sequence of stations that keeps the phases' order, the rules for rest, the limit on
// position changes, the time (every station visited at its quickest) and every locked item's
// station.
std::vector<Skeleton> enumerate_skeletons(const Instance& instance, const Rules& rules);

// The time that is left for the movements at its stations; no limit where time is no rule.
int seconds_left(const Instance& instance, const Rules& rules, const Skeleton& skeleton);

// What a change between two postures takes at the instance's stage; nothing when they are the same.
PositionChange position_change(const Instance& instance, int from, int to);

}  // namespace unclench::core
