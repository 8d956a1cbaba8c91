#include "figure/svg_text.h"

#include <cstdlib>

namespace unclench::figure {
namespace {

struct Point {
  int x = 0, y = 0;
};

Point rounded(Vec2 v) {
  return {nearest(v.x), nearest(v.y)};
}

Point even(Vec2 v) {
  return {2 * nearest(v.x / 2), 2 * nearest(v.y / 2)};
}

void append(std::string& list, Point p) {
  append_number(list, p.x);
  append_number(list, p.y);
}

Point operator-(Point a, Point b) {
  return {a.x - b.x, a.y - b.y};
}

std::string numbers(std::initializer_list<Point> points) {
  std::string list;
  for (const Point& p : points) append(list, p);
  return list;
}

}  // namespace

std::string decimal(double value, int digits, bool leading_zero) {
  int scale = 1;
  for (int i = 0; i < digits; ++i) scale *= 10;
  const int units = nearest(value * scale);
  std::string fraction = std::to_string(std::abs(units) % scale);
  fraction.insert(0,
                  static_cast<std::size_t>(digits) -
                      std::min(fraction.size(), static_cast<std::size_t>(digits)),
                  '0');
  if (digits == 0) fraction.clear();
  while (!fraction.empty() && fraction.back() == '0') fraction.pop_back();
  const int whole = std::abs(units) / scale;
  std::string text = units < 0 ? "-" : "";
  if (whole > 0 || leading_zero || fraction.empty()) text += std::to_string(whole);
  return fraction.empty() ? text : text + "." + fraction;
}

void append_number(std::string& list, int value) {
  if (!list.empty() && value >= 0) list += ' ';
  list += std::to_string(value);
}

std::string spline_path(const Polygon& control) {
  const std::size_t count = control.size();
  std::vector<Point> corners, middles;
  for (const Vec2& v : control) corners.push_back(even(v));
  for (std::size_t i = 0; i < count; ++i) {
    const Point a = corners[(i + count - 1) % count], b = corners[i];
    middles.push_back({(a.x + b.x) / 2, (a.y + b.y) / 2});
  }
  std::string path = "M" + numbers({middles[0]}) + "q" +
                     numbers({corners[0] - middles[0], middles[1] - middles[0]}) + "t";
  std::string rest;
  for (std::size_t i = 2; i <= count; ++i) append(rest, middles[i % count] - middles[i - 1]);
  return path + rest + "z";
}

std::string crescent_path(const Polygon& points) {
  const Point a = rounded(points[0]), b = rounded(points[1]), c = rounded(points[2]),
              d = rounded(points[3]);
  return "M" + numbers({a}) + "q" + numbers({b - a, c - a}) + "q" + numbers({d - c, a - c}) + "z";
}

std::string line_path(const Polygon& points, bool closed) {
  Point last = rounded(points[0]);
  std::string path = "M" + numbers({last}) + "l", rest;
  for (std::size_t i = 1; i < points.size(); ++i) {
    const Point next = rounded(points[i]);
    append(rest, next - last);
    last = next;
  }
  return path + rest + (closed ? "z" : "");
}

std::string escaped(const std::string& text) {
  std::string result;
  for (char c : text) {
    if (c == '&')
      result += "&amp;";
    else if (c == '<')
      result += "&lt;";
    else if (c == '"')
      result += "&quot;";
    else
      result += c;
  }
  return result;
}

}  // namespace unclench::figure
