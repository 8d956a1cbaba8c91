#include "codec/sequence_json.h"

#include <doctest/doctest.h>

#include "core/sample_catalogue.h"

using namespace unclench;
using namespace unclench::core;
using namespace unclench::test;

namespace {

struct Read {
  Sequence sequence;
  std::string errors;  // "field: message" in lines
};

Read read(const std::string& text) {
  Read read;
  codec::Errors errors;
  const auto object = codec::parse_object(text, errors);
  REQUIRE(object);
  read.sequence =
      codec::read_sequence(sample_catalogue(), codec::Fields(object->root(), "", errors));
  for (const RequestError& error : errors) read.errors += error.field + ": " + error.message + "\n";
  return read;
}

}  // namespace

TEST_CASE("a routine is read with its doses, places and notes") {
  const Read routine = read(R"({"stage": "well", "posture": "prone", "movements": [
    {"id": "bridge", "dose": {"hold_seconds": 5, "repetitions": 8, "sets": 2}, "surface": "floor",
     "note": "slowly"},
    {"id": "walk", "step": 3}]})");
  CHECK(routine.errors == "");
  REQUIRE(routine.sequence.steps.size() == 2);
  CHECK(routine.sequence.stage == well);
  CHECK(routine.sequence.posture == prone);
  CHECK(routine.sequence.steps[0].dose == Dose{5, 8, 2, 1});
  CHECK(routine.sequence.steps[0].surface == Surfaces::floor);
  CHECK(routine.sequence.steps[0].note == "slowly");
  CHECK(routine.sequence.steps[1].dose.hold_seconds == 16);
  CHECK(routine.sequence.steps[1].surface == Surfaces::floor);
}

TEST_CASE("everything that is wrong with a routine is named, with its place") {
  CHECK(read(R"({"stage": "fine", "colour": 1, "movements": [
    {"id": "brigde", "step": 0}, 7, {"id": "walk", "steps": 1},
    {"id": "bridge", "dose": {"hold_seconds": -1, "sides": 2, "reps": 3}, "surface": "chair"}]})")
            .errors ==
        "colour: is not a field here\n"
        "stage: 'fine' is not known\n"
        "movements[0].id: 'brigde' is not known; did you mean 'bridge'?\n"
        "movements[1]: must be an object\n"
        "movements[2].steps: is not a field here; did you mean 'step'?\n"
        "movements[2].dose: is missing; give it, or a 'step' from 0 to 3\n"
        "movements[3].dose.reps: is not a field here\n"
        "movements[3].dose.repetitions: is missing\n"
        "movements[3].dose.hold_seconds: must be a whole number from 0 to 1800\n"
        "movements[3].dose.sides: must be 1 for this movement\n"
        "movements[3].surface: 'chair' is not known\n");
}

TEST_CASE("a routine without movements is refused") {
  CHECK(read("{}").errors == "stage: is missing\nmovements: is missing\n");
  CHECK(read(R"({"stage": "well", "movements": []})").errors == "movements: is empty\n");
}

TEST_CASE("a note that is too long, or that holds control characters, is refused") {
  const auto with_note = [](const std::string& note) {
    return read(R"({"stage": "well", "movements": [{"id": "walk", "step": 0, "note": ")" + note +
                "\"}]}")
        .errors;
  };
  CHECK(with_note(std::string(1500, 'a')) == "");
  CHECK(with_note(std::string(1501, 'a')) == "movements[0].note: is longer than 1500 bytes\n");
  CHECK(with_note("a\\u0007b") == "movements[0].note: holds characters that cannot be written\n");
}

TEST_CASE("the time of a routine is that of its steps, from the posture before it") {
  const Catalogue catalogue = sample_catalogue();
  Sequence sequence = read(R"({"stage": "well", "movements": [
    {"id": "bridge", "step": 0}, {"id": "walk", "step": 0}]})")
                          .sequence;
  const StepTime first = step_time(catalogue, sequence, 0);
  const StepTime second = step_time(catalogue, sequence, 1);
  CHECK(first.change == 0);
  CHECK(second.change == catalogue.planner.changes[supine][standing].seconds);
  CHECK(total_seconds(catalogue, sequence) ==
        first.ready + first.doing + second.change + second.ready + second.doing);
  sequence.posture = standing;
  CHECK(step_time(catalogue, sequence, 0).change ==
        catalogue.planner.changes[standing][supine].seconds);
}
