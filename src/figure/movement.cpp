#include "figure/movement.h"

namespace unclench::figure {
namespace {

Contact mirrored(Contact contact) {
  if (contact.kind == Contact::Kind::body) contact.spot.side = other(contact.spot.side);
  return contact;
}

}  // namespace

Pose mirrored(const Pose& pose) {
  Pose result = pose;
  result.angles = mirrored(pose.angles);
  for (Side side : sides) {
    result.contacts.arm[at(side)] = mirrored(pose.contacts.arm[at(other(side))]);
    result.contacts.leg[at(side)] = mirrored(pose.contacts.leg[at(other(side))]);
  }
  if (result.pin) result.pin->side = other(result.pin->side);
  return result;
}

Movement mirrored(const Movement& movement) {
  Movement result = movement;
  for (Pose& pose : result.poses) pose = mirrored(pose);
  result.pin.side = other(movement.pin.side);
  result.description.clear();
  return result;
}

}  // namespace unclench::figure
