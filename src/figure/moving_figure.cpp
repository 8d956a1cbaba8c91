#include "figure/moving_figure.h"

#include <algorithm>

namespace unclench::figure {
namespace {

// In view units, 840 of them across: what is tried until the drawing is small enough.
constexpr std::array<double, 7> tolerances = {3, 4, 5, 6.5, 9, 12, 16};
constexpr double affordable = 2250;        // bytes, roughly
constexpr double share_of_text = 1. / 50;  // what is left of repeated text

bool is_of_head(Part part) {
  return part == Part::head || part == Part::hair ||
         (part >= Part::ear_right && part <= Part::eye_left);
}

bool contains(const std::vector<Part>& parts, Part part) {
  return std::find(parts.begin(), parts.end(), part) != parts.end();
}

std::size_t place_in(const Group& group, Part part) {
  std::size_t i = 0;
  while (i < group.size() && group[i].part != part) ++i;
  return i;
}

Markup markup_of(const Animation& animation, const std::optional<FrameNumber>& when) {
  return when ? animation.frozen(*when) : animation.moving;
}

// The ways in which a limb may bend, the simplest first: a hand or a foot may keep to its bone.
std::vector<std::vector<std::vector<Part>>> ways_to_link(Part upper, Part lower, Part end,
                                                         bool end_is_still) {
  if (end_is_still) return {{{upper}, {lower}}};
  return {{{upper}, {lower, end}}, {{upper}, {lower}, {end}}, {{upper}, {lower}}};
}

}  // namespace

MovingFigure::MovingFigure(const Motion& motion, const Painting& painting, const View& view,
                           const Fit& fit, const Ink& ink)
    : ink_(ink) {
  for (const Stretch& stretch : motion.stretches()) {
    frame_of_pose_.emplace(stretch.from, FrameNumber{frames_.size(), 0});
    frame_of_pose_.emplace(stretch.to, FrameNumber{frames_.size(), samples});
    frames_.emplace_back();
    for (const Body& body : stretch.bodies)
      frames_.back().push_back(fit(picture_of(body, view, painting.target)));
  }
  Timeline timeline(motion);
  Animator animator(motion, timeline, frames_);
  const auto is_affordable = [&](double tolerance) {
    animator.set_tolerance(tolerance);
    animate(painting, animator);
    const std::string svg = moving();
    return cost_of(svg) + static_cast<double>(svg.size()) * share_of_text < affordable;
  };
  if (is_affordable(tolerances.front())) return;
  const auto chosen =
      std::partition_point(tolerances.begin() + 1, tolerances.end() - 1,
                           [&](double tolerance) { return !is_affordable(tolerance); });
  animator.set_tolerance(*chosen);
  animate(painting, animator);
}

void MovingFigure::animate(const Painting& painting, Animator& animator) {
  layers_.clear();
  for (std::size_t i = 0; i < painting.groups.size();) {
    add_head(painting.groups, i, animator);
    if (i < painting.groups.size()) layers_.push_back(layer_of(painting.groups[i++], animator));
  }
}

// The parts of the head, from this group on, when they move as one.
void MovingFigure::add_head(const std::vector<Group>& groups, std::size_t& at, Animator& animator) {
  if (groups[at][0].part != Part::head) return;
  Layer layer;
  std::vector<Part> parts;
  for (std::size_t i = at; i < groups.size() && is_of_head(groups[i][0].part); ++i) {
    layer.group.push_back(groups[i][0]);
    parts.push_back(groups[i][0].part);
  }
  const std::optional<Animation> together = animator.animate_together(parts);
  if (!together) return;
  layer.as_one = true;
  layer.animations.push_back(*together);
  layers_.push_back(std::move(layer));
  at += parts.size();
}

MovingFigure::Layer MovingFigure::layer_of(const Group& group, Animator& animator) const {
  Layer layer;
  layer.group = group;
  for (const Painted& painted : group) layer.animations.push_back(animator.animate(painted.part));
  const auto is = [&](Part part, Animation::Kind kind) {
    const std::size_t i = place_in(group, part);
    return i < group.size() && layer.animations[i].kind == kind;
  };
  const auto moves = [&](Part part) {
    return place_in(group, part) < group.size() && !is(part, Animation::Kind::still);
  };
  for (const auto& [upper, lower, end] :
       {std::array{Part::thigh_right, Part::shank_right, Part::foot_right},
        {Part::upper_arm_right, Part::forearm_right, Part::hand_right}})
    for (Side side : sides) {
      const Part u = of_side(upper, side), l = of_side(lower, side), e = of_side(end, side);
      if (!moves(u) || !moves(l)) continue;
      for (const auto& way : ways_to_link(u, l, e, !moves(e))) {
        std::optional<LinkedLimb> limb = animator.animate_limb(way);
        if (!limb) continue;
        for (const auto& link : way)
          layer.joined.insert(layer.joined.end(), link.begin(), link.end());
        layer.limbs.push_back(std::move(*limb));
        break;
      }
    }
  // A hand that keeps to its forearm.
  for (Side side : sides) {
    const Part forearm = of_side(Part::forearm_right, side), hand = of_side(Part::hand_right, side);
    if (!is(forearm, Animation::Kind::move) || contains(layer.joined, forearm) ||
        place_in(group, hand) == group.size())
      continue;
    std::optional<Animation> both = animator.animate_together({forearm, hand});
    if (!both || both->kind != Animation::Kind::move) continue;
    layer.animations[place_in(group, forearm)] = std::move(*both);
    layer.joined.push_back(hand);
  }
  return layer;
}

// A group of parts that move on their own is painted twice: with its outline, then without, so that
// no outline runs across a joint.
std::string MovingFigure::painted(const Layer& layer, const std::string& id, When when) const {
  const Group& group = layer.group;
  std::string svg;
  if (layer.as_one || group.size() == 1) {
    const Markup markup = markup_of(layer.animations[0], when);
    for (std::size_t i = 0; i < group.size();) {
      const Painted& first = group[i];
      std::string d = markup.paths[i++];
      while (i < group.size() && join(first, group[i])) d += markup.paths[i++];
      svg += path_element(paint(first, ink_), d, markup.tag);
    }
    return markup.open + svg + markup.close;
  }
  const auto is_still = [&](Part part) {
    return layer.animations[place_in(group, part)].kind == Animation::Kind::still;
  };
  const auto still_path = [&](Part part) {
    return layer.animations[place_in(group, part)].moving.paths[0];
  };
  Group still;
  for (const Painted& painted : group)
    if (is_still(painted.part) && !contains(layer.joined, painted.part)) still.push_back(painted);
  if (still.size() == group.size()) return group_paths(group, ink_, still_path);
  std::string hip;
  if (begins_with_hip(group)) {
    const Markup markup = markup_of(layer.animations[0], when);
    hip = markup.open + path_element(paint(group[0], ink_), markup.paths[0], markup.tag) +
          markup.close;
    if (is_still(group[0].part)) still.erase(still.begin());
  }

  // The colour of the group stands on it; parts of another one say so.
  const auto part_path = [&](Part part, const std::string& d, const std::string& tag) {
    const Painted& painted = group[place_in(group, part)];
    return path_element(painted.colour == group.back().colour ? "" : paint(painted, ink_), d, tag);
  };
  svg = group_paths(still, ink_, still_path);
  for (const LinkedLimb& limb : layer.limbs) {
    std::string close;
    const std::vector<Markup> links = when ? limb.frozen(*when) : limb.moving;
    for (std::size_t i = 0; i < links.size(); ++i) {
      svg += links[i].open;
      close += links[i].close;
      for (std::size_t p = limb.parts[i].size(); p-- > 0;)  // a foot lies under the trousers
        svg += part_path(limb.parts[i][p], links[i].paths[p], "");
    }
    svg += close;
  }
  for (std::size_t i = hip.empty() ? 0 : 1; i < group.size(); ++i) {
    const Part part = group[i].part;
    if (is_still(part) || contains(layer.joined, part)) continue;
    const Markup markup = markup_of(layer.animations[i], when);
    svg += markup.open + part_path(part, markup.paths[0], markup.tag);
    if (markup.paths.size() == 2)
      svg += part_path(
          of_side(Part::hand_right, part == Part::forearm_left ? Side::left : Side::right),
          markup.paths[1], "");
    svg += markup.close;
  }
  return "<use href=\"#" + id + "\"/>" + hip + "<g stroke=\"none\"><g id=\"" + id + "\"" +
         paint({Part::pelvis, group.back().colour}, ink_) + ">" + svg + "</g></g>";
}

std::string MovingFigure::all(When when, const std::string& suffix) const {
  std::string svg;
  for (std::size_t i = 0; i < layers_.size(); ++i)
    svg += painted(layers_[i], ink_.id + "-" + std::to_string(i) + suffix, when);
  return body_element(svg, ink_);
}

std::string MovingFigure::moving() const {
  return all(std::nullopt, "");
}

std::string MovingFigure::frozen(int pose, int number) const {
  const auto frame = frame_of_pose_.find(pose);
  return frame == frame_of_pose_.end() ? "" : all(frame->second, "-" + std::to_string(number));
}

}  // namespace unclench::figure
