#include "figure/outline.h"

#include <algorithm>

namespace unclench::figure {
namespace {

// The half width of an ellipsoid's picture in a unit direction.
double half_width(const View& view, const Ellipsoid& e, Vec2 n) {
  double sum = 0;
  for (const Vec3& axis : e.half) sum += dot(view(axis), n) * dot(view(axis), n);
  return std::sqrt(sum);
}

// A cap of a chain at its end i: `way` is 1 at the last, -1 at the first; an opening has others.
Polygon cap(const View& view, const Ellipsoid& e, Vec2 along, double way, int points) {
  const Vec2 side = across(along);
  const double bulge = points == 1 ? 1.25 : 1;  // one point is not reached by the curve
  const Vec2 tip = view(e.centre) + along * (half_width(view, e, along) * way * bulge);
  const double shoulder = half_width(view, e, side) * (way == 1 || way == -1 ? .72 : .4);
  if (points == 1) return {tip};
  return {tip + side * shoulder, tip - side * shoulder};
}

// Where a line between two directions crosses the silhouette; f is how far they face the viewer.
double crossing(double f_from, double f_to) {
  return f_from / (f_from - f_to);
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
  const Polygon end = cap(view, chain.back(), along.back(), caps.last_way, caps.last);
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

Region::Region(const std::vector<Vec3>& corners, Vec3 middle) : middle_(unit(middle)) {
  // A quadratic B-spline through the middles between the corners.
  constexpr int pieces = 4;
  for (std::size_t i = 0; i < corners.size(); ++i) {
    const Vec3 b = corners[i], a = lerp(corners[(i + corners.size() - 1) % corners.size()], b, .5),
               c = lerp(b, corners[(i + 1) % corners.size()], .5);
    for (int k = 0; k < pieces; ++k) {
      const double t = static_cast<double>(k) / pieces;
      edge_.push_back(unit(lerp(lerp(a, b, t), lerp(b, c, t), t)));
    }
  }
}

Vec3 Region::on_edge(double place) const {
  const std::size_t count = edge_.size();
  const auto whole = static_cast<std::size_t>(place);
  return unit(
      lerp(edge_[whole % count], edge_[(whole + 1) % count], place - static_cast<double>(whole)));
}

// The longest visible run of the edge: where it begins and ends, in steps of the edge.
std::optional<std::array<double, 2>> Region::visible_run(Vec3 eye) const {
  const std::size_t count = edge_.size();
  std::vector<double> facing;
  for (const Vec3& direction : edge_) facing.push_back(dot(direction, eye));
  std::optional<std::array<double, 2>> longest;
  for (std::size_t i = 0; i < count; ++i) {
    if (facing[i] >= 0 || facing[(i + 1) % count] < 0) continue;
    std::size_t last = i + 1;
    while (facing[(last + 1) % count] >= 0) ++last;
    const double begin = static_cast<double>(i) + crossing(facing[i], facing[(i + 1) % count]);
    const double end =
        static_cast<double>(last) + crossing(facing[last % count], facing[(last + 1) % count]);
    if (!longest || end - begin > (*longest)[1] - (*longest)[0]) longest = std::array{begin, end};
  }
  return longest;
}

std::vector<Vec3> Region::visible(Vec3 eye) const {
  constexpr int on_edge_points = 9, on_silhouette_points = 7;
  const Vec3 aside = unit(cross(eye, std::fabs(eye.y) < .9 ? Vec3{0, 1, 0} : Vec3{1, 0, 0}));
  const Vec3 across = cross(eye, aside);
  const auto angle_of = [&](Vec3 v) { return arc_tangent(dot(v, across), dot(v, aside)); };
  const auto on_silhouette = [&](double angle, double off) {
    return (aside * cosine(angle) + across * sine(angle)) * off;
  };
  std::vector<Vec3> points;
  const std::optional<std::array<double, 2>> run = visible_run(eye);
  if (!run) {
    // All of the ball is seen covered, or nothing of it.
    const bool covered = dot(middle_, eye) > 0;
    const double start = angle_of(-middle_), all = on_edge_points + on_silhouette_points;
    for (int i = 0; i < all; ++i)
      points.push_back(covered ? on_silhouette(start + 360.0 * i / all, 1.02)
                               : on_silhouette(angle_of(middle_), 1));
    return points;
  }
  const auto [begin, end] = *run;
  for (int i = 0; i < on_edge_points; ++i)
    points.push_back(on_edge(begin + (end - begin) * i / (on_edge_points - 1)));
  const double from = angle_of(points.back());
  double turn = angle_of(points.front()) - from;
  if (turn < 0) turn += 360;
  const double step = turn / (on_silhouette_points - 1);
  // The curve runs inside of its control points, the more so the wider they stand.
  const double off = 1 / cosine(step / 2);
  for (int i = 0; i < on_silhouette_points; ++i)
    points.push_back(on_silhouette(from + step * i, off));
  return points;
}

Polygon region_outline(const View& view, const Ellipsoid& e, const Region& region) {
  std::array<double, 3> half{};
  std::array<Vec3, 3> frame{};
  for (std::size_t i = 0; i < 3; ++i) {
    half[i] = length(e.half[i]);
    frame[i] = unit(e.half[i]);
  }
  const auto seen_from = [&](std::size_t i) { return dot(view.eye(), frame[i]) / half[i]; };
  Polygon outline;
  for (const Vec3& q : region.visible(unit({seen_from(0), seen_from(1), seen_from(2)})))
    outline.push_back(view(e.centre + e.half[0] * q.x + e.half[1] * q.y + e.half[2] * q.z));
  return outline;
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
