#include "core/search/prices.h"

#include <algorithm>

#include "base/sorting.h"

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

Worth safe_relation(const Instance& instance) {
  return most_paid / (most_visits(instance) * static_cast<Worth>(instance.relations.size() + 1));
}

// A second's price is smaller than a unit's and its slope larger; a relation's is the other way
// round.
constexpr Worth second_ratio = 64;
constexpr Worth relation_ratio = 512;
constexpr Worth slope_weight = 16;  // of the newest slope in the direction
constexpr Worth least_gap = 16;
constexpr Worth most_gap = Worth{1} << 54;

// Seven tenths of the direction so far go on. A price that cannot fall further does not count.
void turn(Worth& direction, Worth slope, Worth price) {
  direction = direction * 7 / 10 + slope_weight * slope;
  if (price == 0) direction = std::min<Worth>(direction, 0);
}

void turn(std::vector<Worth>& direction, const std::vector<Worth>& slope,
          const std::vector<Worth>& price) {
  direction.resize(slope.size());
  for (std::size_t i = 0; i < slope.size(); ++i) turn(direction[i], slope[i], price[i]);
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
  dearest_relation_ = dearest_relation();
}

Prices PriceSteps::first(const Restriction& restriction) const {
  Prices prices;
  prices.relation.assign(instance_.relations.size(), 0);
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
  sort_stably(rates, [](const Rate& a, const Rate& b) { return a.value() > b.value(); });
  int seconds = 0;
  for (const Rate& rate : rates) {
    seconds += rate.seconds;
    if (seconds <= instance_.seconds) continue;
    prices.second = std::min(rate.value(), dearest_.second);
    break;
  }
  return prices;
}

bool PriceSteps::move(Prices& prices, Slope& direction, const Slope& slope, Worth bound,
                      Worth target, int scale) const {
  turn(direction.unit, slope.unit, prices.unit);
  turn(direction.relation, slope.relation, prices.relation);
  if (time_) turn(direction.second, slope.second, prices.second);
  Worth length = direction.second * direction.second / second_ratio;
  for (Worth unit : direction.unit) length += unit * unit;
  for (Worth relation : direction.relation) length += relation * relation * relation_ratio;
  if (length == 0) return false;
  const Worth gap = std::clamp<Worth>(bound - target, least_gap, most_gap);
  const Worth step = gap * scale * (slope_weight / 16) / length + 1;
  const auto moved = [&](Worth price, Worth by, Worth dearest) {
    return std::clamp<Worth>(price - by, 0, dearest);
  };
  for (std::size_t t = 0; t < direction.unit.size(); ++t)
    prices.unit[t] = moved(prices.unit[t], step * direction.unit[t], dearest_.unit[t]);
  for (std::size_t r = 0; r < direction.relation.size(); ++r)
    prices.relation[r] =
        moved(prices.relation[r], step * relation_ratio * direction.relation[r], dearest_relation_);
  prices.second = moved(prices.second, step / second_ratio * direction.second, dearest_.second);
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

// At this price nothing pays that breaks a relation.
Worth PriceSteps::dearest_relation() const {
  Worth most = 0;
  for (const Item& item : instance_.items)
    for (const Choice& choice : item.choices) {
      Worth profit = choice.fit * point;
      for (const Work& work : choice.work) profit += dearest_.unit[at(work.target)] * work.units;
      most = std::max(most, profit);
    }
  return std::min(most, safe_relation(instance_));
}

}  // namespace unclench::core
