#include "core/search/search.h"

#include <algorithm>
#include <queue>

#include "core/search/branching.h"
#include "core/search/completion.h"
#include "core/search/local_search.h"
#include "core/search/rounding.h"

namespace unclench::core {
namespace {

constexpr int first_rounds = 48;  // of better prices, where there are none to begin with
constexpr int next_rounds = 12;
constexpr int first_scale = 32;   // of a step of the prices, in sixteenths
constexpr int most_failures = 5;  // of steps of one scale
constexpr int offering = 4;       // rounds from one routine made of a path to the next
constexpr std::size_t most_candidates = 60;
constexpr int few_steps = 500;  // of an enumeration
constexpr int most_steps = 20000;
constexpr std::int64_t steps_of_node = 1000;  // of the limit

struct Node {
  Restriction restriction;
  Prices prices;
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
        least_(least),
        relaxation_(instance, rules),
        steps_(instance, rules),
        completion_(instance, rules,
                    [this](Solution solution) {
                      offer(std::move(solution));
                      return least_;
                    }),
        allowed_(unrestricted(instance)),
        local_(instance, rules, allowed_),
        usage_(instance) {}

  SearchResult run() {
    if (!instance_.possible) return result_;
    offer_single_rests();
    push_roots();
    const std::int64_t limit = instance_.catalogue->planner.node_limit * steps_of_node;
    while (!queue_.empty() && queue_.top().bound >= least_) {
      if (goal_ == Goal::any && result_.best.found) break;
      if (steps_taken() >= limit && least_ > nothing) return unfinished(queue_.top().bound);
      Node node = queue_.top();
      queue_.pop();
      ++result_.nodes;
      visit(std::move(node));
    }
    if (given_up_ > nothing && given_up_ >= least_) return unfinished(given_up_);
    result_.bound = result_.best.score;
    return result_;
  }

 private:
  std::int64_t steps_taken() const { return relaxation_.steps() + completion_.steps(); }

  SearchResult unfinished(Worth bound) {
    result_.complete = false;
    // No routine of this worth or less has more points.
    result_.bound = (std::max(bound, given_up_) + point - 1) / point;
    return result_;
  }

  void offer(Solution solution) {
    if (solution.worth < least_ || !keeps_rules(instance_, rules_, solution) ||
        !is_better(instance_, solution, result_.best))
      return;
    least_ = solution.worth;
    result_.best = std::move(solution);
  }

  // A single rest movement both opens and closes, which the network does not know.
  void offer_single_rests() {
    for (std::size_t i = 0; i < instance_.items.size(); ++i)
      if (instance_.items[i].rest && instance_.stations[at(instance_.items[i].station)].layer == 0)
        for (std::size_t c = 0; c < instance_.items[i].choices.size(); ++c)
          offer(evaluate(instance_, {{static_cast<int>(i), static_cast<int>(c)}}));
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
      push({std::move(root), std::move(prices)});
    }
  }

  void push(Node node) {
    if (node.bound < least_ || !propagate(instance_, node.restriction)) return;
    node.number = pushed_++;
    queue_.push(std::move(node));
  }

  void visit(Node node) {
    if (!relaxation_.restrict_to(node.restriction) || !fits_the_time()) return;
    const bool root = node.bound == -nothing;
    for (int rounds = root ? first_rounds : next_rounds; rounds > 0; rounds -= next_rounds) {
      improve_prices(node);
      if (node.bound < least_) return;
      relaxation_.bound_at(node.prices);
      if (!relaxation_.remove_worse_than(least_, node.restriction)) continue;
      if (!propagate(instance_, node.restriction) || !relaxation_.restrict_to(node.restriction))
        return;
      if (complete(node, few_steps)) return;
      rounds = std::max(rounds, 2 * next_rounds);
    }
    if (!complete(node, most_steps)) branch(node);
  }

  bool fits_the_time() {
    if (!rules_.time) return true;
    const int least = relaxation_.least_seconds();
    return least >= 0 && least <= instance_.seconds;
  }

  // True when every routine of the node was looked at.
  bool complete(const Node& node, int step_limit) {
    return relaxation_.bound_at(node.prices) == nothing ||
           completion_.run(node.restriction, relaxation_, node.prices, step_limit, least_);
  }

  void branch(const Node& node) {
    if (node.restriction.undecided() == 0) {
      given_up_ = std::max(given_up_, node.bound);  // too many orders of its stations
      return;
    }
    for (Restriction& part : split(instance_, usage_, relaxation_, node.restriction))
      push({std::move(part), node.prices, node.bound});
  }

  // Steps towards the best known worth, shorter when they do not help.
  void improve_prices(Node& node) {
    usage_.clear();
    Prices prices = node.prices;
    Worth best = -nothing;
    int scale = first_scale, failures = 0;
    for (int round = 1; round <= next_rounds && scale > 0; ++round) {
      const Worth bound = relaxation_.bound_at(prices);
      const Relaxation::Path& path = relaxation_.path();
      usage_.count(path.chosen);
      offer_path(path, round);
      if (bound < best) {
        best = bound;
        node.prices = prices;
        node.bound = std::min(node.bound, best);
        failures = 0;
      } else if (++failures == most_failures) {
        prices = node.prices;
        scale /= 2;
        failures = 0;
      }
      const Worth target = least_ > nothing ? least_ : bound - std::abs(bound) / 20 - point;
      if (node.bound < least_ ||
          !steps_.move(prices, relaxation_.slope_at(prices, path), bound, target, scale))
        return;
    }
  }

  // The last routine of the rounds, when it is the best so far, is made better by small steps.
  void offer_path(const Relaxation::Path& path, int round) {
    const bool fits = path.seconds <= instance_.seconds;
    if (round % offering != 0 && !fits) return;
    if (fits && path.chosen == offered_) return;
    if (fits) offered_ = path.chosen;
    Solution solution = routine_from(instance_, rules_, relaxation_, path.chosen);
    if (!solution.found) return;
    if (solution.worth > least_ && round == next_rounds)
      solution = local_.improve(solution, candidates());
    offer(std::move(solution));
  }

  // Those of most profit.
  std::vector<int> candidates() const {
    std::vector<int> items;
    for (std::size_t i = 0; i < instance_.items.size(); ++i)
      if (allowed_.may_be_in(static_cast<int>(i))) items.push_back(static_cast<int>(i));
    std::stable_sort(items.begin(), items.end(), [&](int a, int b) {
      return relaxation_.profit_of(a) > relaxation_.profit_of(b);
    });
    if (items.size() > most_candidates) items.resize(most_candidates);
    return items;
  }

  const Instance& instance_;
  const Rules& rules_;
  const Goal goal_;
  Worth least_;               // what a routine must be worth to be of interest
  Worth given_up_ = nothing;  // the best bound of what was not looked at
  Relaxation relaxation_;
  const PriceSteps steps_;
  Completion completion_;
  const Restriction allowed_;
  LocalSearch local_;
  std::vector<Chosen> offered_;  // the last path that fitted the time as it was
  Usage usage_;
  SearchResult result_;
  std::priority_queue<Node> queue_;
  std::size_t pushed_ = 0;
};

}  // namespace

SearchResult search(const Instance& instance, const Rules& rules, Goal goal, Worth least) {
  return BranchAndBound(instance, rules, goal, least).run();
}

}  // namespace unclench::core
