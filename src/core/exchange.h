// Putting one movement into a routine, as it is or in place of another.
#pragma once

#include "core/solve.h"

namespace unclench::core {

// The best routine that has the movement, with what it must follow, and lacks at most one of the
// others, with what must follow that. The others keep their doses. Not found when no such routine
// keeps the rules.
Solution exchange(const Plan& plan, int movement);

}  // namespace unclench::core
