#include "figure/joint.h"

namespace unclench::figure {
namespace {

constexpr std::string_view drawn_pelvis =
    "the whole body turns with the pelvis, and a small tilt must be seen at the size of a thumb";

bool is_turned_by_mirror(Joint joint) {
  switch (joint) {
    case Joint::roll:
    case Joint::yaw:
    case Joint::tilt:
    case Joint::lumbar_bend:
    case Joint::lumbar_rotation:
    case Joint::thoracic_bend:
    case Joint::thoracic_rotation:
    case Joint::neck_bend:
    case Joint::neck_rotation:
      return true;
    default:
      return false;
  }
}

}  // namespace

const std::array<JointRange, joint_count>& joint_ranges() {
  static const std::array<JointRange, joint_count> ranges = {{
      {Joint::pitch, "pitch", -180, 180, -180, 180, "degrees", "forward", drawn_pelvis},
      {Joint::roll, "roll", -180, 180, -180, 180, "degrees", "to the right", drawn_pelvis},
      {Joint::yaw, "yaw", -180, 180, -180, 180, "degrees", "to the right", drawn_pelvis},
      {Joint::tilt, "tilt", -20, 20, -20, 20, "degrees", "to the right", ""},
      {Joint::lift, "lift", -60, 120, -60, 120, "cm", "up", ""},
      {Joint::shift, "shift", -200, 200, -200, 200, "cm", "to the right of the picture", ""},
      {Joint::lumbar_flexion, "lumbar_flexion", -40, 60, -25, 60, "degrees", "forward",
       "pressing up with the arms bends the back further than its own muscles do"},
      {Joint::lumbar_bend, "lumbar_bend", -35, 35, -35, 35, "degrees", "to the right", ""},
      {Joint::lumbar_rotation, "lumbar_rotation", -30, 30, -30, 30, "degrees", "to the right", ""},
      {Joint::thoracic_flexion, "thoracic_flexion", -25, 45, -25, 45, "degrees", "forward", ""},
      {Joint::thoracic_bend, "thoracic_bend", -35, 35, -35, 35, "degrees", "to the right", ""},
      {Joint::thoracic_rotation, "thoracic_rotation", -50, 50, -45, 45, "degrees", "to the right",
       "the shoulder blades glide round the chest, which has no joint of its own here"},
      {Joint::neck_flexion, "neck_flexion", -45, 45, -45, 45, "degrees", "forward", ""},
      {Joint::neck_bend, "neck_bend", -45, 45, -45, 45, "degrees", "to the right", ""},
      {Joint::neck_rotation, "neck_rotation", -60, 60, -60, 60, "degrees", "to the right", ""},
      {Joint::breath, "breath", 0, 1, 0, 1, "", "breathed in", ""},
      {Joint::hip_flexion, "hip_flexion", -30, 145, -30, 120, "degrees", "thigh forward",
       "the hands or the body's weight press the thigh on, and the knee is bent"},
      {Joint::hip_abduction, "hip_abduction", -30, 45, -30, 45, "degrees", "thigh outward", ""},
      {Joint::hip_rotation, "hip_rotation", -70, 45, -45, 45, "degrees", "knee inward",
       "a bent hip turns out further when the other leg holds the foot up"},
      {Joint::knee_flexion, "knee_flexion", 0, 160, 0, 135, "degrees", "heel to the seat",
       "sitting on the heels: 150 to 165 (Mulholland and Wyss 2001)"},
      {Joint::ankle_dorsiflexion, "ankle_dorsiflexion", -80, 20, -50, 20, "degrees", "toes up",
       "the foot is one piece: the joints of its middle and the toes point with the ankle"},
      {Joint::shoulder_retraction, "shoulder_retraction", -25, 25, -25, 25, "degrees", "backward",
       ""},
      {Joint::shoulder_flexion, "shoulder_flexion", -60, 180, -60, 180, "degrees", "arm forward",
       ""},
      {Joint::shoulder_abduction, "shoulder_abduction", -30, 180, 0, 180, "degrees", "arm outward",
       "a raised arm crosses in front of the chest"},
      {Joint::shoulder_rotation, "shoulder_rotation", -90, 70, -90, 70, "degrees", "forearm inward",
       ""},
      {Joint::elbow_flexion, "elbow_flexion", 0, 150, 0, 150, "degrees", "hand to the shoulder",
       ""},
      {Joint::pronation, "pronation", -80, 80, -80, 80, "degrees", "palm backward", ""},
      {Joint::wrist_flexion, "wrist_flexion", -70, 80, -70, 80, "degrees", "palm to the forearm",
       ""},
  }};
  return ranges;
}

Angles mirrored(const Angles& angles) {
  Angles result;
  for (const JointRange& range : joint_ranges()) {
    const Joint joint = range.joint;
    if (is_sided(joint)) {
      for (Side side : sides) result.set(joint, side, angles.get(joint, other(side)));
    } else {
      result.set(joint, is_turned_by_mirror(joint) ? -angles[joint] : angles[joint]);
    }
  }
  return result;
}

Angles between(const Angles& from, const Angles& to, double t) {
  Angles result;
  for (const JointRange& range : joint_ranges())
    for (Side side : sides)
      result.set(range.joint, side,
                 from.get(range.joint, side) * (1 - t) + to.get(range.joint, side) * t);
  return result;
}

}  // namespace unclench::figure
