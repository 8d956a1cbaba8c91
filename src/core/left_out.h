// Why movements are not in a routine.
#pragma once

#include <vector>

#include "core/eligibility.h"
#include "core/solve.h"

namespace unclench::core {

// Every movement that is not in the routine, with the rule that shut it out or what it would cost.
std::vector<LeftOut> left_out_of(const Plan& plan);

// The same when there is no routine at all.
std::vector<LeftOut> left_out_of_nothing(const Catalogue& catalogue, const Request& request);

}  // namespace unclench::core
