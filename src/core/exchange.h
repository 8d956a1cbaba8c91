// Putting one movement into a routine, as it is or in place of another.
#pragma once

#include "core/solve.h"

namespace unclench::core {

struct Exchange {
  // The best routine that has the movement, with what it must follow, and lacks at most one of the
  // others, with what must follow that. The others keep their doses. Not found when no such routine
  // keeps the rules.
  Solution best;
  // The seconds by which the movement, with what it must follow, would be too long beside all the
  // others, at its smallest dose. 0 when that is not what keeps it out.
  int seconds_over = 0;
};

Exchange exchange(const Plan& plan, int movement);

}  // namespace unclench::core
