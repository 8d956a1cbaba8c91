// Looks at every routine of a restriction that leaves little open.
#pragma once

#include <functional>

#include "core/search/order.h"
#include "core/search/relaxation.h"

namespace unclench::core {

class Completion {
 public:
  // offer: takes a routine and returns what the next ones must be worth to be of interest.
  using Offer = std::function<Worth(Solution)>;

  Completion(const Instance& instance, const Rules& rules, Offer offer)
      : instance_(instance), rules_(rules), offer_(std::move(offer)) {}

  // True when every routine that is worth at least `least` was offered: each set of stations and
  // each order of them by itself. False when there is too much to look at, or when an enumeration
  // took more than `step_limit` steps. The relaxation is of the restriction, at these prices.
  bool run(const Restriction& restriction, const Relaxation& relaxation, const Prices& prices,
           int step_limit, Worth least);

  // Combinations looked at so far.
  std::int64_t steps() const { return steps_; }

 private:
  bool enumerate_orders(const Restriction& restriction, const Prices& prices,
                        const Relaxation& relaxation, std::size_t most_orders, int step_limit);
  std::vector<int> open_stations(const Restriction& restriction) const;

  const Instance& instance_;
  const Rules& rules_;
  const Offer offer_;
  Worth least_ = nothing;
  std::int64_t steps_ = 0;
};

}  // namespace unclench::core
