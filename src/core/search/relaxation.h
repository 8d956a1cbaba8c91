// An upper bound on what a routine can be worth, by Lagrangian relaxation.
//
// A price for each unit of work on a target turns the concave coverage into a constant plus a
// profit for each choice; a price for each second turns the limit on time into another. What is
// left is a longest path through the network, found exactly. Every set of prices that are not
// negative gives a valid bound; good prices give a tight one. Integers throughout.
#pragma once

#include <vector>

#include "core/search/network.h"
#include "core/search/prices.h"

namespace unclench::core {

class Relaxation {
 public:
  Relaxation(const Instance& instance, const Rules& rules);

  // Looks at the routines that the restriction leaves. False when there is none.
  bool restrict_to(const Restriction& restriction);

  // The bound at these prices; `nothing` when the restriction leaves no routine.
  Worth bound_at(const Prices& prices);

  // What the last bound_at found: the best of the relaxed problem, which may take too long, and may
  // lack what its items follow. Its stations are visited once each.
  struct Path {
    std::vector<Chosen> chosen;
    std::vector<int> units;  // by target
    int seconds = 0;
  };
  const Path& path();

  Slope slope_at(const Prices& prices, const Path& path) const;

  // Takes away every option with which no routine can be worth as much as `least`, at the prices of
  // the last bound_at. True when there was one.
  bool remove_worse_than(Worth least, Restriction& restriction);

  // Profits at the prices of the last bound_at: of an item's best open choice, and of any choice.
  Worth profit_of(int item) const { return profits_[at(item)]; }
  Worth profit_of(int item, int choice) const {
    return profit_at(instance_.items[at(item)].choices[at(choice)], prices_);
  }

  // What the last bound_at is made of besides profits and changes of position.
  Worth constant() const { return constant_; }

  // Whether flexion and extension may be in each other's way.
  bool bends_may_meet() const { return passages_.bends_apart() > 1; }

  // Options priced and arcs followed so far.
  std::int64_t steps() const { return steps_; }

  // The least time that any routine of the restriction takes.
  int least_seconds();

 private:
  struct Column {
    int item;
    int choice;
    int seconds;
    Worth fit;
    std::uint32_t first_work, last_work;
  };

  struct WeighedChange {
    std::size_t weight;
    const PositionChange* change;
  };

  // A station on the best path, with the bends of the back that it begins and ends with.
  struct Stop {
    int station, in, out;
  };

  void list_changes();
  void price(const Prices& prices);
  void weigh_changes(Worth strain, Worth change, Worth second);
  Worth longest_path();
  Worth solve();
  const std::vector<Stop>& stops();
  bool visits_twice();
  std::vector<Worth> paths_around() const;
  Worth path_avoiding(int station);
  std::vector<Passages::Around> paths_with_and_without();

  const Instance& instance_;
  NetworkRules rules_;
  WeightTable table_;
  Passages passages_;
  const Restriction* restriction_ = nullptr;
  Network network_;
  std::vector<Column> columns_;  // of the open choices, by item
  std::vector<Work> work_;
  std::vector<Worth> profits_;  // by item, of its best choice
  std::vector<int> best_choice_;
  std::vector<Worth> column_profits_;
  std::vector<WeighedChange> changes_;
  std::vector<Worth> weights_;
  std::vector<char> visited_;            // by station
  std::vector<Worth> longest_;           // by vertex, from the start
  std::vector<std::uint32_t> best_arc_;  // by vertex
  std::vector<Stop> stops_;              // of the last longest path
  std::vector<int> items_;               // on it
  Path path_;
  Prices prices_;       // of the last bound_at
  Worth constant_ = 0;  // of the prices
  std::int64_t steps_ = 0;
};

}  // namespace unclench::core
