// The order of the stations when it is settled what is done at each.
#pragma once

#include "core/restriction.h"
#include "core/solution.h"

namespace unclench::core {

// The best routine of a restriction that leaves one option for each item; none when no order of the
// stations keeps the rules.
Solution best_order(const Instance& instance, const Rules& rules, const Restriction& decided);

}  // namespace unclench::core
