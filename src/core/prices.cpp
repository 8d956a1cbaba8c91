#include "core/prices.h"

#include <algorithm>

namespace unclench::core {
namespace {

struct Rate {
  Worth profit = 0;
  int seconds = 1;

  Worth value() const { return profit / seconds; }
};

// Of the choice that pays best for its time.
Rate best_rate(const Item& item, const Prices& prices) {
  Rate best;
  for (const Choice& choice : item.choices) {
    const Rate rate{profit_at(choice, prices), choice.seconds};
    if (rate.value() > best.value()) best = rate;
  }
  return best;
}

}  // namespace

Worth conjugate(const PlannerSettings& planner, int need, Worth price) {
  Worth total = 0;
  for (const CoverageSegment& segment : planner.coverage)
    total += segment.units * std::max<Worth>(0, Worth{need} * segment.worth * point - price);
  return total;
}

Worth profit_at(const Choice& choice, const Prices& prices) {
  Worth profit = choice.fit * point - choice.seconds * (second_cost + prices.second);
  for (const Work& work : choice.work) profit += prices.unit[at(work.target)] * work.units;
  return profit;
}

PriceSteps::PriceSteps(const Instance& instance, const Rules& rules)
    : instance_(instance), time_(rules.time), dearest_second_(dearest_second()) {}

Prices PriceSteps::first(const Restriction& restriction) const {
  Prices prices;
  const auto& coverage = instance_.catalogue->planner.coverage;
  for (int need : instance_.need)
    prices.unit.push_back(
        coverage.empty() ? 0 : Worth{need} * coverage[coverage.size() / 2].worth * point);
  if (!time_) return prices;
  std::vector<Rate> rates;
  for (std::size_t i = 0; i < instance_.items.size(); ++i)
    if (restriction.may_be_in(static_cast<int>(i)))
      rates.push_back(best_rate(instance_.items[i], prices));
  std::stable_sort(rates.begin(), rates.end(),
                   [](const Rate& a, const Rate& b) { return a.value() > b.value(); });
  int seconds = 0;
  for (const Rate& rate : rates) {
    seconds += rate.seconds;
    if (seconds <= instance_.seconds) continue;
    prices.second = rate.value();
    break;
  }
  return prices;
}

bool PriceSteps::move(Prices& prices, const Slope& slope, Worth bound, Worth target,
                      int scale) const {
  constexpr Worth ratio = 32;  // a second's price is smaller and its slope larger than a unit's
  const Worth second = time_ ? slope.second : 0;
  Worth length = second * second / ratio;
  for (Worth unit : slope.unit) length += unit * unit;
  if (length == 0) return false;
  const Worth step = std::max<Worth>(bound - target, 16) / 16 * scale / length + 1;
  for (std::size_t t = 0; t < slope.unit.size(); ++t)
    prices.unit[t] = std::clamp<Worth>(prices.unit[t] - step * slope.unit[t], 0, dearest_unit(t));
  prices.second = std::clamp<Worth>(prices.second - step / ratio * second, 0, dearest_second_);
  return true;
}

// At this price the coverage wants no unit, at a higher one no fewer.
Worth PriceSteps::dearest_unit(std::size_t target) const {
  const auto& coverage = instance_.catalogue->planner.coverage;
  return coverage.empty() ? 0 : Worth{instance_.need[target]} * coverage[0].worth * point;
}

// At this price no choice pays for its time.
Worth PriceSteps::dearest_second() const {
  Prices dearest;
  for (std::size_t t = 0; t < instance_.need.size(); ++t) dearest.unit.push_back(dearest_unit(t));
  Worth most = 0;
  for (const Item& item : instance_.items)
    for (const Choice& choice : item.choices)
      most = std::max(most, profit_at(choice, dearest) / choice.seconds + 1);
  return most;
}

}  // namespace unclench::core
