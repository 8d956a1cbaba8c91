#include <algorithm>

#include "figure/scene.h"

namespace unclench::figure {
namespace {

struct Extent {
  double low = 1e9, high = -1e9;
  void add(double value) {
    low = std::min(low, value);
    high = std::max(high, value);
  }
};

struct BoxFaces {
  std::string_view top, front, end;  // classes
};
constexpr BoxFaces mat_faces{"mt", "mf", "me"}, bed_faces{"bt", "bf", "be"},
    chair_faces{"ct", "cf", "ce"};

constexpr double chair_half = 21;  // of the width of its seat

class Stage {
 public:
  Stage(const Motion& motion, const View& view, const std::vector<const Body*>& bodies)
      : view_(view), bodies_(bodies), first_(*bodies.front()) {
    Extent x;
    for (const Body* body : bodies) {
      for (Side side : sides)
        for (const Ellipsoid& e :
             leg_flesh(body->leg[at(side)]) + arm_flesh(body->arm[at(side)], body->grip[at(side)]))
          x.add(e.centre.x);
      for (const auto& [at, half] :
           {std::pair(body->head.x, 8.0), std::pair(body->pelvis.x, 10.0)}) {
        x.add(at - half);
        x.add(at + half);
      }
    }
    for (const Prop& prop : motion.movement().props)
      if (prop.kind == Prop::Kind::chair && prop.x) {
        x.add(*prop.x - chair_half);
        x.add(*prop.x + chair_half);
      }
    left_ = x.low - 7;
    right_ = x.high + 7;
    for (const Prop& prop : motion.movement().props) add(prop);
  }

  std::vector<PropShape> take() { return std::move(shapes_); }

 private:
  void add(const Prop& prop) {
    switch (prop.kind) {
      case Prop::Kind::mat:
        return add_box(left_, right_, -1.6, 0, prop.half.value_or(34), mat_faces);
      case Prop::Kind::floor:
        return add_line("fl", {left_ - 10, 0, 0}, {right_ + 10, 0, 0});
      case Prop::Kind::shadow:
        return add_shadow(prop);
      case Prop::Kind::bed:
        return add_bed(prop);
      case Prop::Kind::chair:
        return add_chair(prop);
      case Prop::Kind::ball:
        return add_ball(prop);
      case Prop::Kind::wall:
        return add_wall(prop);
      case Prop::Kind::pillow:
        return add_pillow(prop);
      case Prop::Kind::worktop:
        return add_worktop(prop);
    }
  }

  void add_polygon(std::string_view colour, std::initializer_list<Vec3> corners) {
    Polygon points;
    for (const Vec3& corner : corners) points.push_back(view_(corner));
    shapes_.push_back({PropShape::Kind::polygon, colour, std::move(points)});
  }

  void add_line(std::string_view colour, Vec3 from, Vec3 to) {
    shapes_.push_back({PropShape::Kind::line, colour, {view_(from), view_(to)}});
  }

  void add_round(std::string_view colour, const Ellipsoid& e) {
    shapes_.push_back({PropShape::Kind::round, colour, ellipsoid_outline(view_, e, 12)});
  }

  // Top, front and the end that faces the viewer.
  void add_box(double x0, double x1, double y0, double y1, double half, const BoxFaces& faces,
               double z = 0) {
    const double z0 = z - half, z1 = z + half;
    if (view_.eye().y > .01)
      add_polygon(faces.top, {{x0, y1, z0}, {x1, y1, z0}, {x1, y1, z1}, {x0, y1, z1}});
    add_sides(x0, x1, y0, y1, half, faces, z);
  }

  void add_sides(double x0, double x1, double y0, double y1, double half, const BoxFaces& faces,
                 double z = 0) {
    const double z0 = z - half, z1 = z + half;
    const Vec3 eye = view_.eye();
    if (eye.z > .01)
      add_polygon(faces.front, {{x0, y0, z1}, {x1, y0, z1}, {x1, y1, z1}, {x0, y1, z1}});
    if (eye.x > .01)
      add_polygon(faces.end, {{x1, y0, z0}, {x1, y0, z1}, {x1, y1, z1}, {x1, y1, z0}});
    if (eye.x < -.01)
      add_polygon(faces.end, {{x0, y0, z0}, {x0, y0, z1}, {x0, y1, z1}, {x0, y1, z0}});
  }

  // Under the feet wherever they stand, or where it is told.
  void add_shadow(const Prop& prop) {
    constexpr double on_floor = 20, edge = 8;  // cm
    Extent x, z;
    for (const Body* body : bodies_)
      for (const Limb& leg : body->leg) {
        if (leg.tip.y > on_floor) continue;
        for (double forward : {-4, 16}) {
          x.add((leg.tip + leg.end * Vec3{forward, 0, 0}).x);
          z.add(leg.tip.z);
        }
      }
    Vec3 centre, half{24, 0, 15};
    if (x.low < x.high) {
      centre = {(x.low + x.high) / 2, 0, (z.low + z.high) / 2};
      half = {std::max(22.0, (x.high - x.low) / 2 + edge), 0,
              std::max(15.0, (z.high - z.low) / 2 + edge)};
    }
    if (prop.x) centre.x = *prop.x;
    add_round("sh", {centre, {Vec3{half.x, 0, 0}, {}, Vec3{0, 0, half.z}}});
  }

  // A mattress on a frame with a headboard. Its top is the floor of those who lie on it.
  void add_bed(const Prop& prop) {
    const double half = prop.half.value_or(50), thick = 14, height = prop.height.value_or(40);
    const double x0 = left_ - 8, x1 = right_ + 6, board = 4;
    for (double z : {-half + 4, half - 4})
      for (double x : {x0 + 4, x1 - 4}) add_line("cl", {x, -thick - 8, z}, {x, -height, z});
    add_box(x0 - board, x0, -thick - 8, 24, half, bed_faces);
    add_sides(x0, x1, -thick - 8, -thick, half - 2, bed_faces);
    add_box(x0, x1, -thick, 0, half, mat_faces);
    Polygon pillow;
    constexpr std::array<Vec2, 8> corners = {
        {{-1, -.75}, {-1, .75}, {-.7, 1}, {.7, 1}, {1, .75}, {1, -.75}, {.7, -1}, {-.7, -1}}};
    for (const Vec2& c : corners)
      pillow.push_back(view_({first_.head.x - 1 + c.x * 21, 1.5, first_.head.z + c.y * 32}));
    shapes_.push_back({PropShape::Kind::round, "pi", counter_clockwise(std::move(pillow))});
  }

  void add_ball(const Prop& prop) {
    const double radius = prop.height.value_or(45) / 2;
    add_round("ba", ball({prop.x.value_or(60), radius, 0}, radius));
  }

  void add_wall(const Prop& prop) {
    const double x = prop.x.value_or(-20), thick = x > first_.pelvis.x ? 12 : -12;
    add_box(std::min(x, x + thick), std::max(x, x + thick), 0, prop.height.value_or(182),
            prop.half.value_or(40), mat_faces);
  }

  // On a cupboard that stands back from its edges.
  void add_worktop(const Prop& prop) {
    const double x = prop.x.value_or(60), z = prop.z.value_or(0), height = prop.height.value_or(90);
    constexpr double deep = 26, thick = 4, edge = 3;
    const double half = prop.half.value_or(20);
    add_box(x - half + edge, x + half - edge, 0, height - thick, deep - edge, mat_faces, z);
    add_box(x - half, x + half, height - thick, height, deep, chair_faces, z);
  }

  // Under the head, or where it is told; what lies on it sinks in a little. The one between the
  // knees is a part of the figure.
  void add_pillow(const Prop& prop) {
    if (prop.between_knees) return;
    const double x = prop.x.value_or(first_.head.x),
                 z = prop.z.value_or(prop.x ? 0 : first_.head.z);
    const double half = prop.height.value_or(std::max(4.0, lowest_of_head(first_) + 3)) / 2;
    const auto cut = [&](double aside) {
      return Ellipsoid{{x + aside, half, z}, {Vec3{6, 0, 0}, Vec3{0, half, 0}, Vec3{0, 0, 22}}};
    };
    shapes_.push_back({PropShape::Kind::round, "pw", chain_outline(view_, {cut(-8), cut(8)})});
  }

  // A chair stands where it is told, or below the calves.
  void add_chair(const Prop& prop) {
    double x = prop.x.value_or(60), seat = prop.height.value_or(45);
    const double middle = prop.z.value_or(0);
    if (prop.under_calves) {
      Chain calves;
      for (Side side : sides) {
        const Chain shank = shank_flesh(first_.leg[at(side)]);
        calves.insert(calves.end(), shank.begin() + 1, shank.end());
      }
      seat = lowest(calves);
      x = prop.shift.value_or(0);
      for (const Ellipsoid& e : calves) x += e.centre.x / static_cast<double>(calves.size());
    }
    constexpr double half = chair_half, thick = 4, foot = half - 3, splay = 1.5;
    for (double z : {-foot, foot})
      for (double side : {-foot, foot})
        add_line("cl", {x + side, seat - thick, middle + z},
                 {x + side + (side > 0 ? splay : -splay), 0, middle + z});
    if (prop.back != "none") {
      const double away = (x > first_.pelvis.x) == (prop.back == "far") ? 1 : -1;
      const double xb = x + away * (half - 1), zb = half - 2;
      for (double z : {-half + 3, half - 3})
        add_line("cl", {xb, seat - 1, middle + z}, {xb + away * 5, seat + 42, middle + z});
      const double low = xb + away * 2.4, high = xb + away * 5;
      add_polygon("cb", {{low, seat + 20, middle - zb},
                         {high, seat + 42, middle - zb},
                         {high, seat + 42, middle + zb},
                         {low, seat + 20, middle + zb}});
    }
    add_box(x - half, x + half, seat - thick, seat, half, chair_faces, middle);
  }

  const View& view_;
  const std::vector<const Body*>& bodies_;
  const Body& first_;
  double left_ = 0, right_ = 0;
  std::vector<PropShape> shapes_;
};

}  // namespace

std::vector<PropShape> props_of(const Motion& motion, const View& view,
                                const std::vector<const Body*>& bodies) {
  return Stage(motion, view, bodies).take();
}

}  // namespace unclench::figure
