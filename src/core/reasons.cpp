#include "core/reasons.h"

#include <algorithm>

#include "base/sorting.h"

namespace unclench::core {
namespace {

constexpr std::size_t most_targets_named = 2;
constexpr std::size_t most_reasons = 3;

const Item& item_at(const Plan& plan, std::size_t place) {
  return plan.instance.items[at(plan.result.best.chosen[place].item)];
}

const Movement& movement_at(const Plan& plan, std::size_t place) {
  return plan.instance.catalogue->movements[at(item_at(plan, place).movement)];
}

const Choice& choice_at(const Plan& plan, std::size_t place) {
  return item_at(plan, place).choices[at(plan.result.best.chosen[place].choice)];
}

std::vector<int> units_of(const Plan& plan) {
  std::vector<int> units(plan.instance.catalogue->targets.size(), 0);
  for (std::size_t i = 0; i < plan.result.best.chosen.size(); ++i)
    for (const Work& work : choice_at(plan, i).work) units[at(work.target)] += work.units;
  return units;
}

bool bends_the_way_that_eases(const Plan& plan, const Movement& movement) {
  return (plan.request.eases == Ease::forwards && movement.direction == Direction::flexion) ||
         (plan.request.eases == Ease::backwards && movement.direction == Direction::extension);
}

// Movements of the routine that must follow this one.
std::vector<int> prepared_by(const Plan& plan, std::size_t place) {
  std::vector<int> later;
  const int index = item_at(plan, place).movement;
  for (std::size_t next = place + 1; next < plan.result.best.chosen.size(); ++next) {
    const std::vector<int>& after = movement_at(plan, next).after;
    if (std::find(after.begin(), after.end(), index) != after.end())
      later.push_back(item_at(plan, next).movement);
  }
  return later;
}

void add_what_was_answered(const Plan& plan, std::size_t place, const std::vector<int>& targets,
                           std::vector<Phrase>& reasons) {
  const Item& item = item_at(plan, place);
  const Request& request = plan.request;
  if (request.include[at(item.movement)]) reasons.push_back({PhraseId::asked, {}});
  if (request.helped[at(item.movement)]) reasons.push_back({PhraseId::helped, {}});
  if (bends_the_way_that_eases(plan, movement_at(plan, place)))
    reasons.push_back({PhraseId::eases, {}});
  std::vector<int> in_focus;
  for (int target : targets)
    if (contains(request.focus, target)) in_focus.push_back(target);
  if (!item.rest && !in_focus.empty())
    reasons.push_back({PhraseId::focus, {about(Slot::targets, in_focus)}});
}

void add_what_its_place_saves(const Plan& plan, std::size_t place, std::vector<Phrase>& reasons) {
  const int posture = movement_at(plan, place).posture;
  if (place == 0 && plan.request.start.posture == posture)
    reasons.push_back({PhraseId::begins, {about(Slot::posture, posture)}});
  if (place > 0 && movement_at(plan, place - 1).posture == posture && !item_at(plan, place).rest)
    reasons.push_back({PhraseId::stays, {}});
}

}  // namespace

std::vector<int> main_targets(const Plan& plan, std::size_t place) {
  struct Loss {
    Points points;
    int target;
  };
  const PlannerSettings& planner = plan.instance.catalogue->planner;
  const std::vector<int> units = units_of(plan);
  std::vector<Loss> losses;
  for (const Work& work : choice_at(plan, place).work) {
    const int need = plan.instance.need[at(work.target)];
    const int all = units[at(work.target)];
    const Points loss =
        coverage_points(planner, need, all) - coverage_points(planner, need, all - work.units);
    if (loss > 0) losses.push_back({loss, work.target});
  }
  sort_stably(losses, [](const Loss& a, const Loss& b) { return a.points > b.points; });
  if (losses.size() > most_targets_named) losses.resize(most_targets_named);
  std::vector<int> targets;
  for (const Loss& loss : losses) targets.push_back(loss.target);
  return targets;
}

std::vector<Phrase> reasons_for(const Plan& plan, std::size_t place) {
  const Item& item = item_at(plan, place);
  const Movement& movement = movement_at(plan, place);
  const std::vector<int> targets = main_targets(plan, place);
  std::vector<Phrase> reasons;
  if (item.rest)
    reasons.push_back(
        {plan.instance.stations[at(item.station)].layer == 0 ? PhraseId::opens : PhraseId::closes,
         {}});
  if (!item.rest && !targets.empty())
    reasons.push_back(
        {PhraseId::works_on, {about(Slot::phase, movement.phase), about(Slot::targets, targets)}});
  add_what_was_answered(plan, place, targets, reasons);
  const std::vector<int> prepared = prepared_by(plan, place);
  if (!prepared.empty())
    reasons.push_back({PhraseId::prepares, {about(Slot::movements, prepared)}});
  add_what_its_place_saves(plan, place, reasons);
  if (reasons.empty()) reasons.push_back({PhraseId::suits, {}});
  if (reasons.size() > most_reasons) reasons.resize(most_reasons);
  if (!movement.after.empty())
    reasons.push_back({PhraseId::builds_on, {about(Slot::movements, movement.after)}});
  return reasons;
}

std::vector<std::string> care_for(const Plan& plan, int index) {
  const Catalogue& catalogue = *plan.instance.catalogue;
  const Movement& movement = catalogue.movements[at(index)];
  std::vector<std::string> care;
  for (std::size_t c = 0; c < movement.conditions.size(); ++c)
    if (contains(plan.request.conditions, static_cast<int>(c)) &&
        movement.conditions[c].verdict == Verdict::care)
      care.push_back(catalogue.conditions[c].label + ": " + movement.conditions[c].note);
  return care;
}

}  // namespace unclench::core
