#include "figure/flesh.h"

#include <algorithm>

namespace unclench::figure {
namespace {

// A cut across the trunk: where it sits on its vertebra, and how far it reaches, in cm.
struct Section {
  Level level;
  double up, back, front, half_width;
  double breath;  // how much further the front is at a full breath
};
constexpr std::array<Section, 6> trunk_sections = {{
    {Level::L5, 1.0, 6.8, 12.6, 13.6, 1.6},
    {Level::L3, 1.5, 4.9, 13.2, 12.0, belly_rise},
    {Level::T12, -1.5, 4.9, 14.6, 12.8, 2.4},
    {Level::T8, 0, 6.2, 16.2, 15.2, .6},
    {Level::T4, 2.5, 5.2, 12.6, 16.4, 0},
    {Level::C7, -1.5, 4.4, 5.2, 8.6, 0},
}};

struct PelvisSection {
  double forward, up, back, front, half_width;
};
constexpr std::array<PelvisSection, 3> pelvis_sections = {
    {{-2.2, 11.5, 6.6, 12.0, 13.2}, {-.5, 1.5, 11.8, 9.8, 16.4}, {0, -7, 9.4, 6.4, 13}}};

constexpr double curled_hand = .7;  // of its length
constexpr double floor_of_hair = .4;

// A ball on a bone: a share of the way along it, and so far off it forward.
Ellipsoid on_bone(Vec3 from, Vec3 to, const Frame& frame, double share, double off, double radius) {
  return ball(lerp(from, to, share) + frame.x * off, radius);
}

}  // namespace

Ellipsoid ball(Vec3 centre, double r) {
  return {centre, {Vec3{r, 0, 0}, Vec3{0, r, 0}, Vec3{0, 0, r}}};
}

Ellipsoid ellipsoid(Vec3 centre, const Frame& frame, double x, double y, double z) {
  return {centre, {frame.x * x, frame.y * y, frame.z * z}};
}

double reach(const Ellipsoid& e, Vec3 n) {
  double sum = 0;
  for (const Vec3& axis : e.half) sum += dot(axis, n) * dot(axis, n);
  return std::sqrt(sum);
}

Chain trunk_flesh(const Body& body) {
  Chain chain;
  for (const Section& s : trunk_sections) {
    const Vertebra& vertebra = body.at(s.level);
    const double front = s.front + body.breath * s.breath;
    const Vec3 centre = vertebra.at + vertebra.frame * Vec3{(front - s.back) / 2, s.up, 0};
    chain.push_back(ellipsoid(centre, vertebra.frame, (front + s.back) / 2, 1.5, s.half_width));
  }
  return chain;
}

Chain pelvis_flesh(const Body& body) {
  Chain chain;
  for (const PelvisSection& s : pelvis_sections) {
    const Vec3 off{s.forward + (s.front - s.back) / 2, s.up, 0};
    chain.push_back(ellipsoid(body.pelvis + body.pelvis_frame * off, body.pelvis_frame,
                              (s.front + s.back) / 2, 2.5, s.half_width));
  }
  return chain;
}

Chain neck_flesh(const Body& body) {
  return {ball(body.neck_base, 5.4), ball(body.skull + body.head_frame * Vec3{.3, 2, 0}, 5.2)};
}

Chain head_flesh(const Body& body) {
  const Frame& frame = body.head_frame;
  return {ellipsoid(body.head + frame * Vec3{-.8, 1.8, 0}, frame, 9.6, 9.8, 7.7),
          ellipsoid(body.head + frame * Vec3{2.6, -4.4, 0}, frame, 6, 6.9, 5.7)};
}

Chain thigh_flesh(const Limb& leg) {
  return {on_bone(leg.root, leg.mid, leg.upper, .02, -.6, 8.9),
          on_bone(leg.root, leg.mid, leg.upper, .48, .4, 7.8),
          on_bone(leg.root, leg.mid, leg.upper, 1, 0, 5.6)};
}

Ellipsoid lap_flesh(const Body& body, Side side) {
  return ball(body.leg[at(side)].root + body.pelvis_frame * Vec3{0, 1, sign_of(side) * -1.5}, 9.2);
}

Chain hip_flesh(const Body& body, Side side) {
  const Limb& leg = body.leg[at(side)];
  // Thighs side by side keep their outline.
  const double apart = arc_cosine(dot(leg.upper.y, body.leg[at(other(side))].upper.y));
  const double size = std::clamp((apart - 15) / 20, .01, 1.0);
  return {on_bone(leg.root, leg.mid, leg.upper, .02, -.6, 8.9 * size),
          on_bone(leg.root, leg.mid, leg.upper, .02 + .26 * size, .1, 8.2 * size)};
}

Chain shank_flesh(const Limb& leg) {
  return {on_bone(leg.mid, leg.tip, leg.lower, 0, -.2, 5.3),
          on_bone(leg.mid, leg.tip, leg.lower, .36, -1.5, 5.7),
          on_bone(leg.mid, leg.tip, leg.lower, 1, 0, 3.4)};
}

Chain foot_flesh(const Limb& leg) {
  const auto cut = [&](double forward, double up, double half_height, double half_width) {
    return ellipsoid(leg.tip + leg.end * Vec3{forward, up, 0}, leg.end, half_height, half_height,
                     half_width);
  };
  return {cut(-3.2, -3.6, 3.4, 3.2), cut(6, -4, 3, 4.1), cut(16.4, -5.4, 1.6, 3.7)};
}

Chain upper_arm_flesh(const Limb& arm) {
  return {on_bone(arm.root, arm.mid, arm.upper, 0, 0, 5.4),
          on_bone(arm.root, arm.mid, arm.upper, .5, .2, 4.8),
          on_bone(arm.root, arm.mid, arm.upper, 1, 0, 3.8)};
}

Chain forearm_flesh(const Limb& arm) {
  return {on_bone(arm.mid, arm.tip, arm.lower, 0, 0, 3.8),
          on_bone(arm.mid, arm.tip, arm.lower, .28, 0, 4.1),
          on_bone(arm.mid, arm.tip, arm.lower, 1, 0, 2.6)};
}

Chain hand_flesh(const Limb& arm, double grip) {
  const double scale = 1 - (1 - curled_hand) * grip;
  const auto cut = [&](double along, double half_width, double half_height) {
    return ellipsoid(arm.tip - arm.end.y * (along * scale), arm.end, half_width, half_height,
                     half_height);
  };
  if (grip > 0) return {cut(-1, 2.5, 2.5), cut(7.5, 3.2, 3.2), cut(15, 2.3, 2.3)};
  return {cut(-1, 2.5, 2.2), cut(7, 4.2, 1.9), cut(16.5, 2.4, 1.2)};
}

Chain thumb_flesh(const Limb& arm) {
  const auto on_hand = [&](double aside, double along, double radius) {
    return ball(arm.tip + arm.end * Vec3{aside, -along, 0}, radius);
  };
  return {on_hand(1.8, 2, 1.7), on_hand(5.2, 9.5, 1.1)};
}

Chain sleeve_flesh(const Limb& arm) {
  return {on_bone(arm.root, arm.mid, arm.upper, .1, 0, 5.9),
          on_bone(arm.root, arm.mid, arm.upper, .46, .2, 5.5)};
}

Ellipsoid shoulder_flesh(const Body& body, Side side) {
  return ball(body.arm[at(side)].root + body.chest * Vec3{0, -1.6, sign_of(side) * -2.6}, 5.4);
}

Chain operator+(Chain a, const Chain& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}

Chain shadow_flesh(const Body& body, Vec3 towards) {
  constexpr double far = 30;  // cm above the floor, from where no shadow falls
  Chain chain;
  // One cut for both sides; what is higher counts less, and nothing when both are far.
  const auto add = [&](Vec3 a, Vec3 b, double radius) {
    const double near_a = std::clamp(1 - (a.y - 8) / far, 0.001, 1.0),
                 near_b = std::clamp(1 - (b.y - 8) / far, 0.001, 1.0);
    const double near = std::max(near_a, near_b), balance = near_b / (near_a + near_b);
    Vec3 centre = lerp(a, b, balance) + towards * 3;
    if (!chain.empty()) centre = lerp(chain.back().centre, centre, near);
    const double apart = std::min(near_a, near_b) * length(Vec3{a.x - b.x, 0, a.z - b.z}) / 2;
    const double r = 2 + (radius + apart) * near;
    chain.push_back({{centre.x, 0, centre.z}, {Vec3{r, 0, 0}, {}, Vec3{0, 0, r}}});
  };
  const Limb &right = body.leg[0], &left = body.leg[1];
  add(body.at(Level::T4).at, body.at(Level::T8).at, 12);
  add(right.root, left.root, 13);
  add(right.mid, left.mid, 7);
  add(lerp(right.mid, right.tip, .85), lerp(left.mid, left.tip, .85), 3);
  return chain;
}

Chain leg_flesh(const Limb& leg) {
  return thigh_flesh(leg) + shank_flesh(leg) + foot_flesh(leg);
}

Chain arm_flesh(const Limb& arm, double grip) {
  Chain chain = upper_arm_flesh(arm);
  chain.erase(chain.begin());
  return std::move(chain) + forearm_flesh(arm) + hand_flesh(arm, grip);
}

double lowest(const Chain& chain) {
  double low = 1e9;
  for (const Ellipsoid& e : chain) low = std::min(low, e.centre.y - reach(e, {0, 1, 0}));
  return low;
}

double lowest_of_head(const Body& body) {
  return lowest(head_flesh(body)) - floor_of_hair;
}

}  // namespace unclench::figure
