#include "figure/svg_figure.h"

#include <algorithm>
#include <utility>

#include "figure/animation.h"
#include "figure/crumbs.h"
#include "figure/palette.h"
#include "figure/svg_text.h"

namespace unclench::figure {

std::string colour_attribute(const char* attribute, std::string_view name, const Ink& ink) {
  return std::string(" ") + attribute + "=\"" + std::string(colour_of(name, ink.dark)) + "\"";
}

namespace {

// What lies on another part and is seen by its own colour.
bool has_outline(Part part) {
  return part != Part::hair && part != Part::shadow &&
         (part < Part::shoulder_right || part > Part::eye_left);
}

}  // namespace

std::string paint(const Painted& painted, const Ink& ink) {
  const std::string_view name = painted.colour;
  std::string text = " class=\"" + std::string(name) + "\"" + colour_attribute("fill", name, ink);
  if (name == "g")
    text += " fill-opacity=\".8\"" + colour_attribute("stroke", name, ink) +
            " stroke-opacity=\".3\" stroke-width=\"14\"";
  if (!has_outline(painted.part)) text += " stroke=\"none\"";
  return text;
}

std::string path_element(const std::string& attributes, const std::string& d,
                         const std::string& tag) {
  return "<path" + attributes + " d=\"" + d + "\"" + (tag.empty() ? "/>" : ">" + tag + "</path>");
}

std::string body_element(const std::string& parts, const Ink& ink) {
  return "<g class=\"h\"" + colour_attribute("stroke", "bg", ink) +
         " stroke-width=\"4\" stroke-linejoin=\"round\" paint-order=\"stroke\">" + parts + "</g>";
}

bool join(const Painted& a, const Painted& b) {
  return a.colour == b.colour && !has_outline(a.part) && !has_outline(b.part);
}

bool begins_with_hip(const Group& group) {
  return group[0].part == Part::hip_right || group[0].part == Part::hip_left;
}

std::string group_paths(const Group& group, const Ink& ink,
                        const std::function<std::string(Part)>& path_of_part) {
  std::string svg, hip;
  for (std::size_t i = 0; i < group.size();) {
    std::string d;
    const Painted& first = group[i];
    for (; i < group.size() && group[i].colour == first.colour; ++i)
      d += path_of_part(group[i].part);
    if (!d.empty()) svg += path_element(paint(first, ink), d);
    if (begins_with_hip(group) && i == 1) hip = std::exchange(svg, "");
    if (!hip.empty() && i == group.size())
      svg += hip + path_element(paint(first, ink) + " stroke=\"none\"", d);
  }
  return svg;
}

namespace {

// Parts that have shrunk to nothing are left out.
bool is_seen(const std::vector<Polygon>& outlines) {
  constexpr double least = 6;  // view units
  for (const Polygon& outline : outlines)
    for (const Vec2& p : outline)
      if (length(p - outline[0]) > least) return true;
  return false;
}

}  // namespace

std::string svg_body(const Body& body, const Painting& painting, const View& view, const Fit& fit,
                     const Ink& ink) {
  const Picture picture = fit(picture_of(body, view, painting.target));
  std::string svg;
  for (std::size_t i = 0; i < painting.groups.size(); ++i) {
    Group group = painting.groups[i];
    while (i + 1 < painting.groups.size() && join(group.back(), painting.groups[i + 1].front()))
      group.push_back(painting.groups[++i].front());
    svg += group_paths(group, ink, [&](Part part) {
      const std::vector<Polygon>& outlines = of(picture, part).outlines;
      const bool shown = is_seen(outlines) && !is_crumb(part, picture, painting.groups);
      return shown ? path_of(part, outlines) : "";
    });
  }
  return body_element(svg, ink);
}

namespace {

std::string path_of(const PropShape& prop, const Fit& fit) {
  Polygon points;
  for (const Vec2& p : prop.points) points.push_back(fit(p));
  return prop.kind == PropShape::Kind::round
             ? spline_path(points)
             : line_path(points, prop.kind == PropShape::Kind::polygon);
}

}  // namespace

// Neighbours of one kind and colour, such as the legs of a chair, become one path.
std::string svg_props(const std::vector<PropShape>& props, const Fit& fit, const Ink& ink) {
  std::string svg;
  for (std::size_t i = 0; i < props.size();) {
    const PropShape& first = props[i];
    std::string d, attributes = " class=\"" + std::string(first.colour) + "\"";
    for (; i < props.size() && props[i].kind == first.kind && props[i].colour == first.colour; ++i)
      d += path_of(props[i], fit);
    if (first.kind == PropShape::Kind::line)
      attributes += " fill=\"none\"" + colour_attribute("stroke", first.colour, ink) +
                    " stroke-width=\"" + (first.colour == "cl" ? "9" : "5") +
                    "\" stroke-linecap=\"round\"";
    else
      attributes += colour_attribute("fill", first.colour, ink);
    svg += path_element(attributes, d);
  }
  return svg;
}

namespace {

// Of an arrow, in widths of its shaft. The outline of the head is as wide as the shaft and fills
// it.
constexpr double head_length = 12. / 7, head_half_width = 1;
constexpr std::size_t shaft_corners = 4;

// A smooth line through the middles of its pieces, from the first point to the last.
std::string shaft_path(const Polygon& points) {
  const auto pair = [](Vec2 v) {
    std::string text;
    append_number(text, nearest(v.x));
    append_number(text, nearest(v.y));
    return text;
  };
  Polygon corners;
  for (std::size_t i = 0; i < shaft_corners; ++i)
    corners.push_back(points[i * (points.size() - 1) / (shaft_corners - 1)]);
  const Vec2 from = corners.front(), way = corners.back() - from;
  double off = 0;
  for (const Vec2& p : corners)
    off = std::max(off, std::fabs(dot(p - from, across(way))) / std::max(1., length(way)));
  std::string d = "M" + pair(from);
  if (off < 2) return d + "L" + pair(corners.back());
  for (std::size_t i = 1; i + 1 < corners.size(); ++i) {
    const bool last = i + 2 == corners.size();
    d += "Q" + pair(corners[i]) + " " +
         pair(last ? corners[i + 1] : lerp(corners[i], corners[i + 1], .5));
  }
  return d;
}

std::string arrow_path(Polygon points, double width) {
  const double long_head = head_length * width;
  const Vec2 tip = points.back();
  points.pop_back();
  while (points.size() > 1 && length(points.back() - tip) < long_head) points.pop_back();
  const Vec2 way = tip - points.back();
  const Vec2 ahead = length(way) > 0 ? way * (1 / length(way)) : Vec2{1, 0};
  const Vec2 base = tip - ahead * long_head, aside = across(ahead) * (head_half_width * width);
  points.push_back(tip - ahead * (width * .6));
  return shaft_path(points) + line_path({tip, base + aside, base - aside}, true);
}

}  // namespace

std::string svg_arrows(const std::vector<Polygon>& arrows, const Fit& fit, int width,
                       const Ink& ink) {
  if (arrows.empty()) return "";
  std::string d;
  for (const Polygon& arrow : arrows) {
    Polygon points;
    for (const Vec2& p : arrow) points.push_back(fit(p));
    d += arrow_path(std::move(points), width);
  }
  return path_element(" class=\"a\" fill=\"none\"" + colour_attribute("stroke", "a", ink) +
                          " stroke-width=\"" + std::to_string(width) +
                          "\" stroke-linecap=\"round\" stroke-linejoin=\"round\"",
                      d);
}

}  // namespace unclench::figure
