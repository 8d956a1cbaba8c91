// From bodies in space to outlines on the picture plane, in cm, y up. An outline is the control
// polygon of a closed quadratic B-spline; all wind counter-clockwise, so that overlapping ones fill
// as one shape.
#pragma once

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
};

Polygon chain_outline(const View& view, const Chain& chain, Caps caps = {});
Polygon ellipsoid_outline(const View& view, const Ellipsoid& ellipsoid, int points = 8);

// What is seen of a round patch on an ellipsoid, such as hair: `axis` is its middle in the
// ellipsoid's own frame, `opening` its half angle in degrees.
Polygon patch_outline(const View& view, const Ellipsoid& ellipsoid, Vec3 axis, double opening);

Polygon counter_clockwise(Polygon polygon);

}  // namespace unclench::figure
