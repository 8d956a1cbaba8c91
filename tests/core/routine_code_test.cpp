#include "core/code/routine_code.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "core/code/code_layout.h"
#include "core/code/fingerprint.h"
#include "core/code/stable_hash.h"
#include "core/kept_codes.h"
#include "core/sequences.h"

using namespace unclench::core;
using namespace unclench::test;

namespace {

std::string lines_of(const std::vector<RequestError>& errors) {
  std::string lines;
  for (const RequestError& error : errors) lines += error.field + ": " + error.message + "\n";
  return lines;
}

std::string encoded(const Catalogue& catalogue, const Sequence& sequence) {
  const RoutineCode code = encode_routine_code(catalogue, sequence);
  REQUIRE(lines_of(code.errors) == "");
  return code.text;
}

Sequence short_routine(const Catalogue& catalogue) {
  Sequence sequence;
  sequence.stage = well;
  sequence.posture = standing;
  sequence.steps = {step_of(catalogue, "walk", {60, 1, 1}, Surfaces::floor),
                    step_of(catalogue, "knee-rolls", {10, 5, 1}, Surfaces::bed)};
  return sequence;
}

// Renames a movement. Ids of the same short hash: "double-prone-twist" and "camel-bird-knee".
Catalogue with_names(const std::string& instead_of_walk, const std::string& instead_of_bridge) {
  Catalogue catalogue = sample_catalogue();
  find(catalogue, "walk").id = instead_of_walk;
  find(catalogue, "bridge").id = instead_of_bridge;
  return catalogue;
}

template <typename Values>
void reverse(Values& values) {
  std::reverse(values.begin(), values.end());
}

// The same edition with every list the other way round.
Catalogue reversed(Catalogue catalogue) {
  const int last_surface = static_cast<int>(catalogue.surfaces.size()) - 1;
  const int last_posture = static_cast<int>(catalogue.postures.size()) - 1;
  for (Movement& movement : catalogue.movements) {
    Mask surfaces = 0;
    for (int surface = 0; surface <= last_surface; ++surface)
      if (contains(movement.surfaces, surface)) surfaces |= mask_of(last_surface - surface);
    movement.surfaces = surfaces;
    movement.posture = last_posture - movement.posture;
    reverse(movement.doses);
  }
  reverse(catalogue.movements);
  reverse(catalogue.surfaces);
  reverse(catalogue.postures);
  reverse(catalogue.stages);
  reverse(catalogue.planner.stages);
  return catalogue;
}

}  // namespace

TEST_CASE("codes that people keep mean for ever what they meant") {
  const Catalogue catalogue = sample_catalogue();
  for (const KeptCode& kept : kept_codes) {
    CAPTURE(kept.code);
    const DecodedRoutine decoded = decode_routine_code(catalogue, kept.code);
    CHECK(lines_of(decoded.errors) == "");
    if (!decoded.errors.empty()) continue;
    CHECK(written(catalogue, decoded.sequence) == kept.routine);
    CHECK(without_edition(encoded(catalogue, decoded.sequence)) == without_edition(kept.code));
  }
}

TEST_CASE("a code means the routine that it was made of") {
  const Catalogue catalogue = sample_catalogue();
  Random random(1);
  for (int i = 0; i < 5000; ++i) {
    const Sequence sequence = random_sequence(catalogue, random);
    const std::string code = encoded(catalogue, sequence);
    const DecodedRoutine decoded = decode_routine_code(catalogue, code);
    REQUIRE(lines_of(decoded.errors) == "");
    REQUIRE(written(catalogue, decoded.sequence) == written(catalogue, sequence));
    REQUIRE(decoded.same_catalogue);
    REQUIRE(encoded(catalogue, decoded.sequence) == code);
  }
}

TEST_CASE("different routines have different codes") {
  const Catalogue catalogue = sample_catalogue();
  Random random(2);
  std::set<std::string> routines, codes;
  for (int i = 0; i < 2000; ++i) {
    const Sequence sequence = random_sequence(catalogue, random);
    routines.insert(written(catalogue, sequence));
    codes.insert(encoded(catalogue, sequence));
  }
  CHECK(codes.size() == routines.size());
}

TEST_CASE("ten movements with the largest doses fit into 120 characters") {
  const Catalogue catalogue = sample_catalogue();
  Sequence sequence;
  sequence.posture = standing;
  const Dose largest{limits::hold, limits::repetitions, limits::sets};
  for (int i = 0; i < 10; ++i)
    sequence.steps.push_back(
        step_of(catalogue, i % 2 == 0 ? "hug-series" : "knee-rolls", largest, i % 2));
  CHECK(encoded(catalogue, sequence).size() == 120);
}

TEST_CASE("a code needs no escape in an address and begins with its version") {
  const Catalogue catalogue = sample_catalogue();
  Random random(3);
  for (int i = 0; i < 200; ++i) {
    const std::string code = encoded(catalogue, random_sequence(catalogue, random));
    REQUIRE(code.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                                   "0123456789-_") == std::string::npos);
    REQUIRE(code[0] == '1');
  }
}

TEST_CASE("the longest routine with the longest notes has a code") {
  const Catalogue catalogue = sample_catalogue();
  Sequence sequence;
  sequence.posture = prone;
  const std::string note(Step::longest_note, '\n');
  sequence.steps.assign(Sequence::most_steps,
                        step_of(catalogue, "walk", {0, 1, 1}, Surfaces::floor, note));
  const std::string code = encoded(catalogue, sequence);
  CHECK(code.size() == code_layout::longest_code);
  CHECK(written(catalogue, decode_routine_code(catalogue, code).sequence) ==
        written(catalogue, sequence));
  sequence.steps.push_back(sequence.steps[0]);
  CHECK(lines_of(encode_routine_code(catalogue, sequence).errors) ==
        "movements: must be 1 to 100\n");
}

TEST_CASE("white space around a code is passed over") {
  const Catalogue catalogue = sample_catalogue();
  const std::string code = encoded(catalogue, short_routine(catalogue));
  const DecodedRoutine decoded = decode_routine_code(catalogue, "\n\t " + code + " \r\n");
  CHECK(lines_of(decoded.errors) == "");
  CHECK(written(catalogue, decoded.sequence) ==
        "well from standing; walk floor 60x1x1; knee-rolls bed 10x5x1");
}

TEST_CASE("the order of an edition does not matter to a code") {
  const Catalogue catalogue = sample_catalogue();
  const Catalogue other = reversed(catalogue);
  Random random(4);
  for (int i = 0; i < 300; ++i) {
    const Sequence sequence = random_sequence(catalogue, random);
    const std::string code = encoded(catalogue, sequence);
    const DecodedRoutine decoded = decode_routine_code(other, code);
    REQUIRE(lines_of(decoded.errors) == "");
    REQUIRE(decoded.same_catalogue);
    REQUIRE(written(other, decoded.sequence) == written(catalogue, sequence));
    REQUIRE(encoded(other, decoded.sequence) == code);
  }
}

TEST_CASE("a code says whether the edition that it was made with still means the same") {
  const Catalogue catalogue = sample_catalogue();
  const std::string code = encoded(catalogue, short_routine(catalogue));
  const auto is_same = [&](void (*change)(Catalogue&)) {
    Catalogue other = catalogue;
    change(other);
    const DecodedRoutine decoded = decode_routine_code(other, code);
    REQUIRE(lines_of(decoded.errors) == "");
    CHECK(written(other, decoded.sequence) == written(catalogue, short_routine(catalogue)));
    return decoded.same_catalogue;
  };
  CHECK(is_same([](Catalogue&) {}));
  CHECK(is_same([](Catalogue& other) { find(other, "walk").title = "Stroll"; }));
  CHECK(is_same([](Catalogue& other) { other.stages[0].label = "Hurting"; }));
  CHECK(is_same([](Catalogue& other) { other.planner.stages[0].effort = 7; }));
  CHECK_FALSE(is_same([](Catalogue& other) { find(other, "bridge").tempo = 3; }));
  CHECK_FALSE(is_same([](Catalogue& other) { find(other, "bridge").sides = 2; }));
  CHECK_FALSE(is_same([](Catalogue& other) { find(other, "bridge").id = "arch"; }));
  CHECK_FALSE(is_same([](Catalogue& other) { find(other, "walk").doses[sore]->hold.high = 17; }));
  CHECK_FALSE(is_same([](Catalogue& other) { find(other, "walk").doses[sore].reset(); }));
  CHECK_FALSE(is_same([](Catalogue& other) { find(other, "walk").doses[well]->rest = 1; }));
  CHECK_FALSE(is_same([](Catalogue& other) { other.planner.stages[well].get_ready = 11; }));
  CHECK_FALSE(is_same([](Catalogue& other) { other.planner.switch_sides = 6; }));
  CHECK_FALSE(is_same([](Catalogue& other) {
    other.movements.push_back(movement("run", "Run", upright, standing));
  }));
}

TEST_CASE("what an edition does not have any more is named by its place in the routine") {
  const Catalogue catalogue = sample_catalogue();
  Sequence sequence = short_routine(catalogue);
  sequence.steps.push_back(step_of(catalogue, "bridge", {5, 8, 1}, Surfaces::floor));
  const std::string code = encoded(catalogue, sequence);
  Catalogue smaller = with_names("stroll", "arch");
  DecodedRoutine decoded = decode_routine_code(smaller, code);
  CHECK(lines_of(decoded.errors) ==
        "code: movement 1 of this routine is not in this edition\n"
        "code: movement 3 of this routine is not in this edition\n");
  CHECK(decoded.sequence.steps.empty());
  smaller.stages[well].id = "fine";
  smaller.postures[standing].id = "upright";
  smaller.surfaces[Surfaces::bed].id = "sofa";
  decoded = decode_routine_code(smaller, code);
  CHECK(lines_of(decoded.errors) ==
        "code: the stage of this routine is not in this edition\n"
        "code: the starting position of this routine is not in this edition\n"
        "code: movement 1 of this routine is not in this edition\n"
        "code: the place of movement 2 of this routine is not in this edition\n"
        "code: movement 3 of this routine is not in this edition\n");
}

TEST_CASE("a movement that cannot be done in its place any more is refused") {
  Catalogue catalogue = sample_catalogue();
  const std::string code = encoded(catalogue, short_routine(catalogue));
  find(catalogue, "knee-rolls").surfaces = mask_of(Surfaces::floor);
  CHECK(lines_of(decode_routine_code(catalogue, code).errors) ==
        "code: movement 2 of this routine has the place 'bed', which is not a place for "
        "'knee-rolls'\n");
}

TEST_CASE(
    "two movements that a code cannot tell apart have none, and are never taken for each other") {
  const Catalogue alone = with_names("double-prone-twist", "bridge");
  const Catalogue both = with_names("double-prone-twist", "camel-bird-knee");
  const Catalogue other = with_names("camel-bird-knee", "bridge");
  const Sequence routine = short_routine(sample_catalogue());
  CHECK(lines_of(encode_routine_code(both, routine).errors) ==
        "movements[0].id: 'double-prone-twist' has no code: it would be the same as that of "
        "'camel-bird-knee'\n");
  const std::string code = encoded(alone, routine);
  CHECK(lines_of(decode_routine_code(both, code).errors) ==
        "code: movement 1 of this routine may be 'camel-bird-knee' or 'double-prone-twist'; their "
        "codes are the same\n");
  CHECK(lines_of(decode_routine_code(other, code).errors) ==
        "code: something in this routine is not in this edition any more\n");
}

TEST_CASE("places that a code cannot tell apart have none") {
  Catalogue catalogue = sample_catalogue();
  catalogue.surfaces[Surfaces::bed].id = "knee-back-hug";
  catalogue.surfaces[Surfaces::floor].id = "knee-bridge-hug";
  const RoutineCode code = encode_routine_code(catalogue, short_routine(catalogue));
  CHECK(code.text == "");
  CHECK(lines_of(code.errors) ==
        "movements[0].surface: 'knee-bridge-hug' has no code: it would be the same as that of "
        "'knee-back-hug'\n"
        "movements[1].surface: 'knee-back-hug' has no code: it would be the same as that of "
        "'knee-bridge-hug'\n");
}

TEST_CASE("a routine that nobody could do has no code") {
  const Catalogue catalogue = sample_catalogue();
  Sequence sequence;
  CHECK(lines_of(encode_routine_code(catalogue, sequence).errors) ==
        "movements: must be 1 to 100\n");
  sequence.steps = {step_of(catalogue, "walk", {1801, 101, 11}, Surfaces::bed, "a\tb")};
  sequence.steps[0].dose.sides = 2;
  sequence.steps.push_back(
      step_of(catalogue, "walk", {-1, 0, 0}, Surfaces::floor, std::string(1501, 'a')));
  CHECK(lines_of(encode_routine_code(catalogue, sequence).errors) ==
        "movements[0]: has 1801 seconds of hold; it must have 0 to 1800\n"
        "movements[0]: has 101 repetitions; it must have 1 to 100\n"
        "movements[0]: has 11 sets; it must have 1 to 10\n"
        "movements[0]: has 2 sides; it must have 1\n"
        "movements[0]: has the place 'bed', which is not a place for 'walk'\n"
        "movements[0]: has a note with characters that cannot be written\n"
        "movements[1]: has -1 seconds of hold; it must have 0 to 1800\n"
        "movements[1]: has 0 repetitions; it must have 1 to 100\n"
        "movements[1]: has 0 sets; it must have 1 to 10\n"
        "movements[1]: has a note longer than 1500 bytes\n");
}

TEST_CASE("the hashes in codes are the published ones") {
  CHECK(crc32("123456789") == 0xcbf43926);
  CHECK(short_hash("", 24) == 0x1c9d44);
  CHECK(short_hash("foobar", 24) == 0x9cf9d7);
  CHECK(short_hash("foobar", 12) == 0xa7);
}

TEST_CASE("the fingerprint of an edition is a hash of its numbers in order of ids") {
  Catalogue catalogue;
  catalogue.stages = {{"well", "", ""}, {"sore", "", ""}};
  catalogue.planner.stages.resize(2);
  catalogue.planner.stages[0].get_ready = 10;
  catalogue.planner.stages[1].get_ready = 30;
  catalogue.planner.switch_sides = 5;
  catalogue.movements.push_back(movement("walk", "Walk", upright, standing));
  catalogue.movements[0].tempo = 2;
  catalogue.movements[0].doses = {DoseRange{{5, 10}, {1, 2}, {1, 3}, 20},
                                  DoseRange{{3, 3}, {1, 1}, {1, 1}, 0}};
  CHECK(fingerprint(catalogue) == 0xf87a31);
}
