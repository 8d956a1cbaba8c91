#include "core/order.h"

namespace unclench::core {
namespace {

class Orders {
 public:
  Orders(const Instance& instance, const Rules& rules, const Restriction& decided)
      : instance_(instance), rules_(rules) {
    chosen_at_.resize(instance.stations.size());
    for (std::size_t i = 0; i < instance.items.size(); ++i) {
      if (!decided.must_be_in(static_cast<int>(i))) continue;
      int choice = 0;
      while (decided.items[i] != option(choice)) ++choice;
      chosen_at_[at(instance.items[i].station)].push_back({static_cast<int>(i), choice});
    }
    for (const auto& chosen : chosen_at_) left_ += chosen.empty() ? 0 : 1;
  }

  Solution run() {
    if (left_ > 0) extend();
    return best_;
  }

 private:
  // The stations of one layer in every order.
  void extend() {
    if (left_ == 0) {
      Solution solution = evaluate(instance_, sequence_);
      if (keeps_rules(instance_, rules_, solution) && is_better(instance_, solution, best_))
        best_ = std::move(solution);
      return;
    }
    int layer = -1;
    for (std::size_t s = 0; s < chosen_at_.size(); ++s) {
      if (chosen_at_[s].empty()) continue;
      if (layer >= 0 && instance_.stations[s].layer != layer) break;
      layer = instance_.stations[s].layer;
      const std::vector<Chosen> visited = std::move(chosen_at_[s]);
      chosen_at_[s].clear();
      sequence_.insert(sequence_.end(), visited.begin(), visited.end());
      --left_;
      extend();
      ++left_;
      sequence_.resize(sequence_.size() - visited.size());
      chosen_at_[s] = visited;
    }
  }

  const Instance& instance_;
  const Rules& rules_;
  std::vector<std::vector<Chosen>> chosen_at_;  // by station, what has not been done yet
  int left_ = 0;
  std::vector<Chosen> sequence_;
  Solution best_;
};

}  // namespace

Solution best_order(const Instance& instance, const Rules& rules, const Restriction& decided) {
  return Orders(instance, rules, decided).run();
}

}  // namespace unclench::core
