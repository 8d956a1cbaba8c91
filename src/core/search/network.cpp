#include "core/search/network.h"

#include <algorithm>

namespace unclench::core {
namespace {

constexpr std::int32_t no_vertex = -1;
constexpr unsigned most_sets = 1 << 10;  // of visited stations in one layer

class Builder {
 public:
  Builder(const Instance& instance, const NetworkRules& rules, const Restriction& restriction,
          const Passages& passages)
      : instance_(instance),
        rules_(rules),
        restriction_(restriction),
        table_(instance),
        postures_(static_cast<int>(instance.catalogue->postures.size())),
        bends_apart_(passages.bends_apart()) {
    find_ways_through(passages);
    limit_ = open_count_ + 1;
    if (rules.rules.position_changes) limit_ = std::min(limit_, instance.position_changes);
  }

  bool update(Network& network) {
    std::vector<unsigned> outline = outline_of();
    if (outline == network.outline) return false;
    network = build(std::move(network));
    network.outline = std::move(outline);
    network.visited = restriction_.visited;
    return true;
  }

 private:
  int first_bend() const {
    if (bends_apart_ == 1) return 0;
    return bend_left_by(instance_.start.bend);
  }

  // All that the shape of the network depends on.
  std::vector<unsigned> outline_of() {
    std::vector<unsigned> outline;
    for (int layer = 0; layer < instance_.layers; ++layer) {
      list_stops(layer);
      outline.push_back(must_);
      for (const Stop& stop : stops_) {
        unsigned passable = 0;
        for (const Worth worth : passable_[at(stop.station)])
          passable = passable * 2 + (worth == nothing ? 0 : 1);
        outline.insert(outline.end(),
                       {static_cast<unsigned>(stop.station), stop.bit, stop.not_after, passable});
      }
      outline.push_back(~0u);
    }
    return outline;
  }

  // Takes over the room of the network that was.
  Network build(Network&& network) {
    network_ = std::move(network);
    network_.first_arc.clear();
    network_.arcs.clear();
    add_start();
    boundary_.assign(boundary_size(), no_vertex);
    boundary_[boundary_index(postures_, 0, first_bend())] = 0;
    for (int layer = 0; layer < instance_.layers; ++layer) pass_layer(layer);
    begin_vertex();
    for (int posture : used_postures_)
      for (int changes = 0; posture != postures_ && changes <= limit_; ++changes)
        for (int bend = 0; bend < bends_apart_; ++bend)
          add_arc(boundary_[boundary_index(posture, changes, bend)], WeightTable::none);
    network_.possible = end_vertex() != no_vertex;
    network_.first_arc.push_back(static_cast<std::uint32_t>(network_.arcs.size()));
    return std::move(network_);
  }

  struct Stop {
    int station = 0;
    int posture = 0;
    unsigned bit = 0;        // in the set of visited stations; 0 when it is not tracked
    unsigned not_after = 0;  // stations that may not have been visited before
  };

  void find_ways_through(const Passages& passages) {
    const std::vector<Worth> zero(instance_.items.size(), 0);
    for (int s = 0; s < static_cast<int>(instance_.stations.size()); ++s) {
      passable_.push_back(passages.best(s, zero));
      open_count_ += passages.is_open(s) ? 1 : 0;
      open_.push_back(passages.is_open(s) ? 1 : 0);
      const int posture = instance_.stations[at(s)].posture;
      if (passages.is_open(s) &&
          std::find(used_postures_.begin(), used_postures_.end(), posture) == used_postures_.end())
        used_postures_.push_back(posture);
    }
    used_postures_.push_back(postures_);
  }

  // The open stations of a layer. The ones that are tracked or must be visited get a bit each.
  void list_stops(int layer) {
    stops_.clear();
    must_ = 0;
    unsigned next_bit = 1;
    for (std::size_t s = 0; s < instance_.stations.size(); ++s) {
      const Station& station = instance_.stations[s];
      if (station.layer != layer) continue;
      const bool must = restriction_.visited[s] != 0;
      if (!open_[s] && !must) continue;
      Stop stop{static_cast<int>(s), station.posture, 0, 0};
      if (must || (rules_.tracked[s] && next_bit < most_sets)) {
        stop.bit = next_bit;
        if (must) must_ |= next_bit;
        next_bit <<= 1;
      }
      stops_.push_back(stop);
    }
    sets_ = next_bit;
    for (Stop& earlier : stops_)
      for (const Stop& later : stops_)
        if (&earlier != &later && must_precede(earlier.station, later.station))
          earlier.not_after |= later.bit;
  }

  // Whether something that must be in at the later station follows something at the earlier one.
  bool must_precede(int earlier, int later) const {
    for (int item : instance_.stations[at(later)].items)
      if (restriction_.must_be_in(item))
        for (int before : instance_.items[at(item)].after)
          if (instance_.items[at(before)].station == earlier) return true;
    return false;
  }

  // From the vertices at the layer's beginning to those at its end.
  void pass_layer(int layer) {
    list_stops(layer);
    const bool rest = is_rest_layer(instance_, layer);
    const bool required = layer == 0 ? rules_.rules.opening_rest
                          : rest     ? rules_.rules.closing_rest
                                     : false;
    done_.assign(stops_.size() * at(limit_ + 1) * bends * sets_, no_vertex);
    most_changes_ = std::min(limit_, most_changes_ + static_cast<int>(stops_.size()));
    for (int changes = 0; changes <= most_changes_; ++changes)
      for (unsigned visited = 0; visited < sets_; ++visited)
        for (std::size_t s = 0; s < stops_.size(); ++s)
          if ((visited & (stops_[s].bit | stops_[s].not_after)) == 0)
            visit(s, changes, visited, rest);
    leave_layer(required || must_ != 0);
  }

  // The station is done after so many changes, with the tracked stations visited before.
  void visit(std::size_t s, int changes, unsigned visited, bool rest) {
    const Stop& stop = stops_[s];
    std::int32_t entries[bends];
    for (int bend = 0; bend < bends_apart_; ++bend) {
      begin_vertex();
      if (visited == 0) enter_from_boundary(stop, changes, bend);
      if (!rest && changes > 0) enter_from_stops(s, changes, visited, bend);
      entries[bend] = end_vertex();
    }
    for (int out = 0; out < bends_apart_; ++out) {
      begin_vertex();
      for (int in = 0; in < bends_apart_; ++in)
        if (passable_[at(stop.station)][at(in * bends + out)] != nothing)
          add_arc(entries[in], table_.passage(stop.station, in, out));
      done_[done_index(s, changes, out, visited | stop.bit)] = end_vertex();
    }
  }

  void enter_from_boundary(const Stop& stop, int changes, int bend) {
    for (int from : used_postures_) {
      const bool first = from == postures_;
      if (first && !may_begin(instance_, rules_.rules, stop.posture)) continue;
      const bool same =
          first ? is_first_change(instance_, stop.posture) == 0 : from == stop.posture;
      const int before = same ? changes : changes - 1;
      if (before < 0) continue;
      add_arc(boundary_[boundary_index(from, before, bend)],
              same ? WeightTable::none
                   : table_.change(first ? instance_.start.posture : from, stop.posture));
    }
  }

  void enter_from_stops(std::size_t s, int changes, unsigned visited, int bend) {
    for (std::size_t from = 0; from < stops_.size(); ++from)
      if (from != s && (stops_[from].bit & visited) == stops_[from].bit)
        add_arc(done_[done_index(from, changes - 1, bend, visited)],
                table_.change(stops_[from].posture, stops_[s].posture));
  }

  void leave_layer(bool must_stop) {
    std::vector<std::int32_t> next(boundary_size(), no_vertex);
    for (int posture : used_postures_)
      for (int changes = 0; changes <= most_changes_; ++changes)
        for (int bend = 0; bend < bends_apart_; ++bend) {
          const std::size_t index = boundary_index(posture, changes, bend);
          begin_vertex();
          if (!must_stop) add_arc(boundary_[index], WeightTable::none);
          for (std::size_t s = 0; s < stops_.size(); ++s)
            if (stops_[s].posture == posture)
              for (unsigned visited = must_; visited < sets_; visited = (visited + 1) | must_)
                add_arc(done_[done_index(s, changes, bend, visited)], WeightTable::none);
          next[index] = end_vertex();
        }
    boundary_ = std::move(next);
  }

  // Postures, and one more for a person who may be in any.
  std::size_t boundary_size() const { return at(postures_ + 1) * at(limit_ + 1) * bends; }
  std::size_t boundary_index(int posture, int changes, int bend) const {
    return (at(posture) * at(limit_ + 1) + at(changes)) * bends + at(bend);
  }
  std::size_t done_index(std::size_t stop, int changes, int bend, unsigned visited) const {
    return ((stop * at(limit_ + 1) + at(changes)) * bends + at(bend)) * sets_ + visited;
  }

  void begin_vertex() { first_ = network_.arcs.size(); }
  void add_arc(std::int32_t from, std::size_t weight) {
    if (from != no_vertex)
      network_.arcs.push_back(
          {static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(weight)});
  }
  void add_start() { network_.first_arc.push_back(0); }
  // The vertex, unless nothing leads to it.
  std::int32_t end_vertex() {
    if (network_.arcs.size() == first_) return no_vertex;
    network_.first_arc.push_back(static_cast<std::uint32_t>(first_));
    return static_cast<std::int32_t>(network_.first_arc.size() - 1);
  }

  const Instance& instance_;
  const NetworkRules& rules_;
  const Restriction& restriction_;
  const WeightTable table_;
  const int postures_;
  const int bends_apart_;
  std::vector<int> used_postures_;  // of open stations, and any posture before the first one
  int limit_ = 0;
  int most_changes_ = 0;  // on the way to where the network has grown so far
  int open_count_ = 0;
  std::vector<char> open_;
  std::vector<Passage> passable_;
  std::vector<Stop> stops_;
  unsigned must_ = 0;
  unsigned sets_ = 1;
  std::vector<std::int32_t> boundary_;  // vertices by posture, changes and bend
  std::vector<std::int32_t> done_;      // vertices by stop, changes, bend and visited stations
  std::size_t first_ = 0;
  Network network_;
};

}  // namespace

bool update_network(Network& network, const Instance& instance, const NetworkRules& rules,
                    const Restriction& restriction, const Passages& passages) {
  return Builder(instance, rules, restriction, passages).update(network);
}

}  // namespace unclench::core
