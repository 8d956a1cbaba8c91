// Prices of work and time, and how they move towards a tight bound.
#pragma once

#include <vector>

#include "core/search/restriction.h"
#include "core/search/solution.h"

namespace unclench::core {

// In the scale of Worth, so that prices between whole points are possible. Never negative.
struct Prices {
  std::vector<Worth> unit;  // of work, by target
  Worth second = 0;
  std::vector<Worth> relation;  // by relation of the instance
};

// By how much a bound falls for each unit of a price: what the best path takes less what is there.
struct Slope {
  std::vector<Worth> unit;  // by target
  Worth second = 0;
  std::vector<Worth> relation;
};

// What the coverage of one target is worth at most at a price for its units:
// max over units of need x G(units) - price x units.
Worth conjugate(const PlannerSettings& planner, int need, Worth price);

// What a choice is worth at the prices.
Worth profit_at(const Choice& choice, const Prices& prices);

// Subgradient steps. Each goes on a little in the direction of those before it.
class PriceSteps {
 public:
  PriceSteps(const Instance& instance, const Rules& rules);

  // Work at the middle stretch of the coverage; time at the rate of the last choice that fits.
  Prices first(const Restriction& restriction) const;

  // A step against the slope, and against the slopes of the steps before it, which `direction`
  // keeps; it begins empty. scale: in sixteenths of the way to where the bound would reach
  // `target`. False when there is nowhere to go.
  bool move(Prices& prices, Slope& direction, const Slope& slope, Worth bound, Worth target,
            int scale) const;

 private:
  Worth dearest_unit(std::size_t target) const;
  Worth dearest_second() const;
  Worth dearest_relation() const;

  const Instance& instance_;
  const bool time_;
  Prices dearest_;  // no price goes above
  Worth dearest_relation_ = 0;
};

}  // namespace unclench::core
