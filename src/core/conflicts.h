// Why a request has no routine, and what would have to change.
#pragma once

#include <vector>

#include "core/plan.h"

namespace unclench::core {

// A smallest set of reasons why the request has no answer.
std::vector<Conflict> conflicts_of(const Catalogue& catalogue, const Request& request);

// The smallest sets of answers of which all have to change so that there is a routine, in the order
// of the request's fields. What the person's body is like stays: the stage and the conditions.
// Empty when nothing else can help.
std::vector<std::vector<Phrase>> changes_for(const Catalogue& catalogue, const Request& request);

}  // namespace unclench::core
