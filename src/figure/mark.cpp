#include "figure/mark.h"

namespace unclench::figure {
namespace {

// Balls along a leg, or behind and before its hip.
Mark mark_on_leg(const Body& body, Target target) {
  const Limb& leg = body.leg[at(side_of(target))];
  const Frame& pelvis = body.pelvis_frame;
  Mark mark{{}, leg.root, leg.mid};
  const auto on_thigh = [&](double share, double off, double radius) {
    mark.chain.push_back(ball(lerp(leg.root, leg.mid, share) + leg.upper.x * off, radius));
  };
  const auto on_shank = [&](double share, double off, double radius) {
    mark.chain.push_back(ball(lerp(leg.mid, leg.tip, share) + leg.lower.x * off, radius));
  };
  const auto on_hip = [&](double forward, double up, double radius) {
    mark.chain.push_back(ball(leg.root + pelvis * Vec3{forward, up, 0}, radius));
  };
  switch (target) {
    case Target::thigh_right:
    case Target::thigh_left:
      on_thigh(.25, 4.8, 1.6);
      on_thigh(.55, 4.4, 2.6);
      on_thigh(.85, 3, 1.4);
      break;
    case Target::hip_right:
    case Target::hip_left:
      on_hip(5.5, 7, 1.4);
      on_hip(6, 1, 2.6);
      on_thigh(.25, 5, 1.4);
      break;
    case Target::buttock_right:
    case Target::buttock_left:
      mark.to = body.pelvis + pelvis * Vec3{-2.5, 12, 0};
      on_hip(-6.5, 7, 1.4);
      on_hip(-8, 1, 2.8);
      on_hip(-6, -4.5, 1.4);
      break;
    case Target::calf_right:
    case Target::calf_left:
      mark.from = leg.mid;
      mark.to = leg.tip;
      on_shank(.12, -3.4, 1.4);
      on_shank(.35, -4.6, 2.2);
      on_shank(.6, -3.2, 1.2);
      break;
    default:
      on_thigh(.2, -4.6, 1.6);
      on_thigh(.5, -4.2, 2.6);
      on_thigh(.8, -3.2, 1.4);
  }
  return mark;
}

}  // namespace

Mark mark_of(const Body& body, Target target) {
  Mark mark{{}, body.at(Level::L5).at, body.at(Level::T12).at};
  const auto on_back = [&](Level level, double off, double up, double radius) {
    const Vertebra& v = body.at(level);
    mark.chain.push_back(ball(v.at + v.frame * Vec3{off, up, 0}, radius));
  };
  if (target == Target::lower_back) {
    on_back(Level::L5, -2, 0, 1.6);
    on_back(Level::L3, -2, 0, 2.6);
    on_back(Level::L1, -2, 0, 2.6);
    on_back(Level::T12, -2, 0, 1.6);
  } else if (target == Target::back) {
    on_back(Level::L5, -2.4, 0, 1.6);
    on_back(Level::L1, -2.4, 0, 2.4);
    on_back(Level::T8, -2.4, 0, 2.4);
    on_back(Level::T4, -2.4, 0, 1.4);
  } else if (target == Target::upper_back) {
    on_back(Level::T8, -2.6, -3, 1.4);
    on_back(Level::T8, -2.6, 3, 2.6);
    on_back(Level::T4, -2.2, 0, 2.6);
    on_back(Level::T4, -1.6, 5, 1.4);
  } else if (target == Target::abdominals) {
    on_back(Level::L5, 9, 0, 1.6);
    on_back(Level::L3, 10, 0, 2.6);
    on_back(Level::T12, 11, -3, 1.6);
  } else if (target == Target::side_right || target == Target::side_left) {
    const double z = sign_of(side_of(target));
    const auto on_side = [&](Level level, double out, double radius) {
      const Vertebra& v = body.at(level);
      mark.chain.push_back(ball(v.at + v.frame * Vec3{3, 0, z * out}, radius));
    };
    on_side(Level::L5, 10, 1.6);
    on_side(Level::L3, 9, 2.6);
    on_side(Level::T12, 9.5, 1.6);
  } else {
    return mark_on_leg(body, target);
  }
  return mark;
}

}  // namespace unclench::figure
