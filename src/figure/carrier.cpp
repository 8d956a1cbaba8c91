#include <algorithm>
#include <memory>

#include "figure/animation.h"
#include "figure/svg_text.h"

namespace unclench::figure {
namespace {

double unwrapped(double angle, double near) {
  return angle - 360 * nearest((angle - near) / 360);
}

const Carrier& at_frame(const Carriers& carriers, FrameNumber frame) {
  return carriers[frame.stretch][frame.sample];
}

}  // namespace

Polygon Carrier::place(const Polygon& local) const {
  const double c = cosine(angle), s = sine(angle);
  Polygon placed;
  placed.reserve(local.size());
  for (const Vec2& p : local)
    placed.push_back({at.x + c * stretch * p.x - s * p.y, at.y + s * stretch * p.x + c * p.y});
  return placed;
}

Polygon Carrier::local(const Polygon& placed) const {
  const double c = cosine(angle), s = sine(angle);
  Polygon local;
  local.reserve(placed.size());
  for (const Vec2& p : placed) {
    const Vec2 d = p - at;
    local.push_back({(d.x * c + d.y * s) / stretch, d.y * c - d.x * s});
  }
  return local;
}

Carriers unstretched(Carriers carriers) {
  for (auto& row : carriers)
    for (Carrier& carrier : row) carrier.stretch = 1;
  return carriers;
}

// The directions run on without jumps, also through poses that several stretches share.
Carriers Animator::find_carriers(Part part) const {
  const double longest = longest_axis(part);
  Carriers rows(frames_.size());
  std::map<int, double> at_pose;
  for (const Transition& transition : motion_.transitions()) {
    const Stretch& stretch = motion_.stretches()[transition.stretch];
    std::vector<Carrier>& row = rows[transition.stretch];
    if (!row.empty()) continue;
    const int start = transition.forward ? stretch.from : stretch.to;
    const int end = transition.forward ? stretch.to : stretch.from;
    double angle = at_pose.count(start) > 0 ? at_pose[start] : 0;
    row.resize(samples + 1);
    for (std::size_t step = 0; step <= samples; ++step) {
      const std::size_t m = transition.forward ? step : samples - step;
      const Drawn& drawn = of(frames_[transition.stretch][m], part);
      const Vec2 way = drawn.to - drawn.from;
      if (length(way) > 1) angle = unwrapped(arc_tangent(way.y, way.x), angle);
      row[m] = {drawn.from, angle, std::max(.04, length(way) / longest)};
    }
    at_pose.emplace(start, row[transition.forward ? 0 : samples].angle);
    at_pose.emplace(end, angle);
  }
  return rows;
}

// How many keys the carriers need, by what the shape would show.
Steps Animator::steps_of(const Carriers& carriers, const Polygon& shape) const {
  return fewest_steps(carriers.size(), [&](std::size_t row, int from, int to, int middle) {
    const Carrier &a = carriers[row][static_cast<std::size_t>(from)],
                  &z = carriers[row][static_cast<std::size_t>(to)];
    const double t = static_cast<double>(middle - from) / (to - from);
    const Carrier between{lerp(a.at, z.at, t), a.angle * (1 - t) + z.angle * t,
                          a.stretch * (1 - t) + z.stretch * t};
    return farthest(between.place(shape),
                    carriers[row][static_cast<std::size_t>(middle)].place(shape)) <= tolerance_;
  });
}

// One transform of the group that carries a part.
struct Animator::Stage {
  std::string type;  // "translate"
  std::function<std::string(FrameNumber)> value;
  std::string tag;  // empty when the value never changes

  std::string text(FrameNumber frame) const { return type + "(" + value(frame) + ")"; }
};

// The groups that carry a shape. An animation replaces the attribute that it animates, so what does
// not change stands on a group of its own, outside or inside.
Animator::Group Animator::carry(const Carriers& carriers, const Outlines& shape, bool narrowed,
                                const Steps& steps) {
  double radius = 0;
  for (const Vec2& p : points_of(shape)) radius = std::max(radius, length(p));
  const int digits = radius < 60 ? 0 : 1;
  const auto kept = std::make_shared<const Carriers>(carriers);
  std::vector<Stage> stages = {
      {"translate", [kept](FrameNumber f) { return pair_text(at_frame(*kept, f).at); }, ""},
      {"rotate",
       [kept, digits](FrameNumber f) { return decimal(at_frame(*kept, f).angle, digits); }, ""},
      {"scale", [kept](FrameNumber f) { return decimal(at_frame(*kept, f).stretch, 2) + " 1"; },
       ""}};
  if (!narrowed) stages.pop_back();
  for (Stage& stage : stages)
    stage.tag =
        timeline_.tag("animateTransform", "attributeName=\"transform\" type=\"" + stage.type + "\"",
                      steps, stage.value);
  Group group;
  for (std::size_t i = 0; i < stages.size();) {
    // A run of constant stages, or a run of animated ones that add up in one group.
    const bool constant = stages[i].tag.empty();
    std::string transform, tags;
    for (; i < stages.size() && stages[i].tag.empty() == constant; ++i) {
      std::string tag = stages[i].tag;
      if (!tags.empty()) tag.insert(tag.find(" dur="), " additive=\"sum\"");
      transform += stages[i].text(first());
      tags += tag;
    }
    if (transform == "rotate(0)" && constant) continue;
    group.open += "<g transform=\"" + transform + "\">" + tags;
    group.close += "</g>";
  }
  group.frozen = [stages](FrameNumber frame) {
    std::string transform;
    for (const Stage& stage : stages) transform += stage.text(frame);
    return "<g transform=\"" + transform + "\">";
  };
  return group;
}

}  // namespace unclench::figure
