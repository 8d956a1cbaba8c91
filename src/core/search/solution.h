// A routine as the search sees it, and what it is worth.
#pragma once

#include <cstdint>
#include <vector>

#include "core/search/instance.h"

namespace unclench::core {

// Points, position changes and seconds as one number that compares as the rules for ties say: more
// points, then fewer changes, then less time. Holds for up to 127 changes and 8191 seconds.
using Worth = std::int64_t;

inline constexpr Worth point = Worth{1} << 20;
inline constexpr Worth change_cost = Worth{1} << 13;
inline constexpr Worth second_cost = 1;
inline constexpr Worth nothing = -(Worth{1} << 60);  // less than any routine is worth

constexpr Worth worth_of(Points points, int changes, int seconds) {
  return points * point - changes * change_cost - seconds * second_cost;
}

struct Chosen {
  int item = 0;
  int choice = 0;
  friend bool operator==(const Chosen& a, const Chosen& b) {
    return a.item == b.item && a.choice == b.choice;
  }
};

struct Solution {
  bool found = false;
  Worth worth = nothing;
  Points score = 0;
  int seconds = 0;
  int changes = 0;
  std::vector<Chosen> chosen;  // in the order of the routine
};

// What the chosen items are worth in this order, whatever rules they break.
Solution evaluate(const Instance& instance, std::vector<Chosen> chosen);

// By movement: is it in the routine?
Flags movements_in(const Instance& instance, const Solution& solution);

// Whether the routine keeps every one of the rules.
bool keeps_rules(const Instance& instance, const Rules& rules, const Solution& solution);

// By worth, then by what stands first in catalogue order, then by the smaller dose.
bool is_better(const Instance& instance, const Solution& a, const Solution& b);

}  // namespace unclench::core
