#include "core/exchange.h"

#include <algorithm>

namespace unclench::core {
namespace {

class Exchanges {
 public:
  explicit Exchanges(const Plan& plan)
      : instance_(plan.instance), rules_(plan.rules), routine_(plan.result.best.chosen) {}

  Exchange run(int movement) {
    for (std::size_t i = 0; i < instance_.items.size(); ++i)
      if (instance_.items[i].movement == movement && instance_.items[i].usable)
        put_in(static_cast<int>(i));
    return {best_, std::max(0, shortest_over_)};
  }

 private:
  void put_in(int item) {
    before_.clear();
    list_what_comes_before(item);
    const std::size_t choices = instance_.items[at(item)].choices.size();
    for (std::size_t c = 0; c < choices; ++c) {
      std::vector<Chosen> added = before_;
      added.push_back({item, static_cast<int>(c)});
      beside_all_ = true;
      insert(routine_, added, 0);
      beside_all_ = false;
      for (const Chosen& left_out : routine_) insert(routine_without(left_out), added, 0);
    }
  }

  // Without the item, and without what would have to follow it.
  std::vector<Chosen> routine_without(const Chosen& left_out) const {
    std::vector<Chosen> rest;
    std::vector<int> gone;
    for (const Chosen& chosen : routine_) {
      const std::vector<int>& after = instance_.items[at(chosen.item)].after;
      const bool goes =
          chosen.item == left_out.item ||
          std::find_first_of(gone.begin(), gone.end(), after.begin(), after.end()) != gone.end();
      if (goes)
        gone.push_back(chosen.item);
      else
        rest.push_back(chosen);
    }
    return rest;
  }

  bool is_in(int item) const {
    return std::any_of(routine_.begin(), routine_.end(),
                       [&](const Chosen& chosen) { return chosen.item == item; });
  }

  void list_what_comes_before(int item) {
    for (int before : instance_.items[at(item)].after) {
      if (is_in(before)) continue;
      list_what_comes_before(before);
      before_.push_back({before, 0});
    }
  }

  int station_of(const Chosen& chosen) const { return instance_.items[at(chosen.item)].station; }
  int layer_of(const Chosen& chosen) const {
    return instance_.stations[at(station_of(chosen))].layer;
  }

  // In its station, if that is visited; else wherever the order of layers allows.
  void insert(std::vector<Chosen> routine, const std::vector<Chosen>& added, std::size_t next) {
    if (next == added.size()) return consider(std::move(routine));
    const Chosen& one = added[next];
    const auto same = std::find_if(routine.begin(), routine.end(), [&](const Chosen& other) {
      return station_of(other) == station_of(one);
    });
    if (same != routine.end()) {
      auto place = same;
      while (place != routine.end() && station_of(*place) == station_of(one) &&
             place->item < one.item)
        ++place;
      routine.insert(place, one);
      return insert(std::move(routine), added, next + 1);
    }
    for (std::size_t place = 0; place <= routine.size(); ++place) {
      if (place > 0 && layer_of(routine[place - 1]) > layer_of(one)) break;
      if (place < routine.size() && layer_of(routine[place]) < layer_of(one)) continue;
      if (place > 0 && place < routine.size() &&
          station_of(routine[place - 1]) == station_of(routine[place]))
        continue;
      std::vector<Chosen> with = routine;
      with.insert(with.begin() + static_cast<std::ptrdiff_t>(place), one);
      insert(std::move(with), added, next + 1);
    }
  }

  void consider(std::vector<Chosen> chosen) {
    Solution solution = evaluate(instance_, std::move(chosen));
    if (beside_all_) note_seconds_over(solution);
    if (solution.worth > best_.worth && keeps_rules(instance_, rules_, solution))
      best_ = std::move(solution);
  }

  void note_seconds_over(const Solution& solution) {
    if (!rules_.time) return;
    Rules timeless = rules_;
    timeless.time = false;
    const int over = std::max(0, solution.seconds - instance_.seconds);
    if ((shortest_over_ < 0 || over < shortest_over_) && keeps_rules(instance_, timeless, solution))
      shortest_over_ = over;
  }

  const Instance& instance_;
  const Rules& rules_;
  const std::vector<Chosen>& routine_;
  std::vector<Chosen> before_;  // what the movement must follow and the routine lacks
  bool beside_all_ = false;     // nothing was taken out
  int shortest_over_ = -1;      // -1: more than the time keeps it out
  Solution best_;
};

}  // namespace

Exchange exchange(const Plan& plan, int movement) {
  return Exchanges(plan).run(movement);
}

}  // namespace unclench::core
