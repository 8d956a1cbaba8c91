#include <doctest/doctest.h>

#include <algorithm>

#include "codec/answer.h"
#include "core/sample_catalogue.h"

using namespace unclench::core;
using namespace unclench::test;

namespace {

const Movement& at(const Catalogue& catalogue, int movement) {
  return catalogue.movements[static_cast<std::size_t>(movement)];
}

bool is_in(const Catalogue& catalogue, const Routine& routine, const std::string& id) {
  return place_of(catalogue, routine, id) >= 0;
}

RequestFields minutes(int count) {
  RequestFields fields = sample_fields();
  fields.minutes = count;
  return fields;
}

RequestFields including(const std::vector<std::string>& ids, int count) {
  RequestFields fields = minutes(count);
  fields.include = ids;
  return fields;
}

// Movements in the sample's settings: each takes its seconds of holding after ten of getting ready.
Movement timed(const char* id, int phase_of_it, int seconds) {
  Movement movement = unclench::test::movement(id, id, phase_of_it, supine);
  movement.doses.assign(2, DoseRange{{seconds, seconds}, {1, 1}, {1, 1}, 0});
  return movement;
}

Movement bending(Movement movement, Direction direction) {
  movement.direction = direction;
  return movement;
}

Movement following(Movement movement, int before) {
  movement.after = {before};
  return movement;
}

Movement working(Movement movement, int target, int weight) {
  movement.targets = {{target, weight}};
  return movement;
}

Catalogue catalogue_of(const std::vector<Movement>& movements) {
  Catalogue catalogue = sample_catalogue();
  catalogue.movements = movements;
  return catalogue;
}

std::vector<std::string> reasons_at(const Catalogue& catalogue, const Routine& routine,
                                    std::size_t place) {
  std::vector<std::string> reasons;
  for (const Phrase& phrase : routine.movements[place].because)
    reasons.push_back(sentence(catalogue, phrase));
  return reasons;
}

std::string only_conflict(const Catalogue& catalogue, const Routine& routine) {
  if (routine.status != Status::infeasible || routine.conflicts.size() != 1) return "";
  std::string text;
  for (int movement : routine.conflicts[0].movements) text += at(catalogue, movement).id + " ";
  return text + "| " + sentences(catalogue, routine.conflicts[0].because);
}

// The sample at many lengths, surfaces and stages.
template <typename Visit>
void for_many_routines(const Catalogue& catalogue, Visit visit) {
  for (const char* stage : {"sore", "well"})
    for (int count = 1; count <= 12; ++count)
      for (const std::vector<std::string>& surfaces :
           std::vector<std::vector<std::string>>{{"floor"}, {"bed"}, {"bed", "floor"}}) {
        RequestFields fields = minutes(count);
        fields.stage = stage;
        fields.surfaces = surfaces;
        CAPTURE(std::string(stage));
        CAPTURE(count);
        CAPTURE(surfaces.size());
        visit(plan_for(catalogue, fields), count);
      }
}

}  // namespace

// H1: what may be used at all.

TEST_CASE("a movement to avoid with a declared condition is out, with the reason") {
  const Catalogue catalogue = sample_catalogue();
  CHECK(is_in(catalogue, plan_for(catalogue, including({"press-up"}, 10)), "press-up"));
  RequestFields fields = sample_fields();
  fields.conditions = {"disc"};
  const Routine routine = plan_for(catalogue, fields);
  CHECK_FALSE(is_in(catalogue, routine, "press-up"));
  CHECK(why_out(catalogue, routine, "press-up") ==
        "condition: condition condition=disc note=It may hurt the nerve.");
}

TEST_CASE("a movement that asks for care carries the change to make") {
  const Catalogue catalogue = sample_catalogue();
  RequestFields fields = including({"knee-hug", "walk"}, 10);
  fields.conditions = {"disc", "dizziness"};
  const Routine routine = plan_for(catalogue, fields);
  REQUIRE(is_in(catalogue, routine, "knee-hug"));
  for (const PlannedMovement& planned : routine.movements) {
    const std::string& id = at(catalogue, planned.movement).id;
    if (id == "knee-hug")
      CHECK(planned.care == std::vector<std::string>{"Disc trouble: Keep it small."});
    else if (id == "walk")
      CHECK(planned.care == std::vector<std::string>{"Dizziness: Hold on to something."});
    else
      CHECK(planned.care.empty());
  }
}

TEST_CASE("care is only asked for with the condition") {
  const Routine routine = plan_for(sample_catalogue(), including({"knee-hug", "walk"}, 10));
  for (const PlannedMovement& planned : routine.movements) CHECK(planned.care.empty());
}

TEST_CASE("a movement that is not offered is never in") {
  Catalogue catalogue = sample_catalogue();
  find(catalogue, "bridge").not_offered = "It is on lists of moves to avoid.";
  const Routine routine = plan_for(catalogue, sample_fields());
  CHECK(why_out(catalogue, routine, "bridge") ==
        "not-offered: not-offered note=It is on lists of moves to avoid.");
}

TEST_CASE("an excluded movement is out, and so is what must follow it") {
  const Catalogue catalogue = sample_catalogue();
  RequestFields fields = sample_fields();
  fields.exclude = {"knee-hug"};
  const Routine routine = plan_for(catalogue, fields);
  CHECK(why_out(catalogue, routine, "knee-hug") == "excluded: excluded");
  CHECK(why_out(catalogue, routine, "double-hug") == "order: order movements=knee-hug");
}

TEST_CASE("a movement above the stage's load or without a dose for it is out") {
  Catalogue catalogue = sample_catalogue();
  find(catalogue, "bridge").load = 3;
  find(catalogue, "walk").doses[sore].reset();
  RequestFields fields = sample_fields();
  Routine routine = plan_for(catalogue, fields);
  const std::string too_much = "stage: stage stage=sore";
  CHECK(why_out(catalogue, routine, "bridge") == too_much);
  CHECK(why_out(catalogue, routine, "walk") == too_much);
  fields.stage = "well";
  fields.include = {"bridge", "walk"};
  routine = plan_for(catalogue, fields);
  CHECK(is_in(catalogue, routine, "bridge"));
  CHECK(is_in(catalogue, routine, "walk"));
}

TEST_CASE("a movement that fits no surface of the request is out") {
  const Catalogue catalogue = sample_catalogue();
  RequestFields fields = sample_fields();
  fields.surfaces = {"bed"};
  const Routine routine = plan_for(catalogue, fields);
  CHECK(why_out(catalogue, routine, "press-up") == "surface: surface surfaces=floor");
  for (const PlannedMovement& planned : routine.movements) CHECK(planned.surface == bed);
}

TEST_CASE("any one piece of the equipment is enough") {
  const Catalogue catalogue = sample_catalogue();
  RequestFields fields = including({"bird-dog"}, 10);
  for (const char* piece : {"chair", "towel"}) {
    fields.equipment = {piece};
    CHECK(is_in(catalogue, plan_for(catalogue, fields), "bird-dog"));
  }
  fields.equipment.clear();
  fields.include.clear();
  CHECK(why_out(catalogue, plan_for(catalogue, fields), "bird-dog") ==
        "equipment: equipment equipment=chair,towel");
}

TEST_CASE("whoever lies down stays on one surface") {
  Catalogue catalogue = sample_catalogue();
  find(catalogue, "knee-hug").surfaces = mask_of(bed);
  find(catalogue, "bridge").surfaces = mask_of(Surfaces::floor);
  RequestFields fields = including({"knee-hug", "bridge"}, 10);
  fields.surfaces = {"bed", "floor"};
  CHECK(plan_for(catalogue, fields).status == Status::infeasible);
  for (const char* id : {"knee-hug", "bridge"}) {
    fields.include = {id};
    CHECK(is_in(catalogue, plan_for(catalogue, fields), id));
  }
}

// H2: the time.

TEST_CASE("the seconds of the movements add up to the total, within the minutes") {
  const Catalogue catalogue = sample_catalogue();
  for_many_routines(catalogue, [&](const Routine& routine, int count) {
    int total = 0;
    int posture_before = -1;
    for (const PlannedMovement& planned : routine.movements) {
      const Movement& movement = at(catalogue, planned.movement);
      const int change = posture_before < 0
                             ? 0
                             : catalogue.planner
                                   .changes[static_cast<std::size_t>(posture_before)]
                                           [static_cast<std::size_t>(movement.posture)]
                                   .seconds;
      CHECK(planned.change_seconds == change);
      CHECK(planned.ready_seconds == 10);
      CHECK(planned.seconds == change + 10 + doing_seconds(movement, planned.dose, 0, 5));
      total += planned.seconds;
      posture_before = movement.posture;
    }
    CHECK(routine.total_seconds == total);
    CHECK(total <= count * 60);
  });
}

TEST_CASE("a routine may fill its minutes to the second, and no further") {
  CHECK(plan_for(catalogue_of({timed("long-rest", rest, 50)}), minutes(1)).total_seconds == 60);
  const Catalogue catalogue = catalogue_of({timed("longer-rest", rest, 51)});
  CHECK(only_conflict(catalogue, plan_for(catalogue, minutes(1))) == "| nothing-in-time minutes=1");
}

TEST_CASE("the dose is the largest one that pays") {
  Catalogue catalogue = catalogue_of({working(timed("roll", mobilise, 10), hips, 1)});
  catalogue.movements[0].doses.assign(2, DoseRange{{10, 61}, {1, 1}, {1, 1}, 0});
  const Routine routine = plan_for(catalogue, minutes(1));
  REQUIRE(routine.movements.size() == 1);
  CHECK(routine.movements[0].step == 2);  // 44 seconds; 61 would not fit
  CHECK(routine.movements[0].dose.hold_seconds == 44);
  CHECK(routine.score == 60 + 3 * 7 * 8);  // fit, and seven units for the hips
  CHECK(routine.bound == routine.score);
}

// H3: phases in order, rest at both ends.

TEST_CASE("phases never go back before the closing rest") {
  const Catalogue catalogue = sample_catalogue();
  for_many_routines(catalogue, [&](const Routine& routine, int) {
    for (std::size_t i = 1; i < routine.movements.size(); ++i) {
      const int phase_now = at(catalogue, routine.movements[i].movement).phase;
      const int phase_before = at(catalogue, routine.movements[i - 1].movement).phase;
      const bool closes = i + 1 == routine.movements.size() && phase_now == rest;
      CHECK((phase_now >= phase_before || closes));
    }
  });
}

TEST_CASE("rest opens and closes whenever that is possible") {
  const Catalogue catalogue = sample_catalogue();
  for_many_routines(catalogue, [&](const Routine& routine, int) {
    REQUIRE_FALSE(routine.movements.empty());
    CHECK(at(catalogue, routine.movements.front().movement).phase == rest);
    CHECK(at(catalogue, routine.movements.back().movement).phase == rest);
  });
}

TEST_CASE("one rest may be all there is time for") {
  const Catalogue catalogue = catalogue_of({timed("lie", rest, 30), timed("roll", mobilise, 15)});
  CHECK(ids_of(catalogue, plan_for(catalogue, minutes(1))) == "lie");
}

TEST_CASE("a routine that cannot close with rest still opens with it") {
  const Catalogue catalogue = catalogue_of({timed("lie", rest, 20), timed("roll", mobilise, 15)});
  const Routine routine = plan_for(catalogue, including({"roll"}, 1));
  CHECK(ids_of(catalogue, routine) == "lie roll");
}

TEST_CASE("a routine goes without rest when no rest fits beside what was asked for") {
  const Catalogue catalogue = catalogue_of({timed("lie", rest, 20), timed("roll", mobilise, 45)});
  CHECK(ids_of(catalogue, plan_for(catalogue, including({"roll"}, 1))) == "roll");
}

TEST_CASE("a rest that bends forwards may close after bending backwards") {
  const Catalogue catalogue =
      catalogue_of({bending(timed("curl-up", rest, 10), Direction::flexion),
                    bending(timed("arch", activate, 10), Direction::extension)});
  CHECK(ids_of(catalogue, plan_for(catalogue, minutes(2))) == "curl-up arch curl-up");
}

// H4: what must come before.

TEST_CASE("what a movement must follow comes before it") {
  const Catalogue catalogue = sample_catalogue();
  const Routine routine = plan_for(catalogue, including({"double-hug"}, 4));
  const int before = place_of(catalogue, routine, "knee-hug");
  CHECK(before >= 0);
  CHECK(before < place_of(catalogue, routine, "double-hug"));
}

TEST_CASE("no movement stands without what it must follow, even where a bend shuts that out") {
  const Catalogue catalogue = catalogue_of(
      {working(timed("lie", rest, 10), hips, 3),
       bending(working(timed("arch", stretch, 10), lower_back, 3), Direction::extension),
       working(timed("pause", stretch, 10), hips, 2),
       bending(working(timed("curl", stretch, 40), hips, 2), Direction::flexion),
       following(working(timed("finish", stretch, 30), core_muscles, 2), 3)});
  CHECK(ids_of(catalogue, plan_for(catalogue, minutes(2))) == "lie arch pause lie");
}

TEST_CASE("a movement may follow a rest that opens but does not close") {
  const Catalogue catalogue =
      catalogue_of({timed("long-rest", rest, 41), timed("short-rest", rest, 10),
                    following(timed("roll", mobilise, 10), 0)});
  const Routine routine = plan_for(catalogue, including({"roll"}, 2));
  CHECK(ids_of(catalogue, routine) == "long-rest roll short-rest");
}

TEST_CASE("a rest may follow another rest: one opens, the other closes") {
  const Catalogue catalogue = catalogue_of({working(timed("first-rest", rest, 10), hips, 1),
                                            following(timed("last-rest", rest, 10), 0)});
  CHECK(ids_of(catalogue, plan_for(catalogue, minutes(1))) == "first-rest last-rest");
}

// H5: what was asked for is in, or the answer says why not.

TEST_CASE("what was asked for is in, whatever it is worth") {
  Catalogue catalogue = sample_catalogue();
  find(catalogue, "walk").targets.clear();
  CHECK_FALSE(is_in(catalogue, plan_for(catalogue, minutes(2)), "walk"));
  CHECK(is_in(catalogue, plan_for(catalogue, including({"walk"}, 2)), "walk"));
}

TEST_CASE("a rest that was asked for opens or closes") {
  Catalogue catalogue = sample_catalogue();
  catalogue.movements.push_back(working(timed("side-rest", rest, 5), hips, 1));
  catalogue.movements.back().targets.clear();
  const Routine routine = plan_for(catalogue, including({"side-rest"}, 5));
  const int place = place_of(catalogue, routine, "side-rest");
  CHECK((place == 0 || place == static_cast<int>(routine.movements.size()) - 1));
}

TEST_CASE("asking for what a rule shuts out has no answer but the rule") {
  const Catalogue catalogue = sample_catalogue();
  RequestFields fields = including({"knee-rolls", "press-up"}, 10);
  fields.conditions = {"disc"};
  const Routine routine = plan_for(catalogue, fields);
  CHECK(only_conflict(catalogue, routine) ==
        "press-up | condition condition=disc note=It may hurt the nerve.");
  CHECK(routine.movements.empty());
  CHECK(routine.total_seconds == 0);
}

TEST_CASE("asking for more than fits names the movements and the time") {
  const Catalogue catalogue = sample_catalogue();
  const Routine routine = plan_for(catalogue, including({"knee-rolls", "bridge", "walk"}, 1));
  CHECK(only_conflict(catalogue, routine) == "bridge walk | together-time minutes=1");
}

TEST_CASE("only the movements that stand in each other's way are named") {
  const Catalogue catalogue = sample_catalogue();
  const Routine routine =
      plan_for(catalogue, including({"knee-rolls", "knee-hug", "press-up"}, 10));
  CHECK(only_conflict(catalogue, routine) == "knee-hug press-up | together-direction");
}

TEST_CASE("a movement that alone needs too many changes of position says so") {
  Catalogue catalogue = sample_catalogue();
  catalogue.planner.stages[sore].position_changes = 0;
  const Routine routine = plan_for(catalogue, including({"bridge", "walk"}, 10));
  CHECK(only_conflict(catalogue, routine) == "bridge walk | together-position changes=0");
}

TEST_CASE("when nothing is possible the answer says what would help") {
  const Catalogue catalogue = catalogue_of({[] {
    Catalogue sample = sample_catalogue();
    return find(sample, "bird-dog");
  }()});
  RequestFields fields = sample_fields();
  fields.equipment.clear();
  CHECK(only_conflict(catalogue, plan_for(catalogue, fields)) == "| nothing-fits");
  fields.surfaces = {"bed"};
  CHECK(only_conflict(catalogue, plan_for(catalogue, fields)) == "| nothing-fits");
}

TEST_CASE("without a routine every movement still has its reason") {
  const Catalogue catalogue = sample_catalogue();
  RequestFields fields = including({"press-up"}, 10);
  fields.conditions = {"disc"};
  const Routine routine = plan_for(catalogue, fields);
  CHECK(routine.left_out.size() == catalogue.movements.size());
  CHECK(why_out(catalogue, routine, "bridge") == "conflict: not-with-these");
}

// H6: nothing twice.

TEST_CASE("a movement stands once, but for a rest at both ends") {
  const Catalogue catalogue = sample_catalogue();
  for_many_routines(catalogue, [&](const Routine& routine, int) {
    for (std::size_t i = 0; i < routine.movements.size(); ++i)
      for (std::size_t j = i + 1; j < routine.movements.size(); ++j) {
        const bool same = routine.movements[i].movement == routine.movements[j].movement;
        CHECK((!same || (i == 0 && j + 1 == routine.movements.size())));
      }
  });
}

TEST_CASE("a movement that contains others stands instead of them") {
  const Catalogue catalogue = sample_catalogue();
  Routine routine = plan_for(catalogue, including({"hug-series"}, 10));
  CHECK(why_out(catalogue, routine, "knee-hug") == "part: part-of movements=hug-series");
  routine = plan_for(catalogue, including({"knee-hug"}, 10));
  CHECK(why_out(catalogue, routine, "hug-series") == "part: repeats movements=knee-hug");
  routine = plan_for(catalogue, including({"knee-hug", "hug-series"}, 10));
  CHECK(routine.status == Status::infeasible);
}

// H7: changes of position.

TEST_CASE("changes of position stay within the stage's limit") {
  Catalogue catalogue = sample_catalogue();
  for (int limit : {0, 1, 3}) {
    catalogue.planner.stages[sore].position_changes = limit;
    catalogue.planner.stages[well].position_changes = limit;
    for_many_routines(catalogue, [&](const Routine& routine, int) {
      int changes = 0;
      for (std::size_t i = 1; i < routine.movements.size(); ++i)
        changes += at(catalogue, routine.movements[i].movement).posture !=
                           at(catalogue, routine.movements[i - 1].movement).posture
                       ? 1
                       : 0;
      CHECK(routine.position_changes == changes);
      CHECK(changes <= limit);
    });
  }
}

TEST_CASE("a movement that would take one change too many is out, with the limit") {
  Catalogue catalogue = sample_catalogue();
  catalogue.planner.stages[sore].position_changes = 1;
  CHECK(why_out(catalogue, plan_for(catalogue, sample_fields()), "walk") ==
        "position: position changes=1");
}

// H8: bending forwards and backwards.

TEST_CASE("forwards and backwards never meet") {
  const Catalogue catalogue =
      catalogue_of({timed("lie", rest, 10), bending(timed("curl", stretch, 10), Direction::flexion),
                    bending(timed("arch", activate, 10), Direction::extension)});
  const Routine routine = plan_for(catalogue, sample_fields());
  CHECK(ids_of(catalogue, routine) == "lie curl lie");
  CHECK(why_out(catalogue, routine, "arch") == "value: instead movements=curl points=10");
  CHECK(plan_for(catalogue, including({"curl", "arch"}, 10)).status == Status::infeasible);
}

TEST_CASE("a neutral movement between keeps forwards and backwards apart") {
  const Catalogue catalogue = catalogue_of(
      {timed("lie", rest, 10), bending(timed("curl", stretch, 10), Direction::flexion),
       timed("pause", stretch, 10), bending(timed("arch", activate, 10), Direction::extension)});
  CHECK(ids_of(catalogue, plan_for(catalogue, including({"curl", "arch"}, 10))) ==
        "lie curl pause arch lie");
}

TEST_CASE("a turn between does not keep forwards and backwards apart") {
  const Catalogue catalogue =
      catalogue_of({timed("lie", rest, 10), bending(timed("curl", stretch, 10), Direction::flexion),
                    bending(timed("turn", stretch, 10), Direction::rotation),
                    bending(timed("arch", activate, 10), Direction::extension)});
  CHECK(plan_for(catalogue, including({"curl", "arch"}, 10)).status == Status::infeasible);
}

// What is best.

TEST_CASE("effort above the comfortable load costs points") {
  Catalogue catalogue = catalogue_of({timed("lie", rest, 10)});
  const Points gentle = plan_for(catalogue, minutes(1)).score;
  catalogue.movements[0].load = 2;
  catalogue.movements[0].doses.assign(2, DoseRange{{31, 31}, {1, 1}, {1, 1}, 0});
  const Points demanding = plan_for(catalogue, minutes(1)).score;
  CHECK(demanding == 20 + 5 * 8 * 8 - 20);
  CHECK(gentle == 2 * 20 + 5 * (10 * 8 + 6 * 4));  // opens and closes
}

TEST_CASE("of two routines that are worth the same the earlier movement is chosen") {
  const Catalogue catalogue = catalogue_of(
      {timed("lie", rest, 10), timed("one", stretch, 10), timed("other", stretch, 10)});
  CHECK(ids_of(catalogue, plan_for(catalogue, minutes(1))) == "lie one lie");
}

TEST_CASE("of two routines that are worth the same the shorter is chosen") {
  const Catalogue catalogue = catalogue_of(
      {timed("lie", rest, 10), timed("longer", stretch, 10), timed("shorter", stretch, 9)});
  CHECK(ids_of(catalogue, plan_for(catalogue, minutes(1))) == "lie shorter lie");
}

TEST_CASE("of two routines that are worth the same the one with fewer changes is chosen") {
  Catalogue catalogue = catalogue_of(
      {timed("lie", rest, 10), timed("kneel", stretch, 8), timed("stay", stretch, 10)});
  catalogue.movements[1].posture = all_fours;
  for (auto& row : catalogue.planner.changes)
    for (PositionChange& change : row) change = {0, 0};
  CHECK(ids_of(catalogue, plan_for(catalogue, minutes(1))) == "lie stay lie");
}

TEST_CASE("the same request has the same answer to the byte") {
  const Catalogue catalogue = sample_catalogue();
  const auto text = [&] {
    return unclench::codec::encode_routine(catalogue, plan_for(catalogue, sample_fields()));
  };
  CHECK(text() == text());
}

TEST_CASE("a search that reaches its limit says how much better a routine could be") {
  Catalogue catalogue = sample_catalogue();
  const RequestFields fields = minutes(4);
  const Routine best = plan_for(catalogue, fields);
  catalogue.planner.node_limit = 0;
  const Routine hasty = plan_for(catalogue, fields);
  CHECK(best.status == Status::optimal);
  CHECK(best.bound == best.score);
  CHECK(hasty.status == Status::feasible);
  CHECK(hasty.score <= best.score);
  CHECK(hasty.bound >= best.score);
}

// Reasons.

TEST_CASE("every movement says why it is in") {
  const Catalogue catalogue = sample_catalogue();
  for_many_routines(catalogue, [&](const Routine& routine, int) {
    for (const PlannedMovement& planned : routine.movements) {
      CHECK_FALSE(planned.because.empty());
    }
  });
}

TEST_CASE("the reasons name what a movement works on, prepares for and saves") {
  const Catalogue catalogue = sample_catalogue();
  const Routine routine = plan_for(catalogue, including({"double-hug"}, 3));
  const auto reasons = [&](const std::string& id) {
    return reasons_at(catalogue, routine,
                      static_cast<std::size_t>(place_of(catalogue, routine, id)));
  };
  CHECK(reasons("back-rest") == std::vector<std::string>{"opens"});
  CHECK(reasons_at(catalogue, routine, routine.movements.size() - 1) ==
        std::vector<std::string>{"closes"});
  CHECK(reasons("knee-hug") == std::vector<std::string>{"works-on phase=stretch targets=lower-back",
                                                        "prepares movements=double-hug", "stays"});
  CHECK(reasons("double-hug") ==
        std::vector<std::string>{"works-on phase=stretch targets=lower-back", "asked", "stays",
                                 "builds-on movements=knee-hug"});
}

TEST_CASE("every other movement is left out once, in catalogue order, with a known rule") {
  const Catalogue catalogue = sample_catalogue();
  const std::vector<std::string> rules = {
      "condition", "not-offered", "excluded", "stage",    "surface",   "equipment", "order",
      "part",      "value",       "time",     "position", "direction", "rest"};
  for_many_routines(catalogue, [&](const Routine& routine, int) {
    std::vector<int> out;
    for (const LeftOut& left_out : routine.left_out) {
      out.push_back(left_out.movement);
      CHECK_FALSE(left_out.because.empty());
      CHECK(std::find(rules.begin(), rules.end(), left_out.rule) != rules.end());
    }
    std::vector<int> expected;
    for (std::size_t m = 0; m < catalogue.movements.size(); ++m)
      if (!is_in(catalogue, routine, catalogue.movements[m].id))
        expected.push_back(static_cast<int>(m));
    CHECK(out == expected);
  });
}

TEST_CASE("a movement that is worth less says what it would replace and cost") {
  const Catalogue catalogue = catalogue_of(
      {timed("lie", rest, 10), timed("roll", mobilise, 10), timed("reach", stretch, 10)});
  CHECK(why_out(catalogue, plan_for(catalogue, minutes(1)), "reach") ==
        "value: over-time seconds=20 instead movements=roll points=10");
}

TEST_CASE("a movement that takes too long says so") {
  const Catalogue catalogue = catalogue_of({timed("lie", rest, 10), timed("long", stretch, 60)});
  CHECK(why_out(catalogue, plan_for(catalogue, minutes(1)), "long") == "time: time minutes=1");
}
