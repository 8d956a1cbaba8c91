#include "figure/head.h"

#include <algorithm>

namespace unclench::figure {
namespace {

constexpr double hair_thickness = 1.04;  // of the skull

// The hairline from the nape to the forehead on the right side, as directions in the space where
// the skull is a unit ball: x ahead, y up, z right. It leaves the temple free and comes down before
// the ear.
constexpr std::array<Vec3, 8> hairline = {{{-.60, -.80, 0},
                                           {-.56, -.74, .38},
                                           {-.34, -.52, .78},
                                           {-.08, -.14, .99},
                                           {.24, -.30, .92},
                                           {.40, .38, .83},
                                           {.74, .48, .48},
                                           {.84, .55, 0}}};

// Both sides, in the order in which the hair lies to the left.
const Region& hair_region() {
  static const Region region = [] {
    std::vector<Vec3> corners(hairline.begin(), hairline.end());
    for (std::size_t i = hairline.size() - 2; i > 0; --i) {
      const Vec3 p = hairline[i];
      corners.push_back({p.x, p.y, -p.z});
    }
    return Region(corners, {-.5, .86, 0});
  }();
  return region;
}

double share(double value, double low, double high) {
  return std::clamp((value - low) / (high - low), 0.0, 1.0);
}

Vec3 on_head(const Body& body, Vec3 off) {
  return body.head + body.head_frame * off;
}

}  // namespace

std::vector<Polygon> head_outlines(const Body& body, const View& view) {
  const Chain flesh = head_flesh(body);
  const Ellipsoid nose =
      ellipsoid(on_head(body, {8.3, -2.2, 0}), body.head_frame * about_z(24), 1.7, 2.6, 1.3);
  return {ellipsoid_outline(view, flesh[0]), ellipsoid_outline(view, flesh[1]),
          ellipsoid_outline(view, nose, 6)};
}

Polygon hair_outline(const Body& body, const View& view) {
  Ellipsoid scalp = head_flesh(body)[0];
  for (Vec3& half : scalp.half) half = half * hair_thickness;
  return region_outline(view, scalp, hair_region());
}

double ear_openness(const Body& body, const View& view, Side side) {
  return share(dot(body.head_frame * Vec3{-.2, 0, sign_of(side)}, view.eye()), .35, .6);
}

double eye_openness(const Body& body, const View& view, Side side) {
  const Vec3 direction = unit(Vec3{.75, 0, sign_of(side) * .66});
  return share(dot(body.head_frame * direction, view.eye()), .02, .18);
}

Polygon ear_outline(const Body& body, const View& view, Side side) {
  const double open = std::max(.01, ear_openness(body, view, side));
  return ellipsoid_outline(view,
                           ellipsoid(on_head(body, {-1.4, -1.4, sign_of(side) * 7.2}),
                                     body.head_frame, 1.6 * open, 2.5 * open, .8 * open),
                           6);
}

Polygon eye_outline(const Body& body, const View& view, Side side) {
  const double z = sign_of(side), open = eye_openness(body, view, side);
  const std::array<Vec3, 4> lid = {Vec3{8.8, .9, z * 1.7}, Vec3{8.2, -1.6, z * 3.3},
                                   Vec3{6.6, .8, z * 5}, Vec3{8.2, .2, z * 3.3}};
  const Vec3 middle = lerp(lid[0], lid[2], .5);
  Polygon outline;
  for (const Vec3& corner : lid) outline.push_back(view(on_head(body, lerp(middle, corner, open))));
  return outline;
}

}  // namespace unclench::figure
