#include <algorithm>
#include <memory>

#include "figure/animation.h"
#include "figure/svg_text.h"

namespace unclench::figure {

double farthest(const Polygon& a, const Polygon& b) {
  double most = 0;
  for (std::size_t i = 0; i < a.size(); ++i) most = std::max(most, length(a[i] - b[i]));
  return most;
}

Polygon points_of(const Outlines& outlines) {
  Polygon points;
  for (const auto& part : outlines)
    for (const Polygon& polygon : part) points.insert(points.end(), polygon.begin(), polygon.end());
  return points;
}

Outlines with_points(Outlines outlines, const Polygon& points) {
  std::size_t i = 0;
  for (auto& part : outlines)
    for (Polygon& polygon : part)
      for (Vec2& p : polygon) p = points[i++];
  return outlines;
}

void Mean::add(const Polygon& points, double weight) {
  sum_.resize(points.size());
  for (std::size_t i = 0; i < points.size(); ++i) sum_[i] = sum_[i] + points[i] * weight;
  weight_ += weight;
}

Polygon Mean::scaled(double by) const {
  Polygon result = sum_;
  for (Vec2& p : result) p = p * by;
  return result;
}

std::string pair_text(Vec2 v) {
  std::string text;
  append_number(text, nearest(v.x));
  append_number(text, nearest(v.y));
  return text;
}

std::string path_of(Part part, const std::vector<Polygon>& outlines) {
  const bool eye = part == Part::eye_right || part == Part::eye_left;
  std::string path;
  for (const Polygon& outline : outlines)
    path += eye ? crescent_path(outline) : spline_path(outline);
  return path;
}

namespace {

constexpr double trembling = 1.2;  // a root that moves less stands still

// The links as they hang together: where the first begins, their directions and lengths.
struct Linkage {
  std::vector<Carriers> carriers;  // by link
  std::vector<double> lengths;
  std::vector<Outlines> shapes;

  Vec2 root(FrameNumber f) const { return carriers[0][f.stretch][f.sample].at; }
  std::vector<double> angles(FrameNumber f) const {
    std::vector<double> result;
    for (const Carriers& link : carriers) result.push_back(link[f.stretch][f.sample].angle);
    return result;
  }
  // The turn of a link against the one before.
  double bend(std::size_t link, FrameNumber f) const {
    const std::vector<double> all = angles(f);
    return all[link] - (link > 0 ? all[link - 1] : 0);
  }
  Polygon placed(Vec2 root, const std::vector<double>& angles) const {
    Polygon points;
    for (std::size_t i = 0; i < shapes.size(); ++i) {
      const Carrier carrier{root, angles[i], 1};
      const Polygon link = carrier.place(points_of(shapes[i]));
      points.insert(points.end(), link.begin(), link.end());
      root = carrier.place({{lengths[i], 0}})[0];
    }
    return points;
  }
  Polygon placed(FrameNumber f) const { return placed(root(f), angles(f)); }
  // Between two frames.
  Polygon placed(FrameNumber a, FrameNumber z, double t) const {
    std::vector<double> from = angles(a);
    const std::vector<double> to = angles(z);
    for (std::size_t i = 0; i < from.size(); ++i) from[i] = from[i] * (1 - t) + to[i] * t;
    return placed(lerp(root(a), root(z), t), from);
  }
  bool stands_still() const {
    const Vec2 start = carriers[0][0][0].at;
    for (const auto& row : carriers[0])
      for (const Carrier& c : row)
        if (std::fabs(c.at.x - start.x) >= trembling || std::fabs(c.at.y - start.y) >= trembling)
          return false;
    return true;
  }
};

// The mean length of an axis on the picture; nothing when it changes.
std::optional<double> steady_length(const Frames& frames, Part part) {
  double low = 1e9, high = 0, sum = 0, count = 0;
  for (const auto& row : frames)
    for (const Picture& picture : row) {
      const double n = length(of(picture, part).to - of(picture, part).from);
      low = std::min(low, n);
      high = std::max(high, n);
      sum += n;
      ++count;
    }
  return high - low > rigid ? std::nullopt : std::optional(sum / count);
}

}  // namespace

std::optional<LinkedLimb> Animator::animate_limb(const std::vector<std::vector<Part>>& links) {
  const auto kept = std::make_shared<Linkage>();
  Linkage& linkage = *kept;
  for (const auto& link : links) {
    const std::optional<double> length = steady_length(frames_, link[0]);
    if (!length) return std::nullopt;
    linkage.lengths.push_back(*length);
    linkage.carriers.push_back(unstretched(carriers(link[0])));
    const Rows<Outlines> locals = local(link, linkage.carriers.back());
    Mean mean;
    for (const auto& row : locals)
      for (const Outlines& outlines : row) mean.add(points_of(outlines), 1);
    linkage.shapes.push_back(with_points(locals[0][0], mean.points()));
  }
  for (std::size_t k = 0; k < frames_.size(); ++k)
    for (std::size_t m = 0; m < frames_[k].size(); ++m) {
      Polygon truth;
      for (const auto& link : links) {
        const Polygon points = points_of(outlines(link, frames_[k][m]));
        truth.insert(truth.end(), points.begin(), points.end());
      }
      if (farthest(linkage.placed(FrameNumber{k, m}), truth) > rigid * 1.3) return std::nullopt;
    }
  const Steps steps =
      fewest_steps(frames_.size(), [&](std::size_t k, int from, int to, int middle) {
        const auto frame = [&](int m) { return FrameNumber{k, static_cast<std::size_t>(m)}; };
        const double t = static_cast<double>(middle - from) / (to - from);
        return farthest(linkage.placed(frame(from), frame(to), t), linkage.placed(frame(middle))) <=
               tolerance_;
      });

  std::vector<std::vector<std::string>> paths;
  for (std::size_t i = 0; i < links.size(); ++i) {
    paths.emplace_back();
    for (std::size_t p = 0; p < links[i].size(); ++p)
      paths.back().push_back(path_of(links[i][p], linkage.shapes[i][p]));
  }
  const auto shift = [kept](std::size_t link, FrameNumber f) {
    return link == 0 ? pair_text(kept->root(f)) : decimal(kept->lengths[link - 1], 0);
  };
  const auto turn = [kept, start = first()](std::size_t link, FrameNumber f) {
    const int rounds = nearest(kept->bend(link, start) / 360);
    return decimal(kept->bend(link, f) - 360 * rounds, 1);
  };
  const auto tag = [&](const std::string& type, const auto& value) {
    return timeline_.tag("animateTransform", "attributeName=\"transform\" type=\"" + type + "\"",
                         steps, value);
  };
  LinkedLimb limb;
  limb.parts = links;
  for (std::size_t i = 0; i < links.size(); ++i) {
    Markup markup;
    markup.paths = paths[i];
    markup.open = "<g transform=\"translate(" + shift(i, first()) + ")\">";
    if (i == 0 && !linkage.stands_still())
      markup.open += tag("translate", [&](FrameNumber f) { return shift(0, f); });
    markup.open += "<g transform=\"rotate(" + turn(i, first()) + ")\">" +
                   tag("rotate", [&](FrameNumber f) { return turn(i, f); });
    markup.close = "</g></g>";
    limb.moving.push_back(std::move(markup));
  }
  limb.frozen = [paths, shift, turn](FrameNumber frame) {
    std::vector<Markup> links_then;
    for (std::size_t i = 0; i < paths.size(); ++i)
      links_then.push_back(
          {"<g transform=\"translate(" + shift(i, frame) + ")rotate(" + turn(i, frame) + ")\">",
           "</g>", paths[i], ""});
    return links_then;
  };
  return limb;
}

}  // namespace unclench::figure
