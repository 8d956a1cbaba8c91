#include <doctest/doctest.h>

#include <algorithm>

#include "core/sample_catalogue.h"

using namespace unclench::core;
using namespace unclench::test;

namespace {

Catalogue with_preferences() {
  Catalogue catalogue = sample_catalogue();
  catalogue.planner.preferences = {20, 50, 200, 300, 400, 350, 3};
  return catalogue;
}

const PlannedMovement& planned(const Catalogue& catalogue, const Routine& routine,
                               const std::string& id) {
  return routine.movements[static_cast<std::size_t>(place_of(catalogue, routine, id))];
}

bool says(const std::vector<Phrase>& because, PhraseId id) {
  return std::any_of(because.begin(), because.end(),
                     [&](const Phrase& phrase) { return phrase.id == id; });
}

int first_posture(const Catalogue& catalogue, const Routine& routine) {
  return catalogue.movements[static_cast<std::size_t>(routine.movements.at(0).movement)].posture;
}

}  // namespace

TEST_CASE("a fixed dose step is the one that a locked movement has") {
  const Catalogue catalogue = with_preferences();
  for (int step = 0; step < dose_steps; ++step) {
    RequestFields fields = sample_fields();
    fields.include = {"bridge"};
    fields.doses = {{"bridge", step}};
    CHECK(planned(catalogue, plan_for(catalogue, fields), "bridge").step == step);
  }
}

TEST_CASE("a fixed dose step that gives the same dose as a higher one counts as that") {
  Catalogue catalogue = with_preferences();
  find(catalogue, "bridge").doses[sore] = DoseRange{{10, 11}, {1, 1}, {1, 1}, 0};
  RequestFields fields = sample_fields();
  fields.include = {"bridge"};
  fields.doses = {{"bridge", 0}};
  const Routine routine = plan_for(catalogue, fields);
  CHECK(planned(catalogue, routine, "bridge").dose.hold_seconds == 10);
  CHECK(planned(catalogue, routine, "bridge").step == 1);
}

TEST_CASE("a target in focus is worked on more, and the reason says so") {
  const Catalogue catalogue = with_preferences();
  const auto work_on_hips = [&](const Routine& routine) {
    int units = 0;
    for (const PlannedMovement& planned : routine.movements)
      for (const TargetWeight& target :
           catalogue.movements[static_cast<std::size_t>(planned.movement)].targets)
        if (target.target == hips)
          units +=
              target.weight * catalogue.planner.dose_units[static_cast<std::size_t>(planned.step)];
    return units;
  };
  RequestFields fields = sample_fields();
  fields.minutes = 2;
  const int without = work_on_hips(plan_for(catalogue, fields));
  fields.focus = {"hips"};
  const Routine routine = plan_for(catalogue, fields);
  CHECK(work_on_hips(routine) > without);
  const auto& movements = routine.movements;
  CHECK(std::any_of(movements.begin(), movements.end(), [](const PlannedMovement& planned) {
    return says(planned.because, PhraseId::focus);
  }));
}

TEST_CASE("bending the way that eases is preferred, and the other way avoided") {
  const Catalogue catalogue = with_preferences();
  RequestFields fields = sample_fields();
  fields.minutes = 3;
  fields.eases = "extension";
  const Routine backwards = plan_for(catalogue, fields);
  CHECK(place_of(catalogue, backwards, "knee-hug") < 0);
  fields.eases = "flexion";
  const Routine forwards = plan_for(catalogue, fields);
  REQUIRE(place_of(catalogue, forwards, "knee-hug") >= 0);
  CHECK(says(planned(catalogue, forwards, "knee-hug").because, PhraseId::eases));
  fields.eases = "neither";
  const Routine neither = plan_for(catalogue, fields);
  CHECK(place_of(catalogue, neither, "knee-hug") < 0);
  CHECK(place_of(catalogue, neither, "press-up") < 0);
}

TEST_CASE("what hurt or was done lately gives way, and what helped comes in") {
  const Catalogue catalogue = with_preferences();
  RequestFields fields = sample_fields();
  fields.minutes = 2;
  const auto has = [&](const std::string& id) {
    return place_of(catalogue, plan_for(catalogue, fields), id) >= 0;
  };
  REQUIRE(has("bridge"));
  REQUIRE_FALSE(has("knee-rolls"));
  fields.hurt = {"bridge"};
  CHECK_FALSE(has("bridge"));
  fields.hurt.clear();
  fields.helped = {"knee-rolls"};
  const Routine helped = plan_for(catalogue, fields);
  REQUIRE(has("knee-rolls"));
  CHECK(says(planned(catalogue, helped, "knee-rolls").because, PhraseId::helped));
  fields.recent = {"knee-rolls"};
  CHECK_FALSE(has("knee-rolls"));
}

TEST_CASE("a request may ask for fewer changes of position than the stage allows, not for more") {
  const Catalogue catalogue = with_preferences();
  RequestFields fields = sample_fields();
  fields.include = {"bridge", "walk"};
  fields.position_changes = 0;
  CHECK(plan_for(catalogue, fields).status == Status::infeasible);
  fields.position_changes = 50;
  const Routine routine = plan_for(catalogue, fields);
  CHECK(routine.position_changes >= 1);
  CHECK(routine.position_changes <= catalogue.planner.stages[sore].position_changes);
}

TEST_CASE("getting from the posture that the person is in takes time and is a change") {
  const Catalogue catalogue = with_preferences();
  RequestFields fields = sample_fields();
  const Routine unknown = plan_for(catalogue, fields);
  CHECK(unknown.movements[0].change_seconds == 0);
  fields.posture = "supine";
  const Routine lying = plan_for(catalogue, fields);
  CHECK(lying.movements[0].change_seconds == 0);
  CHECK(says(lying.movements[0].because, PhraseId::begins));
  fields.posture = "standing";
  const Routine standing_up = plan_for(catalogue, fields);
  CHECK(standing_up.movements[0].change_seconds ==
        catalogue.planner
            .changes[standing][static_cast<std::size_t>(first_posture(catalogue, standing_up))]
            .seconds);
  CHECK(standing_up.position_changes >= 1);
  CHECK(standing_up.score < lying.score);
}

TEST_CASE("at a stage that asks for it nobody has to change position first") {
  Catalogue catalogue = with_preferences();
  catalogue.planner.stages[sore].stay_first = true;
  for (const char* posture : {"supine", "prone", "all-fours", "standing"}) {
    CAPTURE(std::string(posture));
    RequestFields fields = sample_fields();
    fields.posture = posture;
    const Routine routine = plan_for(catalogue, fields);
    REQUIRE_FALSE(routine.movements.empty());
    CHECK(catalogue.postures[static_cast<std::size_t>(first_posture(catalogue, routine))].id ==
          posture);
    CHECK(routine.movements[0].change_seconds == 0);
  }
}

TEST_CASE("where nothing can begin as the person is, the answer says so and what would help") {
  Catalogue catalogue = with_preferences();
  catalogue.planner.stages[sore].stay_first = true;
  find(catalogue, "walk").doses[sore].reset();
  RequestFields fields = sample_fields();
  fields.posture = "standing";
  const Routine routine = plan_for(catalogue, fields);
  CHECK(routine.status == Status::infeasible);
  REQUIRE(routine.conflicts.size() == 1);
  CHECK(sentences(catalogue, routine.conflicts[0].because) == "nothing-from-here posture=standing");
  REQUIRE(routine.changes.size() == 1);
  CHECK(sentences(catalogue, routine.changes[0]) == "move-first");
  CHECK(why_out(catalogue, routine, "bridge") == "start: start posture=standing");
}

TEST_CASE("another routine differs, is nearly as good, and is the same for the same number") {
  Catalogue catalogue = with_preferences();
  catalogue.planner.preferences.variety_percent = 12;
  RequestFields fields = sample_fields();
  fields.stage = "well";
  fields.minutes = 4;
  const Routine best = plan_for(catalogue, fields);
  int different = 0;
  for (int number = 1; number <= 30; ++number) {
    CAPTURE(number);
    fields.variety = number;
    const Routine other = plan_for(catalogue, fields);
    CHECK(other.score * 100 >= best.score * 88);
    CHECK(other.bound == best.bound);
    CHECK(ids_of(catalogue, plan_for(catalogue, fields)) == ids_of(catalogue, other));
    if (ids_of(catalogue, other) == ids_of(catalogue, best)) continue;
    CHECK(other.status == Status::feasible);
    ++different;
  }
  CHECK(different > 0);
}

TEST_CASE("when nothing is possible the smallest sets of answers to change are named") {
  const Catalogue catalogue = with_preferences();
  const auto changes = [&](const RequestFields& fields) {
    std::string text;
    for (const std::vector<Phrase>& set : plan_for(catalogue, fields).changes)
      text += sentences(catalogue, set) + "\n";
    return text;
  };
  RequestFields fields = sample_fields();
  CHECK(changes(fields) == "");
  fields.minutes = 1;
  fields.include = {"bridge", "walk"};
  CHECK(changes(fields) ==
        "allow-minutes minutes=2\n"
        "do-without movements=bridge\n");
  fields.include = {"bird-dog"};
  fields.equipment.clear();
  fields.minutes = 10;
  CHECK(changes(fields) ==
        "add-equipment equipment=chair\n"
        "do-without movements=bird-dog\n");
  fields.surfaces = {"bed"};
  CHECK(changes(fields) == "do-without movements=bird-dog\n");
  fields = sample_fields();
  fields.position_changes = 0;
  fields.include = {"walk", "bridge"};
  CHECK(changes(fields) ==
        "do-without movements=bridge\n"
        "allow-position-changes changes=1\n");
}

TEST_CASE("a conflict names what was asked for even where not even a rest is possible") {
  const Catalogue catalogue = with_preferences();
  RequestFields fields = sample_fields();
  fields.exclude = {"back-rest"};
  fields.minutes = 1;
  fields.include = {"bridge", "walk"};
  const Routine routine = plan_for(catalogue, fields);
  REQUIRE(routine.conflicts.size() == 1);
  CHECK(routine.conflicts[0].movements.size() == 2);
}

TEST_CASE("the rule that leaves nothing is named when nothing was asked for") {
  Catalogue catalogue = with_preferences();
  for (Movement& movement : catalogue.movements)
    if (movement.posture == standing) movement.doses[sore].reset();
  RequestFields fields = sample_fields();
  fields.posture = "standing";
  fields.position_changes = 0;
  const Routine routine = plan_for(catalogue, fields);
  REQUIRE(routine.conflicts.size() == 1);
  CHECK(sentences(catalogue, routine.conflicts[0].because) == "nothing-within-changes changes=0");
  CHECK(routine.posture == standing);
}

TEST_CASE("what a person's body is like is never an answer to change") {
  const Catalogue catalogue = with_preferences();
  RequestFields fields = sample_fields();
  fields.include = {"press-up"};
  fields.conditions = {"disc"};
  const Routine routine = plan_for(catalogue, fields);
  REQUIRE(routine.changes.size() == 1);
  CHECK(sentences(catalogue, routine.changes[0]) == "do-without movements=press-up");
}
