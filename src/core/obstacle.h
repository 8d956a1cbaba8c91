// Which rule stands in the way of some movements.
#pragma once

#include <string>
#include <vector>

#include "core/phrase.h"
#include "core/solve.h"

namespace unclench::core {

struct Obstacle {
  std::string rule;  // one of the words listed in docs/routine-format.md
  Phrase alone;      // said of one movement
  Phrase together;   // said of several
};

// Rules that give up both rests.
Rules without_rest();

// Can a routine be made of the locked movements, what they must follow, and rests?
bool possible_under(const Catalogue& catalogue, const Request& request,
                    const std::vector<bool>& locked, const Rules& rules);

// The first rule without which the locked movements could stand.
Obstacle obstacle_for(const Catalogue& catalogue, const Request& request,
                      const std::vector<bool>& locked, const Rules& kept);

}  // namespace unclench::core
