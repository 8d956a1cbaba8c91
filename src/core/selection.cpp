#include "core/selection.h"

#include <algorithm>
#include <tuple>

namespace unclench::core {
namespace {

constexpr int undecided = -2;
constexpr int left_out = -1;

template <typename T>
std::size_t at(T index) {
  return static_cast<std::size_t>(index);
}

// Nothing can follow a rest that closes the routine.
bool closes(const Instance& instance, const Item& item) {
  return instance.stations[at(item.station)].layer == closing_layer(instance);
}

// An item of the skeleton, with what choosing it asks of the others. Indices are places in the
// routine's order.
struct Place {
  const Item* item = nullptr;
  const Movement* movement = nullptr;
  std::vector<std::size_t> after;     // must be chosen for this one to be chosen
  std::vector<std::size_t> excluded;  // may not be chosen beside this one
  int rank = 0;                       // when it is decided
  bool neutral = false;               // keeps flexion and extension apart
};

class Selection {
 public:
  Selection(const Instance& instance, const Rules& rules, const Skeleton& skeleton,
            const std::vector<int>& items, const Relaxation& relaxation, std::int64_t node_limit,
            std::int64_t& nodes, Solution& best)
      : instance_(instance),
        rules_(rules),
        skeleton_(skeleton),
        relaxation_(relaxation),
        node_limit_(node_limit),
        nodes_(nodes),
        best_(best),
        place_of_(instance.items.size(), -1),
        units_(instance.catalogue->targets.size(), 0),
        filled_(instance.stations.size(), 0),
        quickest_(instance.stations.size(), no_limit) {
    time_ = seconds_left(instance, rules, skeleton);
    for (int item : items) add_place(item);
    for (Place& place : places_) relate(place);
    choose_branching_order();
    for (int station : skeleton.stations) unfilled_seconds_ += quickest_[at(station)];
  }

  bool run() {
    for (std::size_t i = 0; i < instance_.items.size(); ++i)
      if (instance_.items[i].locked && place_of_[i] < 0) return true;
    return branch(0, 0, 0);
  }

 private:
  void add_place(int item) {
    Place place;
    place.item = &instance_.items[at(item)];
    place.movement = &instance_.catalogue->movements[at(place.item->movement)];
    place.neutral = keeps_apart(*place.item);
    int& quickest = quickest_[at(place.item->station)];
    quickest = std::min(quickest, place.item->choices.front().seconds);
    place_of_[at(item)] = static_cast<int>(places_.size());
    places_.push_back(place);
    state_.push_back(undecided);
  }

  void relate(Place& place) {
    for (std::size_t p = 0; p < places_.size(); ++p) {
      const Place& other = places_[p];
      if (&other == &place) continue;
      const auto names = [](const std::vector<int>& movements, int movement) {
        return std::find(movements.begin(), movements.end(), movement) != movements.end();
      };
      if (!closes(instance_, *other.item) && names(place.movement->after, other.item->movement))
        place.after.push_back(p);
      const bool is_part = names(place.movement->parts, other.item->movement) ||
                           names(other.movement->parts, place.item->movement);
      const bool rests_twice = place.item->rest && place.item->station == other.item->station;
      if (is_part || rests_twice) place.excluded.push_back(p);
    }
  }

  // What must be in comes first, because the rest depends on it; then by points per second. What an
  // item must follow is decided before it.
  void choose_branching_order() {
    std::vector<int> density(places_.size(), no_limit);
    for (std::size_t i = 0; i < relaxation_.increments.size(); ++i) {
      const int place = place_of_[at(relaxation_.increments[i].item)];
      if (place >= 0) density[at(place)] = std::min(density[at(place)], static_cast<int>(i));
    }
    for (std::size_t p = 0; p < places_.size(); ++p) order_.push_back(p);
    std::stable_sort(order_.begin(), order_.end(), [&](std::size_t a, std::size_t b) {
      const auto key = [&](std::size_t p) {
        return std::make_tuple(depth(p), !must_be_in(p), density[p]);
      };
      return key(a) < key(b);
    });
    for (std::size_t k = 0; k < order_.size(); ++k) places_[order_[k]].rank = static_cast<int>(k);
  }

  int depth(std::size_t place) const {
    int deepest = 0;
    for (std::size_t before : places_[place].after) deepest = std::max(deepest, depth(before) + 1);
    return deepest;
  }

  // Locked, a rest, or the only way to do something at its station.
  bool must_be_in(std::size_t place) const {
    const Item& item = *places_[place].item;
    if (item.locked || item.rest) return true;
    return std::none_of(places_.begin(), places_.end(), [&](const Place& other) {
      return other.item->station == item.station && other.item != &item && other.after.empty();
    });
  }

  // By place: may it still be chosen, as far as the decided ones say?
  void find_open(std::vector<char>& open) const {
    open.assign(places_.size(), 0);
    for (std::size_t p = 0; p < places_.size(); ++p) {
      if (state_[p] != undecided) continue;
      const auto chosen = [&](std::size_t other) { return state_[other] >= 0; };
      const auto rejected = [&](std::size_t other) { return state_[other] == left_out; };
      const Place& place = places_[p];
      open[p] = std::none_of(place.excluded.begin(), place.excluded.end(), chosen) &&
                std::none_of(place.after.begin(), place.after.end(), rejected);
    }
    if (rules_.directions) {
      close_opposed(open, true);
      close_opposed(open, false);
    }
    close_followers(open);
  }

  // Closes what must follow something that cannot be chosen any more.
  void close_followers(std::vector<char>& open) const {
    for (std::size_t p = 0; p < places_.size(); ++p)
      for (std::size_t before : places_[p].after)
        if (state_[before] < 0 && !open[before]) open[p] = 0;
  }

  // Closes what bends against a chosen movement with nothing neutral between that is or could be
  // in.
  void close_opposed(std::vector<char>& open, bool forwards) const {
    Direction bend = Direction::neutral;
    for (std::size_t i = 0; i < places_.size(); ++i) {
      const std::size_t p = forwards ? i : places_.size() - 1 - i;
      const Direction direction = places_[p].item->direction;
      if (places_[p].neutral) {
        if (state_[p] >= 0 || open[p]) bend = Direction::neutral;
      } else if (direction != Direction::rotation) {
        if (state_[p] >= 0)
          bend = direction;
        else if (bend != Direction::neutral && bend != direction)
          open[p] = 0;
      }
    }
  }

  bool directions_hold() const {
    if (!rules_.directions) return true;
    Direction bend = Direction::neutral;
    for (std::size_t p = 0; p < places_.size(); ++p) {
      if (state_[p] < 0) continue;
      const Direction direction = places_[p].item->direction;
      if (places_[p].neutral) {
        bend = Direction::neutral;
      } else if (direction != Direction::rotation) {
        if (bend != Direction::neutral && bend != direction) return false;
        bend = direction;
      }
    }
    return true;
  }

  // Whether every station can still be filled and every locked item chosen.
  bool can_be_completed(const std::vector<char>& open) const {
    for (std::size_t p = 0; p < places_.size(); ++p)
      if (places_[p].item->locked && state_[p] < 0 && !open[p]) return false;
    for (int station : skeleton_.stations) {
      bool possible = filled_[at(station)] > 0;
      for (std::size_t p = 0; p < places_.size() && !possible; ++p)
        possible = open[p] && places_[p].item->station == station;
      if (!possible) return false;
    }
    return true;
  }

  bool can_beat(Points linear, int seconds, const std::vector<char>& open) const {
    const Points bound = relaxation_.constant + linear - skeleton_.strain +
                         knapsack(relaxation_, time_ - seconds, [&](int item) {
                           const int place = place_of_[at(item)];
                           return place >= 0 && open[at(place)];
                         });
    const int least = skeleton_.change_seconds + seconds + unfilled_seconds_;
    return Worth::of(bound, skeleton_.changes, least).key >= best_.worth.key;
  }

  bool branch(std::size_t depth, int seconds, Points linear) {
    if (++nodes_ > node_limit_ && best_.found) return false;
    if (seconds + unfilled_seconds_ > time_) return true;
    std::vector<char> open;
    find_open(open);
    if (!can_be_completed(open) || !can_beat(linear, seconds, open)) return true;
    while (depth < order_.size() && !open[order_[depth]] && state_[order_[depth]] == undecided)
      ++depth;
    if (depth == order_.size()) {
      if (directions_hold()) accept_if_better(seconds);
      return true;
    }
    return decide(order_[depth], depth, seconds, linear);
  }

  bool decide(std::size_t p, std::size_t depth, int seconds, Points linear) {
    const Item& item = *places_[p].item;
    const std::size_t station = at(item.station);
    const int needed = filled_[station] == 0 ? quickest_[station] : 0;
    ++filled_[station];
    unfilled_seconds_ -= needed;
    bool completed = true;
    for (std::size_t c = item.choices.size(); c-- > 0 && completed;) {
      const Choice& choice = item.choices[c];
      state_[p] = static_cast<int>(c);
      for (std::size_t t = 0; t < units_.size(); ++t) units_[t] += choice.units[t];
      completed = branch(depth + 1, seconds + choice.seconds,
                         linear + linear_value(choice, relaxation_.prices));
      for (std::size_t t = 0; t < units_.size(); ++t) units_[t] -= choice.units[t];
    }
    unfilled_seconds_ += needed;
    --filled_[station];
    if (completed && !item.locked) {
      state_[p] = left_out;
      completed = branch(depth + 1, seconds, linear);
    }
    state_[p] = undecided;
    return completed;
  }

  bool holds_locked_rests() const {
    for (int rest : instance_.locked_rests) {
      bool stands = false;
      for (std::size_t p = 0; p < places_.size(); ++p)
        stands = stands || (places_[p].item->movement == rest && state_[p] >= 0);
      if (!stands) return false;
    }
    return true;
  }

  void accept_if_better(int seconds) {
    if (!holds_locked_rests()) return;
    Points score = coverage_points(instance_, units_) - skeleton_.strain;
    std::vector<Chosen> chosen;
    for (std::size_t p = 0; p < places_.size(); ++p) {
      if (state_[p] < 0) continue;
      score += places_[p].item->choices[at(state_[p])].fit;
      chosen.push_back({static_cast<int>(places_[p].item - instance_.items.data()), state_[p]});
    }
    const int total = skeleton_.change_seconds + seconds;
    const Worth worth = Worth::of(score, skeleton_.changes, total);
    if (worth.key < best_.worth.key) return;
    if (best_.found && worth.key == best_.worth.key && !comes_first(chosen)) return;
    best_ = {true, worth, score, total, skeleton_.changes, chosen};
  }

  // Of two routines of equal worth the one that stands first in catalogue order.
  bool comes_first(const std::vector<Chosen>& chosen) const {
    const auto before = [&](const Chosen& a, const Chosen& b) {
      const int movement_a = instance_.items[at(a.item)].movement;
      const int movement_b = instance_.items[at(b.item)].movement;
      return std::tie(movement_a, a.choice) < std::tie(movement_b, b.choice);
    };
    return std::lexicographical_compare(chosen.begin(), chosen.end(), best_.chosen.begin(),
                                        best_.chosen.end(), before);
  }

  const Instance& instance_;
  const Rules& rules_;
  const Skeleton& skeleton_;
  const Relaxation& relaxation_;
  const std::int64_t node_limit_;
  std::int64_t& nodes_;
  Solution& best_;
  std::vector<Place> places_;       // in the order of the routine
  std::vector<int> state_;          // by place: a choice, undecided or left_out
  std::vector<int> place_of_;       // by item; -1 when it is not at these stations
  std::vector<std::size_t> order_;  // places in the order of branching
  std::vector<int> units_;          // by target, of the chosen
  std::vector<int> filled_;         // by station: chosen items
  std::vector<int> quickest_;       // by station: seconds of its quickest item
  int time_ = 0;
  int unfilled_seconds_ = 0;  // the least that the stations without a chosen item still take
};

}  // namespace

std::vector<int> usable_items(const Instance& instance, const Skeleton& skeleton,
                              const std::vector<bool>& banned) {
  std::vector<int> usable;
  for (int station : skeleton.stations)
    for (int item : instance.stations[at(station)].items) {
      if (banned[at(item)]) continue;
      const int movement = instance.items[at(item)].movement;
      const std::vector<int>& after = instance.catalogue->movements[at(movement)].after;
      const bool can_follow = std::all_of(after.begin(), after.end(), [&](int before) {
        return std::any_of(usable.begin(), usable.end(), [&](int earlier) {
          const Item& other = instance.items[at(earlier)];
          return other.movement == before && !closes(instance, other);
        });
      });
      if (can_follow) usable.push_back(item);
    }
  return usable;
}

bool search_selection(const Instance& instance, const Rules& rules, const Skeleton& skeleton,
                      const std::vector<int>& items, const Relaxation& relaxation,
                      std::int64_t node_limit, std::int64_t& nodes, Solution& best) {
  return Selection(instance, rules, skeleton, items, relaxation, node_limit, nodes, best).run();
}

}  // namespace unclench::core
