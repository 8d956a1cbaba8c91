// The routine core: a request in, the best safe routine out, with its reasons.
#pragma once

#include <string>
#include <vector>

#include "core/dose.h"
#include "core/eligibility.h"

namespace unclench::core {

enum class Status {
  optimal,    // proven best under docs/planner.md
  feasible,   // the node limit stopped the search; `bound` says how much better one could be
  infeasible  // no routine keeps the rules; `conflicts` says why
};

struct PlannedMovement {
  int movement = 0;
  int surface = 0;
  int step = 0;  // dose step, 0 to 3
  Dose dose;
  int change_seconds = 0;         // changing position from the movement before
  int ready_seconds = 0;          // getting ready
  int seconds = 0;                // all of it: changing, getting ready and doing
  std::vector<Phrase> because;    // why it is in
  std::vector<std::string> care;  // the change to make, by declared condition
};

struct Conflict {
  std::vector<int> movements;  // what was asked for and cannot be; may be empty
  std::vector<Phrase> because;
};

struct Routine {
  int stage = 0;
  int posture = -1;  // that the person begins in; -1 when it is not known
  Status status = Status::infeasible;
  Points score = 0;
  Points bound = 0;
  int total_seconds = 0;     // the sum of the movements' seconds; never more than the minutes asked
  int position_changes = 0;  // between movements that follow each other in different postures
  std::vector<PlannedMovement> movements;
  std::vector<LeftOut> left_out;  // every other movement of the catalogue, in catalogue order
  std::vector<Conflict> conflicts;
  // When there is no routine: the smallest sets of answers that would have to change.
  std::vector<std::vector<Phrase>> changes;
};

// The routine that was found, with the reasons for each movement. Without one it has no movements.
struct Plan;
Routine routine_of(const Plan& plan);

Routine plan(const Catalogue& catalogue, const Request& request);

}  // namespace unclench::core
