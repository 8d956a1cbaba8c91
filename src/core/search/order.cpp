#include "core/search/order.h"

namespace unclench::core {
namespace {

class Orders {
 public:
  Orders(const Instance& instance, const Rules& rules, const std::vector<int>& stations,
         std::size_t most)
      : instance_(instance), rules_(rules), most_(most), left_(stations) {
    limit_ = rules.position_changes ? instance.position_changes : static_cast<int>(stations.size());
  }

  std::vector<StationOrder> run() {
    extend();
    return std::move(orders_);
  }

 private:
  // The stations of one layer in every order, then those of the next.
  void extend() {
    if (orders_.size() == most_) return;
    int layer = -1;
    for (std::size_t i = 0; i < left_.size(); ++i) {
      const int station = left_[i];
      if (station < 0) continue;
      if (layer >= 0 && instance_.stations[at(station)].layer != layer) break;
      layer = instance_.stations[at(station)].layer;
      if (current_.stations.empty() &&
          !may_begin(instance_, rules_, instance_.stations[at(station)].posture))
        continue;
      const StationOrder before = current_;
      add(station);
      left_[i] = -1;
      if (current_.changes <= limit_) extend();
      left_[i] = station;
      current_ = before;
    }
    if (layer < 0) orders_.push_back(current_);
  }

  void add(int station) {
    const bool first = current_.stations.empty();
    const int to = instance_.stations[at(station)].posture;
    const int from = first ? to : instance_.stations[at(current_.stations.back())].posture;
    const PositionChange change =
        first ? first_change(instance_, to) : position_change(instance_, from, to);
    current_.changes += first ? is_first_change(instance_, to) : from == to ? 0 : 1;
    current_.change_seconds += change.seconds;
    current_.strain += change.strain;
    current_.stations.push_back(station);
  }

  const Instance& instance_;
  const Rules& rules_;
  const std::size_t most_;
  int limit_ = 0;
  std::vector<int> left_;  // stations that have no place yet; -1 where one has
  StationOrder current_;
  std::vector<StationOrder> orders_;
};

}  // namespace

std::vector<StationOrder> station_orders(const Instance& instance, const Rules& rules,
                                         const std::vector<int>& stations, std::size_t most) {
  return Orders(instance, rules, stations, most).run();
}

Solution routine_in_order(const Instance& instance, const Restriction& decided,
                          const std::vector<int>& stations) {
  std::vector<Chosen> chosen;
  for (int station : stations)
    for (int item : instance.stations[at(station)].items) {
      if (!decided.must_be_in(item)) continue;
      int choice = 0;
      while (decided.items[at(item)] != option(choice)) ++choice;
      chosen.push_back({item, choice});
    }
  return evaluate(instance, std::move(chosen));
}

std::vector<int> visited_stations(const Restriction& restriction) {
  std::vector<int> stations;
  for (std::size_t s = 0; s < restriction.visited.size(); ++s)
    if (restriction.visited[s]) stations.push_back(static_cast<int>(s));
  return stations;
}

}  // namespace unclench::core
