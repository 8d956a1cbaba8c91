// Whether two editions mean the same by a routine.
#pragma once

#include "core/catalogue.h"

namespace unclench::core {

// 24 bits over what decides how long a routine takes and what its doses mean: the movements with
// their sides, tempo and doses, the time to get ready at each stage, the time to switch sides. No
// words and no order. docs/routine-format.md says what exactly; it is kept in routine codes, so it
// must never change.
std::uint32_t fingerprint(const Catalogue& catalogue);

}  // namespace unclench::core
