// What is still open in a part of the search.
#pragma once

#include <cstdint>
#include <vector>

#include "core/search/instance.h"

namespace unclench::core {

// For one item: a bit for each choice that may be taken, and one for leaving it out.
using Options = std::uint8_t;

inline constexpr Options leaving_out = 1 << 7;
inline constexpr Options taking = leaving_out - 1;

constexpr Options option(int choice) {
  return static_cast<Options>(1 << choice);
}

struct Restriction {
  std::vector<Options> items;
  std::vector<char> visited;  // by station: something must be done there

  bool may_be_in(int item) const { return (items[at(item)] & taking) != 0; }
  bool must_be_in(int item) const { return (items[at(item)] & leaving_out) == 0; }
  bool is_decided(int item) const {
    const Options options = items[at(item)];
    return (options & (options - 1)) == 0;
  }
  // Items that are not decided.
  std::size_t undecided() const;
};

// Everything that the instance allows; locked items must be in.
Restriction unrestricted(const Instance& instance);

// Draws the conclusions for items that follow or exclude each other. False when some item has
// nothing left.
bool propagate(const Instance& instance, Restriction& restriction);

}  // namespace unclench::core
