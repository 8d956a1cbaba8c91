#include "core/exchange.h"

#include <algorithm>

namespace unclench::core {
namespace {

int layer_of(const Instance& instance, const Chosen& chosen) {
  return instance.stations[at(instance.items[at(chosen.item)].station)].layer;
}

}  // namespace

Exchanges::Way Exchanges::way_through(const std::vector<Chosen>& routine) const {
  Way way;
  int posture = -1;
  for (const Chosen& chosen : routine) {
    const int next = instance_.stations[at(instance_.items[at(chosen.item)].station)].posture;
    if (next == posture) continue;
    const PositionChange change =
        posture < 0 ? first_change(instance_, next) : position_change(instance_, posture, next);
    way.changes += posture < 0 ? is_first_change(instance_, next) : 1;
    way.seconds += change.seconds;
    way.strain += change.strain;
    posture = next;
  }
  return way;
}

Exchanges::Exchanges(const Plan& plan)
    : instance_(plan.instance), rules_(plan.rules), routine_(plan.result.best.chosen) {
  rests_.push_back(rest_of(routine_));
  for (const Chosen& left_out : routine_) rests_.push_back(rest_of(without(left_out.item)));
}

Exchange Exchanges::with(int movement) {
  shortest_over_ = -1;
  best_worth_ = nothing;
  best_.clear();
  for (std::size_t i = 0; i < instance_.items.size(); ++i)
    if (instance_.items[i].movement == movement && instance_.items[i].usable)
      put_in(static_cast<int>(i));
  Exchange exchange;
  exchange.seconds_over = std::max(0, shortest_over_);
  if (!best_.empty()) exchange.best = evaluate(instance_, best_);
  return exchange;
}

void Exchanges::add(const Chosen& chosen, Sums& sums) const {
  const Choice& choice = instance_.items[at(chosen.item)].choices[at(chosen.choice)];
  sums.fit += choice.fit;
  sums.seconds += choice.seconds;
  for (const Work& work : choice.work) sums.units[at(work.target)] += work.units;
}

Exchanges::Rest Exchanges::rest_of(std::vector<Chosen> chosen) const {
  Rest rest{std::move(chosen), {std::vector<int>(instance_.need.size(), 0), 0, 0}};
  for (const Chosen& each : rest.chosen) add(each, rest.sums);
  return rest;
}

// The routine without the item, and without what would have to follow it.
std::vector<Chosen> Exchanges::without(int item) const {
  std::vector<Chosen> rest;
  std::vector<int> gone;
  for (const Chosen& chosen : routine_) {
    const std::vector<int>& after = instance_.items[at(chosen.item)].after;
    const bool goes =
        chosen.item == item ||
        std::find_first_of(gone.begin(), gone.end(), after.begin(), after.end()) != gone.end();
    if (goes)
      gone.push_back(chosen.item);
    else
      rest.push_back(chosen);
  }
  return rest;
}

bool Exchanges::is_in(int item) const {
  return std::any_of(routine_.begin(), routine_.end(),
                     [&](const Chosen& chosen) { return chosen.item == item; });
}

void Exchanges::put_in(int item) {
  added_.clear();
  list_what_comes_before(item);
  added_.push_back({item, 0});
  beside_all_ = true;
  for (const Rest& rest : rests_) {
    list_doses(rest, item);
    if (beside_all_ || may_be_best({})) insert(rest.chosen, 0);
    beside_all_ = false;
  }
}

void Exchanges::list_what_comes_before(int item) {
  for (int before : instance_.items[at(item)].after) {
    if (is_in(before)) continue;
    list_what_comes_before(before);
    added_.push_back({before, 0});
  }
}

void Exchanges::list_doses(const Rest& rest, int item) {
  Sums sums = rest.sums;
  for (std::size_t i = 0; i + 1 < added_.size(); ++i) add(added_[i], sums);
  doses_.clear();
  for (const Choice& choice : instance_.items[at(item)].choices) {
    Dose dose{sums.fit + choice.fit, sums.seconds + choice.seconds};
    for (const Work& work : choice.work) sums.units[at(work.target)] += work.units;
    for (std::size_t t = 0; t < sums.units.size(); ++t)
      dose.points +=
          coverage_points(instance_.catalogue->planner, instance_.need[t], sums.units[t]);
    for (const Work& work : choice.work) sums.units[at(work.target)] -= work.units;
    doses_.push_back(dose);
  }
}

bool Exchanges::fits_the_time(int seconds) const {
  return !rules_.time || seconds <= instance_.seconds;
}

// Not when every dose takes too long or is worth too little with these changes of position.
bool Exchanges::may_be_best(const Way& way) const {
  return std::any_of(doses_.begin(), doses_.end(), [&](const Dose& dose) {
    const int seconds = dose.seconds + way.seconds;
    return fits_the_time(seconds) &&
           worth_of(dose.points - way.strain, way.changes, seconds) >= best_worth_;
  });
}

// In its station, if that is visited; else wherever the order of layers allows.
void Exchanges::insert(std::vector<Chosen> routine, std::size_t next) {
  if (next == added_.size()) return consider(routine);
  const Chosen& one = added_[next];
  const auto station = [&](const Chosen& chosen) {
    return instance_.items[at(chosen.item)].station;
  };
  const auto same = std::find_if(routine.begin(), routine.end(), [&](const Chosen& other) {
    return station(other) == station(one);
  });
  if (same != routine.end()) {
    auto place = same;
    while (place != routine.end() && station(*place) == station(one) && place->item < one.item)
      ++place;
    routine.insert(place, one);
    return insert(std::move(routine), next + 1);
  }
  const int layer = layer_of(instance_, one);
  for (std::size_t place = 0; place <= routine.size(); ++place) {
    if (place > 0 && layer_of(instance_, routine[place - 1]) > layer) break;
    if (place < routine.size() && layer_of(instance_, routine[place]) < layer) continue;
    if (place > 0 && place < routine.size() &&
        station(routine[place - 1]) == station(routine[place]))
      continue;
    std::vector<Chosen> with = routine;
    with.insert(with.begin() + static_cast<std::ptrdiff_t>(place), one);
    insert(std::move(with), next + 1);
  }
}

// Every dose in this order. Of equal worth the smaller dose counts, then what was found first.
void Exchanges::consider(const std::vector<Chosen>& routine) {
  const Way way = way_through(routine);
  if (!beside_all_ && !may_be_best(way)) return;
  Solution solution;
  solution.chosen = routine;
  solution.changes = way.changes;
  Rules timeless = rules_;
  timeless.time = false;
  if (!keeps_rules(instance_, timeless, solution)) return;
  const int item = added_.back().item;
  for (std::size_t c = 0; c < doses_.size(); ++c) {
    const Dose& dose = doses_[c];
    const int seconds = dose.seconds + way.seconds;
    const int over = std::max(0, seconds - instance_.seconds);
    if (beside_all_ && rules_.time && (shortest_over_ < 0 || over < shortest_over_))
      shortest_over_ = over;
    const Worth worth = worth_of(dose.points - way.strain, way.changes, seconds);
    const bool smaller = item == best_dose_.item && static_cast<int>(c) < best_dose_.choice;
    if (!fits_the_time(seconds) || worth < best_worth_ || (worth == best_worth_ && !smaller))
      continue;
    best_worth_ = worth;
    best_dose_ = {item, static_cast<int>(c)};
    best_ = routine;
    std::find_if(best_.begin(), best_.end(), [&](const Chosen& chosen) {
      return chosen.item == item;
    })->choice = best_dose_.choice;
  }
}

}  // namespace unclench::core
