#include "figure/limb.h"

#include <algorithm>

namespace unclench::figure {
namespace {

// A straight limb has no plane of its own: below this sine its old hinge counts, more and more.
constexpr double straight = .25;

Frame bone_frame(Vec3 along, Vec3 hinge) {
  const Vec3 y = -along;
  const Vec3 x = unit(cross(y, hinge));
  return {x, y, cross(x, y)};
}

Chain settled_flesh(const Limb& limb, LimbKind kind, double grip) {
  Chain chain = kind == LimbKind::leg ? leg_flesh(limb) : arm_flesh(limb, grip);
  if (kind == LimbKind::leg) chain.erase(chain.begin());
  return chain;
}

}  // namespace

Reached reach_target(Vec3 root, Vec3 target, double upper, double lower, Vec3 hint) {
  const Vec3 way = target - root;
  const double distance = length(way);
  const Vec3 direction = unit(way, {0, -1, 0});
  const double used = std::clamp(distance, std::fabs(upper - lower) + .5, upper + lower - .05);
  const double along = (upper * upper - lower * lower + used * used) / (2 * used);
  const double aside = std::sqrt(std::max(0.0, upper * upper - along * along));
  const Vec3 to_hint = hint - root;
  const Vec3 side = unit(to_hint - direction * dot(to_hint, direction), {0, 1, 0});
  return {root + direction * along + side * aside, root + direction * used,
          std::fabs(distance - used)};
}

Vec3 swivelled_above(Vec3 root, Vec3 mid, Vec3 tip, double height) {
  if (mid.y >= height) return mid;
  const Vec3 axis = unit(tip - root);
  const Vec3 centre = root + axis * dot(mid - root, axis);
  const Vec3 arm = mid - centre;
  const double radius = length(arm);
  const Vec3 rise = Vec3{0, 1, 0} - axis * axis.y;
  const double steep = length(rise);
  if (radius < 1e-6 || steep < 1e-6) return mid;
  const Vec3 up = rise * (1 / steep);
  const Vec3 side = unit(arm - up * dot(arm, up), cross(axis, up));
  const double share = std::clamp((height - centre.y) / (radius * steep), -1.0, 1.0);
  return centre + up * (radius * share) + side * (radius * std::sqrt(1 - share * share));
}

void set_limb(Limb& limb, LimbKind kind, Vec3 mid, Vec3 tip, const std::optional<Frame>& end) {
  const Vec3 old_hinge = limb.upper.z;
  const Vec3 upper = unit(mid - limb.root), lower = unit(tip - mid);
  Vec3 hinge = kind == LimbKind::leg ? cross(lower, upper) : cross(upper, lower);
  const double doubt = std::max(0.0, straight - length(hinge)) / straight;
  hinge = unit(unit(hinge, old_hinge) + old_hinge * doubt, old_hinge);
  const Frame carried = inverse(limb.lower) * limb.end;
  limb.mid = mid;
  limb.tip = tip;
  limb.upper = bone_frame(upper, hinge);
  limb.lower = bone_frame(lower, hinge);
  limb.end = end ? *end : limb.lower * carried;
}

void settle(Limb& limb, LimbKind kind, double grip, double height) {
  const Limb before = limb;
  const Vec3 axis = unit(cross(limb.tip - limb.root, {0, 1, 0}), {0, 0, 1});
  const auto turned = [&](double degrees) {
    const Frame turn = about(axis, degrees);
    limb.mid = limb.root + turn * (before.mid - limb.root);
    limb.tip = limb.root + turn * (before.tip - limb.root);
    limb.upper = turn * before.upper;
    limb.lower = turn * before.lower;
    limb.end = turn * before.end;
    return lowest(settled_flesh(limb, kind, grip)) - height;
  };
  double low = -50, high = 60;  // a positive turn lifts the limb
  for (int step = 0; step < 26; ++step) {
    const double middle = (low + high) / 2;
    (turned(middle) > 0 ? high : low) = middle;
  }
  turned(high);
}

void turn_between(Limb& limb, const Frame& parent, const Limb& from, const Frame& from_parent,
                  const Limb& to, const Frame& to_parent, double t) {
  const auto joint = [&](const Frame& above, const Frame& a, const Frame& b,
                         const Frame& from_above, const Frame& to_above) {
    return above * slerp(inverse(from_above) * a, inverse(to_above) * b, t);
  };
  limb.upper = joint(parent, from.upper, to.upper, from_parent, to_parent);
  limb.lower = joint(limb.upper, from.lower, to.lower, from.upper, to.upper);
  limb.end = joint(limb.lower, from.end, to.end, from.lower, to.lower);
  limb.mid = limb.root - limb.upper.y * limb.upper_length;
  limb.tip = limb.mid - limb.lower.y * limb.lower_length;
}

}  // namespace unclench::figure
