#include "core/oracle.h"

#include <doctest/doctest.h>

#include "core/random.h"
#include "core/sample_catalogue.h"

using namespace unclench;
using namespace unclench::core;
using namespace unclench::test;

namespace {

Movement random_movement(Random& random, int index) {
  Movement movement = test::movement("", "", random.below(6), random.below(3));
  movement.id = movement.title = "m" + std::to_string(index);
  if (index == 0 && !random.one_in(5)) movement.phase = rest;
  if (random.one_in(4)) movement.surfaces = mask_of(random.below(2));
  if (random.one_in(8)) movement.needs_one_of = mask_of(chair);
  movement.targets.clear();
  for (int target = 0; target < 3; ++target)
    if (random.one_in(2)) movement.targets.push_back({target, random.between(1, 3)});
  movement.direction = static_cast<Direction>(random.below(4));
  movement.load = random.between(0, 3);
  movement.sides = random.between(1, 2);
  movement.tempo = random.between(0, 4);
  const int hold = random.between(5, 40);
  movement.doses.assign(2, DoseRange{{hold, hold + random.below(2)}, {1, 1}, {1, 1}, 0});
  if (random.one_in(3)) movement.doses[sore] = DoseRange{{hold, hold}, {1, 2}, {1, 1}, 0};
  if (random.one_in(5)) movement.doses[sore] = DoseRange{{hold, hold}, {2, 2}, {1, 2}, 7};
  if (random.one_in(12)) movement.doses[sore].reset();
  if (random.one_in(6)) movement.conditions[disc].verdict = Verdict::avoid;
  for (int earlier = 0; earlier < index; ++earlier) {
    if (random.one_in(8))
      movement.after.push_back(earlier);
    else if (random.one_in(10))
      movement.parts.push_back(earlier);
  }
  return movement;
}

Catalogue random_catalogue(Random& random) {
  Catalogue catalogue = sample_catalogue();
  catalogue.movements.clear();
  const int count = random.between(4, 6);
  for (int index = 0; index < count; ++index)
    catalogue.movements.push_back(random_movement(random, index));
  StageSettings& stage = catalogue.planner.stages[sore];
  stage.maximum_load = random.between(1, 3);
  stage.position_changes = random.between(0, 4);
  stage.strain_percent = random.between(50, 250);
  stage.stay_first = random.one_in(2);
  catalogue.planner.preferences = {random.below(4),
                                   random.below(60),
                                   random.below(60),
                                   random.below(60),
                                   random.below(60),
                                   random.below(60),
                                   3};
  for (int& need : stage.need) need = random.below(6);
  for (int& fit : stage.fit) fit = random.below(80);
  return catalogue;
}

// What a request may say besides its stage, time, place and conditions.
void answer_more(Random& random, const Catalogue& catalogue, Request& request) {
  request.focus = static_cast<Mask>(random.below(8));
  request.eases = static_cast<Ease>(random.below(4));
  if (random.one_in(2)) request.start.posture = random.below(4);
  if (random.one_in(3)) request.position_changes = random.below(3);
  for (std::size_t m = 0; m < catalogue.movements.size(); ++m) {
    request.helped[m] = random.one_in(4);
    request.hurt[m] = random.one_in(4);
    request.recent[m] = random.one_in(4);
    if (random.one_in(4)) request.doses[m].low = random.below(dose_steps);
    if (random.one_in(4))
      request.doses[m].high = random.between(request.doses[m].low, dose_steps - 1);
  }
}

Request random_request(Random& random, const Catalogue& catalogue) {
  Request request = blank_request(catalogue);
  request.stage = sore;
  request.minutes = random.between(1, 5);
  request.surfaces = static_cast<Mask>(random.between(1, 3));
  request.equipment = static_cast<Mask>(random.below(4));
  request.conditions = static_cast<Mask>(random.below(2));
  if (random.one_in(3))
    request.include[static_cast<std::size_t>(random.below(4))] = true;
  else if (random.one_in(4))
    request.exclude[static_cast<std::size_t>(random.below(4))] = true;
  if (random.one_in(2)) answer_more(random, catalogue, request);
  return request;
}

// "m0: 12 s, 2 times, 1 sets" and so on.
std::string text_of(const OracleBest& best) {
  std::string text;
  for (const OracleStep& step : best.steps)
    text += "m" + std::to_string(step.movement) + ": " + std::to_string(step.hold) + " s, " +
            std::to_string(step.repetitions) + " times, " + std::to_string(step.sets) + " sets\n";
  return text;
}

std::string text_of(const Routine& routine) {
  std::string text;
  for (const PlannedMovement& planned : routine.movements)
    text += "m" + std::to_string(planned.movement) + ": " +
            std::to_string(planned.dose.hold_seconds) + " s, " +
            std::to_string(planned.dose.repetitions) + " times, " +
            std::to_string(planned.dose.sets) + " sets\n";
  return text;
}

}  // namespace

// Points, ties and all: docs/planner.md leaves nothing open.
TEST_CASE("the planner finds what trying every routine finds") {
  constexpr int instances = 2000;
  int found = 0;
  for (int seed = 1; seed <= instances; ++seed) {
    CAPTURE(seed);
    Random random(static_cast<std::uint64_t>(seed));
    const Catalogue catalogue = random_catalogue(random);
    const Request request = random_request(random, catalogue);
    const OracleBest best = Oracle(catalogue, request).run();
    const Routine routine = plan(catalogue, request);
    CHECK((routine.status == Status::optimal) == best.found);
    CHECK(routine.score == best.score);
    CHECK(routine.position_changes == best.changes);
    CHECK(routine.total_seconds == best.seconds);
    CHECK(text_of(routine) == text_of(best));
    found += best.found ? 1 : 0;
  }
  CHECK(found > instances / 2);
}
