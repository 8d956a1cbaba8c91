#include "figure/outline.h"

#include <algorithm>

namespace unclench::figure {
namespace {

constexpr int patch_points = 12;

// The half width of an ellipsoid's picture in a unit direction.
double half_width(const View& view, const Ellipsoid& e, Vec2 n) {
  double sum = 0;
  for (const Vec3& axis : e.half) sum += dot(view(axis), n) * dot(view(axis), n);
  return std::sqrt(sum);
}

// A cap of a chain at its end i: `way` is 1 at the last, -1 at the first.
Polygon cap(const View& view, const Ellipsoid& e, Vec2 along, double way, int points) {
  const Vec2 side = across(along);
  const double bulge = points == 1 ? 1.25 : 1;  // one point is not reached by the curve
  const Vec2 tip = view(e.centre) + along * (half_width(view, e, along) * way * bulge);
  const double shoulder = half_width(view, e, side) * .72;
  if (points == 1) return {tip};
  return {tip + side * shoulder, tip - side * shoulder};
}

// A round patch in the space where its ellipsoid is a unit ball.
struct Patch {
  Vec3 eye, middle, towards_eye;  // the last is square to the middle
  double cosine, sine;            // of the opening

  Vec3 on_edge(double degrees) const {
    const Vec3 aside = cross(middle, towards_eye);
    return middle * cosine +
           (towards_eye * figure::cosine(degrees) + aside * figure::sine(degrees)) * sine;
  }
};

// Half along the silhouette, half back along the edge of the patch.
std::vector<Vec3> clipped_by_silhouette(const Patch& patch, Vec3 p, double sine_of_view,
                                        double facing) {
  const Vec3 p2 = cross(patch.eye, p);
  const double silhouette = arc_cosine(patch.cosine / sine_of_view);
  const double edge =
      arc_cosine(-patch.cosine * facing / (patch.sine * dot(patch.towards_eye, patch.eye)));
  const int half = patch_points / 2;
  std::vector<Vec3> points, back;
  for (int i = 0; i < half; ++i) {
    const double t = -silhouette + 2 * silhouette * (i + .25) / (half - .5);
    points.push_back(p * cosine(t) + p2 * sine(t));
  }
  for (int i = 0; i < half; ++i)
    back.push_back(patch.on_edge(-edge + 2 * edge * (i + .25) / (half - .5)));
  if (length(back.front() - points.back()) > length(back.back() - points.back()))
    std::reverse(back.begin(), back.end());
  points.insert(points.end(), back.begin(), back.end());
  return points;
}

}  // namespace

View::View(const Camera& camera, bool mirrored) : mirrored_(mirrored) {
  const double a = camera.azimuth, e = camera.elevation;
  eye_ = {sine(a) * cosine(e), sine(e), cosine(a) * cosine(e)};
  right_ = {cosine(a), 0, -sine(a)};
  up_ = cross(eye_, right_);
}

Polygon chain_outline(const View& view, const Chain& chain, Caps caps) {
  const std::size_t count = chain.size();
  std::vector<Vec2> centres, along;
  for (const Ellipsoid& e : chain) centres.push_back(view(e.centre));
  for (std::size_t i = 0; i < count; ++i) {
    const Vec2 way = centres[std::min(count - 1, i + 1)] - centres[i > 0 ? i - 1 : 0];
    const double n = length(way);
    along.push_back(n > 1e-6 ? way * (1 / n) : Vec2{1, 0});
  }
  Polygon outline = cap(view, chain.front(), along.front(), -1, caps.first);
  std::reverse(outline.begin(), outline.end());
  for (std::size_t i = 0; i < count; ++i) {
    const Vec2 side = across(along[i]);
    outline.push_back(centres[i] + side * half_width(view, chain[i], side));
  }
  const Polygon end = cap(view, chain.back(), along.back(), 1, caps.last);
  outline.insert(outline.end(), end.begin(), end.end());
  for (std::size_t i = count; i-- > 0;) {
    const Vec2 side = across(along[i]);
    outline.push_back(centres[i] - side * half_width(view, chain[i], side));
  }
  return counter_clockwise(std::move(outline));
}

Polygon ellipsoid_outline(const View& view, const Ellipsoid& e, int points) {
  double xx = 0, xy = 0, yy = 0;
  for (const Vec3& half : e.half) {
    const Vec2 a = view(half);
    xx += a.x * a.x;
    xy += a.x * a.y;
    yy += a.y * a.y;
  }
  // The points turn with the body, so that the outline does.
  const Vec2 second = view(e.half[1]);
  const Vec2 axis = length(second) > .01 ? second : view(e.half[0]);
  const double start = arc_tangent(axis.y, axis.x);
  const double bulge = points == 8 ? 1.075 : 1.03;  // the curve runs inside of its control points
  Polygon outline;
  for (int i = 0; i < points; ++i) {
    const double t = start + 360.0 * i / points;
    const Vec2 u{cosine(t), sine(t)};
    const Vec2 v{xx * u.x + xy * u.y, xy * u.x + yy * u.y};
    outline.push_back(view(e.centre) + v * (bulge / std::sqrt(std::max(1e-9, dot(u, v)))));
  }
  return counter_clockwise(std::move(outline));
}

Polygon patch_outline(const View& view, const Ellipsoid& e, Vec3 axis, double opening) {
  std::array<double, 3> half{};
  std::array<Vec3, 3> frame{};
  for (std::size_t i = 0; i < 3; ++i) {
    half[i] = length(e.half[i]);
    frame[i] = unit(e.half[i]);
  }
  const auto seen_from = [&](std::size_t i) { return dot(view.eye(), frame[i]) / half[i]; };
  Patch patch;
  patch.eye = unit({seen_from(0), seen_from(1), seen_from(2)});
  patch.middle = unit(axis);
  patch.cosine = cosine(opening);
  patch.sine = sine(opening);
  const double facing = dot(patch.middle, patch.eye);
  const Vec3 off = patch.middle - patch.eye * facing;
  const double sine_of_view = length(off);
  const Vec3 p = unit(off);
  patch.towards_eye = unit(patch.eye - patch.middle * facing, cross(patch.eye, p));
  std::vector<Vec3> points;
  if (sine_of_view > std::fabs(patch.cosine) + 1e-6 && dot(patch.towards_eye, patch.eye) > 1e-6) {
    points = clipped_by_silhouette(patch, p, sine_of_view, facing);
  } else {
    for (int i = 0; i < patch_points; ++i)
      points.push_back(facing > 0 ? patch.on_edge(360.0 * i / patch_points) : p * .99);
  }
  Polygon outline;
  for (const Vec3& q : points)
    outline.push_back(view(e.centre + frame[0] * (q.x * half[0]) + frame[1] * (q.y * half[1]) +
                           frame[2] * (q.z * half[2])));
  return counter_clockwise(std::move(outline));
}

Polygon counter_clockwise(Polygon polygon) {
  double area = 0;
  for (std::size_t i = 0; i < polygon.size(); ++i) {
    const Vec2 a = polygon[i], b = polygon[(i + 1) % polygon.size()];
    area += a.x * b.y - b.x * a.y;
  }
  if (area < 0) std::reverse(polygon.begin() + 1, polygon.end());
  return polygon;
}

}  // namespace unclench::figure
