// Routines from the paths of a relaxation, which may take too long or lack what their items follow.
#pragma once

#include "core/search/relaxation.h"

namespace unclench::core {

// Takes away what stands without what it follows or beside what it excludes, and then what brings
// least for its time at the prices of the relaxation's last bound. Not found when the rest does not
// keep the rules.
Solution routine_from(const Instance& instance, const Rules& rules, const Relaxation& relaxation,
                      const std::vector<Chosen>& path);

}  // namespace unclench::core
