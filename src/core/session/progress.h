// What the sessions so far mean for the next one: a dose step for each movement, and the rule that
// decided. docs/planner.md states the rules; their numbers and sources are in planner.yaml.
#pragma once

#include <optional>
#include <vector>

#include "core/catalogue.h"

namespace unclench::core {

enum class Felt { unsaid, helped, hurt, neither };

struct Done {
  int movement = -1;  // -1 for one that the catalogue no longer has
  int step = 0;       // 0 to 3
  Felt felt = Felt::unsaid;
};

// Days are those of core/date.h. Pain is counted from 0 to 10.
struct Session {
  int day = 0;
  int stage = 0;
  int pain_before = 0;
  int pain_after = 0;
  std::optional<int> pain_next_morning;  // nothing while it is not known
  bool leg_symptoms = false;             // pain spreading down a leg, new numbness or tingling
  bool warned = false;                   // a warning sign ended it
  std::vector<Done> movements;           // a movement may stand more than once
};

struct History {
  int today = 0;
  int stage = -1;                 // of the next request; -1: the one in which each was last done
  std::vector<Session> sessions;  // in any order, none after today
};

struct StepChange {
  int movement = 0;
  int from = 0;  // the lowest step on the day on which it was last done
  int to = 0;
  ProgressRule rule = ProgressRule::up;
  int days = 0;   // since the session that decided; up: from the first to the last at the step
  int pain = -1;  // the worst of that session, where pain decided; else -1
};

struct Advice {
  ProgressRule rule = ProgressRule::ease_off;
  int movement = -1;  // -1: it is about no single one
  int days = -1;      // ease_off: how long; else -1
};

struct Progress {
  std::vector<int> steps;           // by movement; -1 where the history does not have it
  std::vector<StepChange> changes;  // in catalogue order
  std::vector<int> helped, hurt;    // as last said; in catalogue order
  std::vector<int> recent;          // newest first; those of one day in catalogue order
  std::vector<Advice> advice;       // the most urgent first
};

// Never more than one movement goes up, and by one step. A session that was worse, with more pain
// after it or the next morning, with leg symptoms or with a movement that hurt, never raises a step
// of the answer. The order of the sessions does not matter.
Progress progress(const Catalogue& catalogue, const History& history);

}  // namespace unclench::core
