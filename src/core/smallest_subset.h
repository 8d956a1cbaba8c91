// The smallest subset that is enough.
#pragma once

#include <functional>
#include <vector>

namespace unclench::core {

// The smallest subset of the elements for which `enough` holds, and of several the one whose
// elements come first. All of them must be enough, and more than enough must be enough too. After
// some hundred questions a subset is settled for from which no element can be spared.
std::vector<int> smallest_subset(const std::vector<int>& elements,
                                 const std::function<bool(const std::vector<int>&)>& enough);

}  // namespace unclench::core
