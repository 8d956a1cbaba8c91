// What items say of each other, priced: at most one of two may be in, or one only beside another.
#pragma once

#include <vector>

#include "core/search/prices.h"

namespace unclench::core {

class Relations {
 public:
  explicit Relations(const Instance& instance) : instance_(instance) {}

  // Looks at those that a routine of the restriction could break.
  void restrict_to(const Restriction& restriction);

  const std::vector<std::size_t>& open() const { return open_; }

  // What each item pays at these prices goes to `surcharges`, by item; below zero where it is paid.
  // Both of two that exclude each other pay; what follows pays to what it follows. Returns what
  // comes back of it in any case.
  Worth charge(const Prices& prices, std::vector<Worth>& surcharges) const;

  // By how much the bound falls for each unit of a price, by relation.
  std::vector<Worth> slope(const std::vector<Chosen>& path) const;

 private:
  const Instance& instance_;
  std::vector<std::size_t> open_;
};

}  // namespace unclench::core
