// What can be done at one station between coming in with one bend of the back and leaving with
// another, when every item has a profit of its own.
#pragma once

#include <array>
#include <vector>

#include "core/restriction.h"
#include "core/solution.h"

namespace unclench::core {

// The bend that was last and that nothing neutral has followed: none, flexion or extension.
inline constexpr int bends = 3;

using Passage = std::array<Worth, bends * bends>;  // [in * bends + out]; `nothing` where impossible

// What bend is left after the item; -1 when it may not follow that bend.
inline int bend_after(const Item& item, int bend, bool directions) {
  if (!directions || keeps_apart(item)) return 0;
  if (item.direction == Direction::rotation) return bend;
  const int own = item.direction == Direction::flexion ? 1 : 2;
  return bend == 0 || bend == own ? own : -1;
}

class Passages {
 public:
  Passages(const Instance& instance, bool directions)
      : instance_(instance), directions_(directions) {}

  // The best sum of profits of at least one item of the station, and exactly one of a rest.
  // profits: by item, of its best open choice.
  Passage best(int station, const Restriction& restriction,
               const std::vector<Worth>& profits) const;

  // Appends the items that `best` takes from `in` to `out`.
  void trace(int station, int in, int out, const Restriction& restriction,
             const std::vector<Worth>& profits, std::vector<int>& items) const;

  // For each item of the station, in its order: the best sum with it, not counting its own profit,
  // and the best sum without it, both with `around` added: what the rest of the way is worth, by
  // bend in and out.
  struct Around {
    Worth with = nothing;
    Worth without = nothing;
  };
  std::vector<Around> around_each(int station, const Restriction& restriction,
                                  const std::vector<Worth>& profits, const Passage& around) const;

 private:
  // Best sums by the bend so far and whether anything was taken.
  using State = std::array<Worth, bends * 2>;
  State step(const State& before, int item, const Restriction& restriction, Worth profit) const;
  Passage rest_passage(const Station& station, const Restriction& restriction,
                       const std::vector<Worth>& profits) const;

  const Instance& instance_;
  const bool directions_;
};

}  // namespace unclench::core
