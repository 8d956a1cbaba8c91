// Moving a limb as a whole: to a target, to a surface, between two poses.
#pragma once

#include <optional>

#include "figure/flesh.h"

namespace unclench::figure {

enum class LimbKind { leg, arm };

struct Reached {
  Vec3 mid, tip;
  double missing = 0;  // cm to the target; more than 0 when it is too far or too near
};

// Two bones from the root towards the target, by the law of cosines. The middle joint lies on the
// side of `hint`. Where the target is out of reach, the tip stops short of it on the way there.
Reached reach_target(Vec3 root, Vec3 target, double upper, double lower, Vec3 hint);

// The middle joint, swivelled about the line from root to tip just until it is `height` above the
// floor, in closed form: what is found by steps would jump from frame to frame.
Vec3 swivelled_above(Vec3 root, Vec3 mid, Vec3 tip, double height);

// Gives the limb these joints. Without an end frame, hand or foot keep their angle to the lower
// bone.
void set_limb(Limb& limb, LimbKind kind, Vec3 mid, Vec3 tip, const std::optional<Frame>& end);

// Turns the whole limb about its root in the vertical plane until it rests at this height.
void settle(Limb& limb, LimbKind kind, double grip, double height);

// The limb between two solved ones: each joint turns the shortest way, in the frame of its parent.
void turn_between(Limb& limb, const Frame& parent, const Limb& from, const Frame& from_parent,
                  const Limb& to, const Frame& to_parent, double t);

}  // namespace unclench::figure
