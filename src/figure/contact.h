// Hands, feet and the head where their contacts want them.
#pragma once

#include <map>

#include "figure/limb.h"

namespace unclench::figure {

// What a body meets.
struct Surroundings {
  std::map<std::string, double> surfaces;     // heights by name; "" is the floor
  const std::vector<Body>* solved = nullptr;  // the poses so far, for contacts that stay
  Vec3 heading{1, 0, 0};                      // where the body faces, level
};

// Whether the hand closes round what it touches.
bool is_grip(const Contact& contact);

// Moves one limb of the body, which is in its place otherwise, to its contact. Returns how many cm
// are missing to it.
double apply_contact(Body& body, LimbKind kind, Side side, const Contact& contact,
                     const Surroundings& surroundings);

// Turns the neck until the head rests on the floor.
void rest_head(Body& body);

}  // namespace unclench::figure
