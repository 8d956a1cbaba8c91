#include "figure/scene.h"

#include <algorithm>

namespace unclench::figure {
namespace {

constexpr int arrow_points = 9;
constexpr int gap = 14;  // between panels
constexpr double panel_margin = 16;
constexpr double sky = .55;  // the share of spare height that is left above

struct Bounds {
  Vec2 low{1e9, 1e9}, high{-1e9, -1e9};
  void add(Vec2 p, double around = 0) {
    low = {std::min(low.x, p.x - around), std::min(low.y, p.y - around)};
    high = {std::max(high.x, p.x + around), std::max(high.y, p.y + around)};
  }
};

Bounds bounds_of(const View& view, const std::vector<const Body*>& bodies,
                 const std::vector<PropShape>& props, const std::vector<Polygon>& arrows) {
  Bounds bounds;
  for (const Body* body : bodies)
    for (const Drawn& drawn : picture_of(*body, view, Target::none))
      for (const Polygon& outline : drawn.outlines)
        for (const Vec2& p : outline) bounds.add(p);
  for (const PropShape& prop : props)
    for (const Vec2& p : prop.points) bounds.add(p);
  for (const Polygon& arrow : arrows)
    for (const Vec2& p : arrow) bounds.add(p, 3);
  return bounds;
}

Polygon points_of(const Motion& motion, const View& view, const Arrow& arrow, int pose) {
  Polygon points;
  const Body& body = motion.poses()[static_cast<std::size_t>(pose)];
  for (int m = 0; m < arrow_points; ++m) {
    const double t = static_cast<double>(m) / (arrow_points - 1);
    Vec2 p;
    if (arrow.kind == Arrow::Kind::trace) {
      const double s = arrow.span.x + (arrow.span.y - arrow.span.x) * t;
      p = view(place_of(motion.between(arrow.from, arrow.to, s), arrow.spot));
    } else {
      p = view(place_of(body, arrow.spot));
      const double angle = arrow.angles.x * (1 - t) + arrow.angles.y * t;
      p = p + (arrow.kind == Arrow::Kind::line
                   ? arrow.by * t
                   : Vec2{arrow.radius.x * cosine(angle), arrow.radius.y * sine(angle)});
    }
    points.push_back(p + arrow.off);
  }
  return points;
}

// A grid of so many columns; a short last row stands in the middle.
std::vector<Box> grid(int count, int columns) {
  const int rows = (count + columns - 1) / columns;
  const double width = static_cast<double>(picture_width - gap * (columns - 1)) / columns;
  const double height = static_cast<double>(picture_height - gap * (rows - 1)) / rows;
  const int in_last_row = count - columns * (rows - 1);
  std::vector<Box> boxes;
  for (int i = 0; i < count; ++i) {
    const int column = i % columns, row = i / columns;
    const double indent = row == rows - 1 ? (columns - in_last_row) * (width + gap) / 2 : 0;
    boxes.push_back({nearest(column * (width + gap) + indent), nearest(row * (height + gap)),
                     nearest(width), nearest(height)});
  }
  return boxes;
}

}  // namespace

Picture Fit::operator()(const Picture& picture) const {
  Picture result = picture;
  for (Drawn& drawn : result) {
    for (Polygon& outline : drawn.outlines)
      for (Vec2& p : outline) p = (*this)(p);
    drawn.from = (*this)(drawn.from);
    drawn.to = (*this)(drawn.to);
  }
  return result;
}

std::vector<Polygon> arrows_of(const Motion& motion, const View& view, int pose) {
  std::vector<Polygon> arrows;
  for (const Arrow& arrow : motion.movement().arrows)
    if (arrow.on.value_or(arrow.from) == pose)
      arrows.push_back(points_of(motion, view, arrow, pose));
  return arrows;
}

Layout layout(const Motion& motion, const View& view, const std::vector<const Body*>& bodies,
              const std::vector<Box>& boxes, double margin, const std::vector<Polygon>& arrows) {
  Layout result;
  result.props = props_of(motion, view, bodies);
  const Bounds bounds = bounds_of(view, bodies, result.props, arrows);
  const Vec2 size = bounds.high - bounds.low;
  double scale = motion.movement().zoom;
  for (const Box& box : boxes)
    scale = std::min(
        scale, std::min((box.width - 2 * margin) / size.x, (box.height - 2 * margin) / size.y));
  for (const Box& box : boxes) {
    const double spare = box.height - 2 * margin - size.y * scale;
    result.fits.push_back({scale,
                           {(bounds.low.x + bounds.high.x) / 2, bounds.high.y},
                           {box.x + box.width / 2.0, box.y + margin + spare * sky},
                           view.is_mirrored() ? -1.0 : 1.0});
  }
  return result;
}

Panels panels(const Motion& motion, const View& view, const std::vector<int>& poses) {
  std::vector<const Body*> bodies;
  std::vector<Polygon> arrows;
  for (int pose : poses) {
    bodies.push_back(&motion.poses()[static_cast<std::size_t>(pose)]);
    for (Polygon& arrow : arrows_of(motion, view, pose)) arrows.push_back(std::move(arrow));
  }
  Panels best;
  const int count = static_cast<int>(poses.size());
  for (int columns = 1; columns <= count; ++columns) {
    const std::vector<Box> boxes = grid(count, columns);
    Layout tried = layout(motion, view, bodies, boxes, panel_margin, arrows);
    if (best.boxes.empty() || tried.fits[0].scale > best.layout.fits[0].scale * 1.02)
      best = {boxes, std::move(tried)};
  }
  return best;
}

}  // namespace unclench::figure
