// An upper bound on what a routine can be worth, by Lagrangian relaxation.
//
// A price for each unit of work on a target turns the concave coverage into a constant plus a
// profit for each choice; a price for each second turns the limit on time into another. What is
// left is a longest path through the network, found exactly. Every set of prices that are not
// negative gives a valid bound; good prices give a tight one. Integers throughout.
#pragma once

#include <vector>

#include "core/search/network.h"
#include "core/search/relations.h"

namespace unclench::core {

class Relaxation {
 public:
  Relaxation(const Instance& instance, const Rules& rules);

  // Looks at the routines that the restriction leaves. False when there is none.
  bool restrict_to(const Restriction& restriction);

  // Goes on with a restriction that leaves less than the last one.
  bool restrict_further(const Restriction& restriction);

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

  // Takes away every option, and every arc of the network, with which no routine can be worth as
  // much as `least`, at the prices of the last bound_at, which was no less. True when there was
  // such an option.
  bool remove_worse_than(Worth least, Restriction& restriction);

  // Profits at the prices of the last bound_at: of an item's best open choice, and of any choice.
  Worth profit_of(int item) const { return profits_[at(item)]; }
  Worth profit_of(int item, int choice) const {
    return profit_at(instance_.items[at(item)].choices[at(choice)], prices_) -
           surcharges_[at(item)];
  }

  // What the last bound_at is made of besides profits and changes of position.
  Worth constant() const { return constant_; }

  // The network and, as of the last bound_at, the weights of its arcs, the longest paths from its
  // start to each vertex, and the profits of each item's best open choice.
  const Network& network() const { return network_; }
  const WeightTable& table() const { return table_; }
  const std::vector<Worth>& weights() const { return weights_; }
  const std::vector<Worth>& longest() const { return longest_; }
  const Passages& passages() const { return passages_; }
  const std::vector<Worth>& profits() const { return profits_; }
  const Prices& prices() const { return prices_; }
  // Relations that a routine of the restriction could break.
  const std::vector<std::size_t>& open_relations() const { return relations_.open(); }

  // Options priced and arcs made and followed so far.
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
  void list_columns();
  void make_network();
  void price(const Prices& prices);
  void weigh_changes(Worth strain, Worth change, Worth second);
  Worth longest_path();
  Worth solve();
  const std::vector<Stop>& stops();
  bool visits_twice();
  std::vector<Worth> paths_to_end() const;
  std::vector<Worth> paths_around() const;
  void remove_arcs(Worth least);
  Worth path_avoiding(int station);
  std::vector<Passages::Around> paths_with_and_without();

  const Instance& instance_;
  NetworkRules rules_;
  WeightTable table_;
  Passages passages_;
  Relations relations_;
  const Restriction* restriction_ = nullptr;
  Network whole_network_;        // of the restriction
  Network network_;              // what is left of it
  std::vector<Column> columns_;  // of the open choices, by item
  std::vector<Work> work_;
  std::vector<Worth> surcharges_;  // by item, for its relations
  std::vector<Worth> profits_;     // by item, of its best choice
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
  Worth relation_constant_ = 0;
  std::int64_t steps_ = 0;
};

}  // namespace unclench::core
