#include "core/search/prices.h"

#include <algorithm>

namespace unclench::core {
namespace {

struct Rate {
  Worth profit = 0;
  int seconds = 1;

  Worth value() const { return profit / seconds; }
};

// Prices above these would only let sums leave their 64 bits: what a path of the relaxation pays
// for its time or its work stays below. Every lower price gives a valid bound as well.
constexpr Worth most_paid = Worth{1} << 57;

// How often a path visits stations: after each change of position, and once more in each layer.
Worth most_visits(const Instance& instance) {
  return static_cast<Worth>(instance.stations.size()) + instance.layers + 2;
}

Worth safe_second(const Instance& instance) {
  Worth seconds = 1;
  for (const PositionChange& change : instance.changes)
    seconds = std::max<Worth>(seconds, change.seconds);
  for (const Item& item : instance.items) {
    int longest = 0;
    for (const Choice& choice : item.choices) longest = std::max(longest, choice.seconds);
    seconds += longest;
  }
  return most_paid / (std::max<Worth>(seconds, instance.seconds) * most_visits(instance));
}

Worth safe_unit(const Instance& instance, std::size_t target) {
  Worth units = 1;
  for (const Item& item : instance.items) {
    int most = 0;
    for (const Choice& choice : item.choices)
      for (const Work& work : choice.work)
        if (at(work.target) == target) most = std::max(most, work.units);
    units += most;
  }
  return most_paid / (units * most_visits(instance) * static_cast<Worth>(instance.need.size()));
}

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
    : instance_(instance), time_(rules.time) {
  for (std::size_t t = 0; t < instance.need.size(); ++t) dearest_.unit.push_back(dearest_unit(t));
  dearest_.second = dearest_second();
}

Prices PriceSteps::first(const Restriction& restriction) const {
  Prices prices;
  const auto& coverage = instance_.catalogue->planner.coverage;
  for (std::size_t t = 0; t < instance_.need.size(); ++t) {
    const int worth = coverage.empty() ? 0 : coverage[coverage.size() / 2].worth;
    prices.unit.push_back(std::min(Worth{instance_.need[t]} * worth * point, dearest_.unit[t]));
  }
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
    prices.second = std::min(rate.value(), dearest_.second);
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
    prices.unit[t] = std::clamp<Worth>(prices.unit[t] - step * slope.unit[t], 0, dearest_.unit[t]);
  prices.second = std::clamp<Worth>(prices.second - step / ratio * second, 0, dearest_.second);
  return true;
}

// At this price the coverage wants no unit, at a higher one no fewer.
Worth PriceSteps::dearest_unit(std::size_t target) const {
  const auto& coverage = instance_.catalogue->planner.coverage;
  if (coverage.empty()) return 0;
  return std::min(Worth{instance_.need[target]} * coverage[0].worth * point,
                  safe_unit(instance_, target));
}

// At this price no choice pays for its time.
Worth PriceSteps::dearest_second() const {
  Worth most = 0;
  for (const Item& item : instance_.items)
    for (const Choice& choice : item.choices)
      most = std::max(most, profit_at(choice, dearest_) / choice.seconds + 1);
  return std::min(most, safe_second(instance_));
}

}  // namespace unclench::core
