#include "core/search/passage.h"

#include <algorithm>

namespace unclench::core {
namespace {

void raise(Worth& value, Worth other) {
  value = std::max(value, other);
}

Worth sum(Worth a, Worth b) {
  return a == nothing || b == nothing ? nothing : a + b;
}

}  // namespace

Passages::Passages(const Instance& instance, bool directions)
    : instance_(instance), directions_(directions) {}

void Passages::restrict_to(const Restriction& restriction) {
  list_entries(restriction);
  const auto some = [&](Direction direction, Bend bend) {
    return (directions_ && instance_.start.bend == direction) ||
           std::any_of(entries_.begin(), entries_.end(),
                       [&](const Entry& entry) { return entry.bend == bend; });
  };
  const bool may_meet =
      some(Direction::flexion, Bend::flexion) && some(Direction::extension, Bend::extension);
  tell_apart(may_meet ? bends : 1);
}

void Passages::restrict_to(const Restriction& restriction, int bends_apart) {
  list_entries(restriction);
  tell_apart(bends_apart);
}

void Passages::tell_apart(int bends_apart) {
  bends_apart_ = bends_apart;
  if (bends_apart_ == 1)
    for (Entry& entry : entries_) entry.bend = Bend::none;
}

void Passages::list_entries(const Restriction& restriction) {
  entries_.clear();
  first_.clear();
  for (const Station& station : instance_.stations) {
    first_.push_back(entries_.size());
    for (int index : station.items) {
      if (!restriction.may_be_in(index)) continue;
      const Item& item = instance_.items[at(index)];
      Bend bend = Bend::none;
      if (directions_ && !keeps_apart(item))
        bend = item.direction == Direction::flexion     ? Bend::flexion
               : item.direction == Direction::extension ? Bend::extension
                                                        : Bend::same;
      entries_.push_back({index, bend, restriction.must_be_in(index)});
    }
  }
  first_.push_back(entries_.size());
}

bool Passages::is_rest(int station) const {
  return is_rest_layer(instance_, instance_.stations[at(station)].layer);
}

bool Passages::leads(Bend bend, int from, int to) {
  if (bend == Bend::none) return to == 0;
  if (bend == Bend::same) return to == from;
  return to == static_cast<int>(bend) && (from == 0 || from == to);
}

Worth Passages::before(const State& state, int in, Bend bend, int out) {
  Worth best = state.untouched && leads(bend, in, out) ? 0 : nothing;
  for (int from = 0; from < bends; ++from)
    if (leads(bend, from, out)) raise(best, state.taken[at(from)]);
  return best;
}

Passages::State Passages::step(const State& state, int in, const Entry& entry, Worth profit) {
  State next;
  next.untouched = state.untouched && !entry.must;
  if (!entry.must) next.taken = state.taken;
  for (int out = 0; out < bends; ++out)
    raise(next.taken[at(out)], sum(before(state, in, entry.bend, out), profit));
  return next;
}

// The best rest besides one of them; -1 for none.
Worth Passages::best_rest(int station, const std::vector<Worth>& profits, int without) const {
  Worth best = nothing;
  const auto end = entries_.begin() + static_cast<std::ptrdiff_t>(first_[at(station) + 1]);
  for (auto entry = entries_.begin() + static_cast<std::ptrdiff_t>(first_[at(station)]);
       entry != end; ++entry)
    if (entry->item != without) raise(best, profits[at(entry->item)]);
  return best;
}

Worth Passages::best_of_all(int station, const std::vector<Worth>& profits) const {
  Worth total = 0, best = nothing;
  bool some = false;
  for (std::size_t e = first_[at(station)]; e < first_[at(station) + 1]; ++e) {
    const Worth profit = profits[at(entries_[e].item)];
    raise(best, profit);
    if (!entries_[e].must && profit <= 0) continue;
    total += profit;
    some = true;
  }
  return some ? total : best;
}

void Passages::trace_all(int station, const std::vector<Worth>& profits,
                         std::vector<int>& items) const {
  const std::size_t count = items.size();
  int best = -1;
  for (std::size_t e = first_[at(station)]; e < first_[at(station) + 1]; ++e) {
    const int item = entries_[e].item;
    if (best < 0 || profits[at(item)] > profits[at(best)]) best = item;
    if (entries_[e].must || profits[at(item)] > 0) items.push_back(item);
  }
  if (items.size() == count) items.push_back(best);
}

Passage Passages::best(int station, const std::vector<Worth>& profits) const {
  Passage passage;
  passage.fill(nothing);
  if (!is_open(station)) return passage;
  if (is_rest(station)) {
    for (int in = 0; in < bends; ++in) passage[at(in * bends)] = best_rest(station, profits, -1);
    return passage;
  }
  if (bends_apart_ == 1) {
    passage[0] = best_of_all(station, profits);
    return passage;
  }
  for (int in = 0; in < bends; ++in) {
    Worth none = nothing, flexion = nothing, extension = nothing;
    Worth start = 0;  // while nothing was taken
    for (std::size_t e = first_[at(station)]; e < first_[at(station) + 1]; ++e) {
      const Entry& entry = entries_[e];
      const Worth profit = profits[at(entry.item)];
      const Worth start_none = in == 0 ? start : nothing;
      const Worth start_flexion = in == 1 ? start : nothing;
      const Worth start_extension = in == 2 ? start : nothing;
      const Worth from_none = std::max(none, start_none);
      const Worth from_flexion = std::max(flexion, start_flexion);
      const Worth from_extension = std::max(extension, start_extension);
      if (entry.must) none = flexion = extension = start = nothing;
      switch (entry.bend) {
        case Bend::none:
          raise(none, sum(std::max({from_none, from_flexion, from_extension}), profit));
          break;
        case Bend::flexion:
          raise(flexion, sum(std::max(from_none, from_flexion), profit));
          break;
        case Bend::extension:
          raise(extension, sum(std::max(from_none, from_extension), profit));
          break;
        case Bend::same:
          raise(none, sum(from_none, profit));
          raise(flexion, sum(from_flexion, profit));
          raise(extension, sum(from_extension, profit));
      }
    }
    passage[at(in * bends)] = none;
    passage[at(in * bends + 1)] = flexion;
    passage[at(in * bends + 2)] = extension;
  }
  return passage;
}

void Passages::trace(int station, int in, int out, const std::vector<Worth>& profits,
                     std::vector<int>& items) const {
  const std::size_t first = first_[at(station)], last = first_[at(station) + 1];
  if (is_rest(station)) {
    const Worth best = best_rest(station, profits, -1);
    for (std::size_t e = first; e < last; ++e)
      if (profits[at(entries_[e].item)] == best) return items.push_back(entries_[e].item);
    return;
  }
  if (bends_apart_ == 1) return trace_all(station, profits, items);
  std::vector<State> states(1);
  for (std::size_t e = first; e < last; ++e)
    states.push_back(step(states.back(), in, entries_[e], profits[at(entries_[e].item)]));
  const std::size_t begin = items.size();
  Worth value = states.back().taken[at(out)];
  for (std::size_t e = last; e-- > first;) {
    const State& state = states[e - first];
    const Entry& entry = entries_[e];
    if (!entry.must && state.taken[at(out)] == value) continue;
    items.push_back(entry.item);
    value = before(state, in, entry.bend, out);
    if (state.untouched && value == 0 && leads(entry.bend, in, out)) break;
    int from = bends - 1;
    while (!leads(entry.bend, from, out) || state.taken[at(from)] != value) --from;
    out = from;
  }
  std::reverse(items.begin() + static_cast<std::ptrdiff_t>(begin), items.end());
}

std::vector<Passages::Around> Passages::around_each(int station, const std::vector<Worth>& profits,
                                                    const Passage& rest) const {
  const std::size_t first = first_[at(station)], count = first_[at(station) + 1] - first;
  std::vector<Around> result(count);
  for (std::size_t k = 0; k < count; ++k) result[k].item = entries_[first + k].item;
  if (is_rest(station)) {
    Worth around = nothing;
    for (int in = 0; in < bends; ++in) raise(around, rest[at(in * bends)]);
    for (Around& each : result) {
      each.with = around;
      each.without = sum(best_rest(station, profits, each.item), around);
    }
    return result;
  }
  for (int in = 0; in < bends_apart_; ++in) {
    // What the entries from each place on add up to the end of the way: by the bend before them
    // when something was taken, and when nothing was.
    struct After {
      std::array<Worth, bends> taken;
      Worth untouched = nothing;
    };
    std::vector<After> after(count + 1);
    for (int out = 0; out < bends; ++out) after[count].taken[at(out)] = rest[at(in * bends + out)];
    for (std::size_t k = count; k-- > 0;) {
      const Entry& entry = entries_[first + k];
      const After& next = after[k + 1];
      const auto best_from = [&](int from, Worth skipping) {
        Worth best = entry.must ? nothing : skipping;
        for (int to = 0; to < bends; ++to)
          if (leads(entry.bend, from, to))
            raise(best, sum(next.taken[at(to)], profits[at(entry.item)]));
        return best;
      };
      for (int from = 0; from < bends; ++from)
        after[k].taken[at(from)] = best_from(from, next.taken[at(from)]);
      after[k].untouched = best_from(in, next.untouched);
    }
    State state;
    for (std::size_t k = 0; k < count; ++k) {
      const Entry& entry = entries_[first + k];
      for (int out = 0; out < bends; ++out) {
        raise(result[k].with, sum(before(state, in, entry.bend, out), after[k + 1].taken[at(out)]));
        raise(result[k].without, sum(state.taken[at(out)], after[k + 1].taken[at(out)]));
      }
      if (state.untouched) raise(result[k].without, after[k + 1].untouched);
      state = step(state, in, entry, profits[at(entry.item)]);
    }
  }
  return result;
}

}  // namespace unclench::core
