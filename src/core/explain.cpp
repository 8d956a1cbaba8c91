#include "core/explain.h"

#include <algorithm>

#include "core/exchange.h"
#include "core/words.h"

namespace unclench::core {
namespace {

constexpr std::size_t most_targets_named = 2;

const Movement& movement_at(const Plan& plan, std::size_t index) {
  const Item& item =
      plan.instance.items[static_cast<std::size_t>(plan.result.best.chosen[index].item)];
  return plan.instance.catalogue->movements[static_cast<std::size_t>(item.movement)];
}

const Choice& choice_at(const Plan& plan, std::size_t index) {
  const Chosen& chosen = plan.result.best.chosen[index];
  return plan.instance.items[static_cast<std::size_t>(chosen.item)]
      .choices[static_cast<std::size_t>(chosen.choice)];
}

std::vector<int> units_of(const Plan& plan) {
  std::vector<int> units(plan.instance.catalogue->targets.size(), 0);
  for (std::size_t i = 0; i < plan.result.best.chosen.size(); ++i)
    for (const Work& work : choice_at(plan, i).work) units[at(work.target)] += work.units;
  return units;
}

// The targets that would lose most if this movement were taken out.
std::vector<std::string> main_targets(const Plan& plan, std::size_t index) {
  struct Loss {
    Points points;
    std::size_t target;
  };
  const Catalogue& catalogue = *plan.instance.catalogue;
  const std::vector<int> units = units_of(plan);
  const Choice& choice = choice_at(plan, index);
  std::vector<Loss> losses;
  for (const Work& work : choice.work) {
    const std::size_t t = at(work.target);
    const int need = plan.instance.stage->need[t];
    const Points loss = coverage_points(catalogue.planner, need, units[t]) -
                        coverage_points(catalogue.planner, need, units[t] - work.units);
    if (loss > 0) losses.push_back({loss, t});
  }
  std::stable_sort(losses.begin(), losses.end(),
                   [](const Loss& a, const Loss& b) { return a.points > b.points; });
  if (losses.size() > most_targets_named) losses.resize(most_targets_named);
  std::vector<std::string> nouns;
  for (const Loss& loss : losses) nouns.push_back(catalogue.targets[loss.target].noun);
  return nouns;
}

std::vector<bool> movements_in(const Instance& instance, const Solution& routine) {
  std::vector<bool> in(instance.catalogue->movements.size(), false);
  for (const Chosen& chosen : routine.chosen)
    in[at(instance.items[at(chosen.item)].movement)] = true;
  return in;
}

// What the routine would lose with the movement.
LeftOut outweighed(const Plan& plan, const Solution& with, int movement) {
  const Instance& instance = plan.instance;
  const Points loss = plan.result.best.score - with.score;
  const std::vector<bool> in = movements_in(instance, plan.result.best);
  const std::vector<bool> still_in = movements_in(instance, with);
  std::vector<std::string> replaced;
  for (std::size_t m = 0; m < in.size(); ++m)
    if (in[m] && !still_in[m]) replaced.push_back(quoted(instance.catalogue->movements[m].title));
  const std::string effect = replaced.empty()
                                 ? "It would leave less time for the others"
                                 : "It would take the place of " + listed(replaced, "and");
  const std::string cost =
      loss > 0 ? ", and the routine would be worth " + counted(loss, "point", "points") + " less."
               : ", and the routine would be worth no more.";
  return {movement, "value", effect + cost};
}

std::string minutes_of(const Request& request) {
  return counted(request.minutes, "minute", "minutes");
}

std::string change_limit(const StageSettings& stage) {
  return counted(stage.position_changes, "change of position", "changes of position");
}

struct Obstacle {
  std::string rule;
  std::string what;  // completes "It would ..." and "Together they would ..."
};

constexpr Rules without_rest() {
  Rules rules;
  rules.opening_rest = rules.closing_rest = false;
  return rules;
}

// The locked movements, what they must follow, and every rest: the least that a routine with them
// is made of.
Choices bare_choices(const Catalogue& catalogue, const std::vector<bool>& locked) {
  Choices choices{locked, locked};
  for (std::size_t m = locked.size(); m-- > 0;) {
    if (catalogue.movements[m].phase == rest_phase) choices.allowed[m] = true;
    if (choices.allowed[m])
      for (int before : catalogue.movements[m].after)
        choices.allowed[static_cast<std::size_t>(before)] = true;
  }
  return choices;
}

bool possible_under(const Catalogue& catalogue, const Request& request,
                    const std::vector<bool>& locked, const Rules& rules) {
  return solve_under(catalogue, request, bare_choices(catalogue, locked), rules, Goal::any)
      .result.best.found;
}

bool holds_a_part_of_another(const Catalogue& catalogue, const std::vector<bool>& locked) {
  for (std::size_t m = 0; m < locked.size(); ++m)
    if (locked[m])
      for (int part : catalogue.movements[m].parts)
        if (locked[static_cast<std::size_t>(part)]) return true;
  return false;
}

// The rule without which the locked movements could stand; found by leaving out one after another.
Obstacle obstacle_for(const Catalogue& catalogue, const Request& request,
                      const std::vector<bool>& locked, const Rules& kept) {
  const StageSettings& stage = catalogue.planner.stages[static_cast<std::size_t>(request.stage)];
  if (holds_a_part_of_another(catalogue, locked)) return {"part", "do the same movement twice."};
  const auto possible_without = [&](bool Rules::*rule) {
    Rules rules = kept;
    rules.*rule = false;
    return possible_under(catalogue, request, locked, rules);
  };
  if (possible_without(&Rules::time))
    return {"time", "not fit into " + minutes_of(request) + ", counting what must go along."};
  if (possible_without(&Rules::position_changes))
    return {"position",
            "take more than " + change_limit(stage) + ", the most for you at this stage."};
  if (possible_without(&Rules::directions))
    return {"direction", "bend your back forwards and backwards with no neutral position between."};
  if ((kept.opening_rest || kept.closing_rest) &&
      (possible_without(&Rules::closing_rest) || possible_without(&Rules::opening_rest)))
    return {"rest", "leave no way to end in a rest position."};
  return {"position", "not fit into one order with the others."};
}

std::vector<bool> only(const Catalogue& catalogue, int movement) {
  std::vector<bool> locked(catalogue.movements.size(), false);
  locked[static_cast<std::size_t>(movement)] = true;
  return locked;
}

LeftOut explain_left_out(const Plan& plan, int movement, const std::vector<bool>& in) {
  const Catalogue& catalogue = *plan.instance.catalogue;
  if (const auto reason = why_not(catalogue, plan.request, movement)) return *reason;
  for (std::size_t m = 0; m < in.size(); ++m) {
    if (!in[m]) continue;
    const auto is_part = [](const Movement& whole, int part) {
      return std::find(whole.parts.begin(), whole.parts.end(), part) != whole.parts.end();
    };
    const Movement& chosen = catalogue.movements[m];
    if (is_part(chosen, movement))
      return {movement, "part", "It is already part of " + quoted(chosen.title) + "."};
    if (is_part(catalogue.movements[static_cast<std::size_t>(movement)], static_cast<int>(m)))
      return {movement, "part", "It repeats " + quoted(chosen.title) + "."};
  }
  const Solution exchanged = exchange(plan, movement);
  if (exchanged.found) return outweighed(plan, exchanged, movement);
  std::vector<bool> locked = plan.request.include;
  locked[at(movement)] = true;
  if (possible_under(catalogue, plan.request, locked, plan.rules))
    return {movement, "value", "It would take the place of several others."};
  const Obstacle obstacle = obstacle_for(catalogue, plan.request, locked, plan.rules);
  return {movement, obstacle.rule, "It would " + obstacle.what};
}

// A set of asked-for movements that cannot stand together, none of which could be left out of it.
std::vector<bool> smallest_conflict(const Catalogue& catalogue, const Request& request) {
  std::vector<bool> conflict = request.include;
  for (std::size_t m = 0; m < conflict.size(); ++m) {
    if (!conflict[m]) continue;
    conflict[m] = false;
    if (possible_under(catalogue, request, conflict, without_rest())) conflict[m] = true;
  }
  return conflict;
}

Conflict nothing_fits(const Catalogue& catalogue, const Request& request) {
  int surface = 0, equipment = 0, usable = 0;
  for (std::size_t m = 0; m < catalogue.movements.size(); ++m) {
    const auto reason = why_not(catalogue, request, static_cast<int>(m));
    usable += reason ? 0 : 1;
    surface += reason && reason->rule == "surface" ? 1 : 0;
    equipment += reason && reason->rule == "equipment" ? 1 : 0;
  }
  if (usable > 0)
    return {{}, "Nothing fits into " + minutes_of(request) + ". Allow a few minutes more."};
  std::string reason = "No movement fits what you told us.";
  if (surface > 0)
    reason += " With another place to be, " + counted(surface, "movement", "movements") +
              " would be possible.";
  if (equipment > 0)
    reason += " With more to hand, " + counted(equipment, "movement", "movements") +
              " would be possible.";
  return {{}, reason};
}

}  // namespace

std::vector<std::string> reasons_for(const Plan& plan, std::size_t index) {
  const Catalogue& catalogue = *plan.instance.catalogue;
  const Movement& movement = movement_at(plan, index);
  const std::vector<Chosen>& chosen = plan.result.best.chosen;
  const Item& item = plan.instance.items[static_cast<std::size_t>(chosen[index].item)];
  std::vector<std::string> reasons;
  if (item.rest)
    reasons.push_back(index == 0 ? "A rest position, so that your back can settle first."
                                 : "A rest position to finish, so that your back can let go.");
  const std::vector<std::string> targets = main_targets(plan, index);
  if (!item.rest && !targets.empty())
    reasons.push_back(catalogue.phases[static_cast<std::size_t>(movement.phase)].verb + " your " +
                      listed(targets, "and") + ".");
  for (std::size_t later = index + 1; later < chosen.size(); ++later) {
    const Movement& next = movement_at(plan, later);
    for (int before : next.after)
      if (catalogue.movements[static_cast<std::size_t>(before)].id == movement.id)
        reasons.push_back("Prepares you for " + quoted(next.title) + ".");
  }
  if (index > 0 && movement_at(plan, index - 1).posture == movement.posture && !item.rest)
    reasons.push_back("You can stay as you are: no change of position.");
  if (plan.request.include[static_cast<std::size_t>(item.movement)])
    reasons.push_back("You asked for it.");
  if (reasons.empty()) reasons.push_back("Suits how your back is now.");
  return reasons;
}

std::vector<std::string> care_for(const Plan& plan, int index) {
  const Catalogue& catalogue = *plan.instance.catalogue;
  const Movement& movement = catalogue.movements[static_cast<std::size_t>(index)];
  std::vector<std::string> care;
  for (std::size_t c = 0; c < movement.conditions.size(); ++c)
    if (contains(plan.request.conditions, static_cast<int>(c)) &&
        movement.conditions[c].verdict == Verdict::care)
      care.push_back(catalogue.conditions[c].label + ": " + movement.conditions[c].note);
  return care;
}

std::vector<LeftOut> left_out_of(const Plan& plan) {
  const std::vector<bool> in = movements_in(plan.instance, plan.result.best);
  std::vector<LeftOut> left_out;
  for (std::size_t m = 0; m < in.size(); ++m)
    if (!in[m]) left_out.push_back(explain_left_out(plan, static_cast<int>(m), in));
  return left_out;
}

std::vector<LeftOut> left_out_of_nothing(const Catalogue& catalogue, const Request& request) {
  std::vector<LeftOut> left_out;
  for (std::size_t m = 0; m < catalogue.movements.size(); ++m) {
    const int movement = static_cast<int>(m);
    const auto reason = why_not(catalogue, request, movement);
    if (reason) {
      left_out.push_back(*reason);
    } else if (possible_under(catalogue, request, only(catalogue, movement), without_rest())) {
      left_out.push_back({movement, "conflict", "It would fit, but not with what you asked for."});
    } else {
      const Obstacle obstacle =
          obstacle_for(catalogue, request, only(catalogue, movement), without_rest());
      left_out.push_back({movement, obstacle.rule, "It would " + obstacle.what});
    }
  }
  return left_out;
}

std::vector<Conflict> conflicts_of(const Catalogue& catalogue, const Request& request) {
  std::vector<Conflict> conflicts;
  for (std::size_t m = 0; m < request.include.size(); ++m) {
    if (!request.include[m]) continue;
    if (const auto reason = why_not(catalogue, request, static_cast<int>(m)))
      conflicts.push_back({{static_cast<int>(m)}, reason->reason});
  }
  if (!conflicts.empty()) return conflicts;

  const std::vector<bool> conflict = smallest_conflict(catalogue, request);
  Conflict together;
  for (std::size_t m = 0; m < conflict.size(); ++m)
    if (conflict[m]) together.movements.push_back(static_cast<int>(m));
  if (together.movements.empty()) return {nothing_fits(catalogue, request)};
  const Obstacle obstacle = obstacle_for(catalogue, request, conflict, without_rest());
  together.reason =
      (together.movements.size() == 1 ? "It would " : "Together they would ") + obstacle.what;
  return {together};
}

}  // namespace unclench::core
