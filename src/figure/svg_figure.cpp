#include "figure/svg_figure.h"

#include <algorithm>

#include "figure/palette.h"
#include "figure/svg_text.h"

namespace unclench::figure {
namespace {

std::string colour_attribute(const char* attribute, std::string_view name, const Ink& ink) {
  return std::string(" ") + attribute + "=\"" + std::string(colour_of(name, ink.dark)) + "\"";
}

// Class and colours of a painted part.
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

std::string path(const std::string& attributes, const std::string& d, const std::string& tag = "") {
  return "<path" + attributes + " d=\"" + d + "\"" + (tag.empty() ? "/>" : ">" + tag + "</path>");
}

std::string opening(const Ink& ink) {
  return "<g class=\"h\"" + colour_attribute("stroke", "bg", ink) +
         " stroke-width=\"4\" stroke-linejoin=\"round\" paint-order=\"stroke\">";
}

// Neighbours of one colour become one path.
template <typename PathOf>
std::string still_paths(const Group& group, const Ink& ink, PathOf path_of_part) {
  std::string svg;
  for (std::size_t i = 0; i < group.size();) {
    std::string d;
    const Painted& first = group[i];
    for (; i < group.size() && group[i].colour == first.colour; ++i)
      d += path_of_part(group[i].part);
    svg += path(paint(first, ink), d);
  }
  return svg;
}

bool is_of_head(Part part) {
  return part == Part::head || part == Part::hair ||
         (part >= Part::ear_right && part <= Part::eye_left);
}

// A group of parts that move on their own. It is painted twice: with its outline, then without, so
// that no outline runs across a joint.
class GroupPainter {
 public:
  GroupPainter(const Group& group, Animator& animator, const Ink& ink, const std::string& id)
      : group_(group), animator_(animator), ink_(ink), id_(id) {
    for (const Painted& painted : group) animations_.push_back(animator.animate(painted.part));
  }

  std::string run() {
    if (group_.size() == 1) return single();
    if (std::all_of(animations_.begin(), animations_.end(),
                    [](const Animation& a) { return a.kind == Animation::Kind::still; }))
      return still_paths(group_, ink_, [&](Part part) { return animation(part).paths[0]; });
    for (Side side : sides) link_limb(Part::thigh_right, Part::shank_right, Part::foot_right, side);
    for (Side side : sides)
      link_limb(Part::upper_arm_right, Part::forearm_right, Part::hand_right, side);
    for (Side side : sides) join_hand(side);
    Group still, rest;
    for (const Painted& painted : group_)
      if (!is_done(painted.part))
        (animation(painted.part).kind == Animation::Kind::still ? still : rest).push_back(painted);
    std::string svg =
        still_paths(still, ink_, [&](Part part) { return animation(part).paths[0]; }) + svg_;
    for (const Painted& painted : rest) {
      const Animation& a = animation(painted.part);
      svg += a.open + part_path(painted.part, a.paths[0], a.tag) + a.close;
    }
    return "<use href=\"#" + id_ + "\"/><g stroke=\"none\"><g id=\"" + id_ + "\"" +
           paint({Part::pelvis, group_.back().colour}, ink_) + ">" + svg + "</g></g>";
  }

 private:
  bool has(Part part) const {
    return std::any_of(group_.begin(), group_.end(),
                       [&](const Painted& painted) { return painted.part == part; });
  }
  bool is_done(Part part) const {
    return std::find(done_.begin(), done_.end(), part) != done_.end();
  }
  const Animation& animation(Part part) const {
    std::size_t i = 0;
    while (group_[i].part != part) ++i;
    return animations_[i];
  }
  bool is_still(Part part) const { return animation(part).kind == Animation::Kind::still; }

  std::string single() const {
    const Animation& a = animations_[0];
    return a.open + path(paint(group_[0], ink_), a.paths[0], a.tag) + a.close;
  }

  // The colour of the group stands on it; parts of another one say so.
  std::string part_path(Part part, const std::string& d, const std::string& tag = "") const {
    const auto painted = std::find_if(group_.begin(), group_.end(),
                                      [&](const Painted& p) { return p.part == part; });
    return path(painted->colour == group_.back().colour ? "" : paint(*painted, ink_), d, tag);
  }

  void link_limb(Part upper, Part lower, Part end, Side side) {
    const Part u = of_side(upper, side), l = of_side(lower, side), e = of_side(end, side);
    if (!has(u) || is_still(u) || is_still(l)) return;
    std::vector<std::vector<std::vector<Part>>> ways = {{{u}, {l}}};
    if (!is_still(e)) ways = {{{u}, {l, e}}, {{u}, {l}, {e}}, {{u}, {l}}};
    for (const auto& way : ways) {
      std::optional<LinkedLimb> limb = animator_.animate_limb(way);
      if (!limb) continue;
      for (LinkedLimb::Link& link : limb->links) {
        svg_ += link.open;
        // The foot lies under the trousers.
        if (link.parts.size() > 1 && end == Part::foot_right) {
          std::swap(link.parts[0], link.parts[1]);
          std::swap(link.paths[0], link.paths[1]);
        }
        for (std::size_t i = 0; i < link.parts.size(); ++i) {
          svg_ += part_path(link.parts[i], link.paths[i]);
          done_.push_back(link.parts[i]);
        }
      }
      svg_ += limb->close;
      return;
    }
  }

  // A hand that keeps to its forearm.
  void join_hand(Side side) {
    const Part forearm = of_side(Part::forearm_right, side), hand = of_side(Part::hand_right, side);
    if (!has(forearm) || is_done(forearm) || animation(forearm).kind != Animation::Kind::move)
      return;
    const std::optional<Animation> both = animator_.animate_together({forearm, hand});
    if (!both || both->kind != Animation::Kind::move) return;
    svg_ += both->open + part_path(forearm, both->paths[0]) + part_path(hand, both->paths[1]) +
            both->close;
    done_.insert(done_.end(), {forearm, hand});
  }

  const Group& group_;
  Animator& animator_;
  const Ink& ink_;
  const std::string& id_;
  std::vector<Animation> animations_;
  std::vector<Part> done_;
  std::string svg_;
};

Frames frames_of(const Motion& motion, const View& view, const Fit& fit, Target target) {
  Frames frames;
  for (const Stretch& stretch : motion.stretches()) {
    frames.emplace_back();
    for (const Body& body : stretch.bodies)
      frames.back().push_back(fit(picture_of(body, view, target)));
  }
  return frames;
}

// The parts of the head, from this group on, when they move as one.
std::string moving_head(const std::vector<Group>& groups, std::size_t& at, Animator& animator,
                        const Ink& ink) {
  std::vector<Part> parts;
  std::size_t end = at;
  for (; end < groups.size() && is_of_head(groups[end][0].part); ++end)
    parts.push_back(groups[end][0].part);
  if (parts.empty() || parts[0] != Part::head) return "";
  const std::optional<Animation> together = animator.animate_together(parts);
  if (!together) return "";
  std::string svg = together->open;
  for (std::size_t i = 0; i < parts.size(); ++i)
    svg += path(paint(groups[at + i][0], ink), together->paths[i]);
  at = end;
  return svg + together->close;
}

}  // namespace

std::string svg_body(const Body& body, const Painting& painting, const View& view, const Fit& fit,
                     const Ink& ink) {
  const Picture picture = fit(picture_of(body, view, painting.target));
  std::string svg = opening(ink);
  for (const Group& group : painting.groups)
    svg += still_paths(group, ink,
                       [&](Part part) { return path_of(part, of(picture, part).outlines); });
  return svg + "</g>";
}

std::string svg_moving_body(const Motion& motion, const Painting& painting, const View& view,
                            const Fit& fit, const Ink& ink) {
  const Frames frames = frames_of(motion, view, fit, painting.target);
  Timeline timeline(motion);
  Animator animator(motion, timeline, frames);
  std::string svg = opening(ink);
  for (std::size_t i = 0; i < painting.groups.size();) {
    const std::string head = moving_head(painting.groups, i, animator, ink);
    svg += head;
    if (!head.empty()) continue;
    const std::string id = ink.id + "-" + std::to_string(i);
    svg += GroupPainter(painting.groups[i], animator, ink, id).run();
    ++i;
  }
  return svg + "</g>";
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
    svg += path(attributes, prop.kind == PropShape::Kind::round
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
    svg += path(" class=\"ar\" fill=\"none\"" + colour_attribute("stroke", "a", ink) +
                    " stroke-width=\"7\" stroke-linecap=\"round\"",
                shaft_path(points));
    svg += path(" class=\"a\"" + colour_attribute("fill", "a", ink) +
                    colour_attribute("stroke", "a", ink) +
                    " stroke-width=\"3\" stroke-linejoin=\"round\"",
                line_path({tip + ahead * 4, base + aside, base - aside}, true));
  }
  return svg;
}

}  // namespace unclench::figure
