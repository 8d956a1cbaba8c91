// The order of the stations when it is settled which ones are visited.
#pragma once

#include "core/search/restriction.h"
#include "core/search/solution.h"

namespace unclench::core {

struct StationOrder {
  std::vector<int> stations;
  int changes = 0;
  int change_seconds = 0;
  Points strain = 0;

  Worth cost() const { return -worth_of(-strain, changes, change_seconds); }
};

// Orders of the stations, given by layer, that keep the order of layers and the limit on position
// changes: all of them, or the first `most`.
std::vector<StationOrder> station_orders(const Instance& instance, const Rules& rules,
                                         const std::vector<int>& stations, std::size_t most);

// The routine of a restriction that leaves one option for each item, in one order of its stations.
Solution routine_in_order(const Instance& instance, const Restriction& decided,
                          const std::vector<int>& stations);

// The stations where something must be done, by layer.
std::vector<int> visited_stations(const Restriction& restriction);

}  // namespace unclench::core
