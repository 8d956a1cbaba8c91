#include "core/passage.h"

#include <algorithm>

namespace unclench::core {
namespace {

constexpr std::size_t state_of(int bend, bool taken) {
  return at(bend) * 2 + (taken ? 1 : 0);
}

std::array<Worth, bends * 2> no_state() {
  std::array<Worth, bends * 2> state;
  state.fill(nothing);
  return state;
}

void raise(Worth& value, Worth other) {
  value = std::max(value, other);
}

}  // namespace

Passages::State Passages::step(const State& before, int index, const Restriction& restriction,
                               Worth profit) const {
  const Item& item = instance_.items[at(index)];
  State after = restriction.must_be_in(index) ? no_state() : before;
  if (!restriction.may_be_in(index)) return after;
  for (int bend = 0; bend < bends; ++bend) {
    const int next = bend_after(item, bend, directions_);
    const Worth best = std::max(before[state_of(bend, false)], before[state_of(bend, true)]);
    if (next >= 0 && best != nothing) raise(after[state_of(next, true)], best + profit);
  }
  return after;
}

Passage Passages::rest_passage(const Station& station, const Restriction& restriction,
                               const std::vector<Worth>& profits) const {
  Worth best = nothing;
  int must = 0;
  for (int item : station.items) must += restriction.must_be_in(item) ? 1 : 0;
  for (int item : station.items)
    if (restriction.may_be_in(item) && must <= (restriction.must_be_in(item) ? 1 : 0))
      raise(best, profits[at(item)]);
  Passage passage;
  passage.fill(nothing);
  for (int in = 0; in < bends; ++in) passage[at(in * bends)] = best;
  return passage;
}

Passage Passages::best(int index, const Restriction& restriction,
                       const std::vector<Worth>& profits) const {
  const Station& station = instance_.stations[at(index)];
  if (is_rest_layer(instance_, station.layer)) return rest_passage(station, restriction, profits);
  Passage passage;
  for (int in = 0; in < bends; ++in) {
    State state = no_state();
    state[state_of(in, false)] = 0;
    for (int item : station.items) state = step(state, item, restriction, profits[at(item)]);
    for (int out = 0; out < bends; ++out)
      passage[at(in * bends + out)] = state[state_of(out, true)];
  }
  return passage;
}

void Passages::trace(int index, int in, int out, const Restriction& restriction,
                     const std::vector<Worth>& profits, std::vector<int>& items) const {
  const Station& station = instance_.stations[at(index)];
  if (is_rest_layer(instance_, station.layer)) {
    const Worth best = rest_passage(station, restriction, profits)[0];
    for (int item : station.items)
      if (restriction.may_be_in(item) && profits[at(item)] == best &&
          (restriction.must_be_in(item) ||
           std::none_of(station.items.begin(), station.items.end(),
                        [&](int other) { return restriction.must_be_in(other); }))) {
        items.push_back(item);
        return;
      }
    return;
  }
  std::vector<State> states{no_state()};
  states[0][state_of(in, false)] = 0;
  for (int item : station.items)
    states.push_back(step(states.back(), item, restriction, profits[at(item)]));
  const std::size_t first = items.size();
  int bend = out;
  bool taken = true;
  for (std::size_t k = station.items.size(); k-- > 0;) {
    const int item = station.items[k];
    const Worth value = states[k + 1][state_of(bend, taken)];
    if (!restriction.must_be_in(item) && states[k][state_of(bend, taken)] == value) continue;
    items.push_back(item);
    for (int before = 0; before < bends; ++before)
      for (const bool some : {false, true})
        if (taken && bend_after(instance_.items[at(item)], before, directions_) == bend &&
            states[k][state_of(before, some)] != nothing &&
            states[k][state_of(before, some)] + profits[at(item)] == value) {
          bend = before;
          taken = some;
          goto found;
        }
  found:;
  }
  std::reverse(items.begin() + static_cast<std::ptrdiff_t>(first), items.end());
}

std::vector<Passages::Around> Passages::around_each(int index, const Restriction& restriction,
                                                    const std::vector<Worth>& profits,
                                                    const Passage& around) const {
  const Station& station = instance_.stations[at(index)];
  std::vector<Around> result(station.items.size());
  if (is_rest_layer(instance_, station.layer)) {
    Worth best_around = nothing;
    for (int in = 0; in < bends; ++in) raise(best_around, around[at(in * bends)]);
    for (std::size_t k = 0; k < result.size(); ++k) {
      result[k].with = best_around;
      for (std::size_t other = 0; other < result.size(); ++other)
        if (other != k && restriction.may_be_in(station.items[other]))
          raise(result[k].without, best_around + profits[at(station.items[other])]);
    }
    return result;
  }
  // What the items from each place on add, for each state before them.
  std::vector<std::array<State, bends>> after(station.items.size() + 1);
  for (int in = 0; in < bends; ++in) {
    State state = no_state();
    for (int bend = 0; bend < bends; ++bend) state[state_of(bend, true)] = around[at(in * bends + bend)];
    after.back()[at(in)] = state;
  }
  for (std::size_t k = station.items.size(); k-- > 0;) {
    const int item = station.items[k];
    for (int in = 0; in < bends; ++in) {
      const State& next = after[k + 1][at(in)];
      State state = restriction.must_be_in(item) ? no_state() : next;
      if (restriction.may_be_in(item))
        for (int bend = 0; bend < bends; ++bend) {
          const int then = bend_after(instance_.items[at(item)], bend, directions_);
          if (then < 0 || next[state_of(then, true)] == nothing) continue;
          for (const bool some : {false, true})
            raise(state[state_of(bend, some)], next[state_of(then, true)] + profits[at(item)]);
        }
      after[k][at(in)] = state;
    }
  }
  for (int in = 0; in < bends; ++in) {
    State before = no_state();
    before[state_of(in, false)] = 0;
    for (std::size_t k = 0; k < station.items.size(); ++k) {
      const int item = station.items[k];
      const State& next = after[k + 1][at(in)];
      for (int bend = 0; bend < bends; ++bend) {
        const int then = bend_after(instance_.items[at(item)], bend, directions_);
        for (const bool some : {false, true}) {
          const Worth value = before[state_of(bend, some)];
          if (value == nothing) continue;
          if (then >= 0 && next[state_of(then, true)] != nothing)
            raise(result[k].with, value + next[state_of(then, true)]);
          if (next[state_of(bend, some)] != nothing)
            raise(result[k].without, value + next[state_of(bend, some)]);
        }
      }
      before = step(before, item, restriction, profits[at(item)]);
    }
  }
  return result;
}

}  // namespace unclench::core
