// Points, directions and frames in space and on the picture plane.
#pragma once

#include <cmath>
#include <vector>

#include "figure/trig.h"

namespace unclench::figure {

struct Vec3 {
  double x = 0, y = 0, z = 0;
  bool operator==(const Vec3&) const = default;
};

inline Vec3 operator+(Vec3 a, Vec3 b) {
  return {a.x + b.x, a.y + b.y, a.z + b.z};
}
inline Vec3 operator-(Vec3 a, Vec3 b) {
  return {a.x - b.x, a.y - b.y, a.z - b.z};
}
inline Vec3 operator*(Vec3 a, double k) {
  return {a.x * k, a.y * k, a.z * k};
}
inline Vec3 operator-(Vec3 a) {
  return {-a.x, -a.y, -a.z};
}
inline double dot(Vec3 a, Vec3 b) {
  return a.x * b.x + a.y * b.y + a.z * b.z;
}
inline Vec3 cross(Vec3 a, Vec3 b) {
  return {a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x};
}
inline double length(Vec3 a) {
  return std::sqrt(dot(a, a));
}
inline Vec3 unit(Vec3 a, Vec3 fallback = {1, 0, 0}) {
  const double n = length(a);
  return n > 1e-9 ? a * (1 / n) : fallback;
}
inline Vec3 lerp(Vec3 a, Vec3 b, double t) {
  return a * (1 - t) + b * t;
}

// Three axes at right angles, as the images of x, y and z; also a rotation.
struct Frame {
  Vec3 x{1, 0, 0}, y{0, 1, 0}, z{0, 0, 1};
};

inline Vec3 operator*(const Frame& f, Vec3 v) {
  return f.x * v.x + f.y * v.y + f.z * v.z;
}
inline Frame operator*(const Frame& a, const Frame& b) {
  return {a * b.x, a * b.y, a * b.z};
}
inline Frame inverse(const Frame& f) {
  return {{f.x.x, f.y.x, f.z.x}, {f.x.y, f.y.y, f.z.y}, {f.x.z, f.y.z, f.z.z}};
}

// Turns by degrees about an axis, counter-clockwise when it points to the reader.
Frame about_x(double degrees);
Frame about_y(double degrees);
Frame about_z(double degrees);
Frame about(Vec3 unit_axis, double degrees);

// The frame with this y, and with x turned square to it.
Frame square_frame(Vec3 x, Vec3 y);

// From one frame to another by the shortest turn, a share t of it.
Frame slerp(const Frame& from, const Frame& to, double t);

// The angle between two frames, in degrees.
double turn_between(const Frame& a, const Frame& b);

struct Vec2 {
  double x = 0, y = 0;
};

inline Vec2 operator+(Vec2 a, Vec2 b) {
  return {a.x + b.x, a.y + b.y};
}
inline Vec2 operator-(Vec2 a, Vec2 b) {
  return {a.x - b.x, a.y - b.y};
}
inline Vec2 operator*(Vec2 a, double k) {
  return {a.x * k, a.y * k};
}
inline double dot(Vec2 a, Vec2 b) {
  return a.x * b.x + a.y * b.y;
}
inline double length(Vec2 a) {
  return std::sqrt(dot(a, a));
}
inline Vec2 lerp(Vec2 a, Vec2 b, double t) {
  return a * (1 - t) + b * t;
}
inline Vec2 across(Vec2 a) {
  return {-a.y, a.x};
}

using Polygon = std::vector<Vec2>;

}  // namespace unclench::figure
