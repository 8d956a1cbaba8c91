#include "core/search/relaxation.h"

#include <algorithm>
#include <functional>

#include "base/sorting.h"

namespace unclench::core {
namespace {

constexpr std::int64_t steps_of_bound = 1000;  // that every bound takes besides
constexpr std::int64_t steps_of_new_arc = 4;

bool possible(Worth worth) {
  return worth > nothing / 2;
}

// The number of units that the coverage would choose at a price: the nearest of them to `units`.
int units_wanted(const PlannerSettings& planner, int need, Worth price, int units) {
  int low = 0, high = 0;
  for (const CoverageSegment& segment : planner.coverage) {
    const Worth worth = Worth{need} * segment.worth * point;
    if (worth > price) low += segment.units;
    if (worth >= price) high += segment.units;
  }
  if (price == 0) high = std::max(high, units);
  return std::clamp(units, low, std::max(low, high));
}

}  // namespace

Relaxation::Relaxation(const Instance& instance, const Rules& rules)
    : instance_(instance),
      table_(instance),
      passages_(instance, rules.directions),
      relations_(instance) {
  rules_.rules = rules;
  rules_.tracked.assign(instance.stations.size(), 0);
  profits_.assign(instance.items.size(), nothing);
  surcharges_.assign(instance.items.size(), 0);
  best_choice_.assign(instance.items.size(), -1);
  weights_.assign(table_.size(), 0);
  visited_.assign(instance.stations.size(), 0);
  list_changes();
}

// Between postures that some station has.
void Relaxation::list_changes() {
  std::vector<int> postures;
  for (const Station& station : instance_.stations) postures.push_back(station.posture);
  if (instance_.start.posture >= 0) postures.push_back(instance_.start.posture);
  sort_stably(postures, std::less<>());
  postures.erase(std::unique(postures.begin(), postures.end()), postures.end());
  for (int from : postures)
    for (int to : postures)
      if (from != to)
        changes_.push_back({table_.change(from, to), &position_change(instance_, from, to)});
}

bool Relaxation::restrict_to(const Restriction& restriction) {
  restriction_ = &restriction;
  passages_.restrict_to(restriction);
  make_network();
  list_columns();
  return network_.possible;
}

bool Relaxation::restrict_further(const Restriction& restriction) {
  if (network_.visited != restriction.visited) return restrict_to(restriction);
  restriction_ = &restriction;
  passages_.restrict_to(restriction, passages_.bends_apart());
  list_columns();
  return network_.possible;
}

void Relaxation::make_network() {
  if (update_network(whole_network_, instance_, rules_, *restriction_, passages_))
    steps_ += steps_of_new_arc * static_cast<std::int64_t>(whole_network_.arcs.size());
  network_ = whole_network_;
}

void Relaxation::list_columns() {
  const Restriction& restriction = *restriction_;
  columns_.clear();
  work_.clear();
  for (std::size_t i = 0; i < instance_.items.size(); ++i)
    for (std::size_t c = 0; c < instance_.items[i].choices.size(); ++c) {
      if ((restriction.items[i] & option(static_cast<int>(c))) == 0) continue;
      const Choice& choice = instance_.items[i].choices[c];
      Column column{static_cast<int>(i),
                    static_cast<int>(c),
                    choice.seconds,
                    choice.fit * point - choice.seconds * second_cost,
                    static_cast<std::uint32_t>(work_.size()),
                    0};
      work_.insert(work_.end(), choice.work.begin(), choice.work.end());
      column.last_work = static_cast<std::uint32_t>(work_.size());
      columns_.push_back(column);
    }
  column_profits_.resize(columns_.size());
  relations_.restrict_to(restriction);
}

void Relaxation::price(const Prices& prices) {
  steps_ += static_cast<std::int64_t>(columns_.size() + instance_.items.size()) + steps_of_bound;
  std::fill(profits_.begin(), profits_.end(), nothing);
  relation_constant_ = relations_.charge(prices, surcharges_);
  for (std::size_t k = 0; k < columns_.size(); ++k) {
    const Column& column = columns_[k];
    Worth profit = column.fit - prices.second * column.seconds - surcharges_[at(column.item)];
    for (std::uint32_t w = column.first_work; w < column.last_work; ++w)
      profit += prices.unit[at(work_[w].target)] * work_[w].units;
    column_profits_[k] = profit;
    if (profit > profits_[at(column.item)]) {
      profits_[at(column.item)] = profit;
      best_choice_[at(column.item)] = column.choice;
    }
  }
}

// What a change of position costs: for its points of strain, for itself and for its seconds.
void Relaxation::weigh_changes(Worth strain, Worth change, Worth second) {
  for (const WeighedChange& each : changes_)
    weights_[each.weight] = -each.change->strain * strain - change - each.change->seconds * second;
}

Worth Relaxation::longest_path() {
  const std::size_t count = network_.vertices();
  steps_ += static_cast<std::int64_t>(network_.arcs.size());
  longest_.resize(count);
  best_arc_.resize(count);
  longest_[0] = 0;
  for (std::size_t v = 1; v < count; ++v) {
    Worth best = nothing;
    std::uint32_t best_arc = 0;
    for (std::uint32_t a = network_.first_arc[v]; a < network_.first_arc[v + 1]; ++a) {
      const Arc& arc = network_.arcs[a];
      const Worth length = longest_[arc.from] + weights_[arc.weight];
      if (length <= best) continue;
      best = length;
      best_arc = a;
    }
    longest_[v] = possible(best) ? best : nothing;
    best_arc_[v] = best_arc;
  }
  return longest_[count - 1];
}

// Finds a way that visits no station twice, by keeping track of those that were.
Worth Relaxation::solve() {
  for (std::size_t s = 0; s < instance_.stations.size(); ++s) {
    const Passage passage = passages_.best(static_cast<int>(s), profits_);
    std::copy(
        passage.begin(), passage.end(),
        weights_.begin() + static_cast<std::ptrdiff_t>(table_.passage(static_cast<int>(s), 0, 0)));
  }
  Worth length = longest_path();
  while (possible(length) && visits_twice()) {
    make_network();
    length = longest_path();
  }
  return length;
}

// Of the last longest path, in its order.
const std::vector<Relaxation::Stop>& Relaxation::stops() {
  stops_.clear();
  for (std::size_t v = network_.vertices() - 1; v != 0;) {
    const Arc& arc = network_.arcs[best_arc_[v]];
    if (arc.weight >= table_.first_passage()) {
      const int index = static_cast<int>(arc.weight - table_.first_passage());
      stops_.push_back({index / (bends * bends), index / bends % bends, index % bends});
    }
    v = arc.from;
  }
  std::reverse(stops_.begin(), stops_.end());
  return stops_;
}

bool Relaxation::visits_twice() {
  bool twice = false;
  std::fill(visited_.begin(), visited_.end(), 0);
  for (const Stop& stop : stops()) {
    const std::size_t station = at(stop.station);
    if (visited_[station] && !rules_.tracked[station]) rules_.tracked[station] = twice = true;
    visited_[station] = 1;
  }
  return twice;
}

Worth Relaxation::bound_at(const Prices& prices) {
  if (!network_.possible) return nothing;
  prices_ = prices;
  price(prices);
  weigh_changes(point, change_cost, second_cost + prices.second);
  const Worth length = solve();
  if (!possible(length)) return nothing;
  constant_ = prices.second * instance_.seconds + relation_constant_;
  for (std::size_t t = 0; t < prices.unit.size(); ++t)
    constant_ += conjugate(instance_.catalogue->planner, instance_.need[t], prices.unit[t]);
  return constant_ + length;
}

int Relaxation::least_seconds() {
  if (!network_.possible) return -1;
  Prices prices;
  prices.unit.assign(instance_.catalogue->targets.size(), 0);
  std::fill(profits_.begin(), profits_.end(), nothing);
  for (const Column& column : columns_)
    profits_[at(column.item)] = std::max<Worth>(profits_[at(column.item)], -column.seconds);
  weigh_changes(0, 0, 1);
  const Worth length = solve();
  return possible(length) ? static_cast<int>(-length) : -1;
}

const Relaxation::Path& Relaxation::path() {
  Path& path = path_;
  path.chosen.clear();
  path.units.assign(instance_.catalogue->targets.size(), 0);
  path.seconds = 0;
  items_.clear();
  int posture = instance_.start.posture;
  for (const Stop& stop : stops()) {
    const int next = instance_.stations[at(stop.station)].posture;
    if (posture >= 0) path.seconds += position_change(instance_, posture, next).seconds;
    posture = next;
    passages_.trace(stop.station, stop.in, stop.out, profits_, items_);
  }
  for (int item : items_) {
    const int choice = best_choice_[at(item)];
    path.chosen.push_back({item, choice});
    path.seconds += instance_.items[at(item)].choices[at(choice)].seconds;
    for (const Work& work : instance_.items[at(item)].choices[at(choice)].work)
      path.units[at(work.target)] += work.units;
  }
  return path;
}

Slope Relaxation::slope_at(const Prices& prices, const Path& path) const {
  Slope slope;
  slope.unit.reserve(prices.unit.size());
  slope.second = instance_.seconds - path.seconds;
  for (std::size_t t = 0; t < prices.unit.size(); ++t)
    slope.unit.push_back(path.units[t] - units_wanted(instance_.catalogue->planner,
                                                      instance_.need[t], prices.unit[t],
                                                      path.units[t]));
  slope.relation = relations_.slope(path.chosen);
  return slope;
}

// By vertex: the longest path from there to the end.
std::vector<Worth> Relaxation::paths_to_end() const {
  const std::size_t count = network_.vertices();
  std::vector<Worth> to_end(count, nothing);
  to_end[count - 1] = 0;
  for (std::size_t v = count; v-- > 1;) {
    if (!possible(to_end[v])) continue;
    for (std::uint32_t a = network_.first_arc[v]; a < network_.first_arc[v + 1]; ++a) {
      const Arc& arc = network_.arcs[a];
      if (possible(longest_[arc.from]) && possible(weights_[arc.weight]))
        to_end[arc.from] = std::max(to_end[arc.from], to_end[v] + weights_[arc.weight]);
    }
  }
  return to_end;
}

// Takes every arc out of the network over which no path is worth as much as `least`. Paths that are
// stay as they are.
void Relaxation::remove_arcs(Worth least) {
  const std::vector<Worth> to_end = paths_to_end();
  std::vector<std::uint32_t> number(network_.vertices(), 0);
  std::uint32_t vertices = 1, arcs = 0;
  for (std::size_t v = 1; v < network_.vertices(); ++v) {
    const std::uint32_t first = arcs, last = network_.first_arc[v + 1];
    for (std::uint32_t a = network_.first_arc[v]; a < last && possible(to_end[v]); ++a) {
      const Arc arc = network_.arcs[a];
      const Worth before = longest_[arc.from], weight = weights_[arc.weight];
      if (possible(before) && possible(weight) && constant_ + before + weight + to_end[v] >= least)
        network_.arcs[arcs++] = {number[arc.from], arc.weight};
    }
    number[v] = vertices;
    if (arcs > first) network_.first_arc[vertices++] = first;
  }
  network_.first_arc[vertices] = arcs;
  network_.first_arc.resize(vertices + 1);
  network_.arcs.resize(arcs);
}

// By weight: the longest path over an arc with it, but for the weight itself.
std::vector<Worth> Relaxation::paths_around() const {
  const std::vector<Worth> to_end = paths_to_end();
  std::vector<Worth> around(weights_.size(), nothing);
  for (std::size_t v = 1; v < network_.vertices(); ++v)
    for (std::uint32_t a = network_.first_arc[v]; a < network_.first_arc[v + 1]; ++a) {
      const Arc& arc = network_.arcs[a];
      if (possible(longest_[arc.from]) && possible(to_end[v]))
        around[arc.weight] = std::max(around[arc.weight], longest_[arc.from] + to_end[v]);
    }
  return around;
}

// The longest path that does not visit the station.
Worth Relaxation::path_avoiding(int station) {
  const auto first = weights_.begin() + static_cast<std::ptrdiff_t>(table_.passage(station, 0, 0));
  Passage passage;
  std::copy_n(first, passage.size(), passage.begin());
  std::fill_n(first, passage.size(), nothing);
  const Worth length = longest_path();
  std::copy(passage.begin(), passage.end(), first);
  return length;
}

// By item: the longest path with it, but for its own profit, and the longest one without it.
std::vector<Passages::Around> Relaxation::paths_with_and_without() {
  const Worth best = longest_.back();
  const std::vector<Worth> around = paths_around();
  std::vector<char> on_path(instance_.stations.size(), 0);
  for (const Stop& stop : stops()) on_path[at(stop.station)] = 1;
  std::vector<Passages::Around> items(instance_.items.size());
  for (Passages::Around& item : items) item.without = best;
  for (int s = 0; s < static_cast<int>(instance_.stations.size()); ++s) {
    if (!passages_.is_open(s)) continue;
    Passage passage;
    std::copy_n(around.begin() + static_cast<std::ptrdiff_t>(table_.passage(s, 0, 0)),
                passage.size(), passage.begin());
    const Worth avoiding = on_path[at(s)] ? path_avoiding(s) : best;
    for (const Passages::Around& item : passages_.around_each(s, profits_, passage)) {
      items[at(item.item)] = item;
      items[at(item.item)].without = std::max(avoiding, item.without);
    }
  }
  return items;
}

bool Relaxation::remove_worse_than(Worth least, Restriction& restriction) {
  remove_arcs(least);
  longest_path();
  const std::vector<Passages::Around> items = paths_with_and_without();
  bool removed = false;
  const auto remove_unless = [&](std::size_t item, Worth length, Options options) {
    if (possible(length) && constant_ + length >= least) return;
    const Options left = static_cast<Options>(restriction.items[item] & ~options);
    removed = removed || left != restriction.items[item];
    restriction.items[item] = left;
  };
  for (std::size_t k = 0; k < columns_.size(); ++k) {
    const std::size_t item = at(columns_[k].item);
    remove_unless(item, items[item].with + column_profits_[k], option(columns_[k].choice));
  }
  for (std::size_t i = 0; i < items.size(); ++i) remove_unless(i, items[i].without, leaving_out);
  return removed;
}

}  // namespace unclench::core
