#include "figure/body.h"

#include <algorithm>

namespace unclench::figure {
namespace {

constexpr double hip_out = 8.6;
constexpr Vec3 first_vertebra{-2.5, 9, 0};  // L5/S1 from the middle of the hips
constexpr double lumbar_link = 5.4, thoracic_link = 9;
constexpr std::array<double, 6> neutral_curve = {8, -11, -8, -1, 11, 14};  // flexion, L5 to T4
constexpr double neutral_neck = 8, neutral_head = -21;
constexpr double neck_length = 9.5;
constexpr Vec3 head_from_skull{1.8, 6.5, 0};
constexpr double thigh = 42, shank = 40, upper_arm = 29, forearm = 25;

Frame spine_turn(double flexion, double bend, double rotation) {
  return about_z(-flexion) * about_x(bend) * about_y(-rotation);
}

void build_spine(Body& body, const Angles& a) {
  Vec3 at = body.pelvis + body.pelvis_frame * first_vertebra;
  Frame frame = body.pelvis_frame;
  for (std::size_t i = 0; i < neutral_curve.size(); ++i) {
    const bool low = i < 3;
    const double flexion = a[low ? Joint::lumbar_flexion : Joint::thoracic_flexion] / 3;
    const double bend = a[low ? Joint::lumbar_bend : Joint::thoracic_bend] / 3;
    const double rotation = a[low ? Joint::lumbar_rotation : Joint::thoracic_rotation] / 3;
    const double bent = flexion + neutral_curve[i];
    body.spine[i] = {at, frame * spine_turn(bent / 2, bend / 2, rotation / 2)};
    frame = frame * spine_turn(bent, bend, rotation);
    if (i == static_cast<std::size_t>(Level::T8)) body.chest = frame;
    at = at + frame * Vec3{0, low ? lumbar_link : thoracic_link, 0};
  }
  body.spine.back() = {at, frame};
}

void build_head(Body& body, const Angles& a) {
  const Vertebra& top = body.at(Level::C7);
  const double flexion = a[Joint::neck_flexion] / 2, bend = a[Joint::neck_bend] / 2,
               rotation = a[Joint::neck_rotation] / 2;
  body.neck_base = top.at + top.frame * Vec3{1.6, -1.5, 0};
  const Frame neck = top.frame * spine_turn(flexion + neutral_neck, bend, rotation);
  carry_head(body, neck, neck * spine_turn(flexion + neutral_head, bend, rotation));
}

Limb leg_of(const Body& body, const Angles& a, Side side) {
  const double z = sign_of(side);
  const auto angle = [&](Joint joint) { return a.get(joint, side); };
  Limb leg;
  leg.upper_length = thigh;
  leg.lower_length = shank;
  leg.root = body.pelvis + body.pelvis_frame * Vec3{0, 0, z * hip_out};
  leg.upper = body.pelvis_frame * about_z(angle(Joint::hip_flexion)) *
              about_x(-z * angle(Joint::hip_abduction)) * about_y(z * angle(Joint::hip_rotation));
  leg.lower = leg.upper * about_z(-angle(Joint::knee_flexion));
  leg.end = leg.lower * about_z(angle(Joint::ankle_dorsiflexion));
  leg.mid = leg.root - leg.upper.y * thigh;
  leg.tip = leg.mid - leg.lower.y * shank;
  return leg;
}

// The shoulder rises and comes in as the arm goes up, and turns back with its blade.
Vec3 shoulder_at(const Body& body, const Frame& upper, double flexion, double retraction,
                 double z) {
  const double lifted = arc_cosine(dot(upper.y, body.chest.y));
  const double raised = std::max(0.0, (lifted - 50) / 130);
  const Vec3 out = about_y(-z * retraction) * Vec3{0, 0, z * (17 - 2 * raised)};
  return body.at(Level::C7).at +
         body.chest * (Vec3{3 + 1.5 * raised * sine(flexion), -5.5 + 5 * raised, 0} + out);
}

Limb arm_of(const Body& body, const Angles& a, Side side) {
  const double z = sign_of(side);
  const auto angle = [&](Joint joint) { return a.get(joint, side); };
  Limb arm;
  arm.upper_length = upper_arm;
  arm.lower_length = forearm;
  arm.upper = body.chest * about_z(angle(Joint::shoulder_flexion)) *
              about_x(-z * angle(Joint::shoulder_abduction)) *
              about_y(z * angle(Joint::shoulder_rotation));
  arm.root = shoulder_at(body, arm.upper, angle(Joint::shoulder_flexion),
                         angle(Joint::shoulder_retraction), z);
  arm.lower = arm.upper * about_z(angle(Joint::elbow_flexion));
  arm.end =
      arm.lower * about_y(z * angle(Joint::pronation)) * about_x(z * angle(Joint::wrist_flexion));
  arm.mid = arm.root - arm.upper.y * upper_arm;
  arm.tip = arm.mid - arm.lower.y * forearm;
  return arm;
}

// On the surface of the thigh, the knee or the shank of one leg.
Vec3 place_on_leg(const Limb& leg, Place place, double z) {
  switch (place) {
    case Place::below_knee:
      return lerp(leg.mid, leg.tip, .22) + leg.lower.x * 5.6;
    case Place::knee:
      return leg.mid;
    case Place::behind_thigh:
      return lerp(leg.root, leg.mid, .78) - leg.upper.x * 7;
    case Place::shin:
      return lerp(leg.mid, leg.tip, .5) + leg.lower.x * 4.5;
    case Place::thigh:
      return lerp(leg.root, leg.mid, .6) + leg.upper.x * 7.5;
    case Place::outer_knee:
      return lerp(leg.root, leg.mid, .92) + leg.upper.z * (z * 6.5);
    case Place::toe:
      return leg.tip + leg.end * Vec3{15, -5, 0};
    case Place::heel:
      return leg.tip + leg.end * Vec3{-4, -5, 0};
    case Place::hip:
      return leg.root;
    default:
      return leg.tip;
  }
}

Vec3 place_on_arm(const Limb& arm, Place place) {
  if (place == Place::shoulder) return arm.root;
  if (place == Place::elbow) return arm.mid;
  return place == Place::hand ? arm.tip - arm.end.y * 9 : arm.tip;
}

Vec3 place_on_trunk(const Body& body, Place place, double z) {
  const auto on = [&](Level level, Vec3 off) {
    return body.at(level).at + body.at(level).frame * off;
  };
  switch (place) {
    case Place::belly:
      return on(Level::L3, {13 + belly_rise * body.breath, 0, z * 5});
    case Place::chest:
      return on(Level::T8, {16, 0, 0});
    case Place::ribs:
      return on(Level::T12, {11.5, 0, z * 10});
    case Place::back_of_hips:
      return on(Level::L5, {-4.5, 1, z * 11});
    case Place::hips:
      return on(Level::L5, {3, 0, z * 16});
    case Place::skull:
      return body.skull;
    case Place::head:
      return body.head;
    case Place::pelvis:
      return body.pelvis;
    default:
      return body.spine[static_cast<std::size_t>(place) - static_cast<std::size_t>(Place::L5)].at;
  }
}

}  // namespace

void Body::move(Vec3 by) {
  pelvis = pelvis + by;
  for (Vertebra& vertebra : spine) vertebra.at = vertebra.at + by;
  neck_base = neck_base + by;
  skull = skull + by;
  head = head + by;
  for (Side side : sides)
    for (Limb* limb : {&arm[figure::at(side)], &leg[figure::at(side)]}) {
      limb->root = limb->root + by;
      limb->mid = limb->mid + by;
      limb->tip = limb->tip + by;
    }
}

Frame root_of(const Angles& a) {
  return about_y(-a[Joint::yaw]) * about_z(-a[Joint::pitch]) * about_y(-a[Joint::roll]) *
         about_x(a[Joint::tilt]);
}

Body body_of(const Angles& angles, const Frame& root) {
  Body body;
  body.pelvis_frame = root;
  body.breath = angles[Joint::breath];
  build_spine(body, angles);
  build_head(body, angles);
  for (Side side : sides) {
    body.leg[at(side)] = leg_of(body, angles, side);
    body.arm[at(side)] = arm_of(body, angles, side);
  }
  return body;
}

void carry_head(Body& body, const Frame& neck, const Frame& head) {
  body.neck_frame = neck;
  body.head_frame = head;
  body.skull = body.neck_base + neck.y * neck_length;
  body.head = body.skull + head * head_from_skull;
}

Vec3 place_of(const Body& body, Spot spot) {
  const double z = sign_of(spot.side);
  switch (spot.place) {
    case Place::hip:
    case Place::knee:
    case Place::ankle:
    case Place::toe:
    case Place::heel:
    case Place::below_knee:
    case Place::behind_thigh:
    case Place::shin:
    case Place::thigh:
    case Place::outer_knee:
      return place_on_leg(body.leg[at(spot.side)], spot.place, z);
    case Place::shoulder:
    case Place::elbow:
    case Place::wrist:
    case Place::hand:
      return place_on_arm(body.arm[at(spot.side)], spot.place);
    default:
      return place_on_trunk(body, spot.place, z);
  }
}

}  // namespace unclench::figure
