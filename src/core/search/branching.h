// Where a node of the search is split.
#pragma once

#include <array>
#include <vector>

#include "core/search/relaxation.h"

namespace unclench::core {

// How often each option and each station was on the best paths while the prices were improved.
class Usage {
 public:
  explicit Usage(const Instance& instance)
      : instance_(instance),
        options_(instance.items.size()),
        stations_(instance.stations.size(), 0) {}

  void clear();
  void count(const std::vector<Chosen>& path);

  int paths() const { return paths_; }
  int of_station(std::size_t station) const { return stations_[station]; }
  int of(int item, int choice) const { return options_[at(item)][at(choice)]; }
  int of(int item) const;

 private:
  const Instance& instance_;
  std::vector<std::array<int, dose_steps>> options_;  // by item and choice
  std::vector<int> stations_;
  int paths_ = 0;
};

// The two parts of a restriction that leaves something open. They are split by a station that about
// half of the paths visit, else by an item that the last path of the relaxation has without what it
// must follow or beside what it excludes, else by the item on which the paths differ most.
std::array<Restriction, 2> split(const Instance& instance, const Usage& usage,
                                 Relaxation& relaxation, const Restriction& restriction);

// Leaves out everything at the station.
void close_station(const Instance& instance, int station, Restriction& restriction);

}  // namespace unclench::core
