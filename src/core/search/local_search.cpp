#include "core/search/local_search.h"

#include <algorithm>

#include "base/sorting.h"

namespace unclench::core {

LocalSearch::LocalSearch(const Instance& instance, const Rules& rules, const Restriction& allowed,
                         const Relaxation& relaxation)
    : instance_(instance), rules_(rules), allowed_(allowed), relaxation_(relaxation) {}

void LocalSearch::tabulate_coverage() {
  for (const int need : instance_.need) {
    coverage_.emplace_back(1, 0);
    for (const CoverageSegment& segment : instance_.catalogue->planner.coverage)
      for (int unit = 0; unit < segment.units; ++unit)
        coverage_.back().push_back(coverage_.back().back() + Worth{need} * segment.worth * point);
  }
}

Worth LocalSearch::coverage(int target, int units) const {
  const std::vector<Worth>& worth = coverage_[at(target)];
  return worth[std::min(at(units), worth.size() - 1)];
}

void LocalSearch::load(const Solution& start) {
  current_ = start;
  order_.assign(instance_.stations.size(), -1);
  choice_of_.assign(instance_.items.size(), -1);
  units_.assign(instance_.catalogue->targets.size(), 0);
  for (std::size_t i = 0; i < start.chosen.size(); ++i) {
    const Chosen& chosen = start.chosen[i];
    const Item& item = instance_.items[at(chosen.item)];
    order_[at(item.station)] = static_cast<int>(i);
    choice_of_[at(chosen.item)] = chosen.choice;
    for (const Work& work : item.choices[at(chosen.choice)].work)
      units_[at(work.target)] += work.units;
  }
}

// Moves the units and returns what the coverage and the fit gain by it.
Worth LocalSearch::change_units(const Move& move, std::vector<Work>& undo) {
  Worth gain = 0;
  const auto apply = [&](int choice, int sign) {
    if (choice < 0) return;
    const Choice& dose = instance_.items[at(move.item)].choices[at(choice)];
    gain += sign * (dose.fit * point - dose.seconds * second_cost);
    for (const Work& work : dose.work) {
      int& units = units_[at(work.target)];
      gain -= coverage(work.target, units);
      units += sign * work.units;
      gain += coverage(work.target, units);
      undo.push_back({work.target, sign * work.units});
    }
  };
  apply(choice_of_[at(move.item)], -1);
  apply(move.choice, 1);
  return gain;
}

void LocalSearch::undo_units(std::vector<Work>& undo) {
  for (const Work& work : undo) units_[at(work.target)] -= work.units;
  undo.clear();
}

Solution LocalSearch::routine_after(const Move& first, const Move& second) const {
  std::vector<Chosen> chosen;
  const auto add = [&](int item, int choice) {
    if (item == first.item) choice = first.choice;
    if (item == second.item) choice = second.choice;
    if (choice >= 0) chosen.push_back({item, choice});
  };
  for (std::size_t i = 0; i < current_.chosen.size(); ++i) {
    const int station = instance_.items[at(current_.chosen[i].item)].station;
    const bool opens =
        i == 0 || instance_.items[at(current_.chosen[i - 1].item)].station != station;
    if (!opens) continue;
    for (int item : instance_.stations[at(station)].items) add(item, choice_of_[at(item)]);
  }
  return evaluate(instance_, std::move(chosen));
}

// gain: of the two moves together.
void LocalSearch::try_step(const Move& first, const Move& second, Worth gain) {
  if (gain <= best_gain_) return;
  Solution after = routine_after(first, second);
  if (after.worth != current_.worth + gain || !keeps_rules(instance_, rules_, after)) return;
  best_gain_ = gain;
  best_solution_ = std::move(after);
}

bool LocalSearch::is_in_time(int more) const {
  return !rules_.time || current_.seconds + more <= instance_.seconds;
}

LocalSearch::Move LocalSearch::move_to(int item, int choice) const {
  Move move{item, choice};
  const auto add = [&](int some, int sign) {
    if (some < 0) return;
    move.seconds += sign * instance_.items[at(item)].choices[at(some)].seconds;
    move.gain += sign * relaxation_.profit_of(item, some);
  };
  add(choice_of_[at(item)], -1);
  add(choice, 1);
  return move;
}

// The best at the prices first.
std::vector<LocalSearch::Move> LocalSearch::moves(const std::vector<int>& candidates) const {
  std::vector<Move> moves;
  const auto list = [&](int item) {
    const Item& it = instance_.items[at(item)];
    if (order_[at(it.station)] < 0) return;
    const int now = choice_of_[at(item)];
    for (int choice = 0; choice < static_cast<int>(it.choices.size()); ++choice)
      if (choice != now && (allowed_.items[at(item)] & option(choice)) != 0)
        moves.push_back(move_to(item, choice));
    if (now >= 0) moves.push_back(move_to(item, -1));
  };
  for (const Chosen& chosen : current_.chosen) list(chosen.item);
  for (int item : candidates)
    if (choice_of_[at(item)] < 0) list(item);
  sort_stably(moves, [](const Move& a, const Move& b) { return a.gain > b.gain; });
  return moves;
}

// What the routine is worth less than it counts for at the prices. A step that loses as much at the
// prices cannot make it worth more.
Worth LocalSearch::slack() const {
  Worth slack = relaxation_.constant();
  int change_seconds = current_.seconds;
  for (const Chosen& chosen : current_.chosen) {
    const Choice& dose = instance_.items[at(chosen.item)].choices[at(chosen.choice)];
    slack += relaxation_.profit_of(chosen.item, chosen.choice) -
             (dose.fit * point - dose.seconds * second_cost);
    change_seconds -= dose.seconds;
  }
  for (std::size_t t = 0; t < units_.size(); ++t) slack -= coverage(static_cast<int>(t), units_[t]);
  return slack - change_seconds * relaxation_.prices().second;
}

void LocalSearch::try_moves(const std::vector<Move>& moves) {
  const Worth slack = this->slack();
  for (std::size_t a = 0; a < moves.size(); ++a) {
    const Move& first = moves[a];
    if (slack + 2 * std::max<Worth>(first.gain, 0) <= best_gain_) return;
    const Worth gain = change_units(first, undo_);
    if (is_in_time(first.seconds)) try_step(first, {}, gain);
    for (std::size_t b = a + 1; b < moves.size(); ++b) {
      const Move& second = moves[b];
      if (slack + first.gain + second.gain <= best_gain_) break;
      if (first.item == second.item || !is_in_time(first.seconds + second.seconds)) continue;
      ++steps_;
      const Worth more = change_units(second, undo_second_);
      undo_units(undo_second_);
      try_step(first, second, gain + more);
    }
    undo_units(undo_);
  }
}

Solution LocalSearch::improve(const Solution& start, const std::vector<int>& candidates) {
  if (coverage_.empty()) tabulate_coverage();
  load(start);
  while (true) {
    best_gain_ = 0;
    try_moves(moves(candidates));
    if (best_gain_ <= 0) return current_;
    load(best_solution_);
  }
}

}  // namespace unclench::core
