#include "core/solve.h"

#include <algorithm>
#include <optional>

namespace unclench::core {

Choices choices_of(const Request& request) {
  return {std::vector<bool>(request.include.size(), true), request.include};
}

Plan solve_under(const Catalogue& catalogue, const Request& request, const Choices& choices,
                 const Rules& rules, Goal goal) {
  Plan best;
  bool complete = true;
  std::optional<Points> bound;
  for (int surface : lying_surfaces(catalogue, request)) {
    std::vector<bool> usable = usable_movements(catalogue, request, surface);
    for (std::size_t m = 0; m < usable.size(); ++m) usable[m] = usable[m] && choices.allowed[m];
    Plan plan;
    plan.request = request;
    plan.lying_surface = surface;
    plan.rules = rules;
    plan.instance = make_instance(catalogue, request, usable, choices.locked);
    const Solution& before = best.result.best;
    plan.result = search(plan.instance, rules, goal, before.found ? before.worth + 1 : nothing);
    complete = complete && plan.result.complete;
    if (plan.result.best.found || !plan.result.complete)
      bound = std::max(bound.value_or(plan.result.bound), plan.result.bound);
    if (best.lying_surface == undecided || plan.result.best.found) best = std::move(plan);
    if (goal == Goal::any && best.result.best.found) break;
  }
  best.result.complete = complete;
  best.result.bound = bound.value_or(0);
  return best;
}

Plan solve(const Catalogue& catalogue, const Request& request, const Choices& choices) {
  constexpr bool opens_and_closes[][2] = {
      {true, true}, {true, false}, {false, true}, {false, false}};
  Plan plan;
  for (const auto& [opens, closes] : opens_and_closes) {
    if (opens && request.start.first_layer > 0) continue;
    Rules rules;
    rules.opening_rest = opens;
    rules.closing_rest = closes;
    plan = solve_under(catalogue, request, choices, rules);
    if (plan.result.best.found) break;
  }
  return plan;
}

}  // namespace unclench::core
