#include "figure/trig.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace unclench::figure {
namespace {

// Taylor series for up to 45 degrees; what is left out is below a billionth of a millionth. Each
// number is what divides a term in the one before.
constexpr std::array<double, 7> sine_terms = {1. / 210, 1. / 156, 1. / 110, 1. / 72,
                                              1. / 42,  1. / 20,  1. / 6};
constexpr std::array<double, 8> cosine_terms = {1. / 240, 1. / 182, 1. / 132, 1. / 90,
                                                1. / 56,  1. / 30,  1. / 12,  1. / 2};

double series(const auto& terms, double square) {
  double sum = 1;
  for (double term : terms) sum = 1 - square * term * sum;
  return sum;
}

double small_sine(double radians) {
  return radians * series(sine_terms, radians * radians);
}

double small_cosine(double radians) {
  return series(cosine_terms, radians * radians);
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
  const int quarters = nearest(degrees / 90);
  const double rest = (degrees - quarters * 90.) * (pi / 180);
  const double value = quarters % 2 == 0 ? small_sine(rest) : small_cosine(rest);
  return (quarters & 2) == 0 ? value : -value;
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

}  // namespace unclench::figure
