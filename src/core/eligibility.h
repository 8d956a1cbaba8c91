// The rules that look at one movement alone: may it be used for this request at all?
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/request.h"

namespace unclench::core {

struct LeftOut {
  int movement = 0;
  std::string rule;  // one of the words listed in docs/routine-format.md
  std::vector<Phrase> because;
};

// Why the movement may not be used, or nothing when it may. The first rule that speaks against it.
std::optional<LeftOut> why_not(const Catalogue& catalogue, const Request& request, int movement);

// By movement: may it be used when the person lies on `lying_surface` (-1: does not lie at all)?
Flags usable_movements(const Catalogue& catalogue, const Request& request, int lying_surface);

// The surfaces of the request on which some movement is done lying; { -1 } when there is none.
std::vector<int> lying_surfaces(const Catalogue& catalogue, const Request& request);

// Where the movement is done: on the lying surface if it can be, else on the first surface that
// fits.
int surface_of(const Movement& movement, const Request& request, int lying_surface);

}  // namespace unclench::core
