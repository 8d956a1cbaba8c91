// The routines that are planned when the site is made, from requests in the content.
#pragma once

#include <map>
#include <memory>
#include <vector>

#include "content/model.h"
#include "core/plan.h"

namespace unclench::render {

struct PlannedRoutine {
  core::Request request;
  core::Routine routine;
  std::vector<std::string> reasons;  // why each of its movements is in, in words
};

// By place among the edition's routines; null for those that are not planned.
using PlannedRoutines = std::vector<std::shared_ptr<const PlannedRoutine>>;

// What was planned before, by id.
struct PlannedMemory {
  Hash inputs = 0;  // everything that a plan depends on, but for its own file
  struct Entry {
    Hash file = 0;
    std::shared_ptr<const PlannedRoutine> planned;
  };
  std::map<std::string, Entry> entries;
};

// Plans what was not planned before from the same. The edition must be sound. Requests that the
// planner refuses, and those for which there is no routine, are reported.
PlannedRoutines plan_routines(const content::Edition& edition, unsigned threads,
                              PlannedMemory& memory, Diagnostics& diagnostics);

// The places of the edition's routines that have each exercise, as published or as planned.
std::vector<std::vector<std::size_t>> routines_by_exercise(const content::Edition& edition,
                                                           const PlannedRoutines& planned);

}  // namespace unclench::render
