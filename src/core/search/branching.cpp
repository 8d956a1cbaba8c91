#include "core/search/branching.h"

#include <algorithm>

namespace unclench::core {
namespace {

class Split {
 public:
  Split(const Instance& instance, const Usage& usage, Relaxation& relaxation,
        const Restriction& restriction)
      : instance_(instance), usage_(usage), relaxation_(relaxation), restriction_(restriction) {}

  std::array<Restriction, 2> run() const {
    std::array<Restriction, 2> parts{restriction_, restriction_};
    if (const int station = disputed_station(); station >= 0) {
      parts[0].visited[at(station)] = 1;
      close_station(instance_, station, parts[1]);
      return parts;
    }
    int item = violating_item();
    if (item < 0) item = disputed_item();
    const Options options = restriction_.items[at(item)];
    Options upper = static_cast<Options>(options & taking);
    if (restriction_.must_be_in(item)) upper = larger_doses(item, options);
    parts[0].items[at(item)] = upper;
    parts[1].items[at(item)] = static_cast<Options>(options & ~upper);
    return parts;
  }

 private:
  // One that about half of the paths visit; -1 when nearly all of them agree.
  int disputed_station() const {
    int best = -1, best_value = usage_.paths() / 8;
    for (std::size_t s = 0; s < instance_.stations.size(); ++s) {
      if (restriction_.visited[s]) continue;
      const int visits = usage_.of_station(s);
      const int value = std::min(visits, usage_.paths() - visits);
      if (value <= best_value) continue;
      best = static_cast<int>(s);
      best_value = value;
    }
    return best;
  }

  // The one of most profit; -1 when there is none.
  int violating_item() const {
    std::vector<char> stands(instance_.items.size(), 0);
    const auto is_in = [&](int other) { return stands[at(other)] != 0; };
    int worst = -1;
    for (const Chosen& chosen : relaxation_.path().chosen) {
      const Item& item = instance_.items[at(chosen.item)];
      stands[at(chosen.item)] = 1;
      if (restriction_.must_be_in(chosen.item) ||
          (std::all_of(item.after.begin(), item.after.end(), is_in) &&
           std::none_of(item.excluded.begin(), item.excluded.end(), is_in)))
        continue;
      if (worst < 0 || relaxation_.profit_of(chosen.item) > relaxation_.profit_of(worst))
        worst = chosen.item;
    }
    return worst;
  }

  // Longer ones first where the paths differ as much.
  int disputed_item() const {
    int best = -1;
    std::int64_t best_value = -1;
    for (std::size_t i = 0; i < restriction_.items.size(); ++i) {
      const int item = static_cast<int>(i);
      if (restriction_.is_decided(item)) continue;
      int most = restriction_.must_be_in(item) ? 0 : usage_.paths() - usage_.of(item);
      for (int c = 0; c < dose_steps; ++c) most = std::max(most, usage_.of(item, c));
      const std::int64_t value =
          std::int64_t{usage_.paths() - most} * 1000 + instance_.items[i].choices.back().seconds;
      if (value <= best_value) continue;
      best = item;
      best_value = value;
    }
    return best;
  }

  // Of an item that must be in: those that about half of the paths take.
  Options larger_doses(int item, Options options) const {
    Options larger = 0;
    int used = 0;
    for (int c = dose_steps - 1; c >= 0; --c) {
      if ((options & option(c)) == 0) continue;
      const Options next = larger | option(c);
      if (next == options) break;
      larger = next;
      used += usage_.of(item, c);
      if (used * 2 >= usage_.of(item)) break;
    }
    return larger;
  }

  const Instance& instance_;
  const Usage& usage_;
  Relaxation& relaxation_;
  const Restriction& restriction_;
};

}  // namespace

void Usage::clear() {
  std::fill(stations_.begin(), stations_.end(), 0);
  for (auto& counts : options_) counts.fill(0);
  paths_ = 0;
}

void Usage::count(const std::vector<Chosen>& path) {
  ++paths_;
  int before = -1;
  for (const Chosen& chosen : path) {
    ++options_[at(chosen.item)][at(chosen.choice)];
    const int station = instance_.items[at(chosen.item)].station;
    if (station != before) ++stations_[at(station)];
    before = station;
  }
}

int Usage::of(int item) const {
  int sum = 0;
  for (int count : options_[at(item)]) sum += count;
  return sum;
}

std::array<Restriction, 2> split(const Instance& instance, const Usage& usage,
                                 Relaxation& relaxation, const Restriction& restriction) {
  return Split(instance, usage, relaxation, restriction).run();
}

void close_station(const Instance& instance, int station, Restriction& restriction) {
  for (int item : instance.stations[at(station)].items) restriction.items[at(item)] &= leaving_out;
}

}  // namespace unclench::core
