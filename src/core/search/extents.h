// The least and the most that the ways through a network take and give.
#pragma once

#include <vector>

#include "core/search/relaxation.h"

namespace unclench::core {

// Amounts of each target's work, and of seconds.
class Extents {
 public:
  explicit Extents(const Instance& instance)
      : instance_(instance), width_(instance.need.size() + 1) {}

  // Looks at the relaxation's network, and at the choices that the restriction leaves.
  void look_at(const Restriction& restriction, const Relaxation& relaxation);

  std::size_t width() const { return width_; }
  std::size_t seconds() const { return width_ - 1; }  // the amounts before it are of targets

  // Of all ways from the start to a vertex.
  const int* least_to(std::uint32_t vertex) const { return &vertices_least_[vertex * width_]; }
  const int* most_to(std::uint32_t vertex) const { return &vertices_most_[vertex * width_]; }
  // Of a change of position; 0 for every other weight.
  int change_seconds(std::size_t weight) const { return change_seconds_[weight]; }

  // Of a visit to a station that has open items.
  const int* least_at(int station) const { return &stations_least_[at(station) * width_]; }
  const int* most_at(int station) const { return &stations_most_[at(station) * width_]; }

  // Of an item when it is taken.
  const int* least_of(int item) const { return &items_least_[at(item) * width_]; }
  const int* most_of(int item) const { return &items_most_[at(item) * width_]; }

 private:
  void span_items(const Restriction& restriction);
  void span_stations(const Passages& passages);
  void span_vertices(const Relaxation& relaxation);
  void list_changes(const WeightTable& table);

  const Instance& instance_;
  const std::size_t width_;
  std::vector<int> items_least_, items_most_;
  std::vector<int> stations_least_, stations_most_;
  std::vector<int> vertices_least_, vertices_most_;
  std::vector<int> change_seconds_;  // by weight
};

}  // namespace unclench::core
