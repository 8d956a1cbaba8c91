#include "cli/joint_sheet.h"

#include "figure/joint.h"

namespace unclench::cli {
namespace {

using figure::Angles;
using figure::Joint;

Angles standing() {
  Angles angles;
  angles.set(Joint::shoulder_abduction, 6);
  angles.set(Joint::elbow_flexion, 10);
  return angles;
}

// What makes the joint's own movement visible: a bent knee shows how the thigh turns.
Angles beginning(Joint joint) {
  Angles angles = standing();
  switch (joint) {
    case Joint::hip_rotation:
      angles.set(Joint::hip_flexion, 90);
      angles.set(Joint::knee_flexion, 90);
      break;
    case Joint::shoulder_rotation:
    case Joint::pronation:
    case Joint::wrist_flexion:
      angles.set(Joint::elbow_flexion, 90);
      break;
    default:
      break;
  }
  return angles;
}

figure::Camera camera_for(Joint joint) {
  constexpr figure::Camera side, front{90, 9}, three_quarter{50, 24};
  switch (joint) {
    case Joint::tilt:
    case Joint::lumbar_bend:
    case Joint::thoracic_bend:
    case Joint::neck_bend:
    case Joint::hip_abduction:
    case Joint::hip_rotation:
    case Joint::shoulder_abduction:
      return front;
    case Joint::roll:
    case Joint::yaw:
    case Joint::lumbar_rotation:
    case Joint::thoracic_rotation:
    case Joint::neck_rotation:
    case Joint::shoulder_rotation:
    case Joint::shoulder_retraction:
    case Joint::pronation:
      return three_quarter;
    default:
      return side;
  }
}

// Seen from the side, the far limb stays where it is.
bool moves_both_sides(Joint joint) {
  return camera_for(joint).azimuth != 0;
}

figure::Pose pose_at(Joint joint, int angle) {
  figure::Pose pose;
  pose.angles = beginning(joint);
  if (!figure::is_sided(joint) || moves_both_sides(joint))
    pose.angles.set(joint, angle);
  else
    pose.angles.set(joint, figure::Side::right, angle);
  return pose;
}

}  // namespace

JointAngles shown_angles(const figure::JointRange& range) {
  if (range.high - range.low == 360) return {-90, 90};
  return {range.low, range.high};
}

std::vector<figure::Movement> joint_movements() {
  std::vector<figure::Movement> movements;
  for (const figure::JointRange& range : figure::joint_ranges()) {
    if (range.unit != "degrees") continue;
    figure::Movement movement;
    movement.id = range.name;
    movement.title = range.name;
    const auto [low, high] = shown_angles(range);
    movement.description = std::string(range.name) + " at " + std::to_string(low) + " and at " +
                           std::to_string(high) + " degrees.";
    movement.poses = {pose_at(range.joint, low), pose_at(range.joint, high)};
    movement.camera = camera_for(range.joint);
    movement.props.clear();
    movements.push_back(std::move(movement));
  }
  return movements;
}

}  // namespace unclench::cli
