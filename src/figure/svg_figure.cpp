#include "figure/svg_figure.h"

#include <algorithm>

#include "figure/animation.h"
#include "figure/palette.h"
#include "figure/svg_text.h"

namespace unclench::figure {

std::string colour_attribute(const char* attribute, std::string_view name, const Ink& ink) {
  return std::string(" ") + attribute + "=\"" + std::string(colour_of(name, ink.dark)) + "\"";
}

std::string paint(const Painted& painted, const Ink& ink) {
  const std::string_view name = painted.colour;
  std::string text = " class=\"" + std::string(name) + "\"" + colour_attribute("fill", name, ink);
  if (name == "g")
    text += " fill-opacity=\".8\"" + colour_attribute("stroke", name, ink) +
            " stroke-opacity=\".3\" stroke-width=\"14\"";
  if (name == "l") text += " stroke=\"none\"";
  if (painted.part == Part::ear_right || painted.part == Part::ear_left)
    text += " stroke-width=\"2\"";
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

std::string group_paths(const Group& group, const Ink& ink,
                        const std::function<std::string(Part)>& path_of_part) {
  std::string svg;
  for (std::size_t i = 0; i < group.size();) {
    std::string d;
    const Painted& first = group[i];
    for (; i < group.size() && group[i].colour == first.colour; ++i)
      d += path_of_part(group[i].part);
    svg += path_element(paint(first, ink), d);
  }
  return svg;
}

std::string svg_body(const Body& body, const Painting& painting, const View& view, const Fit& fit,
                     const Ink& ink) {
  const Picture picture = fit(picture_of(body, view, painting.target));
  std::string svg;
  for (const Group& group : painting.groups)
    svg += group_paths(group, ink,
                       [&](Part part) { return path_of(part, of(picture, part).outlines); });
  return body_element(svg, ink);
}

std::string svg_props(const std::vector<PropShape>& props, const Fit& fit, const Ink& ink) {
  std::string svg;
  for (const PropShape& prop : props) {
    Polygon points;
    for (const Vec2& p : prop.points) points.push_back(fit(p));
    std::string attributes = " class=\"" + std::string(prop.colour) + "\"";
    if (prop.kind == PropShape::Kind::line)
      attributes += " fill=\"none\"" + colour_attribute("stroke", prop.colour, ink) +
                    " stroke-width=\"" + (prop.colour == "cl" ? "9" : "5") +
                    "\" stroke-linecap=\"round\"";
    else
      attributes += colour_attribute("fill", prop.colour, ink);
    svg += path_element(attributes, prop.kind == PropShape::Kind::round
                                        ? spline_path(points)
                                        : line_path(points, prop.kind == PropShape::Kind::polygon));
  }
  return svg;
}

namespace {

constexpr double head_length = 13, head_width = 9, shaft_into_head = 9;

// A smooth line through the middles of its pieces, ending on its last point.
std::string shaft_path(const Polygon& points) {
  const auto pair = [](Vec2 v) {
    return std::to_string(nearest(v.x)) + " " + std::to_string(nearest(v.y));
  };
  std::string d = "M" + pair(points[0]);
  if (points.size() == 2) return d + "L" + pair(points[1]);
  for (std::size_t i = 1; i + 1 < points.size(); ++i) {
    const bool last = i + 2 == points.size();
    d += "Q" + pair(points[i]) + " " +
         pair(last ? points[i + 1] : lerp(points[i], points[i + 1], .5));
  }
  return d;
}

}  // namespace

std::string svg_arrows(const std::vector<Polygon>& arrows, const Fit& fit, const Ink& ink) {
  std::string svg;
  for (const Polygon& arrow : arrows) {
    Polygon points;
    for (const Vec2& p : arrow) points.push_back(fit(p));
    const Vec2 tip = points.back();
    points.pop_back();
    while (points.size() > 1 && length(points.back() - tip) < head_length) points.pop_back();
    const Vec2 way = tip - points.back();
    const Vec2 ahead = length(way) > 0 ? way * (1 / length(way)) : Vec2{1, 0};
    const Vec2 base = tip - ahead * head_length, aside = across(ahead) * head_width;
    points.push_back(tip - ahead * shaft_into_head);
    svg += path_element(" class=\"ar\" fill=\"none\"" + colour_attribute("stroke", "a", ink) +
                            " stroke-width=\"7\" stroke-linecap=\"round\"",
                        shaft_path(points));
    svg += path_element(" class=\"a\"" + colour_attribute("fill", "a", ink) +
                            colour_attribute("stroke", "a", ink) +
                            " stroke-width=\"3\" stroke-linejoin=\"round\"",
                        line_path({tip + ahead * 4, base + aside, base - aside}, true));
  }
  return svg;
}

}  // namespace unclench::figure
