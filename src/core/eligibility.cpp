#include "core/eligibility.h"

#include "core/words.h"

namespace unclench::core {
namespace {

std::optional<std::string> against_condition(const Catalogue& catalogue, const Request& request,
                                             const Movement& movement) {
  for (std::size_t c = 0; c < movement.conditions.size(); ++c) {
    const ConditionRule& rule = movement.conditions[c];
    if (contains(request.conditions, static_cast<int>(c)) && rule.verdict == Verdict::avoid)
      return "Not with " + lower_first(catalogue.conditions[c].label) + ". " + rule.note;
  }
  return std::nullopt;
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

}  // namespace

std::optional<LeftOut> why_not(const Catalogue& catalogue, const Request& request, int index) {
  const Movement& movement = catalogue.movements[static_cast<std::size_t>(index)];
  const auto left_out = [&](const char* rule, const std::string& reason) {
    return LeftOut{index, rule, reason};
  };
  if (const auto reason = against_condition(catalogue, request, movement))
    return left_out("condition", *reason);
  if (!movement.not_offered.empty()) return left_out("not-offered", movement.not_offered);
  if (request.exclude[static_cast<std::size_t>(index)])
    return left_out("excluded", "You asked to leave it out.");
  if (!fits_stage(catalogue, request, movement))
    return left_out("stage", stage_sentence(catalogue, request));
  if ((movement.surfaces & request.surfaces) == 0)
    return left_out("surface", possible_surfaces(catalogue, movement));
  if (movement.needs_one_of != 0 && (movement.needs_one_of & request.equipment) == 0)
    return left_out("equipment", needed_equipment(catalogue, movement));
  for (int before : movement.after)
    if (why_not(catalogue, request, before))
      return left_out("order",
                      "It must come after " +
                          quoted(catalogue.movements[static_cast<std::size_t>(before)].title) +
                          ", which is left out.");
  return std::nullopt;
}

std::vector<bool> usable_movements(const Catalogue& catalogue, const Request& request,
                                   int lying_surface) {
  std::vector<bool> usable(catalogue.movements.size(), false);
  for (std::size_t m = 0; m < usable.size(); ++m) {
    const Movement& movement = catalogue.movements[m];
    const bool lies = catalogue.postures[static_cast<std::size_t>(movement.posture)].lying;
    const bool fits_surface =
        !lies || (lying_surface >= 0 && contains(movement.surfaces, lying_surface));
    usable[m] = fits_surface && !why_not(catalogue, request, static_cast<int>(m));
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
