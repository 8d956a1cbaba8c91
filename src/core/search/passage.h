// What can be done at one station between coming in with one bend of the back and leaving with
// another, when every item has a profit of its own.
#pragma once

#include <array>
#include <vector>

#include "core/search/restriction.h"
#include "core/search/solution.h"

namespace unclench::core {

// The bend that was last and that nothing neutral has followed: none, flexion or extension.
inline constexpr int bends = 3;

// The bend that a movement of this direction leaves.
constexpr int bend_left_by(Direction direction) {
  return direction == Direction::flexion ? 1 : direction == Direction::extension ? 2 : 0;
}

// [in * bends + out]; `nothing` where it is impossible.
using Passage = std::array<Worth, bends * bends>;

class Passages {
 public:
  Passages(const Instance& instance, bool directions);

  // Looks at the items that the restriction leaves.
  void restrict_to(const Restriction& restriction);
  // The same, but tells so many bends apart.
  void restrict_to(const Restriction& restriction, int bends_apart);

  // Bends to tell apart: only one, when flexion and extension cannot meet.
  int bends_apart() const { return bends_apart_; }

  bool is_open(int station) const { return first_[at(station)] != first_[at(station) + 1]; }

  // The best sum of profits of at least one item of the station, and exactly one of a rest.
  // profits: by item, of its best open choice.
  Passage best(int station, const std::vector<Worth>& profits) const;

  // Appends the items that `best` takes from `in` to `out`, where that is possible.
  void trace(int station, int in, int out, const std::vector<Worth>& profits,
             std::vector<int>& items) const;

  // The best that is possible with an item, not counting its own profit, and without it.
  struct Around {
    int item = 0;
    Worth with = nothing;
    Worth without = nothing;
  };
  // For each open item of the station. rest: what the rest of the way is worth, by bend in and out.
  std::vector<Around> around_each(int station, const std::vector<Worth>& profits,
                                  const Passage& rest) const;

  enum class Bend : std::uint8_t { none, flexion, extension, same };

  struct Entry {
    int item = 0;
    Bend bend = Bend::none;
    bool must = false;
  };
  // The open items of all stations, one station after the other.
  const std::vector<Entry>& entries() const { return entries_; }
  std::size_t first_entry(int station) const { return first_[at(station)]; }
  std::size_t last_entry(int station) const { return first_[at(station) + 1]; }

  // Best sums so far by bend, when something was taken; and whether it is possible that nothing
  // was.
  struct State {
    std::array<Worth, bends> taken{nothing, nothing, nothing};
    bool untouched = true;
  };
  static State step(const State& state, int in, const Entry& entry, Worth profit);

  // Whether an item may follow one bend and leave the other.
  static bool leads(Bend bend, int from, int to);

 private:
  // The best sum that an item can be added to which leaves the bend `out`.
  static Worth before(const State& state, int in, Bend bend, int out);
  void tell_apart(int bends_apart);
  void list_entries(const Restriction& restriction);
  bool is_rest(int station) const;
  // Where no bends need to be told apart: every item that pays or must be in, or else the best one.
  Worth best_of_all(int station, const std::vector<Worth>& profits) const;
  void trace_all(int station, const std::vector<Worth>& profits, std::vector<int>& items) const;
  Worth best_rest(int station, const std::vector<Worth>& profits, int without) const;

  const Instance& instance_;
  const bool directions_;
  int bends_apart_ = bends;
  std::vector<Entry> entries_;
  std::vector<std::size_t> first_;  // of the entries, by station, and one more
};

}  // namespace unclench::core
