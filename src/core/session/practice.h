// The sessions of a history by movement: when each was done, and at which step.
#pragma once

#include <vector>

#include "core/session/progress.h"

namespace unclench::core {

// One movement in one session.
struct Practice {
  const Session* session = nullptr;  // of the history
  int step = 0;                      // the lowest there
  Felt felt = Felt::unsaid;          // hurt counts before helped
};

// One movement on one day. Sessions of one day have no order.
struct PracticeDay {
  int day = 0;
  int step = 0;           // the lowest
  int lower = 0;          // the lowest of the steps that are one down
  int stage = 0;          // of one of its sessions
  bool is_level = false;  // all of its sessions have the same step and stage
  int sessions = 0;
};

struct PracticeRecord {
  std::vector<Practice> sessions;  // by day, the oldest first
  std::vector<PracticeDay> days;   // the oldest first

  bool empty() const { return days.empty(); }
  const PracticeDay& latest() const { return days.back(); }
};

// By movement.
std::vector<PracticeRecord> practice_records(const Catalogue& catalogue, const History& history);

// The next step down whose dose at the stage is really smaller; 0 when there is none.
int lower_step(const Movement& movement, int stage, int step);

// Whether two steps give the same dose at the stage. No dose is the same as no other.
bool is_same_dose(const Movement& movement, int stage, int step, int other);

}  // namespace unclench::core
