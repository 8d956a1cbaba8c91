// The skeleton: joints in space from the angles of a pose.
#pragma once

#include "figure/movement.h"

namespace unclench::figure {

inline constexpr double stature = 170;       // cm
inline constexpr double ankle_height = 7;    // above a flat sole
inline constexpr double wrist_height = 2.3;  // above a flat hand
inline constexpr double palm = 7;            // from the wrist to its middle
inline constexpr double belly_rise = 3.6;    // of the navel at a full breath

// An arm or a leg: two bones, and a hand or a foot.
struct Limb {
  Vec3 root, mid, tip;      // shoulder, elbow, wrist; hip, knee, ankle
  Frame upper, lower, end;  // y points back along the bone, x forward in the neutral pose
  double upper_length = 0, lower_length = 0;
};

struct Vertebra {
  Vec3 at;
  Frame frame;  // half of the joint's turn, for a smooth outline
};

enum class Level { L5, L3, L1, T12, T8, T4, C7 };
inline constexpr std::size_t levels = 7;

struct Body {
  Vec3 pelvis;  // the middle of the hips
  Frame pelvis_frame;
  std::array<Vertebra, levels> spine;
  Frame chest;  // carries the shoulders
  Vec3 neck_base, skull, head;
  Frame neck_frame, head_frame;
  Sides<Limb> arm, leg;
  double breath = 0;
  Sides<double> grip{};  // 1: the hand curls round a limb
  bool pillow = false;   // one lies between the knees

  const Vertebra& at(Level level) const { return spine[static_cast<std::size_t>(level)]; }
  void move(Vec3 by);
};

// The body with its pelvis in the origin, before it meets the floor. `root` is the pelvis' frame.
Body body_of(const Angles& angles, const Frame& root);

// The frame that yaw, pitch and roll give.
Frame root_of(const Angles& angles);

// Where a place of the body is.
Vec3 place_of(const Body& body, Spot spot);

// Puts neck and head in their frames again after these were turned.
void carry_head(Body& body, const Frame& neck, const Frame& head);

}  // namespace unclench::figure
