// Dose steps and their time.
#pragma once

#include <vector>

#include "core/catalogue.h"

namespace unclench::core {

struct DoseOption {
  int step = 0;  // the highest of the steps that give this dose
  Dose dose;
  int doing_seconds = 0;  // both sides, all sets and the rests between them; no getting ready
};

// The dose at a step: each range is walked in thirds and rounded to the nearest whole number.
Dose dose_at(const Movement& movement, const DoseRange& range, int step);

// sets x (sides x repetitions x (hold + tempo) + (sides - 1) x switch) + (sets - 1) x rest, in
// seconds.
int doing_seconds(const Movement& movement, const Dose& dose, int rest, int switch_sides);

// The different doses of a stage, from the smallest to the largest. Empty where it is not offered.
std::vector<DoseOption> dose_options(const Movement& movement, int stage, int switch_sides);

}  // namespace unclench::core
