// Trigonometry in degrees that gives the same bits on every machine: only additions, products,
// quotients and square roots, which IEEE 754 rounds exactly. The library of C does not promise
// that, and a last bit can change a rounded coordinate.
#pragma once

namespace unclench::figure {

inline constexpr double pi = 3.14159265358979323846;

double sine(double degrees);
double cosine(double degrees);
double arc_tangent(double y, double x);  // the direction of (x, y): over -180 to 180
double arc_cosine(double cosine);        // 0 to 180; what lies outside -1 to 1 is taken as the end
double arc_sine(double sine);            // -90 to 90, likewise

// The nearest whole number; halves go up.
inline int nearest(double value) {
  const double up = value + 0.5;
  const int whole = static_cast<int>(up);
  return whole > up ? whole - 1 : whole;
}

}  // namespace unclench::figure
