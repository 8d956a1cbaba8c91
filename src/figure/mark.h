// The region that an exercise is for.
#pragma once

#include "figure/flesh.h"

namespace unclench::figure {

// A soft mark over the region, and the axis that carries it.
struct Mark {
  Chain chain;
  Vec3 from, to;
};
Mark mark_of(const Body& body, Target target);

}  // namespace unclench::figure
