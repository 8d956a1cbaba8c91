#include "core/session/replan.h"

#include <algorithm>

#include "core/dose.h"
#include "core/review.h"
#include "core/solve.h"

namespace unclench::core {
namespace {

// Neither before nor after it can anything but a rest stand.
int closing_layer_of(const Catalogue& catalogue) {
  return static_cast<int>(catalogue.phases.size());
}

class Replanner {
 public:
  Replanner(const Catalogue& catalogue, const Request& request, const Sequence& routine,
            const Interrupted& interrupted)
      : catalogue_(catalogue), routine_(routine), interrupted_(interrupted), request_(request) {
    begin_where_the_person_is();
    choices_.allowed.assign(catalogue.movements.size(), false);
    choices_.locked = choices_.allowed;
    request_.include = choices_.locked;
    request_.variety = 0;
  }

  Routine run() {
    allow_rests();
    if (interrupted_.why == Interruption::swap) allow_others();
    if (interrupted_.why != Interruption::stop) keep_what_is_left();
    Routine answer = routine_of(best_plan());
    answer.left_out = left_out(answer);
    return answer;
  }

 private:
  // A rest to end in is worth more than all that was to come.
  Plan best_plan() const {
    Rules ending;
    ending.opening_rest = false;
    Plan plan = solve_under(catalogue_, request_, choices_, ending);
    if (plan.result.best.found) return plan;
    if (interrupted_.why == Interruption::stop) {
      ending.position_changes = false;
      return solve_under(catalogue_, request_, choices_, ending);
    }
    Choices unlocked = choices_;
    unlocked.locked.assign(unlocked.locked.size(), false);
    return solve(catalogue_, request_, unlocked);
  }

  const Movement& movement_at(std::size_t place) const {
    return catalogue_.movements[at(routine_.steps[place].movement)];
  }
  int current() const { return routine_.steps[interrupted_.place].movement; }

  // The changes of position up to the movement that was interrupted, and how the back was bent.
  void begin_where_the_person_is() {
    Start& start = request_.start;
    int posture = start.posture >= 0 ? start.posture : movement_at(0).posture;
    const int here = movement_at(interrupted_.place).posture;
    for (std::size_t place = 0; place <= interrupted_.place; ++place) {
      const Movement& movement = movement_at(place);
      if (catalogue_.postures[at(movement.posture)].lying)
        start.lying_surface = routine_.steps[place].surface;
      start.position_changes += movement.posture == posture ? 0 : 1;
      posture = movement.posture;
      bend_by(movement);
      if (place == interrupted_.place) break;
      start.done[at(routine_.steps[place].movement)] = true;
      if (movement.phase != rest_phase) request_.exclude[at(routine_.steps[place].movement)] = true;
    }
    start.posture = interrupted_.posture >= 0 ? interrupted_.posture : here;
    start.first_layer = interrupted_.why == Interruption::stop ? closing_layer_of(catalogue_)
                                                               : std::max(1, reached_phase());
    start.seconds = request_.minutes * 60 - interrupted_.seconds_left;
  }

  void bend_by(const Movement& movement) {
    Direction& bend = request_.start.bend;
    if (movement.phase == rest_phase || movement.direction == Direction::neutral)
      bend = Direction::neutral;
    else if (movement.direction != Direction::rotation)
      bend = movement.direction;
  }

  // The latest phase of what was begun.
  int reached_phase() const {
    int phase = rest_phase;
    for (std::size_t place = 0; place <= interrupted_.place; ++place)
      phase = std::max(phase, movement_at(place).phase);
    return phase;
  }

  // At most at the doses that they have in the routine; others at their smallest.
  void allow_rests() {
    for (std::size_t m = 0; m < catalogue_.movements.size(); ++m) {
      if (catalogue_.movements[m].phase != rest_phase) continue;
      choices_.allowed[m] = true;
      limit_dose(static_cast<int>(m), 0);
    }
    for (std::size_t place = 0; place < routine_.steps.size(); ++place)
      if (movement_at(place).phase == rest_phase)
        limit_dose(routine_.steps[place].movement, step_at(place));
  }

  // What is new begins at its smallest dose.
  void allow_others() {
    for (std::size_t m = 0; m < catalogue_.movements.size(); ++m) {
      if (catalogue_.movements[m].phase == rest_phase) continue;
      choices_.allowed[m] = true;
      limit_dose(static_cast<int>(m), 0);
    }
    choices_.allowed[at(current())] = false;
    request_.exclude[at(current())] = true;
  }

  // At most at its own dose, or after `ease` at a smaller one. The movement that was interrupted
  // goes when it has no smaller one.
  void keep_what_is_left() {
    const bool ease = interrupted_.why == Interruption::ease;
    for (std::size_t place = interrupted_.place; place < routine_.steps.size(); ++place) {
      const int movement = routine_.steps[place].movement;
      const bool is_current = place == interrupted_.place;
      if (movement_at(place).phase == rest_phase ||
          (is_current && interrupted_.why == Interruption::swap))
        continue;
      const int smaller = ease ? smaller_step(place) : step_at(place);
      if (smaller < 0 && is_current) continue;
      limit_dose(movement, std::max(0, smaller));
      choices_.allowed[at(movement)] = true;
      choices_.locked[at(movement)] = !why_not(catalogue_, request_, movement);
    }
  }

  void limit_dose(int movement, int most) { request_.doses[at(movement)] = {0, most}; }

  int step_at(std::size_t place) const {
    const Step& step = routine_.steps[place];
    return step_of_dose(catalogue_, step.movement, request_.stage, step.dose);
  }

  // The step of the next dose that is really smaller; -1 when there is none.
  int smaller_step(std::size_t place) const {
    const int step = step_at(place);
    int smaller = -1;
    for (const DoseOption& option :
         dose_options(movement_at(place), request_.stage, catalogue_.planner.switch_sides))
      if (option.step < step) smaller = option.step;
    return smaller;
  }

  // What stood in the rest of the routine and is gone.
  std::vector<LeftOut> left_out(const Routine& answer) const {
    std::vector<LeftOut> gone;
    for (std::size_t place = interrupted_.place; place < routine_.steps.size(); ++place) {
      const int movement = routine_.steps[place].movement;
      const bool stays =
          std::any_of(answer.movements.begin(), answer.movements.end(),
                      [&](const PlannedMovement& planned) { return planned.movement == movement; });
      if (stays || movement_at(place).phase == rest_phase) continue;
      if (auto reason = why_not(catalogue_, request_, movement); reason && movement != current())
        gone.push_back(*reason);
      else if (interrupted_.why == Interruption::stop)
        gone.push_back({movement, "stopped", {{PhraseId::stopped, {}}}});
      else if (movement == current() && interrupted_.why != Interruption::late)
        gone.push_back({movement, "hurt", {{PhraseId::hurt, {}}}});
      else
        gone.push_back({movement, "time", {{PhraseId::no_longer, {}}}});
    }
    return gone;
  }

  const Catalogue& catalogue_;
  const Sequence& routine_;
  const Interrupted& interrupted_;
  Request request_;
  Choices choices_;
};

}  // namespace

Routine replan(const Catalogue& catalogue, const Request& request, const Sequence& routine,
               const Interrupted& interrupted) {
  return Replanner(catalogue, request, routine, interrupted).run();
}

}  // namespace unclench::core
