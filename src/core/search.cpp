#include "core/search.h"

#include <algorithm>
#include <queue>

namespace unclench::core {
namespace {

constexpr Points first_price = 16;
constexpr Points first_price_step = 8;
constexpr Points refining_price_step = 4;

struct Subproblem {
  Skeleton skeleton;
  std::vector<bool> banned;  // by item
  Prices prices;
  Points bound = 0;      // on the score
  bool refined = false;  // the prices are its own
  std::size_t number = 0;

  std::int64_t key() const {
    return Worth::of(bound, skeleton.changes, skeleton.change_seconds).key;
  }
  // The one to look at first is the largest.
  friend bool operator<(const Subproblem& a, const Subproblem& b) {
    return a.key() != b.key() ? a.key() < b.key() : a.number > b.number;
  }
};

class BestFirst {
 public:
  BestFirst(const Instance& instance, const Rules& rules, Goal goal)
      : instance_(instance), rules_(rules), goal_(goal) {}

  SearchResult run() {
    if (!instance_.possible) return result_;
    if (goal_ == Goal::any) return find_any();
    push_skeletons();
    while (!queue_.empty()) {
      Subproblem next = queue_.top();
      if (next.key() < result_.best.worth.key) break;
      queue_.pop();
      if (!expand(std::move(next))) return result_;
    }
    result_.bound = result_.best.score;
    return result_;
  }

 private:
  const Item& item_at(int index) const { return instance_.items[static_cast<std::size_t>(index)]; }
  const Movement& movement_of(int item) const {
    return instance_.catalogue->movements[static_cast<std::size_t>(item_at(item).movement)];
  }

  // The shortest skeletons first, and the first routine that one of them allows.
  SearchResult find_any() {
    std::vector<Skeleton> skeletons = enumerate_skeletons(instance_, rules_);
    std::stable_sort(skeletons.begin(), skeletons.end(), [](const Skeleton& a, const Skeleton& b) {
      return a.stations.size() < b.stations.size();
    });
    const std::vector<bool> nothing_banned(instance_.items.size(), false);
    const Prices prices(instance_.catalogue->targets.size(), first_price);
    for (const Skeleton& skeleton : skeletons) {
      const std::vector<int> items = usable_items(instance_, skeleton, nothing_banned);
      if (!every_station_has_one(skeleton, items)) continue;
      search_selection(instance_, rules_, skeleton, items, relax(instance_, items, prices), 0,
                       result_.nodes, result_.best);
      if (result_.best.found) break;
    }
    result_.bound = result_.best.score;
    return result_;
  }

  void push_skeletons() {
    std::vector<int> all(instance_.items.size());
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = static_cast<int>(i);
    const Prices start(instance_.catalogue->targets.size(), first_price);
    const Prices prices =
        improve_prices(instance_, all, instance_.seconds, start, first_price_step);
    const Relaxation relaxation = relax(instance_, all, prices);
    for (Skeleton& skeleton : enumerate_skeletons(instance_, rules_)) {
      Subproblem subproblem;
      subproblem.banned.assign(instance_.items.size(), true);
      for (int station : skeleton.stations)
        for (int item : instance_.stations[static_cast<std::size_t>(station)].items)
          subproblem.banned[static_cast<std::size_t>(item)] = false;
      subproblem.skeleton = std::move(skeleton);
      subproblem.prices = prices;
      subproblem.bound = bound_of(subproblem, relaxation);
      push(std::move(subproblem));
    }
  }

  void push(Subproblem subproblem) {
    if (subproblem.key() < result_.best.worth.key) return;
    subproblem.number = pushed_++;
    queue_.push(std::move(subproblem));
  }

  Points bound_of(const Subproblem& subproblem, const Relaxation& relaxation) const {
    return relaxation.constant - subproblem.skeleton.strain +
           knapsack(relaxation, seconds_left(instance_, rules_, subproblem.skeleton),
                    [&](int item) { return !subproblem.banned[static_cast<std::size_t>(item)]; });
  }

  // False when the node limit was reached.
  bool expand(Subproblem subproblem) {
    const std::vector<int> items = usable_items(instance_, subproblem.skeleton, subproblem.banned);
    if (!every_station_has_one(subproblem.skeleton, items)) return true;
    if (!subproblem.refined) {
      refine(subproblem, items);
      push(std::move(subproblem));
      return true;
    }
    if (split_exclusion(subproblem, items)) return true;
    const Relaxation relaxation = relax(instance_, items, subproblem.prices);
    const std::int64_t limit = instance_.catalogue->planner.node_limit;
    if (search_selection(instance_, rules_, subproblem.skeleton, items, relaxation, limit,
                         result_.nodes, result_.best))
      return true;
    result_.complete = false;
    result_.bound = subproblem.bound;
    return false;
  }

  void refine(Subproblem& subproblem, const std::vector<int>& items) const {
    subproblem.prices =
        improve_prices(instance_, items, seconds_left(instance_, rules_, subproblem.skeleton),
                       subproblem.prices, refining_price_step);
    const Relaxation relaxation = relax(instance_, items, subproblem.prices);
    subproblem.bound = std::min(subproblem.bound, bound_of(subproblem, relaxation));
    subproblem.refined = true;
  }

  bool every_station_has_one(const Skeleton& skeleton, const std::vector<int>& items) const {
    for (int station : skeleton.stations)
      if (std::none_of(items.begin(), items.end(),
                       [&](int item) { return item_at(item).station == station; }))
        return false;
    for (std::size_t i = 0; i < instance_.items.size(); ++i)
      if (instance_.items[i].locked &&
          std::find(items.begin(), items.end(), static_cast<int>(i)) == items.end())
        return false;
    return true;
  }

  // Splits on the first item that cannot stand beside some of the others: without it, or with it
  // and without them. False when there is none.
  bool split_exclusion(const Subproblem& subproblem, const std::vector<int>& items) {
    for (int item : items) {
      const std::vector<int> excluded = excluded_by(item, items);
      if (excluded.empty()) continue;
      push_without(subproblem, {item});
      push_without(subproblem, excluded);
      return true;
    }
    return false;
  }

  void push_without(Subproblem subproblem, const std::vector<int>& banned) {
    for (int item : banned) subproblem.banned[static_cast<std::size_t>(item)] = true;
    subproblem.refined = false;
    push(std::move(subproblem));
  }

  std::vector<int> excluded_by(int item, const std::vector<int>& items) const {
    std::vector<int> excluded;
    for (int part : movement_of(item).parts)
      for (int other : items)
        if (item_at(other).movement == part) excluded.push_back(other);
    if (rules_.directions && bends(item, Direction::extension))
      for (int other : items)
        if (bends(other, Direction::flexion) && meet(item, other, items)) excluded.push_back(other);
    return excluded;
  }

  bool bends(int item, Direction direction) const {
    return item_at(item).direction == direction && !keeps_apart(item_at(item));
  }

  // Whether nothing neutral could stand between the two.
  bool meet(int a, int b, const std::vector<int>& items) const {
    auto first = std::find(items.begin(), items.end(), a);
    auto last = std::find(items.begin(), items.end(), b);
    if (last < first) std::swap(first, last);
    return std::none_of(first, last, [&](int item) { return keeps_apart(item_at(item)); });
  }

  const Instance& instance_;
  const Rules& rules_;
  const Goal goal_;
  SearchResult result_;
  std::priority_queue<Subproblem> queue_;
  std::size_t pushed_ = 0;
};

}  // namespace

SearchResult search(const Instance& instance, const Rules& rules, Goal goal) {
  return BestFirst(instance, rules, goal).run();
}

}  // namespace unclench::core
