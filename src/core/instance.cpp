#include "core/instance.h"

#include <algorithm>

namespace unclench::core {
namespace {

std::vector<Choice> make_choices(const Catalogue& catalogue, const Movement& movement, int stage) {
  const PlannerSettings& planner = catalogue.planner;
  const StageSettings& settings = planner.stages[static_cast<std::size_t>(stage)];
  const int excess = std::max(0, movement.load - settings.comfortable_load);
  std::vector<Choice> choices;
  for (const DoseOption& option : dose_options(movement, stage, planner.switch_sides)) {
    Choice choice;
    choice.dose = option;
    choice.seconds = settings.get_ready + option.doing_seconds;
    choice.fit = settings.fit[static_cast<std::size_t>(movement.phase)] - excess * settings.effort;
    choice.units.assign(catalogue.targets.size(), 0);
    for (const TargetWeight& target : movement.targets)
      choice.units[static_cast<std::size_t>(target.target)] =
          target.weight * planner.dose_units[static_cast<std::size_t>(option.step)];
    choices.push_back(choice);
  }
  return choices;
}

void lock_what_comes_before(const Catalogue& catalogue, std::vector<bool>& locked) {
  for (std::size_t m = catalogue.movements.size(); m-- > 0;)
    if (locked[m])
      for (int before : catalogue.movements[m].after)
        locked[static_cast<std::size_t>(before)] = true;
}

}  // namespace

Instance make_instance(const Catalogue& catalogue, const Request& request,
                       const std::vector<bool>& usable, std::vector<bool> locked) {
  Instance instance;
  instance.catalogue = &catalogue;
  instance.stage = &catalogue.planner.stages[static_cast<std::size_t>(request.stage)];
  instance.seconds = request.minutes * 60;
  instance.layers = static_cast<int>(catalogue.phases.size()) + 1;
  lock_what_comes_before(catalogue, locked);

  for (std::size_t m = 0; m < locked.size(); ++m) {
    if (locked[m] && !usable[m]) instance.possible = false;
    if (locked[m] && catalogue.movements[m].phase == rest_phase)
      instance.locked_rests.push_back(static_cast<int>(m));
  }

  for (int layer = 0; layer < instance.layers; ++layer) {
    const int phase = layer == closing_layer(instance) ? rest_phase : layer;
    for (int posture = 0; posture < static_cast<int>(catalogue.postures.size()); ++posture) {
      Station station;
      station.layer = layer;
      station.posture = posture;
      for (std::size_t m = 0; m < catalogue.movements.size(); ++m) {
        const Movement& movement = catalogue.movements[m];
        if (!usable[m] || movement.phase != phase || movement.posture != posture) continue;
        Item item;
        item.movement = static_cast<int>(m);
        item.station = static_cast<int>(instance.stations.size());
        item.direction = movement.direction;
        item.rest = phase == rest_phase;
        item.locked = locked[m] && !item.rest;
        item.choices = make_choices(catalogue, movement, request.stage);
        station.items.push_back(static_cast<int>(instance.items.size()));
        instance.items.push_back(item);
      }
      if (!station.items.empty()) instance.stations.push_back(station);
    }
  }
  return instance;
}

}  // namespace unclench::core
