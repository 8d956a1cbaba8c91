#include "core/solve.h"

#include <algorithm>
#include <optional>

namespace unclench::core {

Choices choices_of(const Request& request) {
  return {Flags(request.include.size(), true), request.include};
}

namespace {

struct Ground {
  int lying_surface = undecided;
  Flags usable;              // by movement
  std::ptrdiff_t count = 0;  // of them
};

// What can be done on each lying surface. Where most can be done comes first: what is found there
// leaves little to look for on the others.
std::vector<Ground> grounds_for(const Catalogue& catalogue, const Request& request,
                                const Choices& choices) {
  std::vector<Ground> grounds;
  for (int surface : lying_surfaces(catalogue, request)) {
    Flags usable = usable_movements(catalogue, request, surface);
    for (std::size_t m = 0; m < usable.size(); ++m) usable[m] = usable[m] && choices.allowed[m];
    const auto count = std::count(usable.begin(), usable.end(), true);
    grounds.push_back({surface, std::move(usable), count});
    for (std::size_t i = grounds.size() - 1; i > 0 && grounds[i - 1].count < count; --i)
      std::swap(grounds[i - 1], grounds[i]);
  }
  return grounds;
}

// What a routine on the surface must be worth to take the place of the best one. Of equal ones the
// surface that stands first in the vocabulary counts.
Worth least_to_replace(const Plan& best, int surface) {
  if (!best.result.best.found) return nothing;
  return best.result.best.worth + (surface < best.lying_surface ? 0 : 1);
}

// Whether everything that can be done on one surface can be done on another that was searched.
bool is_covered(const Ground& ground, const std::vector<const Ground*>& searched) {
  return std::any_of(searched.begin(), searched.end(), [&](const Ground* other) {
    for (std::size_t m = 0; m < ground.usable.size(); ++m)
      if (ground.usable[m] && !other->usable[m]) return false;
    return true;
  });
}

}  // namespace

std::vector<Instance> instances_for(const Catalogue& catalogue, const Request& request,
                                    const Choices& choices) {
  std::vector<Instance> instances;
  for (const Ground& ground : grounds_for(catalogue, request, choices))
    instances.push_back(make_instance(catalogue, request, ground.usable, choices.locked));
  return instances;
}

Plan solve_under(const Catalogue& catalogue, const Request& request, const Choices& choices,
                 const Rules& rules, Goal goal) {
  Plan best;
  bool complete = true;
  std::optional<Points> bound;
  const std::vector<Ground> grounds = grounds_for(catalogue, request, choices);
  std::vector<const Ground*> searched;  // to the end
  for (const Ground& ground : grounds) {
    if (ground.lying_surface > best.lying_surface && is_covered(ground, searched)) continue;
    Plan plan;
    plan.request = request;
    plan.lying_surface = ground.lying_surface;
    plan.rules = rules;
    plan.instance = make_instance(catalogue, request, ground.usable, choices.locked);
    plan.result = search(plan.instance, rules, goal, least_to_replace(best, plan.lying_surface));
    complete = complete && plan.result.complete;
    if (plan.result.complete) searched.push_back(&ground);
    if (plan.result.best.found || !plan.result.complete)
      bound = std::max(bound.value_or(plan.result.bound), plan.result.bound);
    if (best.lying_surface == undecided || plan.result.best.found) best = std::move(plan);
    if (goal == Goal::any && best.result.best.found) break;
  }
  best.result.complete = complete;
  best.result.bound = bound.value_or(0);
  return best;
}

namespace {

// Both rests, then the opening one alone, then the closing one alone, then none.
template <typename Try>
void give_up_rests(const Request& request, Try try_rules) {
  constexpr bool opens_and_closes[][2] = {
      {true, true}, {true, false}, {false, true}, {false, false}};
  for (const auto& [opens, closes] : opens_and_closes) {
    if (opens && request.start.first_layer > 0) continue;
    Rules rules;
    rules.opening_rest = opens;
    rules.closing_rest = closes;
    if (try_rules(rules)) return;
  }
}

}  // namespace

Plan solve(const Catalogue& catalogue, const Request& request, const Choices& choices) {
  Plan plan;
  give_up_rests(request, [&](const Rules& rules) {
    plan = solve_under(catalogue, request, choices, rules);
    return plan.result.best.found;
  });
  return plan;
}

Rules rests_of(const Catalogue& catalogue, const Request& request, const Choices& choices) {
  Rules found;
  found.opening_rest = found.closing_rest = false;
  give_up_rests(request, [&](const Rules& rules) {
    const bool possible =
        solve_under(catalogue, request, choices, rules, Goal::any).result.best.found;
    if (possible) found = rules;
    return possible;
  });
  return found;
}

}  // namespace unclench::core
