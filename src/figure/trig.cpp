#include "figure/trig.h"

#include <algorithm>
#include <cmath>

namespace unclench::figure {
namespace {

// Taylor series for up to 45 degrees; what is left out is below a billionth of a millionth.
double small_sine(double radians) {
  const double square = radians * radians;
  double sum = 1;
  for (int n = 14; n >= 2; n -= 2) sum = 1 - square / (n * (n + 1)) * sum;
  return radians * sum;
}

double small_cosine(double radians) {
  const double square = radians * radians;
  double sum = 1;
  for (int n = 15; n >= 1; n -= 2) sum = 1 - square / (n * (n + 1)) * sum;
  return sum;
}

// From the series of an angle that is a quarter of it.
double positive_arc_tangent(double tangent) {
  for (int halved = 0; halved < 2; ++halved)
    tangent = tangent / (1 + std::sqrt(1 + tangent * tangent));
  const double square = tangent * tangent;
  double sum = 0;
  for (int n = 19; n >= 1; n -= 2) sum = 1.0 / n - square * sum;
  return 4 * tangent * sum * 180 / pi;
}

}  // namespace

double sine(double degrees) {
  const double quarters = std::floor(degrees / 90 + 0.5);
  const double rest = (degrees - quarters * 90) * pi / 180;
  const int quadrant = static_cast<int>(quarters - std::floor(quarters / 4) * 4);
  const double value = quadrant % 2 == 0 ? small_sine(rest) : small_cosine(rest);
  return quadrant < 2 ? value : -value;
}

double cosine(double degrees) {
  return sine(degrees + 90);
}

double arc_tangent(double y, double x) {
  const double across = std::fabs(y), along = std::fabs(x);
  if (across == 0 && along == 0) return 0;
  double angle = across <= along ? positive_arc_tangent(across / along)
                                 : 90 - positive_arc_tangent(along / across);
  if (x < 0) angle = 180 - angle;
  return y < 0 ? -angle : angle;
}

double arc_cosine(double cosine) {
  const double c = std::clamp(cosine, -1.0, 1.0);
  return arc_tangent(std::sqrt(1 - c * c), c);
}

double arc_sine(double sine) {
  const double s = std::clamp(sine, -1.0, 1.0);
  return arc_tangent(s, std::sqrt(1 - s * s));
}

int nearest(double value) {
  return static_cast<int>(std::floor(value + 0.5));
}

}  // namespace unclench::figure
