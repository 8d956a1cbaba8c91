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

// Routines of the locked movements, what they must follow, and rests.
class Bare {
 public:
  Bare(const Catalogue& catalogue, const Request& request, const Flags& locked);

  // Is there one?
  bool is_possible(const Rules& rules) const;

  // The first rule without which there is one.
  Obstacle obstacle(const Rules& kept) const;

 private:
  const Catalogue& catalogue_;
  const Request& request_;
  const Flags& locked_;
  const std::vector<Instance> instances_;  // for each lying surface
};

}  // namespace unclench::core
