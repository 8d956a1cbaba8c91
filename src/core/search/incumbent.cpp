#include "core/search/incumbent.h"

#include <utility>

namespace unclench::core {

void Incumbent::offer(Solution solution) {
  if (solution.worth < least_ || !keeps_rules(instance_, rules_, solution) ||
      !is_better(instance_, solution, best_))
    return;
  least_ = solution.worth;
  best_ = std::move(solution);
}

}  // namespace unclench::core
