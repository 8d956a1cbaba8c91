// The figures that are shipped with the content.
#pragma once

#include <memory>
#include <vector>

#include "figure/movement.h"

namespace unclench::figure::tests {

// The figures of exercises and the changes of position, read once.
struct Shipped {
  std::vector<std::shared_ptr<const Movement>> exercises, changes;
};
const Shipped& shipped();

// Calls use(movement) for all of them.
template <typename Use>
void for_each_shipped(Use use) {
  for (const auto& movement : shipped().exercises) use(*movement);
  for (const auto& movement : shipped().changes) use(*movement);
}

}  // namespace unclench::figure::tests
