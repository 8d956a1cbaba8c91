#include "core/search/solution.h"

#include <algorithm>

namespace unclench::core {
namespace {

const Item& item_of(const Instance& instance, const Chosen& chosen) {
  return instance.items[at(chosen.item)];
}

const Station& station_of(const Instance& instance, const Chosen& chosen) {
  return instance.stations[at(item_of(instance, chosen).station)];
}

class RuleCheck {
 public:
  RuleCheck(const Instance& instance, const Rules& rules, const Solution& solution)
      : instance_(instance), rules_(rules), solution_(solution) {}

  bool run() {
    return !solution_.chosen.empty() && within_limits() && rests() &&
           may_begin(instance_, rules_, station_of(instance_, solution_.chosen.front()).posture) &&
           locked() && each_in_place();
  }

 private:
  bool within_limits() const {
    return (!rules_.time || solution_.seconds <= instance_.seconds) &&
           (!rules_.position_changes || solution_.changes <= instance_.position_changes);
  }

  // A single rest movement both opens and closes.
  bool rests() const {
    const auto& chosen = solution_.chosen;
    return (!rules_.opening_rest || item_of(instance_, chosen.front()).rest) &&
           (!rules_.closing_rest || item_of(instance_, chosen.back()).rest);
  }

  bool locked() const {
    const auto holds = [&](auto is_it) {
      return std::any_of(solution_.chosen.begin(), solution_.chosen.end(), is_it);
    };
    for (int item : instance_.locked_items)
      if (!holds([&](const Chosen& c) { return c.item == item; })) return false;
    for (int rest : instance_.locked_rests)
      if (!holds([&](const Chosen& c) { return item_of(instance_, c).movement == rest; }))
        return false;
    return true;
  }

  bool each_in_place() {
    stands_.assign(instance_.items.size(), 0);
    Direction bend = instance_.start.bend;
    for (const Chosen& chosen : solution_.chosen) {
      const Item& item = item_of(instance_, chosen);
      const auto stands = [&](int other) { return stands_[at(other)] != 0; };
      if (!item.usable || !std::all_of(item.after.begin(), item.after.end(), stands) ||
          std::any_of(item.excluded.begin(), item.excluded.end(), stands))
        return false;
      stands_[at(chosen.item)] = 1;
      if (keeps_apart(item)) bend = Direction::neutral;
      if (keeps_apart(item) || item.direction == Direction::rotation) continue;
      if (rules_.directions && bend != Direction::neutral && bend != item.direction) return false;
      bend = item.direction;
    }
    return true;
  }

  const Instance& instance_;
  const Rules& rules_;
  const Solution& solution_;
  std::vector<char> stands_;  // by item
};

}  // namespace

Solution evaluate(const Instance& instance, std::vector<Chosen> chosen) {
  Solution solution;
  solution.found = true;
  std::vector<int> units(instance.catalogue->targets.size(), 0);
  for (std::size_t i = 0; i < chosen.size(); ++i) {
    const Choice& choice = item_of(instance, chosen[i]).choices[at(chosen[i].choice)];
    solution.seconds += choice.seconds;
    solution.score += choice.fit;
    for (const Work& work : choice.work) units[at(work.target)] += work.units;
    const int to = station_of(instance, chosen[i]).posture;
    const int from = i > 0 ? station_of(instance, chosen[i - 1]).posture : to;
    const PositionChange change =
        i > 0 ? position_change(instance, from, to) : first_change(instance, to);
    solution.changes += i > 0 ? (from == to ? 0 : 1) : is_first_change(instance, to);
    solution.seconds += change.seconds;
    solution.score -= change.strain;
  }
  for (std::size_t t = 0; t < units.size(); ++t)
    solution.score += coverage_points(instance.catalogue->planner, instance.need[t], units[t]);
  solution.worth = worth_of(solution.score, solution.changes, solution.seconds);
  solution.chosen = std::move(chosen);
  return solution;
}

Flags movements_in(const Instance& instance, const Solution& solution) {
  Flags in(instance.catalogue->movements.size(), false);
  for (const Chosen& chosen : solution.chosen) in[at(item_of(instance, chosen).movement)] = true;
  return in;
}

bool keeps_rules(const Instance& instance, const Rules& rules, const Solution& solution) {
  return RuleCheck(instance, rules, solution).run();
}

bool is_better(const Instance& instance, const Solution& a, const Solution& b) {
  if (!a.found || !b.found) return a.found;
  if (a.worth != b.worth) return a.worth > b.worth;
  return std::lexicographical_compare(
      a.chosen.begin(), a.chosen.end(), b.chosen.begin(), b.chosen.end(),
      [&](const Chosen& x, const Chosen& y) {
        const int first = item_of(instance, x).movement, second = item_of(instance, y).movement;
        return first != second ? first < second : x.choice < y.choice;
      });
}

}  // namespace unclench::core
