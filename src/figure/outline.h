// From bodies in space to outlines on the picture plane, in cm, y up. An outline is the control
// polygon of a closed quadratic B-spline; all wind counter-clockwise, so that overlapping ones fill
// as one shape.
#pragma once

#include <optional>

#include "figure/flesh.h"

namespace unclench::figure {

// Looks at the figure from far away: no perspective.
class View {
 public:
  // `mirrored`: the picture is turned over, which shows the other side of the body doing the same.
  explicit View(const Camera& camera, bool mirrored = false);

  Vec2 operator()(Vec3 v) const { return {dot(v, right_), dot(v, up_)}; }
  double depth(Vec3 v) const { return dot(v, eye_); }  // greater is nearer
  bool is_mirrored() const { return mirrored_; }
  Vec3 eye() const { return eye_; }  // the direction towards it

 private:
  Vec3 eye_, right_, up_;
  bool mirrored_;
};

// How an end of a chain is closed: one control point where another part covers it, two where it
// shows.
struct Caps {
  int first = 2, last = 2;
  double last_way = 1;  // less: the last end is open, and its nearer rim shows
};

Polygon chain_outline(const View& view, const Chain& chain, Caps caps = {});
Polygon ellipsoid_outline(const View& view, const Ellipsoid& ellipsoid, int points = 8);

// A region on an ellipsoid, such as hair, in the space where the ellipsoid is a unit ball.
class Region {
 public:
  // The corners guide its edge; seen from outside, the region lies to the left of it. `middle` is a
  // direction well inside.
  Region(const std::vector<Vec3>& corners, Vec3 middle);

  // What is seen of it from a direction: along the edge, and back along the silhouette. Always as
  // many points.
  std::vector<Vec3> visible(Vec3 eye) const;

 private:
  Vec3 on_edge(double place) const;
  std::optional<std::array<double, 2>> visible_run(Vec3 eye) const;

  std::vector<Vec3> edge_;
  Vec3 middle_;
};
Polygon region_outline(const View& view, const Ellipsoid& ellipsoid, const Region& region);

Polygon counter_clockwise(Polygon polygon);

}  // namespace unclench::figure
