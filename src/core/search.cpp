#include "core/search.h"

#include <algorithm>
#include <climits>
#include <queue>

#include "core/enumeration.h"
#include "core/local_search.h"
#include "core/order.h"
#include "core/relaxation.h"

namespace unclench::core {
namespace {

constexpr int first_rounds = 48;  // of better prices, where there are none to begin with
constexpr int first_scale = 32;   // of the steps, in sixteenths of the way to the best known
constexpr int next_rounds = 12;
constexpr int offering = 4;    // rounds from one routine made of a path to the next
constexpr int polishing = 12;  // rounds from one that is made better by small steps to the next
constexpr std::size_t most_candidates = 60;
constexpr std::size_t most_orders = 24;
constexpr std::size_t most_open_stations = 3;
constexpr int few_steps = 500;  // of an enumeration
constexpr int most_steps = 20000;
constexpr std::int64_t steps_of_node = 1000;  // of the limit: options and arcs looked at

struct Node {
  Restriction restriction;
  Prices prices;
  Worth bound = 0;
  std::size_t number = 0;

  // The one to look at first is the largest.
  friend bool operator<(const Node& a, const Node& b) {
    return a.bound != b.bound ? a.bound < b.bound : a.number > b.number;
  }
};

// How often each option was on the best paths while the prices were improved.
class Usage {
 public:
  Usage(std::size_t items, std::size_t stations) : counts_(items), stations_(stations) {}
  void clear() {
    std::fill(stations_.begin(), stations_.end(), 0);
    for (auto& counts : counts_) counts.fill(0);
    rounds_ = 0;
  }
  void count(const Instance& instance, const std::vector<Chosen>& chosen) {
    ++rounds_;
    int before = -1;
    for (const Chosen& c : chosen) {
      ++counts_[at(c.item)][at(c.choice)];
      const int station = instance.items[at(c.item)].station;
      if (station != before) ++stations_[at(station)];
      before = station;
    }
  }
  int of_station(std::size_t station) const { return stations_[station]; }
  int rounds() const { return rounds_; }
  int of(int item, int choice) const { return counts_[at(item)][at(choice)]; }
  int of(int item) const {
    int sum = 0;
    for (int count : counts_[at(item)]) sum += count;
    return sum;
  }

 private:
  std::vector<std::array<int, dose_steps>> counts_;
  std::vector<int> stations_;
  int rounds_ = 0;
};

class BranchAndBound {
 public:
  BranchAndBound(const Instance& instance, const Rules& rules, Goal goal, Worth least)
      : least_(least),
        instance_(instance),
        rules_(rules),
        goal_(goal),
        relaxation_(instance, rules, -1),
        allowed_(unrestricted(instance)),
        local_(instance, rules, allowed_),
        usage_(instance.items.size(), instance.stations.size()),
        dearest_second_(dearest_second()) {}

  SearchResult run() {
    if (!instance_.possible) return result_;
    offer_single_rests();
    push_roots();
    const std::int64_t limit = instance_.catalogue->planner.node_limit * steps_of_node;
    while (!queue_.empty()) {
      if (goal_ == Goal::any && result_.best.found) break;
      Node node = queue_.top();
      if (node.bound < least_) break;
      if (steps() >= limit && (result_.best.found || least_ > nothing)) {
        result_.complete = false;
        result_.bound = points_of(node.bound);
        return result_;
      }
      queue_.pop();
      ++result_.nodes;
      visit(std::move(node));
    }
    result_.bound = result_.best.score;
    return result_;
  }

 private:
  std::int64_t steps() const { return relaxation_.steps() + enumerated_; }

  // No routine of this worth or less has more points.
  static Points points_of(Worth worth) { return (worth + point - 1) / point; }

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
    for (Restriction& root : roots) push({std::move(root), {}, -nothing, 0});
  }

  void push(Node node) {
    if (node.bound < least_ || !propagate(instance_, node.restriction)) return;
    node.number = pushed_++;
    queue_.push(std::move(node));
  }

  void visit(Node node) {
    if (!relaxation_.restrict_to(node.restriction)) return;
    if (rules_.time) {
      const int least = relaxation_.least_seconds();
      if (least < 0 || least > instance_.seconds) return;
    }
    const bool root = node.prices.unit.empty();
    if (root) node.prices = first_prices(node.restriction);
    for (int rounds = root ? first_rounds : next_rounds; rounds > 0; rounds -= next_rounds) {
      improve_prices(node, next_rounds);
      if (node.bound < least_) return;
      relaxation_.bound_at(node.prices);
      if (!relaxation_.remove_worse_than(least_, node.restriction)) continue;
      if (!propagate(instance_, node.restriction) || !relaxation_.restrict_to(node.restriction))
        return;
      if (enumerate_rest(node, few_steps)) return;
      rounds = std::max(rounds, 2 * next_rounds);
    }
    if (enumerate_rest(node, most_steps)) return;
    branch(std::move(node));
  }

  // True when every routine of the node was looked at: each set of stations and each order of them
  // by itself.
  bool enumerate_rest(const Node& node, int step_limit) {
    const std::vector<int> open = open_stations(node.restriction);
    if (open.size() > most_open_stations || undecided(node.restriction) > most_undecided() ||
        relaxation_.bound_at(node.prices) == nothing)
      return false;
    for (unsigned set = 0; set < 1u << open.size(); ++set) {
      Restriction part = node.restriction;
      for (std::size_t s = 0; s < open.size(); ++s) {
        part.visited[at(open[s])] = (set >> s & 1u) != 0;
        if ((set >> s & 1u) == 0) close(part, open[s]);
      }
      if (!propagate(instance_, part)) continue;
      if (!enumerate_orders(part, node.prices, step_limit)) return false;
    }
    return true;
  }

  bool enumerate_orders(const Restriction& restriction, const Prices& prices, int step_limit) {
    const std::vector<StationOrder> orders =
        station_orders(instance_, rules_, visited_stations(restriction));
    if (orders.size() > most_orders) return false;
    for (const StationOrder& order : orders) {
      const Enumerated rest{instance_,
                            restriction,
                            prices,
                            relaxation_.constant() - cost_at(order, prices),
                            rules_.time ? instance_.seconds - order.change_seconds : INT_MAX,
                            rules_.time};
      const bool complete =
          enumerate(rest, step_limit, least_, enumerated_, [&](const Restriction& decided) {
            offer(routine_in_order(instance_, decided, order.stations));
            return least_;
          });
      if (!complete) return false;
    }
    return true;
  }

  // Those that may be visited and need not be.
  std::vector<int> open_stations(const Restriction& restriction) const {
    std::vector<int> open;
    for (std::size_t s = 0; s < instance_.stations.size(); ++s)
      if (!restriction.visited[s] &&
          std::any_of(instance_.stations[s].items.begin(), instance_.stations[s].items.end(),
                      [&](int item) { return restriction.may_be_in(item); }))
        open.push_back(static_cast<int>(s));
    return open;
  }

  void close(Restriction& restriction, int station) const {
    for (int item : instance_.stations[at(station)].items)
      restriction.items[at(item)] &= leaving_out;
  }

  static std::size_t undecided(const Restriction& restriction) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < restriction.items.size(); ++i)
      count += restriction.is_decided(static_cast<int>(i)) ? 0 : 1;
    return count;
  }

  // Where bends may meet, the bounds of an enumeration are worse.
  std::size_t most_undecided() const { return relaxation_.bends_may_meet() ? 12 : 40; }

  static Worth cost_at(const StationOrder& order, const Prices& prices) {
    return order.cost() + prices.second * order.change_seconds;
  }

  Prices first_prices(const Restriction& restriction) const {
    Prices prices;
    const PlannerSettings& planner = instance_.catalogue->planner;
    const std::size_t middle = planner.coverage.size() / 2;
    for (int need : instance_.stage->need)
      prices.unit.push_back(
          planner.coverage.empty() ? 0 : Worth{need} * planner.coverage[middle].worth * point);
    if (!rules_.time) return prices;
    struct Rate {
      Worth profit;
      int seconds;
    };
    std::vector<Rate> rates;
    for (std::size_t i = 0; i < instance_.items.size(); ++i) {
      if (!restriction.may_be_in(static_cast<int>(i))) continue;
      Rate best{0, 1};
      for (const Choice& choice : instance_.items[i].choices) {
        Worth profit = choice.fit * point;
        for (const Work& work : choice.work) profit += prices.unit[at(work.target)] * work.units;
        if (profit / choice.seconds > best.profit / best.seconds) best = {profit, choice.seconds};
      }
      rates.push_back(best);
    }
    std::sort(rates.begin(), rates.end(), [](const Rate& a, const Rate& b) {
      return a.profit / a.seconds > b.profit / b.seconds;
    });
    int seconds = 0;
    for (const Rate& rate : rates) {
      seconds += rate.seconds;
      prices.second = rate.profit / rate.seconds;
      if (seconds > instance_.seconds) break;
      prices.second = 0;
    }
    return prices;
  }

  // Subgradient steps towards the best known worth, shorter when they do not help.
  void improve_prices(Node& node, int rounds) {
    usage_.clear();
    Prices prices = node.prices;
    Worth best = nothing;
    bool first = true;
    int scale = first_scale, failures = 0;
    for (int round = 0; round < rounds; ++round) {
      const Worth bound = relaxation_.bound_at(prices);
      if (bound == nothing) {
        node.bound = nothing;
        return;
      }
      const Relaxation::Path path = relaxation_.path();
      usage_.count(instance_, path.chosen);
      if (round % offering == offering - 1 || path.seconds <= instance_.seconds)
        offer_path(path, round);
      if (first || bound < best) {
        best = bound;
        node.prices = prices;
        failures = 0;
        first = false;
      } else if (++failures >= 5) {
        scale /= 2;
        failures = 0;
        prices = node.prices;
        if (scale == 0) break;
      }
      node.bound = std::min(node.bound, best);
      if (node.bound < least_) return;
      if (!move(prices, relaxation_.slope_at(prices, path), bound, scale)) break;
    }
  }

  void offer_path(const Relaxation::Path& path, int round) {
    std::vector<Chosen> chosen = path.chosen;
    make_consistent(chosen);
    if (rules_.time && !shorten(chosen, evaluate(instance_, chosen).seconds - instance_.seconds))
      return;
    Solution solution = evaluate(instance_, std::move(chosen));
    if (keeps_rules(instance_, rules_, solution)) polish(std::move(solution), round);
  }

  // Takes away what stands without what it follows or beside what it excludes.
  void make_consistent(std::vector<Chosen>& chosen) const {
    std::vector<char> in(instance_.items.size(), 0);
    for (std::size_t i = 0; i < chosen.size();) {
      const Item& item = instance_.items[at(chosen[i].item)];
      const auto is_in = [&](int other) { return in[at(other)] != 0; };
      if (std::all_of(item.after.begin(), item.after.end(), is_in) &&
          std::none_of(item.excluded.begin(), item.excluded.end(), is_in)) {
        in[at(chosen[i++].item)] = 1;
      } else {
        chosen.erase(chosen.begin() + static_cast<std::ptrdiff_t>(i));
      }
    }
  }

  // Takes away what brings least for its time at the prices, until so many seconds are saved.
  bool shorten(std::vector<Chosen>& chosen, int seconds) const {
    while (seconds > 0) {
      std::size_t best = chosen.size();
      Worth best_rate = 0;
      int best_saved = 0;
      for (std::size_t i = 0; i < chosen.size(); ++i) {
        const Item& item = instance_.items[at(chosen[i].item)];
        const int choice = chosen[i].choice;
        if (choice == 0 && (item.rest || item.locked || is_alone(chosen, i))) continue;
        const int saved = item.choices[at(choice)].seconds -
                          (choice > 0 ? item.choices[at(choice - 1)].seconds : 0);
        if (saved <= 0) continue;
        const Worth loss = relaxation_.profit_of(chosen[i].item, choice) -
                           (choice > 0 ? relaxation_.profit_of(chosen[i].item, choice - 1) : 0);
        const Worth rate = loss / saved;
        if (best < chosen.size() && rate >= best_rate) continue;
        best = i;
        best_rate = rate;
        best_saved = saved;
      }
      if (best == chosen.size()) return false;
      seconds -= best_saved;
      if (chosen[best].choice-- == 0)
        chosen.erase(chosen.begin() + static_cast<std::ptrdiff_t>(best));
    }
    return true;
  }

  // Whether nothing else is chosen at the station.
  bool is_alone(const std::vector<Chosen>& chosen, std::size_t i) const {
    const auto station = [&](std::size_t k) { return instance_.items[at(chosen[k].item)].station; };
    return (i == 0 || station(i - 1) != station(i)) &&
           (i + 1 == chosen.size() || station(i + 1) != station(i));
  }

  void polish(Solution solution, int round) {
    const bool better = solution.worth > least_;
    if (better && round % polishing == polishing - 1)
      solution = local_.improve(solution, candidates());
    offer(std::move(solution));
  }

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

  // False when there is nowhere to go.
  bool move(Prices& prices, const Relaxation::Slope& slope, Worth bound, int scale) const {
    constexpr Worth ratio = 32;  // a second's price is smaller and its slope larger than a unit's
    Worth length = 0;
    for (Worth g : slope.unit) length += g * g;
    const Worth second = rules_.time ? slope.second : 0;
    length += second * second / ratio;
    if (length == 0) return false;
    const Worth target = least_ > nothing ? least_ : bound - std::abs(bound) / 20 - point;
    const Worth step = std::max<Worth>(bound - target, 16) / 16 * scale / length + 1;
    for (std::size_t t = 0; t < slope.unit.size(); ++t)
      prices.unit[t] = std::clamp<Worth>(prices.unit[t] - step * slope.unit[t], 0, dearest_unit(t));
    prices.second = std::clamp<Worth>(prices.second - step / ratio * second, 0, dearest_second_);
    return true;
  }

  // At this price the coverage wants no unit, at a higher one no fewer.
  Worth dearest_unit(std::size_t target) const {
    const auto& coverage = instance_.catalogue->planner.coverage;
    return coverage.empty() ? 0 : Worth{instance_.stage->need[target]} * coverage[0].worth * point;
  }

  // At this price no choice pays for its time.
  Worth dearest_second() const {
    Worth dearest = 0;
    for (const Item& item : instance_.items)
      for (const Choice& choice : item.choices) {
        Worth profit = choice.fit * point;
        for (const Work& work : choice.work) profit += dearest_unit(at(work.target)) * work.units;
        dearest = std::max(dearest, profit / choice.seconds + 1);
      }
    return dearest;
  }

  // Splits where the paths differ most: by whether a station is visited, else by an item.
  void branch(Node node) {
    const int station = branching_station(node.restriction);
    if (station >= 0) {
      Node with = node;
      with.restriction.visited[at(station)] = 1;
      push(std::move(with));
      close(node.restriction, station);
      push(std::move(node));
      return;
    }
    branch_on_item(std::move(node));
  }

  // One that about half of the paths visit; -1 when nearly all of them agree.
  int branching_station(const Restriction& restriction) const {
    int best = -1, best_value = usage_.rounds() / 8;
    for (std::size_t s = 0; s < instance_.stations.size(); ++s) {
      if (restriction.visited[s]) continue;
      const int visits = usage_.of_station(s);
      const int value = std::min(visits, usage_.rounds() - visits);
      if (value <= best_value) continue;
      best = static_cast<int>(s);
      best_value = value;
    }
    return best;
  }

  void branch_on_item(Node node) {
    int item = violating_item(node);
    if (item < 0) item = branching_item(node.restriction);
    const Options options = node.restriction.items[at(item)];
    Options upper = static_cast<Options>(options & taking);
    if ((options & leaving_out) == 0) upper = upper_choices(item, options);
    for (const Options part : {upper, static_cast<Options>(options & ~upper)}) {
      Node child = node;
      child.restriction.items[at(item)] = part;
      push(std::move(child));
    }
  }

  // The larger doses of an item that must be in.
  Options upper_choices(int item, Options options) const {
    int used = 0, all = 0;
    for (int c = 0; c < dose_steps; ++c) all += usage_.of(item, c);
    Options upper = 0;
    for (int c = dose_steps - 1; c >= 0; --c) {
      if ((options & option(c)) == 0) continue;
      const Options next = upper | option(c);
      if (next == options) break;
      upper = next;
      used += usage_.of(item, c);
      if (used * 2 >= all) break;
    }
    return upper;
  }

  // The best path's item of most profit that stands without what it follows or beside what it
  // excludes; -1 when there is none.
  int violating_item(const Node& node) {
    relaxation_.bound_at(node.prices);
    std::vector<char> in(instance_.items.size(), 0);
    const Relaxation::Path path = relaxation_.path();
    for (const Chosen& chosen : path.chosen) in[at(chosen.item)] = 1;
    int worst = -1;
    for (const Chosen& chosen : path.chosen) {
      if (node.restriction.must_be_in(chosen.item)) continue;
      const Item& item = instance_.items[at(chosen.item)];
      const auto is_in = [&](int other) { return in[at(other)] != 0; };
      if (std::all_of(item.after.begin(), item.after.end(), is_in) &&
          std::none_of(item.excluded.begin(), item.excluded.end(), is_in))
        continue;
      if (worst < 0 || relaxation_.profit_of(chosen.item) > relaxation_.profit_of(worst))
        worst = chosen.item;
    }
    return worst;
  }

  int branching_item(const Restriction& restriction) const {
    int best = -1;
    std::int64_t best_value = -1;
    for (std::size_t i = 0; i < restriction.items.size(); ++i) {
      const int item = static_cast<int>(i);
      if (restriction.is_decided(item)) continue;
      int most = restriction.must_be_in(item) ? 0 : usage_.rounds() - usage_.of(item);
      for (int c = 0; c < dose_steps; ++c) most = std::max(most, usage_.of(item, c));
      const std::int64_t value =
          std::int64_t{usage_.rounds() - most} * 1000 + instance_.items[i].choices.back().seconds;
      if (value > best_value) {
        best = item;
        best_value = value;
      }
    }
    return best;
  }

  Worth least_;  // what a routine must be worth to be of interest
  const Instance& instance_;
  const Rules& rules_;
  const Goal goal_;
  Relaxation relaxation_;
  const Restriction allowed_;
  LocalSearch local_;
  Usage usage_;
  const Worth dearest_second_;
  SearchResult result_;
  std::priority_queue<Node> queue_;
  std::size_t pushed_ = 0;
  std::int64_t enumerated_ = 0;
};

}  // namespace

SearchResult search(const Instance& instance, const Rules& rules, Goal goal, Worth least) {
  return BranchAndBound(instance, rules, goal, least).run();
}

}  // namespace unclench::core
