#include "core/sequence.h"

#include "core/dose.h"
#include "core/limits.h"
#include "core/plain_text.h"

namespace unclench::core {

std::vector<std::string> wrong_values(const Catalogue& catalogue, const Step& step) {
  std::vector<std::string> wrong;
  const auto check = [&](int value, int low, int high, const char* unit) {
    if (value < low || value > high)
      wrong.push_back("has " + std::to_string(value) + ' ' + unit + "; it must have " +
                      std::to_string(low) + (low == high ? "" : " to " + std::to_string(high)));
  };
  const Movement& movement = catalogue.movements[at(step.movement)];
  check(step.dose.hold_seconds, 0, limits::hold, "seconds of hold");
  check(step.dose.repetitions, 1, limits::repetitions, "repetitions");
  check(step.dose.sets, 1, limits::sets, "sets");
  check(step.dose.sides, movement.sides, movement.sides, "sides");
  if (!contains(movement.surfaces, step.surface))
    wrong.push_back("has the place '" + catalogue.surfaces[at(step.surface)].id +
                    "', which is not a place for '" + movement.id + "'");
  if (step.note.size() > Step::longest_note)
    wrong.push_back("has a note longer than " + std::to_string(Step::longest_note) + " bytes");
  else if (!is_plain_text(step.note))
    wrong.push_back("has a note with characters that cannot be written");
  return wrong;
}

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
