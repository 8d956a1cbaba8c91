#include "figure/vec.h"

#include <algorithm>

namespace unclench::figure {

Frame about_x(double degrees) {
  const double c = cosine(degrees), s = sine(degrees);
  return {{1, 0, 0}, {0, c, s}, {0, -s, c}};
}

Frame about_y(double degrees) {
  const double c = cosine(degrees), s = sine(degrees);
  return {{c, 0, -s}, {0, 1, 0}, {s, 0, c}};
}

Frame about_z(double degrees) {
  const double c = cosine(degrees), s = sine(degrees);
  return {{c, s, 0}, {-s, c, 0}, {0, 0, 1}};
}

Frame about(Vec3 axis, double degrees) {
  const double c = cosine(degrees), s = sine(degrees);
  const auto turned = [&](Vec3 v) {
    return v * c + cross(axis, v) * s + axis * (dot(axis, v) * (1 - c));
  };
  return {turned({1, 0, 0}), turned({0, 1, 0}), turned({0, 0, 1})};
}

Frame square_frame(Vec3 x, Vec3 y) {
  const Vec3 up = unit(y, {0, 1, 0});
  const Vec3 forward = unit(x - up * dot(x, up));
  return {forward, up, cross(forward, up)};
}

double turn_between(const Frame& a, const Frame& b) {
  return arc_cosine((dot(a.x, b.x) + dot(a.y, b.y) + dot(a.z, b.z) - 1) / 2);
}

Frame slerp(const Frame& from, const Frame& to, double t) {
  const Frame turn = inverse(from) * to;
  const double angle = turn_between(from, to);
  if (angle < 1e-6) return from;
  const Vec3 axis{turn.y.z - turn.z.y, turn.z.x - turn.x.z, turn.x.y - turn.y.x};
  return from * about(unit(axis), angle * t);
}

}  // namespace unclench::figure
