#include "core/search/few.h"

#include <algorithm>

namespace unclench::core {
namespace {

constexpr int most_tries = 5000;

class Few {
 public:
  Few(const Instance& instance, const Rules& rules)
      : instance_(instance),
        rules_(rules),
        limit_(rules.position_changes ? instance.position_changes
                                      : static_cast<int>(instance.stations.size())) {
    for (std::size_t i = 0; i < instance.items.size(); ++i) sort_out(static_cast<int>(i));
  }

  FewResult run() {
    if (!instance_.possible) return {{}, true};
    open();
    return {std::move(found_), !others_ && tries_left_ > 0};
  }

 private:
  // What a routine has so far.
  struct State {
    int posture = -1;
    int changes = 0;
    int seconds = 0;
  };

  void sort_out(int index) {
    const Item& item = instance_.items[at(index)];
    if (item.locked) {
      if (left_.empty() || left_.back() != item.station) left_.push_back(item.station);
      return;
    }
    if (!item.usable || item.choices.empty()) return;
    if (!item.rest)
      others_ = true;
    else
      (layer_of(item) == 0 ? opening_ : closing_).push_back(index);
  }

  int layer_of(const Item& item) const { return instance_.stations[at(item.station)].layer; }

  // Enough was seen.
  bool done() const { return found_.found || tries_left_ <= 0; }

  void open() {
    extend({});
    for (int rest : opening_) with_item(rest, {}, [&](const State& state) { extend(state); });
  }

  void close(const State& state) {
    check(state);
    for (int rest : closing_) with_item(rest, state, [&](const State& after) { check(after); });
  }

  template <typename Then>
  void with_item(int item, const State& state, Then then) {
    State next = state;
    if (done() || !enter(instance_.items[at(item)].station, next) || !take(item, next)) return;
    then(next);
    chosen_.pop_back();
  }

  // The stations of one layer in every order, then those of the next.
  void extend(const State& state) {
    int layer = -1;
    for (std::size_t i = 0; i < left_.size() && !done(); ++i) {
      const int station = left_[i];
      if (station < 0) continue;
      if (layer >= 0 && instance_.stations[at(station)].layer != layer) break;
      layer = instance_.stations[at(station)].layer;
      left_[i] = -1;
      visit(station, state);
      left_[i] = station;
    }
    if (layer < 0) close(state);
  }

  void visit(int station, const State& state) {
    State next = state;
    if (!enter(station, next)) return;
    const std::size_t before = chosen_.size();
    bool fits = true;
    for (int item : instance_.stations[at(station)].items)
      if (instance_.items[at(item)].locked) fits = fits && take(item, next);
    if (fits) extend(next);
    chosen_.resize(before);
  }

  bool enter(int station, State& state) {
    --tries_left_;
    const int posture = instance_.stations[at(station)].posture;
    const bool first = chosen_.empty();
    if (first && !may_begin(instance_, rules_, posture)) return false;
    state.changes += first ? is_first_change(instance_, posture) : state.posture == posture ? 0 : 1;
    state.seconds += (first ? first_change(instance_, posture)
                            : position_change(instance_, state.posture, posture))
                         .seconds;
    state.posture = posture;
    return state.changes <= limit_;
  }

  // At the dose that takes least time.
  bool take(int index, State& state) {
    const std::vector<Choice>& choices = instance_.items[at(index)].choices;
    if (choices.empty()) return false;
    const auto shortest =
        std::min_element(choices.begin(), choices.end(),
                         [](const Choice& a, const Choice& b) { return a.seconds < b.seconds; });
    if (rules_.time && state.seconds + shortest->seconds > instance_.seconds) return false;
    state.seconds += shortest->seconds;
    chosen_.push_back({index, static_cast<int>(shortest - choices.begin())});
    return true;
  }

  void check(const State& state) {
    Solution solution;
    solution.seconds = state.seconds;
    solution.changes = state.changes;
    solution.chosen = chosen_;
    if (keeps_rules(instance_, rules_, solution)) found_ = evaluate(instance_, chosen_);
  }

  const Instance& instance_;
  const Rules& rules_;
  const int limit_;
  std::vector<int> left_;  // stations that must be visited and have no place yet; -1 where one has
  std::vector<int> opening_, closing_;  // rests
  bool others_ = false;                 // something else may be in
  int tries_left_ = most_tries;
  std::vector<Chosen> chosen_;
  Solution found_;
};

}  // namespace

FewResult routine_of_few(const Instance& instance, const Rules& rules) {
  return Few(instance, rules).run();
}

}  // namespace unclench::core
