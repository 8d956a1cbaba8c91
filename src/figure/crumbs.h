// A hand that lies nearly hidden behind the body shows crumbs that nobody can read.
#pragma once

#include "figure/parts.h"

namespace unclench::figure {

// Whether nothing is seen of a part, or of an open hand, or of a forearm with such a hand, so
// little that it is better left out. A hand that holds something is never a crumb.
bool is_crumb(Part part, const Picture& picture, const std::vector<Group>& groups);

}  // namespace unclench::figure
