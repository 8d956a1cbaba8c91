#include "core/search/extents.h"

#include <algorithm>

namespace unclench::core {

void Extents::look_at(const Restriction& restriction, const Relaxation& relaxation) {
  if (change_seconds_.empty()) list_changes(relaxation.table());
  span_items(restriction);
  span_stations(relaxation.passages());
  span_vertices(relaxation);
}

void Extents::list_changes(const WeightTable& table) {
  change_seconds_.assign(table.size(), 0);
  const int postures = static_cast<int>(instance_.catalogue->postures.size());
  for (int from = 0; from < postures; ++from)
    for (int to = 0; to < postures; ++to)
      change_seconds_[table.change(from, to)] = position_change(instance_, from, to).seconds;
}

void Extents::span_items(const Restriction& restriction) {
  items_least_.assign(instance_.items.size() * width_, 0);
  items_most_.assign(instance_.items.size() * width_, 0);
  std::vector<int> amounts(width_);
  for (std::size_t i = 0; i < instance_.items.size(); ++i) {
    bool first = true;
    for (std::size_t c = 0; c < instance_.items[i].choices.size(); ++c) {
      if ((restriction.items[i] & option(static_cast<int>(c))) == 0) continue;
      const Choice& choice = instance_.items[i].choices[c];
      std::fill(amounts.begin(), amounts.end(), 0);
      for (const Work& work : choice.work) amounts[at(work.target)] = work.units;
      amounts[seconds()] = choice.seconds;
      for (std::size_t t = 0; t < width_; ++t) {
        int& least = items_least_[i * width_ + t];
        int& most = items_most_[i * width_ + t];
        least = first ? amounts[t] : std::min(least, amounts[t]);
        most = std::max(most, amounts[t]);
      }
      first = false;
    }
  }
}

// An item that need not be in counts with nothing, also where one of them must be.
void Extents::span_stations(const Passages& passages) {
  stations_least_.assign(instance_.stations.size() * width_, 0);
  stations_most_.assign(instance_.stations.size() * width_, 0);
  for (std::size_t s = 0; s < instance_.stations.size(); ++s) {
    const int station = static_cast<int>(s);
    const bool rest = is_rest_layer(instance_, instance_.stations[s].layer);
    const std::size_t first = passages.first_entry(station), last = passages.last_entry(station);
    for (std::size_t e = first; e < last; ++e) {
      const Passages::Entry& entry = passages.entries()[e];
      for (std::size_t t = 0; t < width_; ++t) {
        int& least = stations_least_[s * width_ + t];
        int& most = stations_most_[s * width_ + t];
        if (rest) {
          least = e == first ? least_of(entry.item)[t] : std::min(least, least_of(entry.item)[t]);
          most = std::max(most, most_of(entry.item)[t]);
        } else {
          if (entry.must) least += least_of(entry.item)[t];
          most += most_of(entry.item)[t];
        }
      }
    }
  }
}

void Extents::span_vertices(const Relaxation& relaxation) {
  const Network& network = relaxation.network();
  const std::size_t first_passage = relaxation.table().first_passage();
  vertices_least_.assign(network.vertices() * width_, 0);
  vertices_most_.assign(network.vertices() * width_, 0);
  for (std::size_t v = 1; v < network.vertices(); ++v) {
    int* const least = &vertices_least_[v * width_];
    int* const most = &vertices_most_[v * width_];
    for (std::uint32_t a = network.first_arc[v]; a < network.first_arc[v + 1]; ++a) {
      const Arc& arc = network.arcs[a];
      const bool passage = arc.weight >= first_passage;
      const std::size_t station = passage ? (arc.weight - first_passage) / (bends * bends) : 0;
      for (std::size_t t = 0; t < width_; ++t) {
        int low = vertices_least_[arc.from * width_ + t];
        int high = vertices_most_[arc.from * width_ + t];
        if (passage) {
          low += stations_least_[station * width_ + t];
          high += stations_most_[station * width_ + t];
        } else if (t == seconds()) {
          low += change_seconds_[arc.weight];
          high += change_seconds_[arc.weight];
        }
        least[t] = a == network.first_arc[v] ? low : std::min(least[t], low);
        most[t] = std::max(most[t], high);
      }
    }
  }
}

}  // namespace unclench::core
