// From a request to the best routine: tries each lying surface, and gives up a closing or opening
// rest only when no routine can have it.
#pragma once

#include "core/eligibility.h"
#include "core/search/search.h"

namespace unclench::core {

inline constexpr int undecided = -2;

struct Plan {
  Request request;
  int lying_surface = undecided;
  Rules rules;  // the rules that it keeps
  Instance instance;
  SearchResult result;
};

// What a routine is chosen from and what must be in it, by movement.
struct Choices {
  Flags allowed;  // usable movements outside it are left out
  Flags locked;
};

// All movements are allowed, those that the request includes are locked.
Choices choices_of(const Request& request);

// The best routine of the choices. Rest opens and closes it whenever that is possible.
Plan solve(const Catalogue& catalogue, const Request& request, const Choices& choices);

// The rests that the best routine of the choices has.
Rules rests_of(const Catalogue& catalogue, const Request& request, const Choices& choices);

// The problem on each lying surface.
std::vector<Instance> instances_for(const Catalogue& catalogue, const Request& request,
                                    const Choices& choices);

// The best routine under exactly these rules, over all lying surfaces.
Plan solve_under(const Catalogue& catalogue, const Request& request, const Choices& choices,
                 const Rules& rules, Goal goal = Goal::best);

}  // namespace unclench::core
