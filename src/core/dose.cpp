#include "core/dose.h"

namespace unclench::core {
namespace {

int at_step(const Range& range, int step) {
  constexpr int last = dose_steps - 1;
  return (last * range.low + (range.high - range.low) * step + last / 2) / last;
}

}  // namespace

Dose dose_at(const Movement& movement, const DoseRange& range, int step) {
  Dose dose;
  dose.hold_seconds = at_step(range.hold, step);
  dose.repetitions = at_step(range.repetitions, step);
  dose.sets = at_step(range.sets, step);
  dose.sides = movement.sides;
  return dose;
}

int doing_seconds(const Movement& movement, const Dose& dose, int rest, int switch_sides) {
  const int side = dose.repetitions * (dose.hold_seconds + movement.tempo);
  const int set = dose.sides * side + (dose.sides - 1) * switch_sides;
  return dose.sets * set + (dose.sets - 1) * rest;
}

std::vector<DoseOption> dose_options(const Movement& movement, int stage, int switch_sides) {
  std::vector<DoseOption> options;
  const std::optional<DoseRange>& range = movement.doses[static_cast<std::size_t>(stage)];
  if (!range) return options;
  for (int step = 0; step < dose_steps; ++step) {
    const Dose dose = dose_at(movement, *range, step);
    if (!options.empty() && options.back().dose == dose) {
      options.back().step = step;
      continue;
    }
    options.push_back({step, dose, doing_seconds(movement, dose, range->rest, switch_sides)});
  }
  return options;
}

}  // namespace unclench::core
