// A movement as its author gives it, with every pose resolved: no bases and references are left.
// Lengths in cm for a stature of 170; angles in degrees; x right, y up, z to the reader.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "figure/joint.h"
#include "figure/vec.h"

namespace unclench::figure {

// Places on the body and its surface. Sided places take a side, the others ignore it.
enum class Place {
  pelvis,
  L5,
  L3,
  L1,
  T12,
  T8,
  T4,
  C7,
  skull,
  head,
  belly,
  chest,
  ribs,
  hips,
  hip,
  knee,
  ankle,
  toe,
  heel,
  shoulder,
  elbow,
  wrist,
  hand,
  below_knee,
  behind_thigh,
  shin,
  thigh,
  outer_knee,
  back_of_hips,
};
struct Spot {
  Place place = Place::pelvis;
  Side side = Side::right;
  bool operator==(const Spot&) const = default;
};

// What keeps a hand, a foot or the head where it is.
struct Contact {
  enum class Kind {
    free,
    rest,     // the whole limb turns about its root until it lies on a surface
    floor,    // a flat hand or foot on a surface, below where it is or `at` a place
    stay,     // where and how it is in the pose `pose`
    forearm,  // elbow and forearm on the floor
    body,     // the palm on `spot`
  };
  Kind kind = Kind::free;
  std::string surface;            // rest, floor: a prop's name; empty: the floor
  std::optional<Vec2> at;         // floor: [forward, out] from the pelvis
  std::optional<double> fingers;  // floor: where they point, degrees outward from ahead
  int pose = 0;
  Spot spot;
  bool operator==(const Contact& o) const {
    return kind == o.kind && surface == o.surface && at.has_value() == o.at.has_value() &&
           (!at || (at->x == o.at->x && at->y == o.at->y)) && fingers == o.fingers &&
           pose == o.pose && spot == o.spot;
  }
};

struct Contacts {
  Sides<Contact> arm, leg;
  Contact head;  // free or floor
};

struct Pose {
  Angles angles;
  Contacts contacts;
  std::optional<double> hold, move;  // seconds: staying in it, and moving into it
  std::optional<Spot> pin;           // keeps its place on the floor on the way from the pose before
};

Pose mirrored(const Pose& pose);  // left and right exchanged

struct Camera {
  double azimuth = 0, elevation = 9;  // degrees: 0 from the person's right side, 90 from the front
};

struct Prop {
  enum class Kind { mat, floor, shadow, bed, chair, ball, wall, pillow, worktop };
  Kind kind = Kind::mat;
  std::optional<double> x, z, half, height, shift;  // half: half of its width
  bool under_calves = false;   // chair, ball: its place and height come from them
  std::string back = "far";    // chair: far, near or none
  bool between_knees = false;  // pillow: there, and not under the head
};

struct Arrow {
  enum class Kind {
    trace,  // the path of a place from one pose to another
    line,   // straight, by `by`
    arc,    // about a place
  };
  Kind kind = Kind::trace;
  Spot spot;
  int from = 0, to = 1;
  std::optional<int> on;  // the pose that it is drawn in; without it `from`
  Vec2 off, by;
  Vec2 radius{12, 12};
  Vec2 angles;      // from, to
  Vec2 span{0, 1};  // trace: which share of the path
};

enum class Target {
  none,
  lower_back,
  back,
  upper_back,
  hamstring_right,
  hamstring_left,
  buttock_right,
  buttock_left,
  hip_right,  // its front
  hip_left,
  thigh_right,  // its front
  thigh_left,
  calf_right,
  calf_left,
  abdominals,
  side_right,  // the waist
  side_left,
};
inline constexpr Side side_of(Target target) {
  return target == Target::hamstring_left || target == Target::buttock_left ||
                 target == Target::hip_left || target == Target::thigh_left ||
                 target == Target::calf_left || target == Target::side_left
             ? Side::left
             : Side::right;
}
enum class Layer { arm_far, leg_far, head, torso, pelvis, leg_near, arm_near };

// Sitting on the edge of a bed: a position on the way that no exercise is done in.
inline constexpr const char* bed_edge = "bed-edge";

struct Movement {
  std::string id;                  // of its page; ids in the drawing begin with it
  std::string title;               // plain text
  std::string description;         // alternative text; empty: one is made from the poses
  std::vector<std::string> shows;  // the changes of position, "supine-to-prone"
  std::vector<Pose> poses;
  std::vector<int> sequence;  // of poses, in a circle; empty: there and back
  std::vector<int> stills;    // poses of the numbered panels; empty: the first and the last
  std::vector<Prop> props{Prop{}};
  Camera camera;
  Spot pin;                  // keeps its place on the floor from the first pose
  bool hold_height = false;  // of the pin
  Target target = Target::none;
  std::vector<Arrow> arrows;
  std::optional<Side> near;  // which side is drawn in front
  std::optional<bool> flat;  // both sides in one tone
  std::vector<Layer> order;  // from back to front; empty: the usual one
  double zoom = 4.3;         // most units of the picture a cm
};

// The same movement to the other side, as words have it; a drawing is turned over instead.
Movement mirrored(const Movement& movement);

}  // namespace unclench::figure
