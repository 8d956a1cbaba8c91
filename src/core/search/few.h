// Whether there is a routine at all, where little may be in it: without any bound.
#pragma once

#include "core/search/solution.h"

namespace unclench::core {

struct FewResult {
  Solution routine;      // not found when no order of these movements keeps the rules
  bool settled = false;  // nothing else could be in a routine, and every order was tried
};

// Tries every order of what must be in, at its smallest dose, with each rest before and after it or
// none. Not settled when other movements may be in as well, or when there is too much to try; then
// only a routine that was found says something.
FewResult routine_of_few(const Instance& instance, const Rules& rules);

}  // namespace unclench::core
