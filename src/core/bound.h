// An upper bound on what a set of items can earn in a given time.
//
// Lagrangian relaxation of the coverage: a price per unit of work on each target turns the concave
// sum into a constant plus a linear value per choice, and what is left is a multiple-choice
// knapsack whose linear relaxation is solved exactly by filling the time in order of points per
// second. Every choice of prices gives a valid bound; good prices give a tight one. Integers
// throughout.
#pragma once

#include <vector>

#include "core/instance.h"

namespace unclench::core {

using Prices = std::vector<Points>;  // points per unit of work, by target; never negative

// need x G(units): what `units` of work on one target are worth.
Points coverage_points(const PlannerSettings& planner, int need, int units);

// The coverage points of all targets.
Points coverage_points(const Instance& instance, const std::vector<int>& units);

Points linear_value(const Choice& choice, const Prices& prices);

// A step from one choice of an item to the next better one on its upper hull.
struct Increment {
  int item = 0;
  int seconds = 0;
  Points value = 0;
};

struct Relaxation {
  Prices prices;
  Points constant = 0;                // sum over targets of max over units of worth - price x units
  std::vector<Increment> increments;  // most points per second first
};

Relaxation relax(const Instance& instance, const std::vector<int>& items, const Prices& prices);

// The linear knapsack's value for the increments whose item `admits` accepts, rounded up.
template <typename Admits>
Points knapsack(const Relaxation& relaxation, int seconds, Admits admits) {
  Points value = 0;
  for (const Increment& step : relaxation.increments) {
    if (!admits(step.item)) continue;
    if (step.seconds > seconds)
      return value + (step.value * seconds + step.seconds - 1) / step.seconds;
    seconds -= step.seconds;
    value += step.value;
  }
  return value;
}

// Lowers the bound of the items by coordinate descent from the given prices.
Prices improve_prices(const Instance& instance, const std::vector<int>& items, int seconds,
                      Prices prices, Points first_step);

}  // namespace unclench::core
