#include "core/bound.h"

#include <doctest/doctest.h>

#include "core/eligibility.h"
#include "core/oracle.h"
#include "core/random.h"
#include "core/sample_catalogue.h"

using namespace unclench::core;
using namespace unclench::test;

namespace {

Request everything(const Catalogue& catalogue, int minutes) {
  RequestFields fields = sample_fields();
  fields.minutes = minutes;
  fields.surfaces = {"bed", "floor"};
  return resolve_request(catalogue, fields).request;
}

struct Problem {
  Request request;
  Instance instance;
  std::vector<int> items;

  Problem(const Catalogue& catalogue, int minutes)
      : request(everything(catalogue, minutes)),
        instance(make_instance(catalogue, request, usable_movements(catalogue, request, floor),
                               request.include)) {
    for (std::size_t i = 0; i < instance.items.size(); ++i) items.push_back(static_cast<int>(i));
  }
  Points bound(const Prices& prices) const {
    const Relaxation relaxation = relax(instance, items, prices);
    return relaxation.constant + knapsack(relaxation, instance.seconds, [](int) { return true; });
  }
};

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

TEST_CASE("the coverage of a routine adds up the targets by their need") {
  const Catalogue catalogue = sample_catalogue();
  const Problem problem(catalogue, 10);
  CHECK(coverage_points(problem.instance, {10, 2, 0}) == 5 * 80 + 3 * 16);
}

TEST_CASE("a choice is worth its fit and its units at the prices") {
  Choice choice;
  choice.fit = 30;
  choice.units = {4, 0, 6};
  CHECK(linear_value(choice, {2, 9, 5}) == 30 + 8 + 30);
}

TEST_CASE("the knapsack takes the best points per second and a part of the last") {
  Relaxation relaxation;
  relaxation.increments = {{0, 10, 50}, {1, 10, 30}, {2, 10, 7}};
  const auto all = [](int) { return true; };
  CHECK(knapsack(relaxation, 0, all) == 0);
  CHECK(knapsack(relaxation, 10, all) == 50);
  CHECK(knapsack(relaxation, 15, all) == 65);
  CHECK(knapsack(relaxation, 21, all) == 81);  // a tenth of 7, rounded up
  CHECK(knapsack(relaxation, 1000, all) == 87);
  CHECK(knapsack(relaxation, 15, [](int item) { return item != 1; }) == 54);
}

TEST_CASE("better prices never raise the bound and are never negative") {
  const Catalogue catalogue = sample_catalogue();
  const Problem problem(catalogue, 3);
  const Prices start(3, 16);
  const Prices improved = improve_prices(problem.instance, problem.items, 180, start, 8);
  CHECK(problem.bound(improved) < problem.bound(start));
  for (Points price : improved) CHECK(price >= 0);
}

TEST_CASE("at any prices the bound is never below a routine that trying every one finds") {
  const Catalogue catalogue = [] {
    Catalogue small = sample_catalogue();
    for (Movement& movement : small.movements)
      movement.doses.assign(2, DoseRange{{10, 11}, {1, 1}, {1, 1}, 0});
    return small;
  }();
  const Problem problem(catalogue, 2);
  std::vector<Prices> prices = {{0, 0, 0}, {16, 16, 16}};
  Random random(1);
  for (int i = 0; i < 20; ++i)
    prices.push_back({random.below(45), random.below(30), random.below(20)});
  prices.push_back(improve_prices(problem.instance, problem.items, 120, prices[1], 8));
  Points lowest = problem.bound(prices[0]);
  for (const Prices& p : prices) lowest = std::min(lowest, problem.bound(p));

  Points best = 0;
  int routines = 0;
  Oracle(catalogue, problem.request)
      .for_each([&](const std::vector<OracleStep>&, std::int64_t score) {
        best = std::max(best, score);
        ++routines;
      });
  CHECK(routines > 100);
  CHECK(best > 0);
  CHECK(lowest >= best);
}
