// Every way through the stations that keeps the order of phases, the rests and the limit on
// position changes, as a graph whose longest path is the best way.
#pragma once

#include <cstdint>
#include <vector>

#include "core/search/passage.h"

namespace unclench::core {

// Where the weight of an arc stands in a table of weights: changes of position first, then the
// passages of the stations.
class WeightTable {
 public:
  explicit WeightTable(const Instance& instance)
      : postures_(instance.catalogue->postures.size()), stations_(instance.stations.size()) {}

  static constexpr std::size_t none = 0;  // always zero
  std::size_t change(int from, int to) const { return 1 + at(from) * postures_ + at(to); }
  std::size_t passage(int station, int in, int out) const {
    return first_passage() + (at(station) * bends + at(in)) * bends + at(out);
  }
  std::size_t first_passage() const { return 1 + postures_ * postures_; }
  std::size_t size() const { return first_passage() + stations_ * bends * bends; }

 private:
  std::size_t postures_;
  std::size_t stations_;
};

struct Arc {
  std::uint32_t from = 0;    // vertex
  std::uint32_t weight = 0;  // in the table
};

struct Network {
  std::vector<std::uint32_t> first_arc;  // by vertex, and one more; vertex 0 is the start
  std::vector<Arc> arcs;                 // by the vertex they lead to; they come from earlier ones
  bool possible = false;                 // the last vertex is the end
  std::vector<unsigned> outline;         // equal outlines make equal networks
  std::vector<char> visited;             // by station: every way visits it

  std::size_t vertices() const { return first_arc.size() - 1; }
};

// What the network must keep apart.
struct NetworkRules {
  Rules rules;
  // By station: it is known on each way whether it was visited, so that no way visits it twice.
  std::vector<char> tracked;
};

// Makes the network anew, unless it is the right one already; true when it did. passages: of the
// restriction.
bool update_network(Network& network, const Instance& instance, const NetworkRules& rules,
                    const Restriction& restriction, const Passages& passages);

}  // namespace unclench::core
