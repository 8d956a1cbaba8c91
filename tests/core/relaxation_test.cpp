#include "core/search/relaxation.h"

#include <doctest/doctest.h>

#include "core/oracle.h"
#include "core/random.h"
#include "core/sample_catalogue.h"
#include "core/solve.h"

using namespace unclench::core;
using namespace unclench::test;

namespace {

Request everything(const Catalogue& catalogue, int minutes) {
  RequestFields fields = sample_fields();
  fields.minutes = minutes;
  return resolve_request(catalogue, fields).request;
}

// Two doses each, so that every routine can be tried.
Catalogue small_catalogue() {
  Catalogue catalogue = sample_catalogue();
  for (Movement& movement : catalogue.movements)
    movement.doses.assign(2, DoseRange{{10, 11}, {1, 1}, {1, 1}, 0});
  return catalogue;
}

struct Problem {
  Request request;
  Instance instance;
  Rules rules;
  Restriction restriction;
  Relaxation relaxation;

  Problem(const Catalogue& catalogue, int minutes)
      : request(everything(catalogue, minutes)),
        instance(make_instance(catalogue, request, usable_movements(catalogue, request, floor),
                               request.include)),
        restriction(unrestricted(instance)),
        relaxation(instance, rules) {
    REQUIRE(propagate(instance, restriction));
    REQUIRE(relaxation.restrict_to(restriction));
  }
};

Prices random_prices(Random& random, const Instance& instance) {
  Prices prices;
  for (std::size_t t = 0; t < instance.need.size(); ++t)
    prices.unit.push_back(random.below(45) * point);
  prices.second = random.below(8) * point;
  for (std::size_t r = 0; r < instance.relations.size(); ++r)
    prices.relation.push_back(random.below(300) * point);
  return prices;
}

}  // namespace

TEST_CASE("the first units of work count more than the next") {
  const Catalogue catalogue = sample_catalogue();
  const PlannerSettings& planner = catalogue.planner;  // 10 at 8 points, 10 at 4, 40 at 1
  CHECK(coverage_points(planner, 1, 0) == 0);
  CHECK(coverage_points(planner, 1, 7) == 56);
  CHECK(coverage_points(planner, 1, 10) == 80);
  CHECK(coverage_points(planner, 3, 13) == 276);  // 3 x (80 + 12)
  CHECK(coverage_points(planner, 1, 60) == 160);
  CHECK(coverage_points(planner, 1, 1000) == 160);
  CHECK(coverage_points(planner, 0, 30) == 0);
}

TEST_CASE("the conjugate is what coverage is worth at most beyond the price of its units") {
  const Catalogue catalogue = sample_catalogue();
  for (int price = 0; price <= 45; ++price) {
    Worth most = 0;
    for (int units = 0; units <= 80; ++units)
      most = std::max(most,
                      coverage_points(catalogue.planner, 5, units) * point - price * point * units);
    CHECK(conjugate(catalogue.planner, 5, price * point) == most);
  }
}

TEST_CASE("a choice is worth its fit and its units at the prices, less its seconds") {
  Choice choice;
  choice.fit = 30;
  choice.seconds = 7;
  choice.work = {{0, 4}, {2, 6}};
  const Prices prices{{2 * point, 9 * point, 5 * point}, 3 * point, {}};
  CHECK(profit_at(choice, prices) == (30 + 8 + 30 - 21) * point - 7 * second_cost);
}

TEST_CASE("steps lower the bound and leave no price negative") {
  const Catalogue catalogue = sample_catalogue();
  Problem problem(catalogue, 3);
  const PriceSteps steps(problem.instance, problem.rules);
  Prices prices = steps.first(problem.restriction);
  const Worth start = problem.relaxation.bound_at(prices);
  Worth lowest = start;
  Slope direction;
  for (int i = 0; i < 50; ++i) {
    const Worth bound = problem.relaxation.bound_at(prices);
    lowest = std::min(lowest, bound);
    const Slope slope = problem.relaxation.slope_at(prices, problem.relaxation.path());
    if (!steps.move(prices, direction, slope, bound, bound - 100 * point, 16)) break;
    for (Worth price : prices.unit) CHECK(price >= 0);
    for (Worth price : prices.relation) CHECK(price >= 0);
    CHECK(prices.second >= 0);
  }
  CHECK(lowest < start);
}

TEST_CASE("at any prices the bound is never below a routine that trying every one finds") {
  const Catalogue catalogue = small_catalogue();
  Problem problem(catalogue, 2);
  const OracleBest best = Oracle(catalogue, problem.request).run();
  REQUIRE(best.found);
  Random random(1);
  for (int i = 0; i < 200; ++i) {
    const Worth bound = problem.relaxation.bound_at(random_prices(random, problem.instance));
    CHECK(bound >= worth_of(best.score, best.changes, best.seconds));
  }
}

TEST_CASE("the path of a bound visits no station twice") {
  const Catalogue catalogue = sample_catalogue();
  Problem problem(catalogue, 10);
  Random random(2);
  for (int i = 0; i < 200; ++i) {
    problem.relaxation.bound_at(random_prices(random, problem.instance));
    std::vector<int> stations;
    for (const Chosen& chosen : problem.relaxation.path().chosen) {
      const int station = problem.instance.items[at(chosen.item)].station;
      if (!stations.empty() && stations.back() == station) continue;
      CHECK(std::find(stations.begin(), stations.end(), station) == stations.end());
      stations.push_back(station);
    }
  }
}

TEST_CASE("an option that is taken away is in no routine that is good enough") {
  const Catalogue catalogue = small_catalogue();
  Random random(3);
  for (int i = 0; i < 100; ++i) {
    Problem problem(catalogue, 2);
    const OracleBest best = Oracle(catalogue, problem.request).run();
    problem.relaxation.bound_at(random_prices(random, problem.instance));
    problem.relaxation.remove_worse_than(worth_of(best.score, best.changes, best.seconds),
                                         problem.restriction);
    for (std::size_t k = 0; k < best.steps.size(); ++k)
      for (std::size_t item = 0; item < problem.instance.items.size(); ++item) {
        const Item& it = problem.instance.items[item];
        const bool closes =
            problem.instance.stations[at(it.station)].layer == closing_layer(problem.instance);
        if (it.movement != best.steps[k].movement || (it.rest && closes != (k > 0))) continue;
        CHECK((problem.restriction.items[item] & option(best.steps[k].dose)) != 0);
      }
  }
}

TEST_CASE("the least time is that of the quickest routine") {
  const Catalogue catalogue = small_catalogue();
  Problem problem(catalogue, 2);
  CHECK(problem.relaxation.least_seconds() == 2 * (10 + 10));  // to rest twice
}
