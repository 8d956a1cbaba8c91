// One routine problem, ready for the search: what may be used, at which doses, and where it stands.
#pragma once

#include <vector>

#include "core/dose.h"
#include "core/request.h"

namespace unclench::core {

struct Work {
  int target = 0;
  int units = 0;
};

// One dose of one item, with what it takes and gives.
struct Choice {
  DoseOption dose;
  int seconds = 0;         // getting ready and doing
  Points fit = 0;          // what it is worth besides its work
  std::vector<Work> work;  // each target at most once
};

// A movement in a place where it may stand. A rest movement has two: it may open and close.
struct Item {
  int movement = 0;
  int station = 0;
  Direction direction = Direction::neutral;
  bool rest = false;
  bool locked = false;           // must be in the routine (never set for rest, see Instance)
  std::vector<Choice> choices;   // from the smallest dose to the largest; at most dose_steps
  std::vector<int> after;        // items of which each must stand before it
  std::vector<int> followed_by;  // items that must stand after it
  std::vector<int> excluded;     // items that may not stand beside it
  bool usable = true;            // false when something that it must follow has no item before it
};

// Flexion and extension may meet across it.
inline bool keeps_apart(const Item& item) {
  return item.rest || item.direction == Direction::neutral;
}

// What one item says of another: at most one of the two may be in, or the second only beside the
// first.
struct Relation {
  int first = 0;
  int second = 0;
  bool excludes = false;
};

// Items that share a layer and a posture. Layer 0 is the opening rest, the last layer the closing
// rest, the layers between are the phases after rest.
struct Station {
  int layer = 0;
  int posture = 0;
  std::vector<int> items;  // in catalogue order
};

// Rules that the search keeps. All of them in an answer; fewer to find out which one stands in the
// way.
struct Rules {
  bool opening_rest = true;
  bool closing_rest = true;
  bool time = true;
  bool position_changes = true;
  bool directions = true;
  bool stay_first = true;  // where the stage asks for it and the posture is known
};

struct Instance {
  const Catalogue* catalogue = nullptr;
  const StageSettings* stage = nullptr;
  int seconds = 0;           // time to fill
  int position_changes = 0;  // at most
  Start start;
  int layers = 0;
  std::vector<Station> stations;    // by layer, then posture
  std::vector<Item> items;          // by station, then catalogue order
  std::vector<Relation> relations;  // but not those of two rests in one layer
  // [from x postures + to]: what a change of posture takes at the stage; nothing on the diagonal.
  std::vector<PositionChange> changes;
  std::vector<int> need;          // by target
  std::vector<int> locked_items;  // never rests
  std::vector<int> locked_rests;  // rest movements that must open or close
  bool possible = true;           // false when a locked movement has no item
};

// usable: by movement, what the rules for single movements leave.
// locked: by movement, what must be in; whatever a locked movement must follow is locked as well.
Instance make_instance(const Catalogue& catalogue, const Request& request, const Flags& usable,
                       Flags locked);

inline int closing_layer(const Instance& instance) {
  return instance.layers - 1;
}
inline bool is_rest_layer(const Instance& instance, int layer) {
  return layer == 0 || layer == closing_layer(instance);
}

inline const PositionChange& position_change(const Instance& instance, int from, int to) {
  return instance.changes[at(from) * instance.catalogue->postures.size() + at(to)];
}

// What it takes to begin in a posture; nothing where the person's own is not known.
inline PositionChange first_change(const Instance& instance, int posture) {
  if (instance.start.posture < 0) return {};
  return position_change(instance, instance.start.posture, posture);
}

// 1 when beginning in a posture is a change of position.
inline int is_first_change(const Instance& instance, int posture) {
  return instance.start.posture >= 0 && instance.start.posture != posture ? 1 : 0;
}

// Whether a routine may begin in the posture. The rest of one that has begun may in any.
inline bool may_begin(const Instance& instance, const Rules& rules, int posture) {
  return !(rules.stay_first && instance.stage->stay_first) || instance.start.first_layer > 0 ||
         is_first_change(instance, posture) == 0;
}

// What a movement is worth besides its work: the fit of its phase, less its effort, and what the
// person answered about it.
Points fit_of(const Catalogue& catalogue, const Request& request, int movement);

// Points for each unit of coverage, by target.
std::vector<int> needs_of(const Catalogue& catalogue, const Request& request);

// How many changes of position the rest of the routine may have.
int most_position_changes(const Catalogue& catalogue, const Request& request);

// The strain of a change at a stage, rounded, halves upwards.
inline int scaled_strain(const StageSettings& stage, int strain) {
  return (strain * stage.strain_percent + 50) / 100;
}

// need x G(units): what `units` of work on one target are worth.
Points coverage_points(const PlannerSettings& planner, int need, int units);

}  // namespace unclench::core
