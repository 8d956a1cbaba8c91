// What a walk over near-longest paths asks again and again, found once for all of it.
#pragma once

#include <algorithm>

#include "core/search/extents.h"

namespace unclench::core {

class NearTables {
 public:
  // By how much an option changes what there is, and what there will be at least and at most.
  struct Change {
    int amount = 0;  // a target, or the seconds of the extents
    int now = 0;
    int low = 0;
    int high = 0;
  };
  // One dose of an item, or leaving it out.
  struct Way {
    int choice = -1;
    Worth profit = 0;
    std::size_t first_change = 0, last_change = 0;
  };
  // An item's place in the passages.
  struct Spot {
    int item = 0;
    Passages::Bend bend = Passages::Bend::none;
    bool must = false;
    bool pays = false;
    bool related = false;                     // to other items
    std::size_t first_way = 0, last_way = 0;  // but for leaving it out, which stands there
  };
  struct Following {
    int first = 0;
    int second = 0;
    Worth price = 0;
  };

  explicit NearTables(const Instance& instance);

  // The relaxation is of the restriction, and its last bound_at found a way.
  void look_at(const Restriction& restriction, const Relaxation& relaxation);

  const Extents& extents() const { return extents_; }
  const std::vector<Spot>& spots() const { return spots_; }  // by entry of the passages
  const std::vector<Way>& ways() const { return ways_; }  // of each spot the most profitable first
  const std::vector<Change>& changes() const { return changes_; }           // of the ways
  const std::vector<Following>& followings() const { return followings_; }  // that have a price

  // The best of the entries of a station, coming in with a bend: before the first of them, before
  // the second and so on.
  const Passages::State* states(int station, int in) const;

  // What the coverage of a target at least falls short of what the bound counts on, when there will
  // be so many units.
  Worth loss(std::size_t target, int low, int high) const {
    const std::size_t row = target * (most_units_ + 1);
    const int limit = static_cast<int>(most_units_);
    return lacking_[row + at(std::min(high, limit))] + wasted_[row + at(std::min(low, limit))];
  }

 private:
  void tabulate_losses();
  void tabulate_states();
  void list_spots(const Restriction& restriction);
  void list_ways(const Restriction& restriction, const Passages::Entry& entry);
  void add_way(const Passages::Entry& entry, int choice);
  void list_followings();

  const Instance& instance_;
  const Relaxation* relaxation_ = nullptr;
  Extents extents_;
  std::size_t most_units_ = 0;  // that the coverage counts
  // By target and units: for lack of units that pay, and for units that do not.
  std::vector<Worth> lacking_, wasted_;
  std::vector<Passages::State> states_;  // by bend in and entry, and one more for each station
  std::vector<Spot> spots_;
  std::vector<Way> ways_;
  std::vector<Change> changes_;
  std::vector<Following> followings_;
};

}  // namespace unclench::core
