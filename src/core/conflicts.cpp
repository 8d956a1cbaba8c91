#include "core/conflicts.h"

#include <algorithm>

#include "core/obstacle.h"
#include "core/smallest_subset.h"

namespace unclench::core {
namespace {

bool is_possible(const Catalogue& catalogue, const Request& request) {
  return solve_under(catalogue, request, choices_of(request), without_rest(), Goal::any)
      .result.best.found;
}

bool is_possible_with(const Catalogue& catalogue, const Request& request, const Flags& locked) {
  if (std::find(locked.begin(), locked.end(), true) != locked.end())
    return Bare(catalogue, request, locked).is_possible(without_rest());
  Request free = request;
  free.include = locked;
  return is_possible(catalogue, free);
}

// A set of asked-for movements that cannot stand together, none of which could be left out of it.
Flags smallest_conflict(const Catalogue& catalogue, const Request& request) {
  Flags conflict = request.include;
  for (std::size_t m = 0; m < conflict.size(); ++m) {
    if (!conflict[m]) continue;
    conflict[m] = false;
    if (is_possible_with(catalogue, request, conflict)) conflict[m] = true;
  }
  return conflict;
}

bool any_usable(const Catalogue& catalogue, const Request& request) {
  for (std::size_t m = 0; m < catalogue.movements.size(); ++m)
    if (!why_not(catalogue, request, static_cast<int>(m))) return true;
  return false;
}

// When nothing was asked for.
Phrase why_nothing(const Catalogue& catalogue, const Request& request) {
  const auto possible_without = [&](bool Rules::*rule) {
    Rules rules = without_rest();
    rules.*rule = false;
    return solve_under(catalogue, request, choices_of(request), rules, Goal::any).result.best.found;
  };
  if (!any_usable(catalogue, request)) return {PhraseId::nothing_fits, {}};
  if (possible_without(&Rules::time))
    return {PhraseId::nothing_in_time, {amount(Slot::minutes, request.minutes)}};
  if (request.start.posture >= 0 && possible_without(&Rules::stay_first))
    return {PhraseId::nothing_from_here, {about(Slot::posture, request.start.posture)}};
  if (possible_without(&Rules::position_changes))
    return {PhraseId::nothing_within_changes,
            {amount(Slot::changes, most_position_changes(catalogue, request))}};
  return {PhraseId::nothing_fits, {}};
}

template <typename Terms>
Mask all_of(const Terms& terms) {
  return terms.size() == 32 ? ~Mask{0} : (Mask{1} << terms.size()) - 1;
}

// Answers that may change. Each is first given up altogether; then it goes back towards what was
// said as far as there is still a routine.
class Remedy {
 public:
  Remedy(const Catalogue& catalogue, const Request& request)
      : catalogue_(catalogue), asked_(request) {}

  std::vector<std::vector<Phrase>> run() {
    constexpr unsigned sets = 1u << fields;
    for (int size = 1; size <= fields; ++size) {
      std::vector<std::vector<Phrase>> found;
      for (unsigned set = 1; set < sets; ++set)
        if (count(set) == size && can_give_up(set) && is_possible(catalogue_, without(set)))
          found.push_back(refined(set));
      if (!found.empty()) return found;
    }
    return {};
  }

 private:
  enum Field { minutes, surfaces, equipment, exclude, include, position_changes, posture };
  static constexpr int fields = 7;

  static int count(unsigned set) {
    int members = 0;
    for (; set != 0; set &= set - 1) ++members;
    return members;
  }
  static bool holds(unsigned set, int field) { return (set >> field & 1u) != 0; }

  bool can_give_up(unsigned set) const {
    const Request free = without(set);
    const auto differs = [&](Field field, bool different) {
      return !holds(set, field) || different;
    };
    return differs(minutes, free.minutes != asked_.minutes) &&
           differs(surfaces, free.surfaces != asked_.surfaces) &&
           differs(equipment, free.equipment != asked_.equipment) &&
           differs(exclude, free.exclude != asked_.exclude) &&
           differs(include, free.include != asked_.include) &&
           differs(position_changes, free.position_changes != asked_.position_changes) &&
           differs(posture, free.start.posture != asked_.start.posture);
  }

  Request without(unsigned set) const {
    Request request = asked_;
    const Flags none(catalogue_.movements.size(), false);
    if (holds(set, minutes)) request.minutes = longest_minutes;
    if (holds(set, surfaces)) request.surfaces = all_of(catalogue_.surfaces);
    if (holds(set, equipment)) request.equipment = all_of(catalogue_.equipment);
    if (holds(set, exclude)) request.exclude = none;
    if (holds(set, include)) request.include = none;
    if (holds(set, position_changes)) request.position_changes = -1;
    if (holds(set, posture)) request.start.posture = -1;
    return request;
  }

  std::vector<Phrase> refined(unsigned set) const {
    Request request = without(set);
    std::vector<Phrase> changes;
    if (holds(set, minutes)) changes.push_back(fewest_minutes(request));
    if (holds(set, surfaces))
      changes.push_back({PhraseId::add_surfaces,
                         {about(Slot::surfaces, fewest_terms(request, &Request::surfaces))}});
    if (holds(set, equipment))
      changes.push_back({PhraseId::add_equipment,
                         {about(Slot::equipment, fewest_terms(request, &Request::equipment))}});
    if (holds(set, exclude))
      changes.push_back({PhraseId::allow_again,
                         {about(Slot::movements, fewest_movements(request, &Request::exclude))}});
    if (holds(set, include))
      changes.push_back({PhraseId::do_without,
                         {about(Slot::movements, fewest_movements(request, &Request::include))}});
    if (holds(set, position_changes)) changes.push_back(fewest_position_changes(request));
    if (holds(set, posture)) changes.push_back({PhraseId::move_first, {}});
    return changes;
  }

  Phrase fewest_minutes(Request& request) const {
    int impossible = asked_.minutes, possible = request.minutes;
    while (possible - impossible > 1) {
      request.minutes = (possible + impossible) / 2;
      (is_possible(catalogue_, request) ? possible : impossible) = request.minutes;
    }
    request.minutes = possible;
    return {PhraseId::allow_minutes, {amount(Slot::minutes, possible)}};
  }

  Phrase fewest_position_changes(Request& request) const {
    const int most = catalogue_.planner.stages[at(asked_.stage)].position_changes;
    for (request.position_changes = asked_.position_changes + 1; request.position_changes < most;
         ++request.position_changes)
      if (is_possible(catalogue_, request)) break;
    return {PhraseId::allow_position_changes, {amount(Slot::changes, request.position_changes)}};
  }

  std::vector<int> fewest_terms(Request& request, Mask Request::*terms) const {
    std::vector<int> added;
    for (int term = 0; term < 32; ++term)
      if (contains(request.*terms, term) && !contains(asked_.*terms, term)) added.push_back(term);
    const auto add = [&](const std::vector<int>& some) {
      request.*terms = asked_.*terms;
      for (int term : some) request.*terms |= mask_of(term);
      return is_possible(catalogue_, request);
    };
    added = smallest_subset(added, add);
    add(added);
    return added;
  }

  std::vector<int> fewest_movements(Request& request, Flags Request::*movements) const {
    std::vector<int> gone;
    for (std::size_t m = 0; m < (asked_.*movements).size(); ++m)
      if ((asked_.*movements)[m]) gone.push_back(static_cast<int>(m));
    const auto take_away = [&](const std::vector<int>& some) {
      request.*movements = asked_.*movements;
      for (int movement : some) (request.*movements)[at(movement)] = false;
      return is_possible(catalogue_, request);
    };
    gone = smallest_subset(gone, take_away);
    take_away(gone);
    return gone;
  }

  const Catalogue& catalogue_;
  const Request& asked_;
};

}  // namespace

std::vector<Conflict> conflicts_of(const Catalogue& catalogue, const Request& request) {
  std::vector<Conflict> conflicts;
  for (std::size_t m = 0; m < request.include.size(); ++m) {
    if (!request.include[m]) continue;
    if (auto reason = why_not(catalogue, request, static_cast<int>(m)))
      conflicts.push_back({{static_cast<int>(m)}, std::move(reason->because)});
  }
  if (!conflicts.empty()) return conflicts;

  const Flags conflict = smallest_conflict(catalogue, request);
  Conflict together;
  for (std::size_t m = 0; m < conflict.size(); ++m)
    if (conflict[m]) together.movements.push_back(static_cast<int>(m));
  if (together.movements.empty()) return {{{}, {why_nothing(catalogue, request)}}};
  const Obstacle obstacle = Bare(catalogue, request, conflict).obstacle(without_rest());
  together.because = {together.movements.size() == 1 ? obstacle.alone : obstacle.together};
  return {together};
}

std::vector<std::vector<Phrase>> changes_for(const Catalogue& catalogue, const Request& request) {
  return Remedy(catalogue, request).run();
}

}  // namespace unclench::core
