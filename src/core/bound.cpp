#include "core/bound.h"

#include <algorithm>

namespace unclench::core {
namespace {

// max over units >= 0 of need x G(units) - price x units. G is concave and ends flat.
Points conjugate(const PlannerSettings& planner, int need, Points price) {
  Points total = 0;
  for (const CoverageSegment& segment : planner.coverage)
    total += segment.units * std::max<Points>(0, Points{need} * segment.worth - price);
  return total;
}

void add_hull(const std::vector<Choice>& choices, const Prices& prices, int item,
              std::vector<Increment>& increments) {
  struct Point {
    int seconds;
    Points value;
  };
  std::vector<Point> hull{{0, 0}};
  for (const Choice& choice : choices) {
    const Point next{choice.seconds, linear_value(choice, prices)};
    if (next.value <= hull.back().value) continue;
    while (hull.size() > 1) {
      const Point& last = hull[hull.size() - 1];
      const Point& before = hull[hull.size() - 2];
      const Points rise_to_last = (last.value - before.value) * (next.seconds - last.seconds);
      const Points rise_to_next = (next.value - last.value) * (last.seconds - before.seconds);
      if (rise_to_next < rise_to_last) break;
      hull.pop_back();
    }
    hull.push_back(next);
  }
  for (std::size_t i = 1; i < hull.size(); ++i)
    increments.push_back(
        {item, hull[i].seconds - hull[i - 1].seconds, hull[i].value - hull[i - 1].value});
}

Points bound_of(const Relaxation& relaxation, int seconds) {
  return relaxation.constant + knapsack(relaxation, seconds, [](int) { return true; });
}

}  // namespace

Points coverage_points(const PlannerSettings& planner, int need, int units) {
  Points total = 0;
  for (const CoverageSegment& segment : planner.coverage) {
    const int inside = std::min(units, segment.units);
    total += Points{inside} * segment.worth;
    units -= inside;
  }
  return need * total;
}

Points coverage_points(const Instance& instance, const std::vector<int>& units) {
  Points total = 0;
  for (std::size_t t = 0; t < units.size(); ++t)
    total += coverage_points(instance.catalogue->planner, instance.stage->need[t], units[t]);
  return total;
}

Points linear_value(const Choice& choice, const Prices& prices) {
  Points value = choice.fit;
  for (std::size_t t = 0; t < prices.size(); ++t) value += prices[t] * choice.units[t];
  return value;
}

Relaxation relax(const Instance& instance, const std::vector<int>& items, const Prices& prices) {
  Relaxation relaxation;
  relaxation.prices = prices;
  for (std::size_t t = 0; t < prices.size(); ++t)
    relaxation.constant +=
        conjugate(instance.catalogue->planner, instance.stage->need[t], prices[t]);
  for (int item : items)
    add_hull(instance.items[static_cast<std::size_t>(item)].choices, prices, item,
             relaxation.increments);
  std::stable_sort(relaxation.increments.begin(), relaxation.increments.end(),
                   [](const Increment& a, const Increment& b) {
                     return a.value * b.seconds > b.value * a.seconds;
                   });
  return relaxation;
}

Prices improve_prices(const Instance& instance, const std::vector<int>& items, int seconds,
                      Prices prices, Points first_step) {
  Points best = bound_of(relax(instance, items, prices), seconds);
  const auto lower = [&](std::size_t target, Points price) {
    const Points before = prices[target];
    prices[target] = price;
    const Points bound = bound_of(relax(instance, items, prices), seconds);
    if (bound < best) {
      best = bound;
      return true;
    }
    prices[target] = before;
    return false;
  };
  for (Points step = first_step; step >= 1; step /= 2)
    for (std::size_t t = 0; t < prices.size(); ++t)
      while (lower(t, prices[t] + step) || (prices[t] >= step && lower(t, prices[t] - step))) {
      }
  return prices;
}

}  // namespace unclench::core
