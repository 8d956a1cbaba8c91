// What a pose may set: the position of the pelvis and the joints of the body, with their ranges.
//
// Signs: flexion, abduction, internal rotation, dorsiflexion and pronation are positive; so are
// rotation, bend, roll and yaw to the person's right. Zero is standing upright, arms hanging, palms
// to the thighs, facing to the right of the picture.
//
// Sources of the norms: American Academy of Orthopaedic Surgeons, "Joint Motion: Method of
// Measuring and Recording" (1965), as tabulated by Norkin and White, "Measurement of Joint Motion".
// Where a figure may go further, `why` says so.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace unclench::figure {

enum class Side { right, left };
inline constexpr std::array<Side, 2> sides = {Side::right, Side::left};
inline constexpr Side other(Side side) {
  return side == Side::right ? Side::left : Side::right;
}
inline constexpr double sign_of(Side side) {
  return side == Side::right ? 1 : -1;
}
template <typename T>
using Sides = std::array<T, 2>;  // by side
inline constexpr std::size_t at(Side side) {
  return static_cast<std::size_t>(side);
}

// Degrees, but for `lift` and `shift` (cm) and `breath` (a share).
enum class Joint {
  pitch,  // of the pelvis: forward, -90 lying on the back, 90 on the belly
  roll,
  yaw,
  tilt,   // its right side down, as when the weight rests on it
  lift,   // above what the body rests on
  shift,  // along the picture
  lumbar_flexion,
  lumbar_bend,
  lumbar_rotation,
  thoracic_flexion,
  thoracic_bend,
  thoracic_rotation,
  neck_flexion,
  neck_bend,
  neck_rotation,
  breath,       // how far the belly is out: 0 to 1
  hip_flexion,  // from here on, each side has its own
  hip_abduction,
  hip_rotation,
  knee_flexion,
  ankle_dorsiflexion,
  shoulder_retraction,  // of the shoulder blade
  shoulder_flexion,
  shoulder_abduction,
  shoulder_rotation,
  elbow_flexion,
  pronation,
  wrist_flexion,
};
inline constexpr std::size_t joint_count = 28;
inline constexpr bool is_sided(Joint joint) {
  return joint >= Joint::hip_flexion;
}

struct JointRange {
  Joint joint;
  std::string_view name;     // in pose data; a sided joint also as NAME_right and NAME_left
  int low, high;             // what a pose may set
  int norm_low, norm_high;   // the published norm; the same as low and high where there is none
  std::string_view unit;     // "degrees", "cm" or ""
  std::string_view meaning;  // of a positive value
  std::string_view why;      // why a pose may exceed the norm; empty where it may not
};

const std::array<JointRange, joint_count>& joint_ranges();
inline const JointRange& range_of(Joint joint) {
  return joint_ranges()[static_cast<std::size_t>(joint)];
}

// The values of all joints; zero where nothing is set.
class Angles {
 public:
  double operator[](Joint joint) const { return right_[place(joint)]; }
  double get(Joint joint, Side side) const {
    return side == Side::right ? right_[place(joint)] : left_[place(joint)];
  }
  void set(Joint joint, double value) { right_[place(joint)] = left_[place(joint)] = value; }
  void set(Joint joint, Side side, double value) {
    (side == Side::right ? right_ : left_)[place(joint)] = value;
  }

 private:
  static std::size_t place(Joint joint) { return static_cast<std::size_t>(joint); }
  std::array<double, joint_count> right_{}, left_{};  // the same for joints without sides
};

// The same with left and right exchanged.
Angles mirrored(const Angles& angles);

// A share t of the way from one to the other.
Angles between(const Angles& from, const Angles& to, double t);

}  // namespace unclench::figure
