#include "core/search/restriction.h"

namespace unclench::core {
namespace {

// Takes options away. True when there was something to take.
bool take_away(Options& options, Options removed) {
  const Options before = options;
  options = static_cast<Options>(options & ~removed);
  return options != before;
}

bool draw_conclusions(const Instance& instance, Restriction& restriction) {
  bool changed = false;
  for (std::size_t i = 0; i < instance.items.size(); ++i) {
    const Item& item = instance.items[i];
    Options& options = restriction.items[i];
    const bool must = (options & leaving_out) == 0;
    if (must) restriction.visited[at(item.station)] = 1;
    for (int before : item.after) {
      if (!restriction.may_be_in(before)) changed |= take_away(options, taking);
      if (must) changed |= take_away(restriction.items[at(before)], leaving_out);
    }
    if (must)
      for (int other : item.excluded) changed |= take_away(restriction.items[at(other)], taking);
  }
  return changed;
}

}  // namespace

std::size_t Restriction::undecided() const {
  std::size_t count = 0;
  for (std::size_t i = 0; i < items.size(); ++i) count += is_decided(static_cast<int>(i)) ? 0 : 1;
  return count;
}

Restriction unrestricted(const Instance& instance) {
  Restriction restriction;
  restriction.visited.assign(instance.stations.size(), 0);
  for (const Item& item : instance.items) {
    Options options = item.locked ? 0 : leaving_out;
    for (std::size_t c = 0; c < item.choices.size() && item.usable; ++c)
      options |= option(static_cast<int>(c));
    restriction.items.push_back(options);
  }
  return restriction;
}

bool propagate(const Instance& instance, Restriction& restriction) {
  while (draw_conclusions(instance, restriction)) {
  }
  for (const Options options : restriction.items)
    if (options == 0) return false;
  return true;
}

}  // namespace unclench::core
