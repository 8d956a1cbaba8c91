// The shipped content against the rules that keep people safe: every stage, every set of up to
// three conditions and every choice of surfaces. The rules are written down here a second time.
#include <doctest/doctest.h>

#include <set>

#include "codec/answer.h"
#include "core/plan.h"
#include "safety/shipped.h"
#include "verify/claim_json.h"

using namespace unclench;
using namespace unclench::core;
using namespace unclench::test;

namespace {

class Checker {
 public:
  Checker(const Request& request, const Routine& routine)
      : request_(request),
        routine_(routine),
        stage_(catalogue().planner.stages[static_cast<std::size_t>(request.stage)]) {}

  // Every broken rule in words; empty when the routine is safe.
  std::string problems() {
    for (std::size_t i = 0; i < routine_.movements.size(); ++i) {
      check_allowed(i);
      check_care(i);
      check_place(i);
      check_before(i);
    }
    check_totals();
    check_asked_for();
    check_left_out();
    return problems_;
  }

 private:
  void require(bool condition, std::size_t i, const char* rule) {
    if (!condition) problems_ += movement_of(routine_.movements[i]).id + " " + rule + "\n";
  }
  void require(bool condition, const char* rule) {
    if (!condition) problems_ += std::string("the routine ") + rule + "\n";
  }

  void check_allowed(std::size_t i) {
    const PlannedMovement& planned = routine_.movements[i];
    const Movement& movement = movement_of(planned);
    for (std::size_t c = 0; c < movement.conditions.size(); ++c)
      if ((request_.conditions >> c & 1u) != 0)
        require(movement.conditions[c].verdict != Verdict::avoid, i, "is to be avoided");
    require(movement.not_offered.empty(), i, "is never offered");
    require(movement.doses[static_cast<std::size_t>(request_.stage)].has_value(), i,
            "has no dose at this stage");
    require(movement.load <= stage_.maximum_load, i, "is too hard for this stage");
    require(!request_.exclude[static_cast<std::size_t>(planned.movement)], i, "was excluded");
    require((request_.surfaces & movement.surfaces & mask_of(planned.surface)) != 0, i,
            "is on a surface that does not fit");
    require(movement.needs_one_of == 0 || (movement.needs_one_of & request_.equipment) != 0, i,
            "needs equipment that is not there");
    require(!planned.because.empty(), i, "has no reason");
  }

  void check_care(std::size_t i) {
    const PlannedMovement& planned = routine_.movements[i];
    std::vector<std::string> care;
    for (std::size_t c = 0; c < catalogue().conditions.size(); ++c) {
      const ConditionRule& rule = movement_of(planned).conditions[c];
      if ((request_.conditions >> c & 1u) != 0 && rule.verdict == Verdict::care) {
        require(!rule.note.empty(), i, "asks for care without saying how");
        care.push_back(catalogue().conditions[c].label + ": " + rule.note);
      }
    }
    require(planned.care == care, i, "does not carry its notes of care");
  }

  void check_place(std::size_t i) {
    const Movement& movement = movement_of(routine_.movements[i]);
    const std::size_t last = routine_.movements.size() - 1;
    if (i > 0 && !(i == last && movement.phase == rest_phase))
      require(movement.phase >= movement_of(routine_.movements[i - 1]).phase, i,
              "goes back to an earlier phase");
    for (std::size_t j = 0; j < i; ++j) {
      const PlannedMovement& earlier = routine_.movements[j];
      if (earlier.movement == routine_.movements[i].movement)
        require(j == 0 && i == last && movement.phase == rest_phase, i, "stands twice");
      if (lies(movement) && lies(movement_of(earlier)))
        require(earlier.surface == routine_.movements[i].surface, i,
                "lies on another surface than the others");
    }
    check_bend(i);
  }

  static bool lies(const Movement& movement) {
    return catalogue().postures[static_cast<std::size_t>(movement.posture)].lying;
  }

  // Looks back for the nearest opposite bend; a neutral movement or a rest ends the look.
  void check_bend(std::size_t i) {
    const Movement& movement = movement_of(routine_.movements[i]);
    if (movement.phase == rest_phase) return;
    const Direction opposite = movement.direction == Direction::flexion     ? Direction::extension
                               : movement.direction == Direction::extension ? Direction::flexion
                                                                            : Direction::neutral;
    if (opposite == Direction::neutral) return;
    for (std::size_t j = i; j-- > 0;) {
      const Movement& earlier = movement_of(routine_.movements[j]);
      if (earlier.phase == rest_phase || earlier.direction == Direction::neutral) return;
      require(earlier.direction != opposite, i, "bends against what came before");
    }
  }

  bool stands_before(int movement, std::size_t end) const {
    for (std::size_t j = 0; j < end; ++j)
      if (routine_.movements[j].movement == movement) return true;
    return false;
  }

  void check_before(std::size_t i) {
    const Movement& movement = movement_of(routine_.movements[i]);
    for (int before : movement.after)
      require(stands_before(before, i), i, "stands without what must come before it");
    for (int part : movement.parts)
      require(!stands_before(part, routine_.movements.size()), i, "repeats a part of itself");
  }

  void check_totals() {
    int seconds = 0, changes = 0;
    for (std::size_t i = 0; i < routine_.movements.size(); ++i) {
      const PlannedMovement& planned = routine_.movements[i];
      const Movement& movement = movement_of(planned);
      const auto& range = movement.doses[static_cast<std::size_t>(request_.stage)];
      if (!range) return;
      int from = request_.start.posture >= 0 ? request_.start.posture : movement.posture;
      if (i > 0) from = movement_of(routine_.movements[i - 1]).posture;
      const int change =
          catalogue()
              .planner
              .changes[static_cast<std::size_t>(from)][static_cast<std::size_t>(movement.posture)]
              .seconds;
      changes += from != movement.posture ? 1 : 0;
      require(i > 0 || !stage_.stay_first || from == movement.posture, i,
              "asks someone to change position first");
      const Dose& dose = planned.dose;
      const int once = dose.sides * dose.repetitions * (dose.hold_seconds + movement.tempo) +
                       (dose.sides - 1) * catalogue().planner.switch_sides;
      const int doing = dose.sets * once + (dose.sets - 1) * range->rest;
      require(planned.seconds == change + stage_.get_ready + doing, i, "takes another time");
      require(inside(dose.hold_seconds, range->hold) &&
                  inside(dose.repetitions, range->repetitions) && inside(dose.sets, range->sets),
              i, "has a dose outside the range of its stage");
      seconds += planned.seconds;
    }
    require(routine_.total_seconds == seconds, "does not add up");
    require(seconds <= request_.minutes * 60, "takes longer than there is time");
    require(routine_.position_changes == changes, "counts its changes of position wrongly");
    require(changes <= stage_.position_changes, "changes position too often");
  }

  static bool inside(int value, const Range& range) {
    return range.low <= value && value <= range.high;
  }

  void check_asked_for() {
    const bool none = routine_.status == Status::infeasible;
    require(none == routine_.movements.empty(), "is empty, or is there and should not be");
    require(none == !routine_.conflicts.empty(), "has conflicts, or lacks them");
    for (std::size_t m = 0; m < request_.include.size(); ++m)
      if (request_.include[m])
        require(none || stands_before(static_cast<int>(m), routine_.movements.size()),
                "lacks what was asked for");
  }

  void check_left_out() {
    std::set<int> seen;
    for (const PlannedMovement& planned : routine_.movements) seen.insert(planned.movement);
    const std::size_t in = seen.size();
    for (const LeftOut& left_out : routine_.left_out) {
      require(seen.insert(left_out.movement).second, "leaves out what is in, or twice");
      require(!left_out.because.empty(), "leaves something out without a reason");
    }
    require(in + routine_.left_out.size() == catalogue().movements.size(),
            "says nothing about some movements");
  }

  const Request& request_;
  const Routine& routine_;
  const StageSettings& stage_;
  std::string problems_;
};

// Every set of up to three conditions.
std::vector<Mask> condition_sets() {
  std::vector<Mask> sets = {0};
  const int count = static_cast<int>(catalogue().conditions.size());
  for (int a = 0; a < count; ++a) {
    sets.push_back(mask_of(a));
    for (int b = a + 1; b < count; ++b) {
      sets.push_back(mask_of(a) | mask_of(b));
      for (int c = b + 1; c < count; ++c) sets.push_back(mask_of(a) | mask_of(b) | mask_of(c));
    }
  }
  return sets;
}

void check(const Request& request) {
  CAPTURE(request.stage);
  CAPTURE(request.minutes);
  CAPTURE(request.surfaces);
  CAPTURE(request.equipment);
  CAPTURE(request.conditions);
  const Routine routine = plan(catalogue(), request);
  CHECK(Checker(request, routine).problems() == "");
}

}  // namespace

TEST_CASE("no stage, set of three conditions and choice of surfaces gives an unsafe routine") {
  int requests = 0, planned = 0;
  Request request = empty_request();
  request.minutes = 12;
  request.equipment = all_of(catalogue().equipment.size());
  for (std::size_t stage = 0; stage < catalogue().stages.size(); ++stage)
    for (const Mask conditions : condition_sets())
      for (Mask surfaces = 1; surfaces <= all_of(catalogue().surfaces.size()); ++surfaces) {
        if (requests++ % every != 0) continue;
        request.stage = static_cast<int>(stage);
        request.conditions = conditions;
        request.surfaces = surfaces;
        check(request);
        ++planned;
      }
  const auto conditions = static_cast<int>(catalogue().conditions.size());
  const int pairs = conditions * (conditions - 1) / 2;
  const int sets = 1 + conditions + pairs + pairs * (conditions - 2) / 3;
  const auto stages = static_cast<int>(catalogue().stages.size());
  CHECK(requests == stages * sets * static_cast<int>(all_of(catalogue().surfaces.size())));
  CHECK(planned == (requests + every - 1) / every);
}

TEST_CASE("no random request gives an unsafe routine") {
  Random random(20260101);
  int possible = 0;
  for (int i = 0; i < 300; ++i) {
    CAPTURE(i);
    const Request request = random_request(random);
    check(request);
    if (plan(catalogue(), request).status != Status::infeasible) ++possible;
  }
  CHECK(possible > 50);
}

TEST_CASE("the independent checker accepts every answer to random requests") {
  Random random(20260102);
  constexpr int requests = 20000;
  int unproven = 0;
  for (int i = 0; i < requests; i += every) {
    CAPTURE(i);
    const Request request = random_request(random);
    const Routine routine = plan(catalogue(), request);
    std::string unread;
    const auto claim = verify::read_claim(codec::encode_routine(catalogue(), routine), unread);
    REQUIRE(claim);
    std::string problems;
    for (const std::string& problem : verify::problems_of(catalogue(), request, *claim))
      problems += problem + "\n";
    CHECK(problems == "");
    if (routine.status != Status::feasible || request.variety != 0) continue;
    ++unproven;
    CHECK(routine.bound - routine.score <= routine.score / 50);
  }
  CHECK(unproven <= requests / 500);
}

TEST_CASE("a search that may go on proves what the limit of steps leaves open") {
  Random random(20260103);
  Catalogue patient = catalogue();
  patient.planner.node_limit = 100 * catalogue().planner.node_limit;
  for (int i = 0; i < 2000; i += every) {
    CAPTURE(i);
    Request request = random_request(random);
    request.variety = 0;
    const Routine proven = plan(patient, request);
    CHECK(proven.status != Status::feasible);
    const Routine routine = plan(catalogue(), request);
    CHECK(routine.score <= proven.score);
    CHECK(routine.bound >= proven.score);
    if (routine.status == Status::optimal) {
      CHECK(codec::encode_routine(catalogue(), routine) == codec::encode_routine(patient, proven));
    }
  }
}

TEST_CASE("someone in a spasm has a routine wherever they can lie down") {
  for (const char* surface : {"floor", "bed"}) {
    CAPTURE(std::string(surface));
    Request request = empty_request();
    request.stage = find_term(catalogue().stages, "spasm");
    request.minutes = 10;
    request.surfaces = mask_of(find_term(catalogue().surfaces, surface));
    request.equipment = all_of(catalogue().equipment.size());
    CHECK(plan(catalogue(), request).status == Status::optimal);
  }
}
