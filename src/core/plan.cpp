#include "core/plan.h"

#include "core/conflicts.h"
#include "core/left_out.h"
#include "core/reasons.h"
#include "core/variety.h"

namespace unclench::core {
namespace {

PlannedMovement place(const Plan& plan, std::size_t index) {
  const Instance& instance = plan.instance;
  const Chosen& chosen = plan.result.best.chosen[index];
  const Item& item = instance.items[static_cast<std::size_t>(chosen.item)];
  const Choice& choice = item.choices[static_cast<std::size_t>(chosen.choice)];
  const Movement& movement = instance.catalogue->movements[static_cast<std::size_t>(item.movement)];

  PlannedMovement planned;
  planned.movement = item.movement;
  planned.surface = surface_of(movement, plan.request, plan.lying_surface);
  planned.step = choice.dose.step;
  planned.dose = choice.dose.dose;
  planned.ready_seconds = instance.stage->get_ready;
  if (index == 0) {
    planned.change_seconds = first_change(instance, movement.posture).seconds;
  } else {
    const Item& before = instance.items[at(plan.result.best.chosen[index - 1].item)];
    const int previous = instance.catalogue->movements[at(before.movement)].posture;
    planned.change_seconds = position_change(instance, previous, movement.posture).seconds;
  }
  planned.seconds = planned.change_seconds + choice.seconds;
  planned.because = reasons_for(plan, index);
  planned.care = care_for(plan, item.movement);
  return planned;
}

}  // namespace

Routine routine_of(const Plan& plan) {
  Routine routine;
  routine.stage = plan.request.stage;
  routine.posture = plan.request.start.posture;
  const SearchResult& result = plan.result;
  if (!result.best.found) return routine;
  routine.status = result.complete ? Status::optimal : Status::feasible;
  routine.score = result.best.score;
  routine.bound = result.bound;
  routine.total_seconds = result.best.seconds;
  routine.position_changes = result.best.changes;
  for (std::size_t i = 0; i < result.best.chosen.size(); ++i)
    routine.movements.push_back(place(plan, i));
  return routine;
}

Routine plan(const Catalogue& catalogue, const Request& request) {
  const Plan best = varied(catalogue, request, solve(catalogue, request, choices_of(request)));
  Routine routine = routine_of(best);
  if (best.result.best.found) {
    routine.left_out = left_out_of(best);
  } else {
    routine.conflicts = conflicts_of(catalogue, request);
    routine.left_out = left_out_of_nothing(catalogue, request);
    routine.changes = changes_for(catalogue, request);
  }
  return routine;
}

}  // namespace unclench::core
