#include "core/search/instance.h"

#include <algorithm>

namespace unclench::core {
namespace {

// What the person's own answers add to the worth of a movement.
Points preference_for(const Catalogue& catalogue, const Request& request, int index) {
  const Preferences& preferences = catalogue.planner.preferences;
  const Movement& movement = catalogue.movements[at(index)];
  Points points = 0;
  if (request.helped[at(index)]) points += preferences.helped;
  if (request.hurt[at(index)]) points -= preferences.hurt;
  if (request.recent[at(index)] && movement.phase != rest_phase) points -= preferences.recent;
  const bool forwards = movement.direction == Direction::flexion;
  const bool backwards = movement.direction == Direction::extension;
  if (request.eases == Ease::unknown || (!forwards && !backwards)) return points;
  const bool eases = request.eases == (forwards ? Ease::forwards : Ease::backwards);
  return eases ? points + preferences.eases : points - preferences.against;
}

}  // namespace

Points fit_of(const Catalogue& catalogue, const Request& request, int index) {
  const Movement& movement = catalogue.movements[at(index)];
  const StageSettings& settings = catalogue.planner.stages[at(request.stage)];
  const int excess = std::max(0, movement.load - settings.comfortable_load);
  return settings.fit[at(movement.phase)] - excess * settings.effort +
         preference_for(catalogue, request, index);
}

std::vector<int> needs_of(const Catalogue& catalogue, const Request& request) {
  std::vector<int> need = catalogue.planner.stages[at(request.stage)].need;
  for (std::size_t t = 0; t < need.size(); ++t)
    if (contains(request.focus, static_cast<int>(t)))
      need[t] += catalogue.planner.preferences.focus;
  return need;
}

int most_position_changes(const Catalogue& catalogue, const Request& request) {
  int most = catalogue.planner.stages[at(request.stage)].position_changes;
  if (request.position_changes >= 0) most = std::min(most, request.position_changes);
  return std::max(0, most - request.start.position_changes);
}

namespace {

std::vector<Choice> make_choices(const Catalogue& catalogue, const Request& request, int index) {
  const Movement& movement = catalogue.movements[at(index)];
  const PlannerSettings& planner = catalogue.planner;
  const StageSettings& settings = planner.stages[at(request.stage)];
  const Points fit = fit_of(catalogue, request, index);
  int next_step = 0;
  std::vector<Choice> choices;
  for (const DoseOption& option : dose_options(movement, request.stage, planner.switch_sides)) {
    // A dose counts as the highest of the steps that give it.
    const Range may_have = request.doses[at(index)];
    const int lowest = next_step;
    next_step = option.step + 1;
    if (option.step < may_have.low || lowest > may_have.high) continue;
    Choice choice;
    choice.dose = option;
    choice.seconds = settings.get_ready + option.doing_seconds;
    choice.fit = fit;
    choice.work.reserve(movement.targets.size());
    for (const TargetWeight& target : movement.targets)
      choice.work.push_back({target.target, target.weight * planner.dose_units[at(option.step)]});
    choices.push_back(std::move(choice));
  }
  return choices;
}

void lock_what_comes_before(const Catalogue& catalogue, const Start& start, Flags& locked) {
  for (std::size_t m = catalogue.movements.size(); m-- > 0;)
    if (locked[m])
      for (int before : catalogue.movements[m].after)
        if (!start.done[at(before)]) locked[at(before)] = true;
}

// Fills in which items stand before others and which exclude each other.
class RelationsBetween {
 public:
  explicit RelationsBetween(Instance& instance) : instance_(instance) {
    items_of_.resize(instance.catalogue->movements.size());
    for (std::size_t i = 0; i < instance.items.size(); ++i)
      items_of_[at(instance.items[i].movement)].push_back(static_cast<int>(i));
  }

  void find() {
    for (std::size_t i = 0; i < instance_.items.size(); ++i) {
      const Movement& movement = instance_.catalogue->movements[at(instance_.items[i].movement)];
      for (int before : movement.after) follow(static_cast<int>(i), before);
      for (int part : movement.parts)
        for (int other : items_of_[at(part)]) {
          exclude(static_cast<int>(i), other);
          instance_.relations.push_back({static_cast<int>(i), other, true});
        }
      for (std::size_t other = 0; other < i; ++other)
        if (are_same_rest(static_cast<int>(i), static_cast<int>(other)))
          exclude(static_cast<int>(i), static_cast<int>(other));
    }
  }

 private:
  int layer_of(int item) const {
    return instance_.stations[at(instance_.items[at(item)].station)].layer;
  }

  // A routine opens with one rest, and closes with one.
  bool are_same_rest(int a, int b) const {
    return instance_.items[at(a)].rest && instance_.items[at(b)].rest && layer_of(a) == layer_of(b);
  }

  // Nothing can follow a rest that closes.
  void follow(int item, int movement) {
    Item& follower = instance_.items[at(item)];
    if (instance_.start.done[at(movement)]) return;
    for (int before : items_of_[at(movement)]) {
      const int layer = layer_of(before);
      if (layer == closing_layer(instance_) || layer > layer_of(item)) continue;
      if (layer == 0 && layer_of(item) == 0) continue;
      follower.after.push_back(before);
      instance_.items[at(before)].followed_by.push_back(item);
      instance_.relations.push_back({before, item, false});
      return;
    }
    follower.usable = false;
  }

  void exclude(int a, int b) {
    instance_.items[at(a)].excluded.push_back(b);
    instance_.items[at(b)].excluded.push_back(a);
  }

  Instance& instance_;
  std::vector<std::vector<int>> items_of_;  // by movement
};

}  // namespace

Instance make_instance(const Catalogue& catalogue, const Request& request, const Flags& usable,
                       Flags locked) {
  Instance instance;
  instance.catalogue = &catalogue;
  instance.stage = &catalogue.planner.stages[at(request.stage)];
  instance.start = request.start;
  instance.seconds = request.minutes * 60 - request.start.seconds;
  instance.position_changes = most_position_changes(catalogue, request);
  instance.need = needs_of(catalogue, request);
  instance.layers = static_cast<int>(catalogue.phases.size()) + 1;
  const std::size_t postures = catalogue.postures.size();
  instance.changes.reserve(postures * postures);
  for (const auto& row : catalogue.planner.changes)
    for (const PositionChange& change : row)
      instance.changes.push_back({change.seconds, scaled_strain(*instance.stage, change.strain)});
  lock_what_comes_before(catalogue, request.start, locked);

  std::vector<std::vector<int>> movements(catalogue.phases.size() * postures);
  for (std::size_t m = 0; m < catalogue.movements.size(); ++m) {
    const Movement& movement = catalogue.movements[m];
    if (locked[m] && !usable[m]) instance.possible = false;
    if (locked[m] && movement.phase == rest_phase)
      instance.locked_rests.push_back(static_cast<int>(m));
    if (usable[m])
      movements[at(movement.phase) * postures + at(movement.posture)].push_back(
          static_cast<int>(m));
  }

  for (int layer = request.start.first_layer; layer < instance.layers; ++layer) {
    const int phase = layer == closing_layer(instance) ? rest_phase : layer;
    for (std::size_t posture = 0; posture < postures; ++posture) {
      Station station;
      station.layer = layer;
      station.posture = static_cast<int>(posture);
      for (int m : movements[at(phase) * postures + posture]) {
        const Movement& movement = catalogue.movements[at(m)];
        Item item;
        item.movement = m;
        item.station = static_cast<int>(instance.stations.size());
        item.direction = movement.direction;
        item.rest = phase == rest_phase;
        item.locked = locked[at(m)] && !item.rest;
        item.choices = make_choices(catalogue, request, m);
        const int index = static_cast<int>(instance.items.size());
        if (item.locked) instance.locked_items.push_back(index);
        station.items.push_back(index);
        instance.items.push_back(std::move(item));
      }
      if (!station.items.empty()) instance.stations.push_back(std::move(station));
    }
  }
  RelationsBetween(instance).find();
  return instance;
}

Points coverage_points(const PlannerSettings& planner, int need, int units) {
  Points total = 0;
  for (const CoverageSegment& segment : planner.coverage) {
    const int inside = std::min(units, segment.units);
    total += Points{inside} * segment.worth;
    units -= inside;
  }
  return need * total;
}

}  // namespace unclench::core
