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

double whole_cost(const Animation& animation) {
  return cost_of(animation.moving.open) + cost_of(animation.moving.tag);
}

double distance(Vec2 p, Vec2 a, Vec2 b) {
  const Vec2 way = b - a;
  const double share = std::clamp(dot(p - a, way) / std::max(1e-9, dot(way, way)), 0.0, 1.0);
  return length(p - lerp(a, b, share));
}

// Whether the corners of one shape keep so near to the edges of another with as many: what slides
// along its outline changes nothing. `shape` says where an outline ends.
bool keeps_to_outline(const Outlines& shape, const Polygon& a, const Polygon& b, double near) {
  std::size_t begin = 0;
  for (const auto& part : shape)
    for (const Polygon& outline : part) {
      const std::size_t count = outline.size();
      for (std::size_t i = 0; i < count; ++i) {
        const Vec2 corner = a[begin + i];
        bool keeps = length(corner - b[begin + i]) <= near;
        for (std::size_t k = 0; k < count && !keeps; ++k)
          keeps = distance(corner, b[begin + k], b[begin + (k + 1) % count]) <= near;
        if (!keeps) return false;
      }
      begin += count;
    }
  return true;
}

// A value of a map, which is found once.
template <typename Key, typename Value>
Value& remembered(std::map<Key, Value>& known, const Key& key, auto find) {
  const auto at = known.find(key);
  return at != known.end() ? at->second : known.emplace(key, find()).first->second;
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

bool Animator::is_still(const std::vector<Part>& parts) {
  return remembered(still_, parts, [&] { return find_still(parts); });
}

bool Animator::find_still(const std::vector<Part>& parts) const {
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

const Carriers& Animator::carriers(Part part) {
  return remembered(carriers_, part, [&] { return find_carriers(part); });
}

Rows<Outlines> Animator::local(const std::vector<Part>& parts, const Carriers& carriers) const {
  Rows<Outlines> rows = outlines_of_frames(parts);
  for (std::size_t k = 0; k < rows.size(); ++k)
    for (std::size_t m = 0; m < rows[k].size(); ++m)
      for (auto& part : rows[k][m])
        for (Polygon& polygon : part) polygon = carriers[k][m].local(polygon);
  return rows;
}

std::optional<Animator::Moved> Animator::find_move(const std::vector<Part>& parts) {
  const Carriers& carriers = this->carriers(parts[0]);
  const double longest = longest_axis(parts[0]);
  double least = 1, shortened = 0;
  for (const auto& row : carriers)
    for (const Carrier& carrier : row) {
      least = std::min(least, carrier.stretch);
      shortened = std::max(shortened, std::fabs(carrier.stretch - 1) * longest);
    }
  const bool narrowed = shortened > rigid;
  if (narrowed && least < narrowest) return std::nullopt;
  Moved moved{narrowed ? carriers : unstretched(carriers), narrowed, {}, {}};
  const Rows<Outlines> locals = local(parts, moved.carriers), truth = outlines_of_frames(parts);
  Mean mean;
  for (std::size_t k = 0; k < locals.size(); ++k)
    for (std::size_t m = 0; m < locals[k].size(); ++m) {
      const double seen = carriers[k][m].stretch * carriers[k][m].stretch;
      mean.add(points_of(locals[k][m]), seen * seen);  // what is seen in full counts more
    }
  const Polygon points = mean.points();
  for (std::size_t k = 0; k < truth.size(); ++k)
    for (std::size_t m = 0; m < truth[k].size(); ++m)
      if (!keeps_to_outline(truth[k][m], moved.carriers[k][m].place(points), points_of(truth[k][m]),
                            rigid))
        return std::nullopt;
  moved.shape = with_points(locals[0][0], points);
  return moved;
}

std::optional<Animator::Moved>& Animator::moved(const std::vector<Part>& parts) {
  return remembered(moves_, parts, [&] { return find_move(parts); });
}

std::optional<Animation> Animator::move(const std::vector<Part>& parts) {
  std::optional<Moved>& moved = this->moved(parts);
  if (!moved) return std::nullopt;
  const Steps steps = steps_of(moved->carriers, points_of(moved->shape));
  return remembered(moved->by_steps, steps, [&] {
    const Group group = carry(moved->carriers, moved->shape, moved->narrowed, steps);
    Animation animation{Animation::Kind::move, {group.open, group.close, {}, ""}, {}};
    for (std::size_t i = 0; i < parts.size(); ++i)
      animation.moving.paths.push_back(path_of(parts[i], moved->shape[i]));
    animation.frozen = [group, paths = animation.moving.paths](FrameNumber frame) {
      return Markup{group.frozen(frame), "</g>", paths, ""};
    };
    return animation;
  });
}

Animator::Morphing Animator::morphing_of(Rows<Outlines> rows) const {
  Morphing morphing;
  morphing.points.resize(rows.size());
  for (std::size_t k = 0; k < rows.size(); ++k)
    for (const Outlines& outlines : rows[k]) morphing.points[k].push_back(points_of(outlines));
  morphing.rows = std::make_shared<const Rows<Outlines>>(std::move(rows));
  return morphing;
}

Animation Animator::morph(Part part, Morphing& morphing) {
  const Rows<Polygon>& points = morphing.points;
  const Steps steps =
      fewest_steps(points.size(), [&](std::size_t row, int from, int to, int middle) {
        const double t = static_cast<double>(middle - from) / (to - from);
        const Polygon &a = points[row][static_cast<std::size_t>(from)],
                      &z = points[row][static_cast<std::size_t>(to)],
                      &m = points[row][static_cast<std::size_t>(middle)];
        Polygon between;
        for (std::size_t i = 0; i < m.size(); ++i) between.push_back(lerp(a[i], z[i], t));
        return keeps_to_outline(morphing.rows->front().front(), between, m, tolerance_);
      });
  return remembered(morphing.by_steps, steps, [&] {
    const auto path = [rows = morphing.rows, part](FrameNumber frame) {
      return path_of(part, (*rows)[frame.stretch][frame.sample][0]);
    };
    return Animation{
        Animation::Kind::morph,
        {"", "", {path(first())}, timeline_.tag("animate", "attributeName=\"d\"", steps, path)},
        [path](FrameNumber frame) {
          return Markup{"", "", {path(frame)}, ""};
        }};
  });
}

Animator::CarriedMorphing Animator::find_carried_morphing(Part part) {
  CarriedMorphing carried;
  carried.carriers = unstretched(carriers(part));
  const Rows<Outlines> locals = local({part}, carried.carriers);
  Mean mean;
  for (const auto& row : locals)
    for (const Outlines& outlines : row) mean.add(points_of(outlines), 1);
  carried.shape = with_points(locals[0][0], mean.points());
  carried.inside = morphing_of(locals);
  return carried;
}

Animation Animator::morph_inside_carrier(Part part) {
  CarriedMorphing& carried =
      remembered(carried_morphings_, part, [&] { return find_carried_morphing(part); });
  Animation animation = morph(part, carried.inside);
  const Steps steps = steps_of(carried.carriers, points_of(carried.shape));
  const Group& group = remembered(carried.by_steps, steps, [&] {
    return carry(carried.carriers, carried.shape, false, steps);
  });
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
  if (!is_still(parts)) return move(parts);
  Animation still;
  for (Part part : parts)
    still.moving.paths.push_back(path_of(part, of(picture(first()), part).outlines));
  still.frozen = [markup = still.moving](FrameNumber) { return markup; };
  return still;
}

Animation Animator::animate(Part part) {
  if (is_still({part})) return *animate_together({part});
  const bool bends = part == Part::shirt || part == Part::target;
  const std::optional<Animation> moved = bends ? std::nullopt : move({part});
  if (moved && whole_cost(*moved) < cheap) return *moved;
  Animation best = morph(
      part, remembered(morphings_, part, [&] { return morphing_of(outlines_of_frames({part})); }));
  Animation carried = morph_inside_carrier(part);
  if (whole_cost(carried) < worth_a_group * whole_cost(best)) best = std::move(carried);
  return moved && whole_cost(*moved) < whole_cost(best) ? *moved : best;
}

}  // namespace unclench::figure
