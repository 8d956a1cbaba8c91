#include "core/search/search.h"

#include <algorithm>

#include "base/sorting.h"
#include "core/search/branching.h"
#include "core/search/few.h"
#include "core/search/incumbent.h"
#include "core/search/local_search.h"
#include "core/search/near_paths.h"
#include "core/search/rounding.h"

namespace unclench::core {
namespace {

constexpr int first_rounds = 24;  // of better prices, where there are none to begin with
constexpr int next_rounds = 12;
constexpr int first_scale = 16;  // of a step of the prices, in sixteenths
constexpr int next_scale = 9;
constexpr int most_failures = 5;  // of steps of one scale
constexpr std::size_t most_candidates = 60;
constexpr std::int64_t few_steps = 250;  // to look at every routine of a node
constexpr std::int64_t most_steps = 6000;
constexpr std::int64_t enough_steps = 2000000;  // where only the order of the stations is open
constexpr std::int64_t steps_of_node = 1000;    // of the limit
constexpr std::int64_t steps_of_walk = 8;       // that each step of a walk counts for
constexpr std::int64_t steps_of_change = 4;     // and each change that the local search tries

std::int64_t limit_for(const Catalogue& catalogue) {
  return catalogue.planner.node_limit * steps_of_node *
         static_cast<std::int64_t>(catalogue.movements.size());
}

struct Node {
  Restriction restriction;
  Prices prices;
  int scale = 0;  // of the next step of the prices
  Worth bound = -nothing;
  std::size_t number = 0;

  // The one to look at first is the largest.
  friend bool operator<(const Node& a, const Node& b) {
    return a.bound != b.bound ? a.bound < b.bound : a.number > b.number;
  }
};

class BranchAndBound {
 public:
  BranchAndBound(const Instance& instance, const Rules& rules, Goal goal, Worth least)
      : instance_(instance),
        rules_(rules),
        goal_(goal),
        limit_(limit_for(*instance.catalogue)),
        incumbent_(instance, rules, least),
        relaxation_(instance, rules),
        steps_(instance, rules),
        near_paths_(instance, rules, incumbent_),
        allowed_(unrestricted(instance)),
        local_(instance, rules, allowed_, relaxation_),
        usage_(instance) {}

  SearchResult run() {
    if (!instance_.possible) return result_;
    offer_single_rests();
    push_roots();
    while (!queue_.empty() && queue_.front().bound >= incumbent_.least()) {
      if (is_enough()) break;
      if (is_at_limit()) return unfinished(queue_.front().bound);
      ++result_.nodes;
      visit(pop());
    }
    if (given_up_ > nothing && given_up_ >= incumbent_.least()) return unfinished(given_up_);
    result_.best = incumbent_.best();
    result_.bound = result_.best.score;
    return result_;
  }

 private:
  bool is_enough() const { return goal_ == Goal::any && incumbent_.found(); }

  bool is_at_limit() const { return steps() >= limit_ && incumbent_.least() > nothing; }

  std::int64_t steps() const {
    return relaxation_.steps() + steps_of_walk * near_paths_.steps() +
           steps_of_change * local_.steps();
  }

  SearchResult unfinished(Worth bound) {
    result_.best = incumbent_.best();
    result_.complete = false;
    // No routine of this worth or less has more points.
    result_.bound = (std::max(bound, given_up_) + point - 1) / point;
    return result_;
  }

  // A single rest movement both opens and closes, which the network does not know.
  void offer_single_rests() {
    for (std::size_t i = 0; i < instance_.items.size(); ++i)
      if (instance_.items[i].rest && instance_.stations[at(instance_.items[i].station)].layer == 0)
        for (std::size_t c = 0; c < instance_.items[i].choices.size(); ++c)
          incumbent_.offer(evaluate(instance_, {{static_cast<int>(i), static_cast<int>(c)}}));
  }

  // A rest that must be in opens or closes.
  void push_roots() {
    std::vector<Restriction> roots{allowed_};
    for (int movement : instance_.locked_rests) {
      std::vector<Restriction> next;
      for (const Restriction& root : roots)
        for (std::size_t i = 0; i < instance_.items.size(); ++i)
          if (instance_.items[i].movement == movement) {
            next.push_back(root);
            next.back().items[i] &= taking;
          }
      roots = std::move(next);
    }
    for (Restriction& root : roots) {
      Prices prices = steps_.first(root);
      push({std::move(root), std::move(prices), first_scale});
    }
  }

  void push(Node node) {
    if (node.bound < incumbent_.least() || !propagate(instance_, node.restriction)) return;
    node.number = pushed_++;
    queue_.push_back(std::move(node));
    std::push_heap(queue_.begin(), queue_.end());
  }

  Node pop() {
    std::pop_heap(queue_.begin(), queue_.end());
    Node node = std::move(queue_.back());
    queue_.pop_back();
    return node;
  }

  void visit(Node node) {
    if (!relaxation_.restrict_to(node.restriction) || !fits_the_time()) return;
    const bool root = node.bound == -nothing;
    for (int rounds = root ? first_rounds : next_rounds; rounds > 0; rounds -= next_rounds) {
      improve_prices(node);
      if (node.bound < incumbent_.least() || is_enough()) return;
      if (is_at_limit()) return give_up(node);
      relaxation_.bound_at(node.prices);
      const std::size_t before = node.restriction.undecided();
      if (!relaxation_.remove_worse_than(incumbent_.least(), node.restriction)) continue;
      if (!propagate(instance_, node.restriction) ||
          !relaxation_.restrict_further(node.restriction))
        return;
      if (complete(node, few_steps)) return;
      if (is_much_less(node.restriction.undecided(), before))
        rounds = std::max(rounds, 2 * next_rounds);
    }
    const bool decided = node.restriction.undecided() == 0;
    if (!complete(node, decided ? enough_steps : most_steps)) branch(node);
  }

  static bool is_much_less(std::size_t now, std::size_t before) {
    return now + before / 8 < before;
  }

  bool fits_the_time() {
    if (!rules_.time) return true;
    const int least = relaxation_.least_seconds();
    return least >= 0 && least <= instance_.seconds;
  }

  // True when every routine of the node was looked at.
  bool complete(const Node& node, std::int64_t step_limit) {
    return relaxation_.bound_at(node.prices) == nothing ||
           look_at_all(node.restriction, step_limit);
  }

  bool look_at_all(const Restriction& restriction, std::int64_t step_limit) {
    const Worth least = incumbent_.least();
    const bool all = near_paths_.run(restriction, relaxation_, step_limit);
    if (incumbent_.least() > least) incumbent_.offer(improved(incumbent_.best()));
    return all;
  }

  void give_up(const Node& node) { given_up_ = std::max(given_up_, node.bound); }

  void branch(const Node& node) {
    if (node.restriction.undecided() == 0) return give_up(node);  // too many orders of its stations
    for (Restriction& part : split(instance_, usage_, relaxation_, node.restriction))
      push({std::move(part), node.prices, next_scale, node.bound});
  }

  // Steps towards the best known worth, shorter when they do not help.
  void improve_prices(Node& node) {
    usage_.clear();
    Prices prices = node.prices;
    Slope direction, best_slope;
    Worth best = -nothing;
    int failures = 0;
    for (int round = 1; round <= next_rounds && node.scale > 0; ++round) {
      const Worth bound = relaxation_.bound_at(prices);
      const Relaxation::Path& path = relaxation_.path();
      usage_.count(path.chosen);
      offer_path(path, round);
      Slope slope = relaxation_.slope_at(prices, path);
      if (bound < best) {
        best = bound;
        best_slope = slope;
        node.prices = prices;
        node.bound = std::min(node.bound, best);
        failures = 0;
      } else if (++failures == most_failures) {
        prices = node.prices;
        slope = best_slope;
        direction = {};
        node.scale /= 2;
        failures = 0;
      }
      if (node.bound < incumbent_.least() ||
          !steps_.move(prices, direction, slope, bound, target_below(bound), node.scale))
        return;
    }
  }

  Worth target_below(Worth bound) const {
    return incumbent_.least() > nothing ? incumbent_.least() : bound - std::abs(bound) / 20 - point;
  }

  void offer_path(const Relaxation::Path& path, int round) {
    const bool fits = path.seconds <= instance_.seconds;
    if (round != next_rounds && !fits) return;
    if (fits && path.chosen == offered_) return;
    if (fits) offered_ = path.chosen;
    offer(routine_from(instance_, rules_, relaxation_, path.chosen));
  }

  // What is better than the best so far is made better still by small steps.
  void offer(Solution solution) {
    if (!solution.found) return;
    if (solution.worth > incumbent_.least()) solution = improved(solution);
    incumbent_.offer(std::move(solution));
  }

  Solution improved(const Solution& solution) { return local_.improve(solution, candidates()); }

  // Those of most profit.
  std::vector<int> candidates() const {
    std::vector<int> items;
    for (std::size_t i = 0; i < instance_.items.size(); ++i)
      if (allowed_.may_be_in(static_cast<int>(i))) items.push_back(static_cast<int>(i));
    sort_stably(items,
                [&](int a, int b) { return relaxation_.profit_of(a) > relaxation_.profit_of(b); });
    if (items.size() > most_candidates) items.resize(most_candidates);
    return items;
  }

  const Instance& instance_;
  const Rules& rules_;
  const Goal goal_;
  const std::int64_t limit_;  // of the steps
  Incumbent incumbent_;
  Worth given_up_ = nothing;  // the best bound of what was not looked at
  Relaxation relaxation_;
  const PriceSteps steps_;
  NearPaths near_paths_;
  const Restriction allowed_;
  LocalSearch local_;
  std::vector<Chosen> offered_;  // the last path that fitted the time as it was
  Usage usage_;
  SearchResult result_;
  std::vector<Node> queue_;  // a heap
  std::size_t pushed_ = 0;
};

}  // namespace

SearchResult search(const Instance& instance, const Rules& rules, Goal goal, Worth least) {
  if (goal == Goal::any) {
    FewResult few = routine_of_few(instance, rules);
    SearchResult result;
    result.bound = few.routine.score;
    result.best = std::move(few.routine);
    if (result.best.found || few.settled) return result;
  }
  return BranchAndBound(instance, rules, goal, least).run();
}

}  // namespace unclench::core
