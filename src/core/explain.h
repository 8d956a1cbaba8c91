// Reasons in words: why a movement is in, why another is out, why nothing is possible.
#pragma once

#include <string>
#include <vector>

#include "core/plan.h"
#include "core/solve.h"

namespace unclench::core {

// What the movement at this place of the routine contributes most, largest first.
std::vector<std::string> reasons_for(const Plan& plan, std::size_t index);

// The changes that the declared conditions ask for.
std::vector<std::string> care_for(const Plan& plan, int movement);

// Every movement that is not in the routine, with the rule that shut it out or what it would cost.
std::vector<LeftOut> left_out_of(const Plan& plan);

// The same when there is no routine at all.
std::vector<LeftOut> left_out_of_nothing(const Catalogue& catalogue, const Request& request);

// A smallest set of reasons why the request has no answer.
std::vector<Conflict> conflicts_of(const Catalogue& catalogue, const Request& request);

}  // namespace unclench::core
