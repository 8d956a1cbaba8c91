// Checks a routine against the definitions in docs/planner.md. Shares no code with the search: what
// a movement takes, what a routine is worth and what it must keep are written down here a second
// time.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/catalogue.h"
#include "core/request.h"

namespace unclench::verify {

// A routine as the answer of the planner says it.
struct Claim {
  struct Movement {
    std::string id, phase, posture, surface;
    int step = 0;
    core::Dose dose;
    std::int64_t change_seconds = 0, ready_seconds = 0, seconds = 0;
    std::vector<std::string> care;
  };
  std::string status;
  std::int64_t score = 0, bound = 0, total_seconds = 0, position_changes = 0;
  std::vector<Movement> movements;
};

// What does not hold, a sentence each, in the order of the routine; nothing when all holds. Whether
// a routine with a rest would have been possible, and whether another one would be better, is for a
// solver to say.
std::vector<std::string> problems_of(const core::Catalogue& catalogue, const core::Request& request,
                                     const Claim& claim);

}  // namespace unclench::verify
