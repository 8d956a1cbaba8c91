// Routines as people keep them, made from plans or ids.
#pragma once

#include "core/dose.h"
#include "core/sample_catalogue.h"
#include "core/sequence.h"

namespace unclench::test {

inline Sequence sequence_of(const Routine& routine) {
  Sequence sequence;
  sequence.stage = routine.stage;
  for (const PlannedMovement& planned : routine.movements)
    sequence.steps.push_back({planned.movement, planned.dose, planned.surface, ""});
  return sequence;
}

// Each at its smallest dose, on the floor.
inline Sequence sequence_of_ids(const Catalogue& catalogue, int stage,
                                const std::vector<const char*>& ids) {
  Sequence sequence;
  sequence.stage = stage;
  for (const char* id : ids) {
    const int movement = find_term(catalogue.movements, id);
    const Movement& it = catalogue.movements[static_cast<std::size_t>(movement)];
    const auto& range = it.doses[static_cast<std::size_t>(stage)];
    sequence.steps.push_back({movement, dose_at(it, *range, 0), Surfaces::floor, ""});
  }
  return sequence;
}

}  // namespace unclench::test
