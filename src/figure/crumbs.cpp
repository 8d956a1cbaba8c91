#include "figure/crumbs.h"

#include <algorithm>

namespace unclench::figure {
namespace {

constexpr double readable = .4;  // the share of its outline that must be seen

bool contains(const Polygon& polygon, Vec2 p) {
  bool inside = false;
  for (std::size_t i = 0, j = polygon.size() - 1; i < polygon.size(); j = i++) {
    const Vec2 a = polygon[i], b = polygon[j];
    if ((a.y > p.y) != (b.y > p.y) && p.x < a.x + (b.x - a.x) * (p.y - a.y) / (b.y - a.y))
      inside = !inside;
  }
  return inside;
}

bool holds(const Group& group, Part part) {
  return std::any_of(group.begin(), group.end(),
                     [&](const Painted& painted) { return painted.part == part; });
}

// What is painted over a part, and hides it where it lies.
class Cover {
 public:
  Cover(Part part, const Picture& picture, const std::vector<Group>& groups) : picture_(picture) {
    own_ = std::find_if(groups.begin(), groups.end(),
                        [&](const Group& group) { return holds(group, part); });
    end_ = groups.end();
  }

  bool hides(Vec2 p) const {
    for (auto group = own_ == end_ ? end_ : own_ + 1; group != end_; ++group)
      for (const Painted& painted : *group) {
        if (painted.part == Part::target) continue;  // one sees through it
        for (const Polygon& polygon : of(picture_, painted.part).outlines)
          if (contains(polygon, p)) return true;
      }
    return false;
  }

 private:
  const Picture& picture_;
  std::vector<Group>::const_iterator own_, end_;
};

Vec2 middle_of(const Polygon& outline) {
  Vec2 sum;
  for (const Vec2& p : outline) sum = sum + p;
  return sum * (1. / static_cast<double>(outline.size()));
}

double visible_share(Part part, const Picture& picture, const std::vector<Group>& groups) {
  const Cover cover(part, picture, groups);
  const Polygon& outline = of(picture, part).outlines[0];
  const Vec2 middle = middle_of(outline);
  const auto seen = std::count_if(outline.begin(), outline.end(), [&](Vec2 corner) {
    return !cover.hides(lerp(middle, corner, .8));
  });
  return static_cast<double>(seen) / static_cast<double>(outline.size());
}

bool is_hidden(Part part, const Picture& picture, const std::vector<Group>& groups) {
  const Cover cover(part, picture, groups);
  for (const Polygon& outline : of(picture, part).outlines) {
    const Vec2 middle = middle_of(outline);
    for (const Vec2& corner : outline)
      if (!cover.hides(corner) || !cover.hides(lerp(middle, corner, .5))) return false;
  }
  return true;
}

}  // namespace

bool is_crumb(Part part, const Picture& picture, const std::vector<Group>& groups) {
  if (is_hidden(part, picture, groups)) return true;
  for (Side side : sides) {
    const Part hand = of_side(Part::hand_right, side);
    if (part != hand && part != of_side(Part::forearm_right, side)) continue;
    const bool is_open = of(picture, hand).outlines.size() > 1;
    if (!is_open || visible_share(hand, picture, groups) > readable) return false;
    return part == hand || visible_share(part, picture, groups) <= readable;
  }
  return false;
}

}  // namespace unclench::figure
