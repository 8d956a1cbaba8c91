#include "core/skeleton.h"

#include <algorithm>

namespace unclench::core {
namespace {

class Enumeration {
 public:
  Enumeration(const Instance& instance, const Rules& rules) : instance_(instance), rules_(rules) {
    visited_.assign(instance.stations.size(), false);
    for (const Station& station : instance.stations) quickest_.push_back(quickest_item(station));
  }

  std::vector<Skeleton> run() {
    extend(0, 0);
    return std::move(found_);
  }

 private:
  int quickest_item(const Station& station) const {
    int seconds = instance_.seconds + 1;
    for (int item : station.items)
      seconds = std::min(seconds,
                         instance_.items[static_cast<std::size_t>(item)].choices.front().seconds);
    return seconds;
  }

  bool fits(int doing_seconds) const {
    return !rules_.time || doing_seconds + current_.change_seconds <= instance_.seconds;
  }

  bool within_limit() const {
    return !rules_.position_changes || current_.changes <= instance_.stage->position_changes;
  }

  const Station& last_station() const {
    return instance_.stations[static_cast<std::size_t>(current_.stations.back())];
  }

  bool opens_well() const {
    return !rules_.opening_rest ||
           instance_.stations[static_cast<std::size_t>(current_.stations.front())].layer == 0;
  }

  // A single rest movement both opens and closes.
  bool closes_well() const {
    if (!rules_.closing_rest) return true;
    return last_station().layer == closing_layer(instance_) ||
           (current_.stations.size() == 1 && last_station().layer == 0);
  }

  bool has_locked_stations() const {
    for (const Item& item : instance_.items)
      if (item.locked && !visited_[static_cast<std::size_t>(item.station)]) return false;
    return true;
  }

  // Inside a layer the postures may come in any order, each once; a rest layer holds one station.
  bool may_follow(const Station& next, int layer) const {
    if (next.layer < layer) return false;
    if (current_.stations.empty()) {
      if (next.layer == closing_layer(instance_)) return !rules_.opening_rest;
      return !rules_.opening_rest || next.layer == 0;
    }
    const bool rest_layer = next.layer == 0 || next.layer == closing_layer(instance_);
    return !(rest_layer && next.layer == last_station().layer);
  }

  void extend(int layer, int doing_seconds) {
    if (!current_.stations.empty() && opens_well() && closes_well() && has_locked_stations())
      found_.push_back(current_);
    for (std::size_t s = 0; s < instance_.stations.size(); ++s) {
      const Station& next = instance_.stations[s];
      if (visited_[s] || !may_follow(next, layer)) continue;
      const Skeleton before = current_;
      if (!current_.stations.empty()) {
        const PositionChange change =
            position_change(instance_, last_station().posture, next.posture);
        current_.changes += last_station().posture != next.posture ? 1 : 0;
        current_.change_seconds += change.seconds;
        current_.strain += change.strain;
      }
      current_.stations.push_back(static_cast<int>(s));
      visited_[s] = true;
      const int seconds = doing_seconds + quickest_[s];
      if (within_limit() && fits(seconds)) extend(next.layer, seconds);
      visited_[s] = false;
      current_ = before;
    }
  }

  const Instance& instance_;
  const Rules& rules_;
  std::vector<int> quickest_;
  std::vector<bool> visited_;
  Skeleton current_;
  std::vector<Skeleton> found_;
};

}  // namespace

int seconds_left(const Instance& instance, const Rules& rules, const Skeleton& skeleton) {
  return rules.time ? instance.seconds - skeleton.change_seconds : no_limit;
}

PositionChange position_change(const Instance& instance, int from, int to) {
  PositionChange change =
      instance.catalogue->planner
          .changes[static_cast<std::size_t>(from)][static_cast<std::size_t>(to)];
  change.strain = (change.strain * instance.stage->strain_percent + 50) / 100;
  return change;
}

std::vector<Skeleton> enumerate_skeletons(const Instance& instance, const Rules& rules) {
  return Enumeration(instance, rules).run();
}

}  // namespace unclench::core
