#include "figure/animation.h"

#include <algorithm>
#include <set>

#include "figure/svg_text.h"

namespace unclench::figure {

// The axis of a part in a frame: where it begins, its direction in degrees, its share of its
// length.
struct Animator::Carrier {
  Vec2 at;
  double angle = 0, stretch = 1;

  // From the part's own frame, x along the axis, to the picture.
  Vec2 place(Vec2 p) const {
    const double c = cosine(angle), s = sine(angle), x = stretch * p.x;
    return {at.x + c * x - s * p.y, at.y + s * x + c * p.y};
  }
  Vec2 local(Vec2 p) const {
    const double c = cosine(angle), s = sine(angle);
    const Vec2 d = p - at;
    return {(d.x * c + d.y * s) / stretch, d.y * c - d.x * s};
  }
};

namespace {

// In view units; 840 of them are the width.
constexpr double tolerance = 3;   // how far off a point may be between two keys
constexpr double rigid = 8;       // how far off a part may be that is moved as a whole
constexpr double unseen = 1.6;    // a part that moves less is not animated
constexpr double narrowest = .3;  // a part that is foreshortened more than this changes its shape
constexpr double cheap = 150;     // bytes for which no other way is tried
constexpr double worth_a_group = .9;  // of the cost of the plain way

double farthest(const Polygon& a, const Polygon& b) {
  double most = 0;
  for (std::size_t i = 0; i < a.size(); ++i) most = std::max(most, length(a[i] - b[i]));
  return most;
}

template <typename Outlines>
Polygon points_of(const Outlines& outlines) {
  Polygon points;
  for (const auto& part : outlines)
    for (const Polygon& polygon : part) points.insert(points.end(), polygon.begin(), polygon.end());
  return points;
}

template <typename Outlines>
Outlines with_points(Outlines outlines, const Polygon& points) {
  std::size_t i = 0;
  for (auto& part : outlines)
    for (Polygon& polygon : part)
      for (Vec2& p : polygon) p = points[i++];
  return outlines;
}

// The mean of shapes, by their weights.
class Mean {
 public:
  void add(const Polygon& points, double weight) {
    sum_.resize(points.size());
    for (std::size_t i = 0; i < points.size(); ++i) sum_[i] = sum_[i] + points[i] * weight;
    weight_ += weight;
  }
  Polygon points() const {
    Polygon mean = sum_;
    for (Vec2& p : mean) p = p * (1 / weight_);
    return mean;
  }

 private:
  Polygon sum_;
  double weight_ = 0;
};

std::string pair(Vec2 v) {
  std::string text;
  append_number(text, nearest(v.x));
  append_number(text, nearest(v.y));
  return text;
}

double unwrapped(double angle, double near) {
  return angle - 360 * nearest((angle - near) / 360);
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

std::string path_of(Part part, const std::vector<Polygon>& outlines) {
  const bool eye = part == Part::eye_right || part == Part::eye_left;
  std::string path;
  for (const Polygon& outline : outlines)
    path += eye ? crescent_path(outline) : spline_path(outline);
  return path;
}

const Picture& Animator::first() const {
  const Transition& start = motion_.transitions().front();
  const auto& row = frames_[start.stretch];
  return start.forward ? row.front() : row.back();
}

Animator::Outlines Animator::outlines(const std::vector<Part>& parts,
                                      const Picture& picture) const {
  Outlines result;
  for (Part part : parts) result.push_back(of(picture, part).outlines);
  return result;
}

Rows<Animator::Outlines> Animator::outlines_of_frames(const std::vector<Part>& parts) const {
  Rows<Outlines> rows(frames_.size());
  for (std::size_t k = 0; k < frames_.size(); ++k)
    for (const Picture& picture : frames_[k]) rows[k].push_back(outlines(parts, picture));
  return rows;
}

bool Animator::is_still(const std::vector<Part>& parts) const {
  const Polygon start = points_of(outlines(parts, first()));
  for (const auto& row : frames_)
    for (const Picture& picture : row)
      if (farthest(start, points_of(outlines(parts, picture))) >= unseen) return false;
  return true;
}

// The directions run on without jumps, also through poses that several stretches share.
Animator::Carriers Animator::carriers(Part part) const {
  double longest = 1e-9;
  for (const auto& row : frames_)
    for (const Picture& picture : row)
      longest = std::max(longest, length(of(picture, part).to - of(picture, part).from));
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

Rows<Animator::Outlines> Animator::local(const std::vector<Part>& parts, const Carriers& carriers,
                                         bool narrowed) const {
  Rows<Outlines> rows = outlines_of_frames(parts);
  for (std::size_t k = 0; k < rows.size(); ++k)
    for (std::size_t m = 0; m < rows[k].size(); ++m) {
      Carrier carrier = carriers[k][m];
      if (!narrowed) carrier.stretch = 1;
      for (auto& part : rows[k][m])
        for (Polygon& polygon : part)
          for (Vec2& p : polygon) p = carrier.local(p);
    }
  return rows;
}

// The group that carries a shape. An animation replaces the attribute that it animates, so what
// does not change stands on a group of its own, outside or inside.
Animator::Wrapping Animator::carry(const Carriers& carriers, const Outlines& shape, bool narrowed) {
  const Polygon points = points_of(shape);
  const auto placed = [&](const Carrier& carrier) {
    Polygon result;
    for (const Vec2& p : points) result.push_back(carrier.place(p));
    return result;
  };
  Rows<Polygon> full(carriers.size());
  for (std::size_t k = 0; k < carriers.size(); ++k)
    for (const Carrier& carrier : carriers[k]) full[k].push_back(placed(carrier));
  const int steps =
      fewest_steps(carriers.size(), tolerance, [&](std::size_t row, int from, int to, int middle) {
        const Carrier &a = carriers[row][static_cast<std::size_t>(from)],
                      &z = carriers[row][static_cast<std::size_t>(to)];
        const double t = static_cast<double>(middle - from) / (to - from);
        const Carrier between{lerp(a.at, z.at, t), a.angle * (1 - t) + z.angle * t,
                              a.stretch * (1 - t) + z.stretch * t};
        return farthest(placed(between), full[row][static_cast<std::size_t>(middle)]);
      });
  double radius = 0;
  for (const Vec2& p : points) radius = std::max(radius, length(p));
  const int digits = radius < 60 ? 0 : 1;
  const auto shift = [&](std::size_t k, std::size_t m) { return pair(carriers[k][m].at); };
  const auto turn = [&](std::size_t k, std::size_t m) {
    return decimal(carriers[k][m].angle, digits);
  };
  const auto width = [&](std::size_t k, std::size_t m) {
    return decimal(carriers[k][m].stretch, 2) + " 1";
  };
  const auto tag = [&](const std::string& type, const auto& value) {
    return timeline_.tag("animateTransform", "attributeName=\"transform\" type=\"" + type + "\"",
                         steps, value);
  };
  struct Turned {
    std::string constant, tag;
  };
  const Transition& start = motion_.transitions().front();
  const std::size_t k = start.stretch, m = start.forward ? 0 : samples;
  std::vector<Turned> stages = {{"translate(" + shift(k, m) + ")", tag("translate", shift)},
                                {"rotate(" + turn(k, m) + ")", tag("rotate", turn)}};
  if (narrowed) stages.push_back({"scale(" + width(k, m) + ")", tag("scale", width)});
  Wrapping wrapping;
  for (std::size_t i = 0; i < stages.size();) {
    // A run of constant stages, or a run of animated ones that add up in one group.
    const bool constant = stages[i].tag.empty();
    std::string transform, tags;
    for (; i < stages.size() && stages[i].tag.empty() == constant; ++i) {
      std::string text = stages[i].tag;
      if (!constant && !tags.empty()) text.replace(text.find(" dur="), 0, " additive=\"sum\"");
      transform += stages[i].constant;
      tags += text;
    }
    if (transform == "rotate(0)") continue;
    wrapping.open += "<g transform=\"" + transform + "\">" + tags;
    wrapping.close += "</g>";
  }
  return wrapping;
}

std::optional<Animation> Animator::move(const std::vector<Part>& parts, const Carriers& carriers) {
  double longest = 0, least = 1, shortened = 0;
  for (const auto& row : frames_)
    for (const Picture& picture : row)
      longest = std::max(longest, length(of(picture, parts[0]).to - of(picture, parts[0]).from));
  for (const auto& row : carriers)
    for (const Carrier& carrier : row) {
      least = std::min(least, carrier.stretch);
      shortened = std::max(shortened, std::fabs(carrier.stretch - 1) * longest);
    }
  const bool narrowed = shortened > rigid;
  if (narrowed && least < narrowest) return std::nullopt;
  Carriers used = carriers;
  if (!narrowed)
    for (auto& row : used)
      for (Carrier& carrier : row) carrier.stretch = 1;
  const Rows<Outlines> locals = local(parts, used, narrowed);
  Mean mean;
  for (std::size_t k = 0; k < locals.size(); ++k)
    for (std::size_t m = 0; m < locals[k].size(); ++m) {
      const double seen = carriers[k][m].stretch * carriers[k][m].stretch;
      mean.add(points_of(locals[k][m]), seen * seen);  // what is seen in full counts more
    }
  const Polygon points = mean.points();
  const Rows<Outlines> truth = outlines_of_frames(parts);
  for (std::size_t k = 0; k < truth.size(); ++k)
    for (std::size_t m = 0; m < truth[k].size(); ++m) {
      Polygon placed;
      for (const Vec2& p : points) placed.push_back(used[k][m].place(p));
      if (farthest(placed, points_of(truth[k][m])) >= rigid) return std::nullopt;
    }
  const Outlines shape = with_points(locals[0][0], points);
  const Wrapping wrapping = carry(used, shape, narrowed);
  Animation animation{Animation::Kind::move, wrapping.open, wrapping.close, {}, ""};
  for (std::size_t i = 0; i < parts.size(); ++i)
    animation.paths.push_back(path_of(parts[i], shape[i]));
  return animation;
}

Animation Animator::morph(Part part, const Rows<Outlines>& rows) {
  Rows<Polygon> points(rows.size());
  for (std::size_t k = 0; k < rows.size(); ++k)
    for (const Outlines& outlines : rows[k]) points[k].push_back(points_of(outlines));
  const int steps =
      fewest_steps(rows.size(), tolerance, [&](std::size_t row, int from, int to, int middle) {
        const double t = static_cast<double>(middle - from) / (to - from);
        const Polygon &a = points[row][static_cast<std::size_t>(from)],
                      &z = points[row][static_cast<std::size_t>(to)],
                      &m = points[row][static_cast<std::size_t>(middle)];
        double most = 0;
        for (std::size_t i = 0; i < m.size(); ++i)
          most = std::max(most, length(lerp(a[i], z[i], t) - m[i]));
        return most;
      });
  const auto path = [&](std::size_t k, std::size_t m) { return path_of(part, rows[k][m][0]); };
  const Transition& start = motion_.transitions().front();
  return {Animation::Kind::morph,
          "",
          "",
          {path(start.stretch, start.forward ? 0 : samples)},
          timeline_.tag("animate", "attributeName=\"d\"", steps, path)};
}

Animation Animator::morph_inside_carrier(Part part, const Carriers& carriers) {
  Carriers used = carriers;
  for (auto& row : used)
    for (Carrier& carrier : row) carrier.stretch = 1;
  const Rows<Outlines> locals = local({part}, used, false);
  Mean mean;
  for (const auto& row : locals)
    for (const Outlines& outlines : row) mean.add(points_of(outlines), 1);
  Animation animation = morph(part, locals);
  const Wrapping wrapping = carry(used, with_points(locals[0][0], mean.points()), false);
  animation.open = wrapping.open;
  animation.close = wrapping.close;
  return animation;
}

std::optional<Animation> Animator::animate_together(const std::vector<Part>& parts) {
  if (is_still(parts)) {
    Animation still;
    for (Part part : parts) still.paths.push_back(path_of(part, of(first(), part).outlines));
    return still;
  }
  return move(parts, carriers(parts[0]));
}

Animation Animator::animate(Part part) {
  const bool trunk = part == Part::shirt || part == Part::target;
  if (is_still({part})) return *animate_together({part});
  const Carriers carriers = this->carriers(part);
  std::optional<Animation> moved;
  if (!trunk) moved = move({part}, carriers);
  if (moved && cost_of(moved->open) < cheap) return *moved;
  Animation best = morph(part, outlines_of_frames({part}));
  const Animation carried = morph_inside_carrier(part, carriers);
  const auto cost = [](const Animation& a) { return cost_of(a.open) + cost_of(a.tag); };
  if (cost(carried) < worth_a_group * cost(best)) best = carried;
  return moved && cost(*moved) < cost(best) ? *moved : best;
}

std::optional<LinkedLimb> Animator::animate_limb(const std::vector<std::vector<Part>>& links) {
  const std::size_t count = links.size();
  // Each link must keep its length on the picture.
  std::vector<double> lengths;
  for (const auto& link : links) {
    double low = 1e9, high = 0, sum = 0, frames = 0;
    for (const auto& row : frames_)
      for (const Picture& picture : row) {
        const double n = length(of(picture, link[0]).to - of(picture, link[0]).from);
        low = std::min(low, n);
        high = std::max(high, n);
        sum += n;
        ++frames;
      }
    if (high - low > rigid) return std::nullopt;
    lengths.push_back(sum / frames);
  }
  std::vector<Carriers> carriers;
  std::vector<Outlines> shapes;
  for (const auto& link : links) {
    carriers.push_back(this->carriers(link[0]));
    for (auto& row : carriers.back())
      for (Carrier& carrier : row) carrier.stretch = 1;
    const Rows<Outlines> locals = local(link, carriers.back(), false);
    Mean mean;
    for (const auto& row : locals)
      for (const Outlines& outlines : row) mean.add(points_of(outlines), 1);
    shapes.push_back(with_points(locals[0][0], mean.points()));
  }
  // All points, when each link is hung on the end of the one before.
  const auto placed = [&](Vec2 root, const std::vector<double>& angles) {
    Polygon points;
    for (std::size_t i = 0; i < count; ++i) {
      const Carrier carrier{root, angles[i], 1};
      for (const Vec2& p : points_of(shapes[i])) points.push_back(carrier.place(p));
      root = carrier.place({lengths[i], 0});
    }
    return points;
  };
  const auto angles_at = [&](std::size_t k, std::size_t m) {
    std::vector<double> angles;
    for (const Carriers& c : carriers) angles.push_back(c[k][m].angle);
    return angles;
  };
  Rows<Polygon> full(frames_.size());
  for (std::size_t k = 0; k < frames_.size(); ++k)
    for (std::size_t m = 0; m < frames_[k].size(); ++m) {
      full[k].push_back(placed(carriers[0][k][m].at, angles_at(k, m)));
      Polygon truth;
      for (const auto& link : links) {
        const Polygon points = points_of(outlines(link, frames_[k][m]));
        truth.insert(truth.end(), points.begin(), points.end());
      }
      if (farthest(full[k].back(), truth) > rigid * 1.3) return std::nullopt;
    }
  const int steps =
      fewest_steps(frames_.size(), tolerance, [&](std::size_t k, int from, int to, int middle) {
        const auto a = static_cast<std::size_t>(from), z = static_cast<std::size_t>(to);
        const double t = static_cast<double>(middle - from) / (to - from);
        std::vector<double> angles = angles_at(k, a);
        const std::vector<double> last = angles_at(k, z);
        for (std::size_t i = 0; i < count; ++i) angles[i] = angles[i] * (1 - t) + last[i] * t;
        return farthest(placed(lerp(carriers[0][k][a].at, carriers[0][k][z].at, t), angles),
                        full[k][static_cast<std::size_t>(middle)]);
      });
  const Transition& start = motion_.transitions().front();
  const std::size_t k0 = start.stretch, m0 = start.forward ? 0 : samples;
  LinkedLimb limb;
  for (std::size_t i = 0; i < count; ++i) {
    const auto shift = [&](std::size_t k, std::size_t m) { return pair(carriers[0][k][m].at); };
    const auto bend = [&](std::size_t k, std::size_t m) {
      return carriers[i][k][m].angle - (i > 0 ? carriers[i - 1][k][m].angle : 0);
    };
    const int rounds = nearest(bend(k0, m0) / 360);
    const auto turn = [&](std::size_t k, std::size_t m) {
      return decimal(bend(k, m) - 360 * rounds, 1);
    };
    LinkedLimb::Link link;
    if (i == 0) {
      bool rests = true;  // a root that only trembles is not moved
      for (const auto& row : carriers[0])
        for (const Carrier& c : row)
          rests = rests && std::fabs(c.at.x - carriers[0][k0][m0].at.x) < 1.2 &&
                  std::fabs(c.at.y - carriers[0][k0][m0].at.y) < 1.2;
      link.open = "<g transform=\"translate(" + shift(k0, m0) + ")\">";
      if (!rests)
        link.open += timeline_.tag("animateTransform",
                                   "attributeName=\"transform\" type=\"translate\"", steps, shift);
    } else {
      link.open = "<g transform=\"translate(" + decimal(lengths[i - 1], 0) + ")\">";
    }
    link.open += "<g transform=\"rotate(" + turn(k0, m0) + ")\">" +
                 timeline_.tag("animateTransform", "attributeName=\"transform\" type=\"rotate\"",
                               steps, turn);
    limb.close += "</g></g>";
    for (std::size_t p = 0; p < links[i].size(); ++p) {
      link.parts.push_back(links[i][p]);
      link.paths.push_back(path_of(links[i][p], shapes[i][p]));
    }
    limb.links.push_back(std::move(link));
  }
  return limb;
}

}  // namespace unclench::figure
