#include "core/session/replan.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "core/review.h"
#include "core/sample_catalogue.h"
#include "core/sample_sequence.h"

using namespace unclench::core;
using namespace unclench::test;

namespace {

struct Session {
  Catalogue catalogue = sample_catalogue();
  Request request;
  Routine planned;
  Sequence routine;

  explicit Session(RequestFields fields = sample_fields()) {
    request = resolve_request(catalogue, fields).request;
    planned = plan(catalogue, request);
    routine = sequence_of(planned);
  }

  Routine after(Interruption why, std::size_t place, int seconds_left) const {
    return replan(catalogue, request, routine, {why, place, seconds_left, -1});
  }

  std::size_t place(const char* id) const {
    return static_cast<std::size_t>(place_of(catalogue, planned, id));
  }

  const Movement& movement(int index) const {
    return catalogue.movements[static_cast<std::size_t>(index)];
  }
};

bool has(const Session& session, const Routine& routine, const std::string& id) {
  return place_of(session.catalogue, routine, id) >= 0;
}

// What must hold whatever was interrupted where.
void check_rest_of_session(const Session& session, const Routine& rest, std::size_t place,
                           int seconds_left) {
  CHECK(rest.total_seconds <= seconds_left);
  int phase = rest_phase;
  int posture = session.movement(session.routine.steps[place].movement).posture;
  for (std::size_t i = 0; i <= place; ++i)
    phase = std::max(phase, session.movement(session.routine.steps[i].movement).phase);
  std::vector<int> before;
  for (std::size_t i = 0; i < place; ++i) before.push_back(session.routine.steps[i].movement);
  for (const PlannedMovement& planned : rest.movements) {
    const Movement& movement = session.movement(planned.movement);
    const bool closes = &planned == &rest.movements.back() && movement.phase == rest_phase;
    CHECK((closes || movement.phase >= phase));
    if (!closes) phase = movement.phase;
    CHECK(
        planned.change_seconds ==
        session.catalogue.planner
            .changes[static_cast<std::size_t>(posture)][static_cast<std::size_t>(movement.posture)]
            .seconds);
    posture = movement.posture;
    CHECK((closes || std::find(before.begin(), before.end(), planned.movement) == before.end()));
    for (int needed : movement.after)
      CHECK(std::find(before.begin(), before.end(), needed) != before.end());
    CHECK(movement.conditions[disc].verdict != Verdict::avoid);
    before.push_back(planned.movement);
  }
}

}  // namespace

TEST_CASE("wherever a session is interrupted, its rest keeps the rules and fits the time left") {
  RequestFields fields = sample_fields();
  fields.conditions = {"disc"};
  const Session session(fields);
  for (std::size_t place = 0; place < session.routine.steps.size(); ++place)
    for (const Interruption why :
         {Interruption::stop, Interruption::ease, Interruption::swap, Interruption::late})
      for (int seconds_left = 0; seconds_left <= 600; seconds_left += 30) {
        CAPTURE(place);
        CAPTURE(static_cast<int>(why));
        CAPTURE(seconds_left);
        check_rest_of_session(session, session.after(why, place, seconds_left), place,
                              seconds_left);
      }
}

TEST_CASE("after stopping there is nothing but a rest position to end in") {
  const Session session;
  for (std::size_t place = 0; place < session.routine.steps.size(); ++place) {
    const Routine rest = session.after(Interruption::stop, place, 120);
    REQUIRE(rest.movements.size() == 1);
    CHECK(session.movement(rest.movements[0].movement).phase == rest_phase);
    CHECK(sentences(session.catalogue, {rest.movements[0].because[0]}) == "closes");
  }
}

TEST_CASE("a rest position is reached even when no more changes of position are allowed") {
  RequestFields fields = sample_fields();
  fields.include = {"walk"};
  fields.position_changes = 1;
  Session session(fields);
  session.routine = sequence_of_ids(session.catalogue, sore, {"back-rest", "knee-rolls", "walk"});
  const Routine rest = session.after(Interruption::stop, 2, 300);
  REQUIRE(rest.movements.size() == 1);
  CHECK(rest.movements[0].change_seconds > 0);
}

TEST_CASE("easing lowers what is left by a step, and brings nothing new") {
  const Session session;
  const std::size_t place = session.place("knee-hug");
  const Routine rest = session.after(Interruption::ease, place, 600);
  CHECK_FALSE(rest.movements.empty());
  for (const PlannedMovement& planned : rest.movements) {
    if (session.movement(planned.movement).phase == rest_phase) continue;
    const auto& steps = session.planned.movements;
    const auto same = std::find_if(steps.begin(), steps.end(), [&](const PlannedMovement& before) {
      return before.movement == planned.movement;
    });
    REQUIRE(same != steps.end());
    CHECK(planned.step <= std::max(0, same->step - 1));
  }
}

TEST_CASE("easing at the smallest dose leaves the movement out, and says why") {
  Session session;
  const std::size_t place = session.place("knee-hug");
  session.routine.steps[place].dose.hold_seconds = 10;
  const Routine rest = session.after(Interruption::ease, place, 600);
  CHECK_FALSE(has(session, rest, "knee-hug"));
  CHECK(why_out(session.catalogue, rest, "knee-hug") == "hurt: hurt");
}

TEST_CASE("swapping brings something else in its smallest dose, and keeps what is left") {
  RequestFields fields = sample_fields();
  fields.exclude = {"walk"};
  Session session(fields);
  session.request.exclude.assign(session.request.exclude.size(), false);
  const std::size_t place = session.place("bird-dog");
  const Routine rest = session.after(Interruption::swap, place, 600);
  CHECK_FALSE(has(session, rest, "bird-dog"));
  CHECK(why_out(session.catalogue, rest, "bird-dog") == "hurt: hurt");
  REQUIRE(has(session, rest, "walk"));
  CHECK(rest.movements[static_cast<std::size_t>(place_of(session.catalogue, rest, "walk"))].step ==
        0);
}

TEST_CASE("with time lost the rest is as much of the plan as fits, and ends in a rest") {
  const Session session;
  const Routine all = session.after(Interruption::late, 1, 600);
  const Routine some = session.after(Interruption::late, 1, 150);
  CHECK(all.movements.size() > some.movements.size());
  CHECK(session.movement(some.movements.back().movement).phase == rest_phase);
  for (const PlannedMovement& planned : all.movements)
    CHECK(has(session, session.planned,
              session.catalogue.movements[static_cast<std::size_t>(planned.movement)].id));
}

TEST_CASE("easing gives a dose that is really smaller, not only a lower step") {
  Session session;
  find(session.catalogue, "knee-hug").doses[sore] = DoseRange{{10, 11}, {1, 1}, {1, 1}, 0};
  const std::size_t place = session.place("knee-hug");
  session.routine.steps[place].dose.hold_seconds = 11;
  const Routine eased = session.after(Interruption::ease, place, 600);
  REQUIRE(has(session, eased, "knee-hug"));
  CHECK(eased.movements[static_cast<std::size_t>(place_of(session.catalogue, eased, "knee-hug"))]
            .dose.hold_seconds == 10);
}

TEST_CASE("a rest to end in is no longer than it was planned, however much time is left") {
  const Session session;
  const int hold = session.routine.steps.back().dose.hold_seconds;
  for (const Interruption why :
       {Interruption::stop, Interruption::ease, Interruption::swap, Interruption::late}) {
    const Routine rest = session.after(why, 1, 3600);
    REQUIRE_FALSE(rest.movements.empty());
    CHECK(rest.movements.back().dose.hold_seconds <= hold);
  }
}

TEST_CASE("whoever lay down in bed goes on there") {
  RequestFields fields = sample_fields();
  fields.surfaces = {"bed", "floor"};
  Session session(fields);
  for (Step& step : session.routine.steps)
    if (contains(session.movement(step.movement).surfaces, Surfaces::bed))
      step.surface = Surfaces::bed;
  const Routine rest = session.after(Interruption::swap, 1, 600);
  for (const PlannedMovement& planned : rest.movements)
    if (session.catalogue
            .postures[static_cast<std::size_t>(session.movement(planned.movement).posture)]
            .lying)
      CHECK(planned.surface == Surfaces::bed);
}

TEST_CASE("a rest that the request leaves out does not come back") {
  RequestFields fields = sample_fields();
  fields.exclude = {"back-rest"};
  Session session(fields);
  session.routine = sequence_of_ids(session.catalogue, sore, {"back-rest", "knee-rolls", "bridge"});
  CHECK_FALSE(has(session, session.after(Interruption::late, 1, 600), "back-rest"));
}

TEST_CASE("without any time there is no rest of the session") {
  const Session session;
  const Routine rest = session.after(Interruption::late, 1, 0);
  CHECK(rest.status == Status::infeasible);
  CHECK(rest.movements.empty());
}
