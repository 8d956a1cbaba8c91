#include "core/eligibility.h"

#include "core/words.h"

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

std::string needed_equipment(const Catalogue& catalogue, const Movement& movement) {
  std::vector<std::string> nouns;
  for (std::size_t e = 0; e < catalogue.equipment.size(); ++e)
    if (contains(movement.needs_one_of, static_cast<int>(e)))
      nouns.push_back(catalogue.equipment[e].noun);
  return "It needs " + listed(nouns, "or") + ".";
}

std::string possible_surfaces(const Catalogue& catalogue, const Movement& movement) {
  std::vector<std::string> labels;
  for (std::size_t s = 0; s < catalogue.surfaces.size(); ++s)
    if (contains(movement.surfaces, static_cast<int>(s)))
      labels.push_back(lower_first(catalogue.surfaces[s].label));
  return "It is done " + listed(labels, "or") + ".";
}

std::string stage_sentence(const Catalogue& catalogue, const Request& request) {
  return "Not while you are " +
         lower_first(catalogue.stages[static_cast<std::size_t>(request.stage)].label) +
         ": it asks too much of your back.";
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
    if (rule_against(catalogue, request, before) != Rule::none) return before;
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

std::string sentence_of(const Catalogue& catalogue, const Request& request, int index, Rule rule) {
  const Movement& movement = catalogue.movements[at(index)];
  switch (rule) {
    case Rule::condition: {
      const std::size_t condition = at(avoiding_condition(request, movement));
      return "Not with " + lower_first(catalogue.conditions[condition].label) + ". " +
             movement.conditions[condition].note;
    }
    case Rule::not_offered:
      return movement.not_offered;
    case Rule::excluded:
      return "You asked to leave it out.";
    case Rule::stage:
      return stage_sentence(catalogue, request);
    case Rule::surface:
      return possible_surfaces(catalogue, movement);
    case Rule::equipment:
      return needed_equipment(catalogue, movement);
    case Rule::order:
      return "It must come after " +
             quoted(catalogue.movements[at(missing_before(catalogue, request, movement))].title) +
             ", which is left out.";
    case Rule::none:
      break;
  }
  return "";
}

}  // namespace

std::optional<LeftOut> why_not(const Catalogue& catalogue, const Request& request, int index) {
  const Rule rule = rule_against(catalogue, request, index);
  if (rule == Rule::none) return std::nullopt;
  return LeftOut{index, rule_words[static_cast<int>(rule)],
                 sentence_of(catalogue, request, index, rule)};
}

std::vector<bool> usable_movements(const Catalogue& catalogue, const Request& request,
                                   int lying_surface) {
  std::vector<bool> usable(catalogue.movements.size(), false);
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
