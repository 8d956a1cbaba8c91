#include "core/session/timeline.h"

#include <doctest/doctest.h>

#include "codec/json.h"
#include "codec/timeline_json.h"
#include "core/random.h"
#include "core/sample_catalogue.h"

using namespace unclench;
using namespace unclench::core;
using namespace unclench::test;

namespace {

constexpr const char* names[] = {"change", "ready", "move", "hold", "switch", "rest", "done"};

// The cues without their times: kind, set and repetition, side, as in "hold 1.2 side 2".
std::string order_of(const std::vector<Cue>& cues) {
  std::string text;
  for (const Cue& cue : cues) {
    text += text.empty() ? "" : ", ";
    text += names[static_cast<int>(cue.kind)];
    if (cue.set > 0) text += " " + std::to_string(cue.set);
    if (cue.repetition > 0) text += "." + std::to_string(cue.repetition);
    if (cue.side > 0) text += " side " + std::to_string(cue.side);
  }
  return text;
}

Step step(int movement, const Dose& dose) {
  Step step;
  step.movement = movement;
  step.dose = dose;
  return step;
}

// What is wrong with the cues of a session; nothing when they keep every promise of the header.
std::string broken_promise(const Catalogue& catalogue, const Sequence& sequence) {
  const std::vector<Cue> cues = timeline(catalogue, sequence);
  std::int64_t end = 0;
  for (const Cue& cue : cues) {
    if (cue.start != end) return "a gap or an overlap";
    if ((cue.length > 0) == (cue.kind == CueKind::done)) return "a length";
    end = cue.start + cue.length;
  }
  if (end != std::int64_t{total_seconds(catalogue, sequence)} * 1000) return "the total";
  if (cues.empty() || cues.back().kind != CueKind::done) return "no end";
  return "";
}

// How many repetitions one side has in one set of a step; -1 when they are not numbered from 1.
int count(const std::vector<Cue>& cues, CueKind kind, int place, int set, int side) {
  int found = 0;
  for (const Cue& cue : cues) {
    if (cue.kind != kind || cue.place != place || cue.set != set || cue.side != side) continue;
    if (cue.repetition != ++found) return -1;
  }
  return found;
}

bool sides_are_even(const std::vector<Cue>& cues, const Catalogue& catalogue, const Step& step,
                    int place) {
  const int tempo = catalogue.movements[at(step.movement)].tempo;
  for (int set = 1; set <= step.dose.sets; ++set)
    for (int side = 0; side <= 2; ++side) {
      const bool has_it = (step.dose.sides == 2) == (side > 0);
      const int expected = has_it ? step.dose.repetitions : 0;
      if (count(cues, CueKind::move, place, set, side) != (tempo > 0 ? expected : 0) ||
          count(cues, CueKind::hold, place, set, side) !=
              (step.dose.hold_seconds > 0 ? expected : 0))
        return false;
    }
  return true;
}

Catalogue random_catalogue(Random& random) {
  Catalogue catalogue = sample_catalogue();
  for (Movement& movement : catalogue.movements) {
    movement.posture = random.below(4);
    movement.tempo = random.one_in(3) ? 0 : random.between(1, 9);
    for (auto& dose : movement.doses) {
      dose->rest = random.one_in(3) ? 0 : random.between(1, 60);
      if (random.one_in(5)) dose.reset();
    }
  }
  catalogue.planner.switch_sides = random.below(8);
  for (StageSettings& stage : catalogue.planner.stages) stage.get_ready = random.below(20);
  for (std::size_t from = 0; from < 4; ++from)
    for (std::size_t to = 0; to < 4; ++to)
      catalogue.planner.changes[from][to].seconds = from == to ? 0 : random.below(60);
  return catalogue;
}

Sequence random_sequence(Random& random, const Catalogue& catalogue) {
  Sequence sequence;
  sequence.stage = random.below(2);
  sequence.posture = random.between(-1, 3);
  for (int count = random.below(8); count > 0; --count) {
    Dose dose;
    dose.hold_seconds = random.one_in(3) ? 0 : random.between(1, 60);
    dose.repetitions = random.between(1, 12);
    dose.sets = random.between(1, 4);
    dose.sides = random.between(1, 2);
    sequence.steps.push_back(
        step(random.below(static_cast<int>(catalogue.movements.size())), dose));
  }
  return sequence;
}

Sequence sequence_of(const Routine& routine, int stage) {
  Sequence sequence;
  sequence.stage = stage;
  for (const PlannedMovement& planned : routine.movements)
    sequence.steps.push_back(step(planned.movement, planned.dose));
  return sequence;
}

std::string errors_of(const std::string& question) {
  const codec::Answer answer = codec::timeline_answer(sample_catalogue(), question);
  CHECK_FALSE(answer.valid);
  std::string errors;
  const Json json = Json::parse(answer.text);
  for (const Json& error : json["errors"])
    errors += error["field"].get<std::string>() + ": " + error["message"].get<std::string>() + "\n";
  return errors;
}

// A routine that takes four hours and some seconds more.
std::string long_routine(int seconds_more) {
  std::string text = R"({"stage": "well", "movements": [)";
  for (int i = 0; i < 8; ++i) {
    const int hold = 1790 + (i == 7 ? seconds_more : 0);
    text += std::string(i == 0 ? "" : ",") + R"({"id": "bridge", "dose": {"hold_seconds": )" +
            std::to_string(hold) + R"(, "repetitions": 1}})";
  }
  return text + "]}";
}

}  // namespace

TEST_CASE("a repetition is moving, then holding; both sides are done in every set") {
  Catalogue catalogue = sample_catalogue();
  find(catalogue, "knee-rolls").tempo = 4;
  find(catalogue, "knee-rolls").doses[well]->rest = 20;
  Sequence sequence;
  sequence.stage = well;
  sequence.steps = {step(find_term(catalogue.movements, "knee-rolls"), Dose{6, 2, 2, 2})};
  CHECK(order_of(timeline(catalogue, sequence)) ==
        "ready, move 1.1 side 1, hold 1.1 side 1, move 1.2 side 1, hold 1.2 side 1, "
        "switch 1 side 2, "
        "move 1.1 side 2, hold 1.1 side 2, move 1.2 side 2, hold 1.2 side 2, "
        "rest 2, move 2.1 side 1, hold 2.1 side 1, move 2.2 side 1, hold 2.2 side 1, "
        "switch 2 side 2, "
        "move 2.1 side 2, hold 2.1 side 2, move 2.2 side 2, hold 2.2 side 2, done");
}

TEST_CASE("a movement that is only held, or only moved, has one cue a repetition") {
  Catalogue catalogue = sample_catalogue();
  Sequence sequence;
  sequence.steps = {step(0, Dose{6, 2, 1, 1})};
  CHECK(order_of(timeline(catalogue, sequence)) == "ready, hold 1.1, hold 1.2, done");
  catalogue.movements[0].tempo = 4;
  sequence.steps[0].dose.hold_seconds = 0;
  CHECK(order_of(timeline(catalogue, sequence)) == "ready, move 1.1, move 1.2, done");
}

TEST_CASE("what takes no time has no cue") {
  Catalogue catalogue = sample_catalogue();
  Sequence sequence;
  CHECK(order_of(timeline(catalogue, sequence)) == "done");
  sequence.steps = {step(0, Dose{0, 3, 2, 2})};
  CHECK(order_of(timeline(catalogue, sequence)) == "ready, switch 1 side 2, switch 2 side 2, done");
  catalogue.planner.switch_sides = 0;
  catalogue.planner.stages[sore].get_ready = 0;
  CHECK(order_of(timeline(catalogue, sequence)) == "done");
}

TEST_CASE("a change of position names both postures and the words for it") {
  const Catalogue catalogue = sample_catalogue();
  Sequence sequence;
  sequence.posture = all_fours;
  sequence.steps = {step(find_term(catalogue.movements, "bridge"), Dose{5, 1, 1, 1}),
                    step(find_term(catalogue.movements, "walk"), Dose{5, 1, 1, 1})};
  const std::vector<Cue> cues = timeline(catalogue, sequence);
  REQUIRE(order_of(cues) == "change, ready, hold 1.1, change, ready, hold 1.1, done");
  CHECK(cues[0].place == 0);
  CHECK(change_instruction(catalogue, cues[0]) == "all-fours-to-supine");
  CHECK(cues[0].length == 15000);
  CHECK(cues[3].place == 1);
  CHECK(change_instruction(catalogue, cues[3]) == "supine-to-standing");
  CHECK(cues[3].start == 30000);
  CHECK(cues[6].place == 2);

  sequence.posture = -1;
  CHECK(order_of(timeline(catalogue, sequence)) ==
        "ready, hold 1.1, change, ready, hold 1.1, done");
}

TEST_CASE("every session is seamless, as long as its routine, and fair to both sides") {
  for (int seed = 1; seed <= 5000; ++seed) {
    CAPTURE(seed);
    Random random(static_cast<std::uint64_t>(seed));
    const Catalogue catalogue = random_catalogue(random);
    const Sequence sequence = random_sequence(random, catalogue);
    CHECK(broken_promise(catalogue, sequence) == "");
    const std::vector<Cue> cues = timeline(catalogue, sequence);
    for (std::size_t place = 0; place < sequence.steps.size(); ++place)
      CHECK(sides_are_even(cues, catalogue, sequence.steps[place], static_cast<int>(place)));
  }
}

TEST_CASE("a planned routine is played in exactly the time that was planned") {
  Catalogue catalogue = sample_catalogue();
  find(catalogue, "knee-rolls").tempo = 3;
  for (const char* stage : {"sore", "well"})
    for (int minutes = 1; minutes <= 15; ++minutes) {
      CAPTURE(minutes);
      RequestFields fields = sample_fields();
      fields.stage = stage;
      fields.minutes = minutes;
      const Routine routine = plan_for(catalogue, fields);
      const Sequence sequence = sequence_of(routine, find_term(catalogue.stages, stage));
      CHECK(broken_promise(catalogue, sequence) == "");
      CHECK(timeline(catalogue, sequence).back().start ==
            std::int64_t{routine.total_seconds} * 1000);
    }
}

TEST_CASE("a timeline is answered as JSON, each cue with the fields that it needs") {
  const codec::Answer answer = codec::timeline_answer(sample_catalogue(), R"({
    "stage": "sore", "posture": "standing", "movements": [
      {"id": "knee-rolls", "dose": {"hold_seconds": 8, "repetitions": 1}}]})");
  CHECK(answer.valid);
  const Json json = Json::parse(answer.text);
  CHECK(json["total_milliseconds"] == 61000);
  CHECK(answer.text.substr(0, 37) == "{\n  \"total_milliseconds\": 61000,\n  \"c");
  REQUIRE(json["cues"].size() == 6);
  const char* expected[] = {
      R"({"kind":"change","movement":"knee-rolls","place":0,"start":0,"length":30000,)"
      R"("from":"standing","to":"supine","instruction":"standing-to-supine"})",
      R"({"kind":"ready","movement":"knee-rolls","place":0,"start":30000,"length":10000})",
      R"({"kind":"hold","movement":"knee-rolls","place":0,"start":40000,"length":8000,)"
      R"("set":1,"side":1,"repetition":1})",
      R"({"kind":"switch","movement":"knee-rolls","place":0,"start":48000,"length":5000,)"
      R"("set":1,"side":2})",
      R"({"kind":"hold","movement":"knee-rolls","place":0,"start":53000,"length":8000,)"
      R"("set":1,"side":2,"repetition":1})",
      R"({"kind":"done","start":61000,"length":0})"};
  for (std::size_t i = 0; i < 6; ++i) CHECK(json["cues"][i].dump() == expected[i]);
}

TEST_CASE("a routine that cannot be read has no timeline, and everything wrong is named") {
  CHECK(errors_of("[]") == "request: must be a JSON object\n");
  CHECK(errors_of(R"({"stage": "well", "movements": [{"id": "wlak", "step": 0}], "minutes": 5})") ==
        "minutes: is not a field here\n"
        "movements[0].id: 'wlak' is not known; did you mean 'walk'?\n");
}

TEST_CASE("a routine of more than four hours has no timeline") {
  const codec::Answer longest = codec::timeline_answer(sample_catalogue(), long_routine(0));
  CHECK(longest.valid);
  CHECK(Json::parse(longest.text)["total_milliseconds"] == codec::longest_session * 1000);
  CHECK(errors_of(long_routine(1)) == "movements: take more than 4 hours together\n");
}
