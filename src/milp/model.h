// The routine problem as a mixed-integer linear program, for solvers that know nothing of it.
#pragma once

#include <string>

#include "core/solve.h"

namespace unclench::milp {

// In the CPLEX LP format. Its optimum is the score of the best routine under these rules, which are
// those that core::solve found to be possible: no constant is left out and the sign is the same.
// docs/planner.md names the variables and constraints.
std::string model_text(const core::Catalogue& catalogue, const core::Request& request,
                       const core::Rules& rules);

}  // namespace unclench::milp
