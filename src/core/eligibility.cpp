#include "core/eligibility.h"

namespace unclench::core {
namespace {

enum class Rule { none, condition, not_offered, excluded, stage, surface, equipment, order };

const char* const rule_words[] = {"",      "condition", "not-offered", "excluded",
                                  "stage", "surface",   "equipment",   "order"};

// The first declared condition that says `avoid`; -1 for none.
int avoiding_condition(const Request& request, const Movement& movement) {
  for (std::size_t c = 0; c < movement.conditions.size(); ++c)
    if (contains(request.conditions, static_cast<int>(c)) &&
        movement.conditions[c].verdict == Verdict::avoid)
      return static_cast<int>(c);
  return -1;
}

template <typename Terms>
std::vector<int> terms_in(Mask set, const Terms& terms) {
  std::vector<int> list;
  for (int term = 0; term < static_cast<int>(terms.size()); ++term)
    if (contains(set, term)) list.push_back(term);
  return list;
}

bool fits_stage(const Catalogue& catalogue, const Request& request, const Movement& movement) {
  const std::size_t stage = static_cast<std::size_t>(request.stage);
  return movement.doses[stage].has_value() &&
         movement.load <= catalogue.planner.stages[stage].maximum_load;
}

// The first rule that speaks against the movement.
Rule rule_against(const Catalogue& catalogue, const Request& request, int index);

// What the movement must follow and that is itself shut out; -1 for none.
int missing_before(const Catalogue& catalogue, const Request& request, const Movement& movement) {
  for (int before : movement.after)
    if (!request.start.done[at(before)] && rule_against(catalogue, request, before) != Rule::none)
      return before;
  return -1;
}

Rule rule_against(const Catalogue& catalogue, const Request& request, int index) {
  const Movement& movement = catalogue.movements[at(index)];
  if (avoiding_condition(request, movement) >= 0) return Rule::condition;
  if (!movement.not_offered.empty()) return Rule::not_offered;
  if (request.exclude[at(index)]) return Rule::excluded;
  if (!fits_stage(catalogue, request, movement)) return Rule::stage;
  if ((movement.surfaces & request.surfaces) == 0) return Rule::surface;
  if (movement.needs_one_of != 0 && (movement.needs_one_of & request.equipment) == 0)
    return Rule::equipment;
  return missing_before(catalogue, request, movement) >= 0 ? Rule::order : Rule::none;
}

Phrase phrase_for(const Catalogue& catalogue, const Request& request, int index, Rule rule) {
  const Movement& movement = catalogue.movements[at(index)];
  switch (rule) {
    case Rule::condition: {
      const int condition = avoiding_condition(request, movement);
      return {PhraseId::condition,
              {about(Slot::condition, condition), note(movement.conditions[at(condition)].note)}};
    }
    case Rule::not_offered:
      return {PhraseId::not_offered, {note(movement.not_offered)}};
    case Rule::excluded:
      return {PhraseId::excluded, {}};
    case Rule::stage:
      return {PhraseId::stage, {about(Slot::stage, request.stage)}};
    case Rule::surface:
      return {PhraseId::surface,
              {about(Slot::surfaces, terms_in(movement.surfaces, catalogue.surfaces))}};
    case Rule::equipment:
      return {PhraseId::equipment,
              {about(Slot::equipment, terms_in(movement.needs_one_of, catalogue.equipment))}};
    case Rule::order:
      return {PhraseId::order,
              {about(Slot::movements, missing_before(catalogue, request, movement))}};
    case Rule::none:
      break;
  }
  return {};
}

}  // namespace

std::optional<LeftOut> why_not(const Catalogue& catalogue, const Request& request, int index) {
  const Rule rule = rule_against(catalogue, request, index);
  if (rule == Rule::none) return std::nullopt;
  return LeftOut{
      index, rule_words[static_cast<int>(rule)], {phrase_for(catalogue, request, index, rule)}};
}

Flags usable_movements(const Catalogue& catalogue, const Request& request, int lying_surface) {
  Flags usable(catalogue.movements.size(), false);
  for (std::size_t m = 0; m < usable.size(); ++m) {
    const Movement& movement = catalogue.movements[m];
    const bool lies = catalogue.postures[static_cast<std::size_t>(movement.posture)].lying;
    const bool fits_surface =
        !lies || (lying_surface >= 0 && contains(movement.surfaces, lying_surface));
    usable[m] = fits_surface && rule_against(catalogue, request, static_cast<int>(m)) == Rule::none;
  }
  return usable;
}

std::vector<int> lying_surfaces(const Catalogue& catalogue, const Request& request) {
  if (request.start.lying_surface >= 0) return {request.start.lying_surface};
  std::vector<int> surfaces;
  for (std::size_t s = 0; s < catalogue.surfaces.size(); ++s)
    for (const Movement& movement : catalogue.movements)
      if (contains(request.surfaces & movement.surfaces, static_cast<int>(s)) &&
          catalogue.postures[static_cast<std::size_t>(movement.posture)].lying) {
        surfaces.push_back(static_cast<int>(s));
        break;
      }
  if (surfaces.empty()) surfaces.push_back(-1);
  return surfaces;
}

int surface_of(const Movement& movement, const Request& request, int lying_surface) {
  const Mask possible = movement.surfaces & request.surfaces;
  if (lying_surface >= 0 && contains(possible, lying_surface)) return lying_surface;
  int surface = 0;
  while (!contains(possible, surface)) ++surface;
  return surface;
}

}  // namespace unclench::core
