// The parts of a figure, their outlines, and the order in which they are painted.
#pragma once

#include <string_view>

#include "figure/motion.h"
#include "figure/outline.h"

namespace unclench::figure {

enum class Part {
  thigh_right,
  thigh_left,
  shank_right,
  shank_left,
  foot_right,
  foot_left,
  upper_arm_right,
  upper_arm_left,
  forearm_right,
  forearm_left,
  hand_right,
  hand_left,
  sleeve_right,
  sleeve_left,
  shoulder_right,  // joins the sleeve to the shirt
  shoulder_left,
  lap_right,  // joins a thigh that comes towards the viewer to the pelvis
  lap_left,
  hip_right,  // joins the far thigh to the pelvis
  hip_left,
  ear_right,
  ear_left,
  eye_right,
  eye_left,
  pelvis,
  shirt,
  neck,
  head,
  hair,
  target,
  pillow,  // between the knees
  shadow,  // of someone who lies, on what they lie on
};
inline constexpr std::size_t part_count = 32;

// The right or left one of a pair, named by its right one.
inline constexpr Part of_side(Part right, Side side) {
  return static_cast<Part>(static_cast<int>(right) + static_cast<int>(side));
}

struct Drawn {
  std::vector<Polygon> outlines;
  Vec2 from, to;  // the axis that carries the part when it moves as a whole
};
using Picture = std::array<Drawn, part_count>;  // by part

inline const Drawn& of(const Picture& picture, Part part) {
  return picture[static_cast<std::size_t>(part)];
}

// All parts in cm on the picture plane, y up.
Picture picture_of(const Body& body, const View& view, Target target);

// A part with the class of its colour: "s" skin, "t" shirt, "p" trousers, "k" hair and so on; a "2"
// marks the far side.
struct Painted {
  Part part;
  std::string_view colour;
};
// From back to front. The parts of one group share an outline: a leg bends without a seam. A hip
// that comes first in a group lies over the outline of the others, and under them.
using Group = std::vector<Painted>;
struct Painting {
  std::vector<Group> groups;
  Target target = Target::none;  // none where it cannot be seen
};
Painting painting_of(const Motion& motion, const View& view);

}  // namespace unclench::figure
