// One routine problem, ready for the search: what may be used, at which doses, and where it stands.
#pragma once

#include <vector>

#include "core/dose.h"
#include "core/request.h"

namespace unclench::core {

// One dose of one item, with what it takes and gives.
struct Choice {
  DoseOption dose;
  int seconds = 0;         // getting ready and doing
  Points fit = 0;          // fit of the phase to the stage, less effort above the comfortable load
  std::vector<int> units;  // of work, by target
};

// A movement in a place where it may stand. A rest movement has two: it may open and close.
struct Item {
  int movement = 0;
  int station = 0;
  Direction direction = Direction::neutral;
  bool rest = false;
  bool locked = false;          // must be in the routine (never set for rest, see Instance)
  std::vector<Choice> choices;  // from the smallest dose to the largest
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
};

struct Instance {
  const Catalogue* catalogue = nullptr;
  const StageSettings* stage = nullptr;
  int seconds = 0;  // time to fill
  int layers = 0;
  std::vector<Station> stations;  // by layer, then posture
  std::vector<Item> items;        // by station, then catalogue order
  std::vector<int> locked_rests;  // rest movements that must open or close
  bool possible = true;           // false when a locked movement has no item
};

// usable: by movement, what the rules for single movements leave.
// locked: by movement, what must be in; whatever a locked movement must follow is locked as well.
Instance make_instance(const Catalogue& catalogue, const Request& request,
                       const std::vector<bool>& usable, std::vector<bool> locked);

inline int closing_layer(const Instance& instance) {
  return instance.layers - 1;
}

}  // namespace unclench::core
