// Every joint at both ends of its range, for those who pose a figure.
#pragma once

#include <vector>

#include "figure/joint.h"
#include "figure/movement.h"

namespace unclench::cli {

// Degrees. Half a turn either way ends in the same place, so a quarter is shown of what can turn
// all the way round.
struct JointAngles {
  int low = 0, high = 0;
};
JointAngles shown_angles(const figure::JointRange& range);

// A movement for each joint, in the order of `joint_ranges`: its first pose is the lowest, its
// second the highest. What is no joint (`lift`, `shift`, `breath`) has none.
std::vector<figure::Movement> joint_movements();

}  // namespace unclench::cli
