#include <algorithm>

#include "figure/crumbs.h"
#include "figure/head.h"
#include "figure/parts.h"

namespace unclench::figure {
namespace {

double mean(const std::vector<Body>& bodies, auto value) {
  double sum = 0;
  for (const Body& body : bodies) sum += value(body);
  return sum / static_cast<double>(bodies.size());
}

// Puts the groups of a whole movement in their order, which does not change on the way.
class Arrangement {
 public:
  Arrangement(const Motion& motion, const View& view)
      : motion_(motion), movement_(motion.movement()), bodies_(motion.poses()), view_(view) {
    const double gap = mean(bodies_, [&](const Body& body) {
      return view.depth(body.leg[0].root) - view.depth(body.leg[1].root);
    });
    near_ = movement_.near.value_or(gap >= 0 ? Side::right : Side::left);
    flat_ = movement_.flat.value_or(std::fabs(gap) < 5);  // seen from the front
    order_ = movement_.order;
    if (order_.empty())
      order_ = {Layer::arm_far, Layer::leg_far,  Layer::head,
                Layer::torso,   Layer::leg_near, Layer::arm_near};
  }

  Painting run() {
    if (casts_shadow()) painting_.groups.push_back({{Part::shadow, "mf"}});
    for (Layer layer : order_) add(layer);
    drop_crumbs();
    painting_.target = visible_target();
    if (painting_.target != Target::none) add_target();
    return std::move(painting_);
  }

 private:
  void add(Layer layer) {
    const Side far = other(near_);
    switch (layer) {
      case Layer::arm_far:
        return add_arm(far, flat_ ? "s" : "s2", layer);
      case Layer::arm_near:
        return add_arm(near_, "s", layer);
      case Layer::leg_far:
        add_far_leg();
        if (bodies_.front().pillow) painting_.groups.push_back({{Part::pillow, "pw"}});
        return;
      case Layer::leg_near:
        return add_near_leg();
      case Layer::head:
        return add_head();
      case Layer::torso:
        return add_shirt();
      case Layer::pelvis:
        painting_.groups.push_back({{Part::pelvis, "p"}});
    }
  }

  // On a mat or a bed that is seen from above, someone who lies would seem to hover.
  bool casts_shadow() const {
    constexpr double from_above = .45, upright = 30;  // cm
    const bool has_ground =
        std::any_of(movement_.props.begin(), movement_.props.end(), [](const Prop& prop) {
          return prop.kind == Prop::Kind::mat || prop.kind == Prop::Kind::bed;
        });
    return has_ground && view_.eye().y > from_above &&
           std::all_of(bodies_.begin(), bodies_.end(), [&](const Body& body) {
             return body.pelvis.y < upright && body.at(Level::T4).at.y < upright + 10;
           });
  }

  // Whether the arm's sleeve is painted with the shirt, as one shape. A raised arm is not: its
  // sleeve would cover the head.
  bool sleeve_joins_shirt(Side side) const {
    const Layer arm = side == near_ ? Layer::arm_near : Layer::arm_far;
    const auto place = [&](Layer layer) { return std::find(order_.begin(), order_.end(), layer); };
    return place(arm) < place(Layer::torso) && !ever([&](const Body& body) {
             return dot(body.arm[at(side)].upper.y, body.chest.y) < -.1;
           });
  }

  void add_shirt() {
    Group group;
    for (Side side : sides)
      if (sleeve_joins_shirt(side)) group.push_back({of_side(Part::sleeve_right, side), "t"});
    group.push_back({Part::shirt, "t"});
    painting_.groups.push_back(std::move(group));
  }

  // Over the shirt, a sleeve has its outline but for the shoulder, where it joins.
  void add_arm(Side side, std::string_view skin, Layer layer) {
    painting_.groups.push_back({{of_side(Part::upper_arm_right, side), skin},
                                {of_side(Part::forearm_right, side), skin},
                                {of_side(Part::hand_right, side), skin}});
    if (sleeve_joins_shirt(side)) return;
    painting_.groups.push_back({{of_side(Part::sleeve_right, side), "t"}});
    if (std::find(order_.begin(), order_.end(), Layer::torso) <
        std::find(order_.begin(), order_.end(), layer))
      painting_.groups.push_back({{of_side(Part::shoulder_right, side), "t"}});
  }

  // Whether the thigh comes towards the viewer, as of someone who sits and is seen from the front.
  bool makes_lap(Side side) const {
    return !has_own_pelvis() && std::all_of(bodies_.begin(), bodies_.end(), [&](const Body& body) {
      const Limb& leg = body.leg[at(side)];
      const double knee = view_.depth(leg.mid);
      return knee - view_.depth(leg.root) > 12 && knee > view_.depth(leg.tip);
    });
  }
  // Both thighs and the pelvis are one shape then.
  bool is_one_lap() const {
    return movement_.flat.value_or(true) && makes_lap(near_) && makes_lap(other(near_));
  }
  bool has_own_pelvis() const {
    return std::find(order_.begin(), order_.end(), Layer::pelvis) != order_.end();
  }

  // Whether the shank hangs from the knee, whose end shows then. A crossed leg is one shape.
  bool hangs(Side side) const {
    return std::all_of(bodies_.begin(), bodies_.end(), [&](const Body& body) {
      const Limb& leg = body.leg[at(side)];
      return leg.mid.y - leg.tip.y > leg.lower_length / 2;
    });
  }

  void add_far_leg() {
    const Side far = other(near_);
    const Part foot = of_side(Part::foot_right, far), shank = of_side(Part::shank_right, far),
               thigh = of_side(Part::thigh_right, far);
    std::vector<Group>& groups = painting_.groups;
    if (is_one_lap()) {
      groups.push_back({{foot, "s"}, {shank, "p"}});
    } else if (!flat_ && makes_lap(far)) {
      groups.push_back({{foot, "s2"}, {shank, "p2"}});
      groups.push_back({{thigh, "p2"}});
    } else if (!flat_) {
      groups.push_back({{foot, "s2"}, {thigh, "p2"}, {shank, "p2"}});
    }
  }

  // The pelvis belongs to the near leg; seen from the front, to both legs, which are one shape.
  void add_near_leg() {
    const Side far = other(near_);
    const Painted foot{of_side(Part::foot_right, near_), "s"},
        shank{of_side(Part::shank_right, near_), "p"},
        thigh{of_side(Part::thigh_right, near_), "p"};
    Group group;
    if (is_one_lap()) {
      group = {{Part::pelvis, "p"}, {of_side(Part::thigh_right, far), "p"}};
    } else if (flat_) {
      group = {{of_side(Part::foot_right, far), "s"},
               foot,
               {Part::pelvis, "p"},
               {of_side(Part::thigh_right, far), "p"},
               {of_side(Part::shank_right, far), "p"},
               thigh,
               shank};
    } else {
      if (thighs_part()) group.push_back({of_side(Part::hip_right, far), "p2"});
      if (!makes_lap(near_)) group.push_back(foot);
      if (!has_own_pelvis()) group.push_back({Part::pelvis, "p"});
      if (!makes_lap(near_)) group.insert(group.end(), {thigh, shank});
    }
    painting_.groups.push_back(std::move(group));
    if (!makes_lap(near_) || (flat_ && !is_one_lap())) return;
    if (hangs(near_)) {
      painting_.groups.push_back({foot, shank});
      painting_.groups.push_back({thigh});
    } else {
      painting_.groups.push_back({foot, thigh, shank});
    }
    painting_.groups.push_back({{of_side(Part::lap_right, near_), "p"}});
  }

  bool thighs_part() const {
    return !has_own_pelvis() && ever([](const Body& body) {
      return dot(body.leg[0].upper.y, body.leg[1].upper.y) < cosine(25);
    });
  }

  void add_head() {
    std::vector<Group>& groups = painting_.groups;
    groups.push_back({{Part::neck, "n"}});
    groups.push_back({{Part::head, "s"}});
    groups.push_back({{Part::hair, "k"}});
    for (Side side : sides)
      if (ever([&](const Body& body) { return eye_openness(body, view_, side) > .2; }))
        groups.push_back({{of_side(Part::eye_right, side), "k"}});
    for (Side side : sides)
      if (ever([&](const Body& body) { return ear_openness(body, view_, side) > 0; }))
        groups.push_back({{of_side(Part::ear_right, side), "n"}});
  }

  bool ever(auto holds) const { return std::any_of(bodies_.begin(), bodies_.end(), holds); }

  // What is hidden all the time, and hands and forearms that nearly are.
  void drop_crumbs() {
    std::vector<Picture> pictures;
    constexpr std::size_t step = samples / 4;
    for (const Body& body : bodies_) pictures.push_back(picture_of(body, view_, Target::none));
    for (const Stretch& stretch : motion_.stretches())
      for (std::size_t m = step; m < stretch.bodies.size(); m += step)
        pictures.push_back(picture_of(stretch.bodies[m], view_, Target::none));
    const std::vector<Group> groups = painting_.groups;
    for (Group& group : painting_.groups)
      std::erase_if(group, [&](const Painted& painted) {
        return std::all_of(pictures.begin(), pictures.end(), [&](const Picture& picture) {
          return is_crumb(painted.part, picture, groups);
        });
      });
    std::erase_if(painting_.groups, [](const Group& group) { return group.empty(); });
  }

  // A mark on the back is left out where the back is turned away.
  Target visible_target() const {
    const Target target = movement_.target;
    if (target != Target::lower_back && target != Target::back) return target;
    const double facing = mean(
        bodies_, [&](const Body& body) { return dot(-body.at(Level::L3).frame.x, view_.eye()); });
    return facing < -.3 ? Target::none : target;
  }

  // Over the last of the trunk and the thighs.
  void add_target() {
    std::vector<Group>& groups = painting_.groups;
    std::size_t last = 0;
    for (std::size_t i = 0; i < groups.size(); ++i)
      for (const Painted& painted : groups[i])
        if (painted.part == Part::shirt || painted.part == Part::pelvis ||
            painted.part <= Part::thigh_left || painted.part == of_side(Part::lap_right, near_))
          last = i;
    groups.insert(groups.begin() + static_cast<std::ptrdiff_t>(last) + 1,
                  Group{{Part::target, "g"}});
  }

  const Motion& motion_;
  const Movement& movement_;
  const std::vector<Body>& bodies_;
  const View& view_;
  Side near_ = Side::right;
  bool flat_ = false;
  std::vector<Layer> order_;
  Painting painting_;
};

}  // namespace

Painting painting_of(const Motion& motion, const View& view) {
  return Arrangement(motion, view).run();
}

}  // namespace unclench::figure
