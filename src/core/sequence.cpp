#include "core/sequence.h"

#include "core/dose.h"

namespace unclench::core {

int rest_between_sets(const Movement& movement, int stage) {
  const std::optional<DoseRange>& range = movement.doses[at(stage)];
  return range ? range->rest : 0;
}

StepTime step_time(const Catalogue& catalogue, const Sequence& sequence, std::size_t place) {
  const Step& step = sequence.steps[place];
  const Movement& movement = catalogue.movements[at(step.movement)];
  const int before = place == 0
                         ? sequence.posture
                         : catalogue.movements[at(sequence.steps[place - 1].movement)].posture;
  StepTime time;
  if (before >= 0)
    time.change = catalogue.planner.changes[at(before)][at(movement.posture)].seconds;
  time.ready = catalogue.planner.stages[at(sequence.stage)].get_ready;
  time.doing = doing_seconds(movement, step.dose, rest_between_sets(movement, sequence.stage),
                             catalogue.planner.switch_sides);
  return time;
}

int total_seconds(const Catalogue& catalogue, const Sequence& sequence) {
  int seconds = 0;
  for (std::size_t place = 0; place < sequence.steps.size(); ++place) {
    const StepTime time = step_time(catalogue, sequence, place);
    seconds += time.change + time.ready + time.doing;
  }
  return seconds;
}

}  // namespace unclench::core
