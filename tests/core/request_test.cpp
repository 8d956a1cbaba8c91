#include <doctest/doctest.h>

#include "core/sample_catalogue.h"

using namespace unclench::core;
using namespace unclench::test;

namespace {

// "field: message" of every error, in lines.
std::string errors_of(const RequestFields& fields) {
  std::string text;
  for (const RequestError& error : resolve_request(sample_catalogue(), fields).errors)
    text += error.field + ": " + error.message + "\n";
  return text;
}

}  // namespace

TEST_CASE("a complete request is understood") {
  RequestFields fields = sample_fields();
  fields.stage = "well";
  fields.surfaces = {"bed", "floor"};
  fields.equipment = {"towel"};
  fields.conditions = {"dizziness", "disc"};
  fields.include = {"bridge"};
  fields.exclude = {"walk"};
  const ResolvedRequest resolved = resolve_request(sample_catalogue(), fields);
  CHECK(resolved.errors.empty());
  CHECK(resolved.request.stage == well);
  CHECK(resolved.request.minutes == 10);
  CHECK(resolved.request.surfaces == both_surfaces());
  CHECK(resolved.request.equipment == mask_of(towel));
  CHECK(resolved.request.conditions == (mask_of(disc) | mask_of(dizziness)));
  CHECK(resolved.request.include ==
        Flags{false, false, false, false, false, false, true, false, false});
  CHECK(resolved.request.exclude ==
        Flags{false, false, false, false, false, false, false, false, true});
}

TEST_CASE("equipment, conditions, include and exclude may be left out") {
  RequestFields fields = sample_fields();
  fields.equipment.clear();
  CHECK(errors_of(fields) == "");
}

TEST_CASE("an empty request is told everything that is missing") {
  CHECK(errors_of({}) ==
        "stage: is missing; it must be one of: sore, well\n"
        "minutes: is missing; it must be a whole number from 1 to 60\n"
        "surfaces: is missing; name at least one of: bed, floor\n");
}

TEST_CASE("minutes run from 1 to 60") {
  RequestFields fields = sample_fields();
  const auto errors_for = [&](std::int64_t minutes) {
    fields.minutes = minutes;
    return errors_of(fields);
  };
  CHECK(errors_for(1) == "");
  CHECK(errors_for(60) == "");
  CHECK(errors_for(0) == "minutes: is 0; it must be a whole number from 1 to 60\n");
  CHECK(errors_for(61) == "minutes: is 61; it must be a whole number from 1 to 60\n");
  CHECK(errors_for(-5) == "minutes: is -5; it must be a whole number from 1 to 60\n");
  CHECK(errors_for(INT64_MAX) ==
        "minutes: is 9223372036854775807; it must be a whole number from 1 to 60\n");
}

TEST_CASE("a mistyped word is answered with the one that was meant") {
  RequestFields fields = sample_fields();
  fields.stage = "sroe";
  fields.surfaces = {"flor"};
  fields.equipment = {"chiar"};
  fields.conditions = {"diisc"};
  fields.include = {"brigde"};
  fields.exclude = {"bird-dgo"};
  CHECK(errors_of(fields) ==
        "stage: 'sroe' is not known; did you mean 'sore'?\n"
        "surfaces: 'flor' is not known; did you mean 'floor'?\n"
        "equipment: 'chiar' is not known; did you mean 'chair'?\n"
        "conditions: 'diisc' is not known; did you mean 'disc'?\n"
        "exclude: 'bird-dgo' is not known; did you mean 'bird-dog'?\n"
        "include: 'brigde' is not known; did you mean 'bridge'?\n");
}

TEST_CASE("a word that is like no other is answered with the words there are") {
  RequestFields fields = sample_fields();
  fields.stage = "horizontal";
  fields.surfaces = {"hammock"};
  fields.equipment = {"trampoline"};
  fields.conditions = {"boredom"};
  CHECK(errors_of(fields) ==
        "stage: 'horizontal' is not known; it must be one of: sore, well\n"
        "surfaces: 'hammock' is not known; it must be one of: bed, floor\n"
        "equipment: 'trampoline' is not known; it must be one of: chair, towel\n"
        "conditions: 'boredom' is not known; it must be one of: disc, dizziness\n");
}

TEST_CASE("movements are too many to list") {
  RequestFields fields = sample_fields();
  fields.include = {"handstand"};
  CHECK(errors_of(fields) == "include: 'handstand' is not known\n");
}

TEST_CASE("a movement cannot be wanted and unwanted") {
  RequestFields fields = sample_fields();
  fields.include = {"walk", "bridge"};
  fields.exclude = {"bridge"};
  CHECK(errors_of(fields) == "include: 'bridge' is in both include and exclude\n");
}

TEST_CASE("every unknown word is reported, and known ones beside it are not") {
  RequestFields fields = sample_fields();
  fields.surfaces = {"floor", "moon", "bed", "mars"};
  CHECK(errors_of(fields) ==
        "surfaces: 'moon' is not known; it must be one of: bed, floor\n"
        "surfaces: 'mars' is not known; it must be one of: bed, floor\n");
}
