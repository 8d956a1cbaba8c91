#include "figure/animation.h"

#include <algorithm>
#include <memory>
#include <set>

#include "figure/svg_text.h"

namespace unclench::figure {
namespace {

constexpr double unseen = 1.6;        // a part that moves less is not animated
constexpr double narrowest = .3;      // a part that is foreshortened more changes its shape
constexpr double cheap = 150;         // bytes for which no other way is tried
constexpr double worth_a_group = .9;  // of the cost of the plain way

double unwrapped(double angle, double near) {
  return angle - 360 * nearest((angle - near) / 360);
}

double whole_cost(const Animation& animation) {
  return cost_of(animation.moving.open) + cost_of(animation.moving.tag);
}

const Carrier& at_frame(const Carriers& carriers, FrameNumber frame) {
  return carriers[frame.stretch][frame.sample];
}

}  // namespace

double cost_of(const std::string& tags) {
  static const std::string mark = " values=\"";
  double cost = 0;
  for (std::size_t at = tags.find(mark); at != std::string::npos; at = tags.find(mark, at)) {
    at += mark.size();
    const std::size_t end = tags.find('"', at);
    std::set<std::string> values;
    for (std::size_t from = at; from <= end;) {
      const std::size_t to = std::min(end, tags.find(';', from));
      values.insert(tags.substr(from, to - from));
      from = to + 1;
    }
    cost += 30;
    for (const std::string& value : values) cost += .45 * static_cast<double>(value.size());
  }
  return cost;
}

// One transform of the group that carries a part.
struct Animator::Stage {
  std::string type;  // "translate"
  std::function<std::string(FrameNumber)> value;
  std::string tag;  // empty when the value never changes

  std::string text(FrameNumber frame) const { return type + "(" + value(frame) + ")"; }
};

FrameNumber Animator::first() const {
  const Transition& start = motion_.transitions().front();
  return {start.stretch, start.forward ? 0 : static_cast<std::size_t>(samples)};
}

Outlines Animator::outlines(const std::vector<Part>& parts, const Picture& picture) const {
  Outlines result;
  for (Part part : parts) result.push_back(of(picture, part).outlines);
  return result;
}

Rows<Outlines> Animator::outlines_of_frames(const std::vector<Part>& parts) const {
  Rows<Outlines> rows(frames_.size());
  for (std::size_t k = 0; k < frames_.size(); ++k)
    for (const Picture& picture : frames_[k]) rows[k].push_back(outlines(parts, picture));
  return rows;
}

bool Animator::is_still(const std::vector<Part>& parts) const {
  const Polygon start = points_of(outlines(parts, picture(first())));
  for (const auto& row : frames_)
    for (const Picture& picture : row)
      if (farthest(start, points_of(outlines(parts, picture))) >= unseen) return false;
  return true;
}

double Animator::longest_axis(Part part) const {
  double longest = 1e-9;
  for (const auto& row : frames_)
    for (const Picture& picture : row)
      longest = std::max(longest, length(of(picture, part).to - of(picture, part).from));
  return longest;
}

// The directions run on without jumps, also through poses that several stretches share.
Carriers Animator::carriers(Part part) const {
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

Rows<Outlines> Animator::local(const std::vector<Part>& parts, const Carriers& carriers) const {
  Rows<Outlines> rows = outlines_of_frames(parts);
  for (std::size_t k = 0; k < rows.size(); ++k)
    for (std::size_t m = 0; m < rows[k].size(); ++m)
      for (auto& part : rows[k][m])
        for (Polygon& polygon : part) polygon = carriers[k][m].local(polygon);
  return rows;
}

// How many keys the carriers need, by what the shape would show.
Steps Animator::steps_of(const Carriers& carriers, const Polygon& shape) const {
  return fewest_steps(
      carriers.size(), tolerance_, [&](std::size_t row, int from, int to, int middle) {
        const Carrier &a = carriers[row][static_cast<std::size_t>(from)],
                      &z = carriers[row][static_cast<std::size_t>(to)];
        const double t = static_cast<double>(middle - from) / (to - from);
        const Carrier between{lerp(a.at, z.at, t), a.angle * (1 - t) + z.angle * t,
                              a.stretch * (1 - t) + z.stretch * t};
        return farthest(between.place(shape),
                        carriers[row][static_cast<std::size_t>(middle)].place(shape));
      });
}

// The groups that carry a shape. An animation replaces the attribute that it animates, so what does
// not change stands on a group of its own, outside or inside.
Animator::Group Animator::carry(const Carriers& carriers, const Outlines& shape, bool narrowed) {
  const Polygon points = points_of(shape);
  const Steps steps = steps_of(carriers, points);
  double radius = 0;
  for (const Vec2& p : points) radius = std::max(radius, length(p));
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

std::optional<Animation> Animator::move(const std::vector<Part>& parts, const Carriers& carriers) {
  const double longest = longest_axis(parts[0]);
  double least = 1, shortened = 0;
  for (const auto& row : carriers)
    for (const Carrier& carrier : row) {
      least = std::min(least, carrier.stretch);
      shortened = std::max(shortened, std::fabs(carrier.stretch - 1) * longest);
    }
  const bool narrowed = shortened > rigid;
  if (narrowed && least < narrowest) return std::nullopt;
  const Carriers used = narrowed ? carriers : unstretched(carriers);
  const Rows<Outlines> locals = local(parts, used), truth = outlines_of_frames(parts);
  Mean mean;
  for (std::size_t k = 0; k < locals.size(); ++k)
    for (std::size_t m = 0; m < locals[k].size(); ++m) {
      const double seen = carriers[k][m].stretch * carriers[k][m].stretch;
      mean.add(points_of(locals[k][m]), seen * seen);  // what is seen in full counts more
    }
  const Polygon points = mean.points();
  for (std::size_t k = 0; k < truth.size(); ++k)
    for (std::size_t m = 0; m < truth[k].size(); ++m)
      if (farthest(used[k][m].place(points), points_of(truth[k][m])) >= rigid) return std::nullopt;
  const Outlines shape = with_points(locals[0][0], points);
  const Group group = carry(used, shape, narrowed);
  Animation animation{Animation::Kind::move, {group.open, group.close, {}, ""}, {}};
  for (std::size_t i = 0; i < parts.size(); ++i)
    animation.moving.paths.push_back(path_of(parts[i], shape[i]));
  animation.frozen = [group, paths = animation.moving.paths](FrameNumber frame) {
    return Markup{group.frozen(frame), "</g>", paths, ""};
  };
  return animation;
}

Animation Animator::morph(Part part, const Rows<Outlines>& rows) {
  Rows<Polygon> points(rows.size());
  for (std::size_t k = 0; k < rows.size(); ++k)
    for (const Outlines& outlines : rows[k]) points[k].push_back(points_of(outlines));
  const Steps steps =
      fewest_steps(rows.size(), tolerance_, [&](std::size_t row, int from, int to, int middle) {
        const double t = static_cast<double>(middle - from) / (to - from);
        const Polygon &a = points[row][static_cast<std::size_t>(from)],
                      &z = points[row][static_cast<std::size_t>(to)],
                      &m = points[row][static_cast<std::size_t>(middle)];
        double most = 0;
        for (std::size_t i = 0; i < m.size(); ++i)
          most = std::max(most, length(lerp(a[i], z[i], t) - m[i]));
        return most;
      });
  const auto kept = std::make_shared<const Rows<Outlines>>(rows);
  const auto path = [kept, part](FrameNumber frame) {
    return path_of(part, (*kept)[frame.stretch][frame.sample][0]);
  };
  return {Animation::Kind::morph,
          {"", "", {path(first())}, timeline_.tag("animate", "attributeName=\"d\"", steps, path)},
          [path](FrameNumber frame) {
            return Markup{"", "", {path(frame)}, ""};
          }};
}

Animation Animator::morph_inside_carrier(Part part, const Carriers& carriers) {
  const Carriers used = unstretched(carriers);
  const Rows<Outlines> locals = local({part}, used);
  Mean mean;
  for (const auto& row : locals)
    for (const Outlines& outlines : row) mean.add(points_of(outlines), 1);
  Animation animation = morph(part, locals);
  const Group group = carry(used, with_points(locals[0][0], mean.points()), false);
  animation.moving.open = group.open;
  animation.moving.close = group.close;
  animation.frozen = [group, inner = animation.frozen](FrameNumber frame) {
    Markup markup = inner(frame);
    markup.open = group.frozen(frame);
    markup.close = "</g>";
    return markup;
  };
  return animation;
}

std::optional<Animation> Animator::animate_together(const std::vector<Part>& parts) {
  if (!is_still(parts)) return move(parts, carriers(parts[0]));
  Animation still;
  for (Part part : parts)
    still.moving.paths.push_back(path_of(part, of(picture(first()), part).outlines));
  still.frozen = [markup = still.moving](FrameNumber) { return markup; };
  return still;
}

Animation Animator::animate(Part part) {
  if (is_still({part})) return *animate_together({part});
  const Carriers carriers = this->carriers(part);
  const bool bends = part == Part::shirt || part == Part::target;
  const std::optional<Animation> moved = bends ? std::nullopt : move({part}, carriers);
  if (moved && whole_cost(*moved) < cheap) return *moved;
  Animation best = morph(part, outlines_of_frames({part}));
  Animation carried = morph_inside_carrier(part, carriers);
  if (whole_cost(carried) < worth_a_group * whole_cost(best)) best = std::move(carried);
  return moved && whole_cost(*moved) < whole_cost(best) ? *moved : best;
}

}  // namespace unclench::figure
