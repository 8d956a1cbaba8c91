// The body's surface: each part is a chain of ellipsoids. Grounding and drawing share it, so that
// what is seen is what touches the floor.
#pragma once

#include "figure/body.h"

namespace unclench::figure {

struct Ellipsoid {
  Vec3 centre;
  std::array<Vec3, 3> half;  // axes
};
using Chain = std::vector<Ellipsoid>;

Ellipsoid ball(Vec3 centre, double radius);
Ellipsoid ellipsoid(Vec3 centre, const Frame& frame, double x, double y, double z);

// How far it reaches from its centre in a unit direction.
double reach(const Ellipsoid& ellipsoid, Vec3 direction);

Chain trunk_flesh(const Body& body);
Chain pelvis_flesh(const Body& body);
Chain neck_flesh(const Body& body);
Chain head_flesh(const Body& body);  // the skull and the jaw
Chain thigh_flesh(const Limb& leg);
// What hides the outline between the pelvis and a thigh: of a thigh towards the viewer, and of one
// on the far side.
Ellipsoid lap_flesh(const Body& body, Side side);
Chain hip_flesh(const Body& body, Side side);
Chain shank_flesh(const Limb& leg);
Chain foot_flesh(const Limb& leg);
Chain upper_arm_flesh(const Limb& arm);
Chain forearm_flesh(const Limb& arm);
Chain hand_flesh(const Limb& arm, double grip);
Chain thumb_flesh(const Limb& arm);  // of an open hand
Chain sleeve_flesh(const Limb& arm);
Ellipsoid shoulder_flesh(const Body& body, Side side);

// Flat on the floor, where the trunk and the legs come near to it, and a little towards a side.
Chain shadow_flesh(const Body& body, Vec3 towards);

// All of a leg; of an arm, what is below the shoulder.
Chain leg_flesh(const Limb& leg);
Chain arm_flesh(const Limb& arm, double grip);

// The height of the lowest point.
double lowest(const Chain& chain);
double lowest_of_head(const Body& body);

Chain operator+(Chain a, const Chain& b);

}  // namespace unclench::figure
