#include <doctest/doctest.h>

#include "core/sample_catalogue.h"

using namespace unclench::core;
using namespace unclench::test;

namespace {

Movement with_dose(const DoseRange& range, int sides, int tempo) {
  Movement movement = unclench::test::movement("m", "M", stretch, supine);
  movement.doses.assign(2, range);
  movement.sides = sides;
  movement.tempo = tempo;
  return movement;
}

Dose dose(int hold, int repetitions, int sets, int sides) {
  Dose dose;
  dose.hold_seconds = hold;
  dose.repetitions = repetitions;
  dose.sets = sets;
  dose.sides = sides;
  return dose;
}

}  // namespace

TEST_CASE("a range is walked in thirds, to the nearest whole number") {
  const DoseRange range{{10, 20}, {2, 4}, {1, 3}, 30};
  const Movement movement = with_dose(range, 2, 0);
  CHECK(dose_at(movement, range, 0) == dose(10, 2, 1, 2));
  CHECK(dose_at(movement, range, 1) == dose(13, 3, 2, 2));
  CHECK(dose_at(movement, range, 2) == dose(17, 3, 2, 2));
  CHECK(dose_at(movement, range, 3) == dose(20, 4, 3, 2));
}

TEST_CASE("a range of one value is the same at every step") {
  const DoseRange range{{7, 7}, {3, 3}, {2, 2}, 0};
  for (int step = 0; step < dose_steps; ++step)
    CHECK(dose_at(with_dose(range, 1, 0), range, step) == dose(7, 3, 2, 1));
}

TEST_CASE("holding and moving count for every repetition") {
  const Movement movement = with_dose({}, 1, 4);
  CHECK(doing_seconds(movement, dose(10, 3, 1, 1), 0, 5) == 42);
}

TEST_CASE("two sides take twice as long and the time to switch") {
  const Movement movement = with_dose({}, 2, 4);
  CHECK(doing_seconds(movement, dose(10, 3, 1, 2), 0, 5) == 89);
}

TEST_CASE("every set repeats the switch, and rests stand only between sets") {
  const Movement movement = with_dose({}, 2, 4);
  CHECK(doing_seconds(movement, dose(10, 3, 2, 2), 30, 5) == 208);
  CHECK(doing_seconds(movement, dose(10, 3, 3, 2), 30, 5) == 327);
}

TEST_CASE("a dose without a hold takes the time of its movements") {
  CHECK(doing_seconds(with_dose({}, 1, 6), dose(0, 8, 1, 1), 30, 5) == 48);
}

TEST_CASE("steps that give the same dose are one option, with the highest step") {
  const Movement movement = with_dose({{10, 11}, {1, 1}, {1, 1}, 0}, 1, 0);
  const std::vector<DoseOption> options = dose_options(movement, sore, 5);
  REQUIRE(options.size() == 2);
  CHECK(options[0].step == 1);
  CHECK(options[0].dose == dose(10, 1, 1, 1));
  CHECK(options[0].doing_seconds == 10);
  CHECK(options[1].step == 3);
  CHECK(options[1].dose == dose(11, 1, 1, 1));
  CHECK(options[1].doing_seconds == 11);
}

TEST_CASE("the options rise from the smallest dose to the largest") {
  const Movement movement = with_dose({{10, 20}, {2, 4}, {1, 2}, 15}, 2, 3);
  const std::vector<DoseOption> options = dose_options(movement, sore, 5);
  REQUIRE(options.size() == 4);
  CHECK(options[0].doing_seconds == 57);   // 2 x 2 x 13 + 5
  CHECK(options[1].doing_seconds == 101);  // 2 x 3 x 16 + 5
  CHECK(options[2].doing_seconds == 265);  // 2 x (2 x 3 x 20 + 5) + 15
  CHECK(options[3].doing_seconds == 393);  // 2 x (2 x 4 x 23 + 5) + 15
}

TEST_CASE("a movement has no options at a stage where it is not offered") {
  Movement movement = with_dose({{10, 20}, {1, 1}, {1, 1}, 0}, 1, 0);
  movement.doses[sore].reset();
  CHECK(dose_options(movement, sore, 5).empty());
  CHECK(dose_options(movement, well, 5).size() == 4);
}
