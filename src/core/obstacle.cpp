#include "core/obstacle.h"

#include <algorithm>

namespace unclench::core {
namespace {

// The locked movements, what they must follow, and every rest: the least that a routine with them
// is made of.
Choices bare_choices(const Catalogue& catalogue, const Flags& locked) {
  Choices choices{locked, locked};
  for (std::size_t m = locked.size(); m-- > 0;) {
    if (catalogue.movements[m].phase == rest_phase) choices.allowed[m] = true;
    if (choices.allowed[m])
      for (int before : catalogue.movements[m].after) choices.allowed[at(before)] = true;
  }
  return choices;
}

// A locked movement that is part of another one; -1 for none.
int part_of_another(const Catalogue& catalogue, const Flags& locked) {
  for (std::size_t m = 0; m < locked.size(); ++m)
    if (locked[m])
      for (int part : catalogue.movements[m].parts)
        if (locked[at(part)]) return part;
  return -1;
}

}  // namespace

Rules without_rest() {
  Rules rules;
  rules.opening_rest = rules.closing_rest = false;
  return rules;
}

Bare::Bare(const Catalogue& catalogue, const Request& request, const Flags& locked)
    : catalogue_(catalogue),
      request_(request),
      locked_(locked),
      instances_(instances_for(catalogue, request, bare_choices(catalogue, locked))) {}

bool Bare::is_possible(const Rules& rules) const {
  return std::any_of(instances_.begin(), instances_.end(), [&](const Instance& instance) {
    return search(instance, rules, Goal::any).best.found;
  });
}

Obstacle Bare::obstacle(const Rules& kept) const {
  if (const int part = part_of_another(catalogue_, locked_); part >= 0)
    return {"part",
            {PhraseId::repeats, {about(Slot::movements, part)}},
            {PhraseId::together_twice, {}}};
  const auto possible_without = [&](bool Rules::*rule) {
    Rules rules = kept;
    rules.*rule = false;
    return is_possible(rules);
  };
  const auto obstacle = [](const char* rule, PhraseId alone, PhraseId together,
                           std::initializer_list<Argument> arguments) {
    return Obstacle{rule, {alone, arguments}, {together, arguments}};
  };
  if (possible_without(&Rules::time))
    return obstacle("time", PhraseId::time, PhraseId::together_time,
                    {amount(Slot::minutes, request_.minutes)});
  if (possible_without(&Rules::position_changes))
    return obstacle("position", PhraseId::position, PhraseId::together_position,
                    {amount(Slot::changes, most_position_changes(catalogue_, request_))});
  if (possible_without(&Rules::directions))
    return obstacle("direction", PhraseId::direction, PhraseId::together_direction, {});
  if (request_.start.posture >= 0 && possible_without(&Rules::stay_first))
    return obstacle("start", PhraseId::start, PhraseId::together_start,
                    {about(Slot::posture, request_.start.posture)});
  if ((kept.opening_rest || kept.closing_rest) &&
      (possible_without(&Rules::closing_rest) || possible_without(&Rules::opening_rest)))
    return obstacle("rest", PhraseId::rest, PhraseId::together_rest, {});
  return obstacle("position", PhraseId::no_order, PhraseId::together_no_order, {});
}

}  // namespace unclench::core
