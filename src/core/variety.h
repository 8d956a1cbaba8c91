// Another routine that is nearly as good.
#pragma once

#include "core/solve.h"

namespace unclench::core {

// For a variety of 0, the best routine itself. For any other number, one that differs from it and
// is worth at most `variety_percent` percent less, if one was found; the same for the same number.
// Its bound is that of the best one.
Plan varied(const Catalogue& catalogue, const Request& request, Plan best);

}  // namespace unclench::core
