// A routine as a person keeps it: what is done, in which order, at which doses. No score, no
// reasons.
#pragma once

#include <string>
#include <vector>

#include "core/catalogue.h"

namespace unclench::core {

struct Step {
  // In bytes: those of 500 UTF-16 units, as which text fields count characters.
  static constexpr std::size_t longest_note = 1500;

  int movement = 0;
  Dose dose;
  int surface = 0;
  std::string note;  // the person's own; may be empty
};

struct Sequence {
  static constexpr std::size_t most_steps = 100;

  int stage = 0;
  int posture = -1;  // how the person is before the first movement; -1 when it is not known
  std::vector<Step> steps;
};

// What makes a step none that a person could do or keep, as sentences without their subject, which
// is the movement: "has 200 repetitions, ...". The movement and the surface are in the catalogue.
std::vector<std::string> wrong_values(const Catalogue& catalogue, const Step& step);

// What one step takes, in seconds.
struct StepTime {
  int change = 0;  // changing position from the step before
  int ready = 0;   // getting ready
  int doing = 0;   // both sides, all sets and the rests between them
};

// Seconds of rest between two sets of the movement at a stage; 0 where it is not offered.
int rest_between_sets(const Movement& movement, int stage);

// The time of the step at this place. No place may be after the last step.
StepTime step_time(const Catalogue& catalogue, const Sequence& sequence, std::size_t place);

// Changes of position, getting ready and doing, in seconds.
int total_seconds(const Catalogue& catalogue, const Sequence& sequence);

}  // namespace unclench::core
