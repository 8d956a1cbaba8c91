#include "figure/parts.h"

#include <algorithm>

namespace unclench::figure {
namespace {

class Painter {
 public:
  Painter(const Body& body, const View& view) : body_(body), view_(view) {}

  Picture run(Target target) {
    for (Side side : sides) {
      leg(side);
      arm(side);
      face(side);
    }
    trunk();
    head();
    if (target != Target::none) mark(target);
    return std::move(picture_);
  }

 private:
  void put(Part part, std::vector<Polygon> outlines, Vec3 from, Vec3 to) {
    picture_[static_cast<std::size_t>(part)] = {std::move(outlines), view_(from), view_(to)};
  }
  Polygon tube(const Chain& chain, Caps caps = {}) const {
    return chain_outline(view_, chain, caps);
  }
  Vec3 on_head(Vec3 off) const { return body_.head + body_.head_frame * off; }
  Vec3 crown() const { return body_.skull + body_.head_frame * Vec3{0, 18, 0}; }

  void leg(Side side) {
    const Limb& leg = body_.leg[at(side)];
    put(of_side(Part::thigh_right, side), {tube(thigh_flesh(leg), {1, 2})}, leg.root, leg.mid);
    put(of_side(Part::shank_right, side), {tube(shank_flesh(leg))}, leg.mid, leg.tip);
    put(of_side(Part::foot_right, side), {tube(foot_flesh(leg), {2, 1})}, leg.tip,
        leg.tip + leg.end * Vec3{15, -4, 0});
  }

  void arm(Side side) {
    const Limb& arm = body_.arm[at(side)];
    const double grip = body_.grip[at(side)];
    Chain upper = upper_arm_flesh(arm);
    upper.erase(upper.begin() + 1);
    put(of_side(Part::upper_arm_right, side), {tube(upper, {1, 2})}, arm.root, arm.mid);
    put(of_side(Part::forearm_right, side), {tube(forearm_flesh(arm), {2, 1})}, arm.mid, arm.tip);
    const Chain hand = hand_flesh(arm, grip);
    put(of_side(Part::hand_right, side), {tube(hand, {1, 1})}, arm.tip,
        lerp(arm.tip, hand.back().centre, 14 / 15.5));
    put(of_side(Part::sleeve_right, side), {tube(sleeve_flesh(arm))}, arm.root, arm.mid);
  }

  void trunk() {
    put(Part::pelvis, {tube(pelvis_flesh(body_))}, body_.pelvis,
        body_.pelvis + body_.pelvis_frame * Vec3{-2.5, 12, 0});
    put(Part::shirt, {tube(trunk_flesh(body_))}, body_.at(Level::L5).at, body_.at(Level::C7).at);
    put(Part::neck, {tube(neck_flesh(body_), {1, 1})}, body_.neck_base, body_.skull);
  }

  void head() {
    const Chain flesh = head_flesh(body_);
    const Ellipsoid nose = ball(on_head({8.6, -2.4, 0}), 1.5);
    put(Part::head,
        {ellipsoid_outline(view_, flesh[0]), ellipsoid_outline(view_, flesh[1]),
         ellipsoid_outline(view_, nose, 6)},
        body_.skull, crown());
    Ellipsoid scalp = flesh[0];
    for (Vec3& half : scalp.half) half = half * 1.05;
    put(Part::hair, {patch_outline(view_, scalp, {-.70, .71, 0}, 84)}, body_.skull, crown());
  }

  // An ear, and a closed eye that narrows as it turns away.
  void face(Side side) {
    const double z = sign_of(side);
    const Ellipsoid ear = ellipsoid(on_head({-1, -1.2, z * 7.4}), body_.head_frame, 1.5, 2.3, .8);
    put(of_side(Part::ear_right, side), {ellipsoid_outline(view_, ear, 6)}, body_.skull, crown());
    const std::array<Vec3, 4> lid = {on_head({8.8, .8, z * 1.9}), on_head({8.2, -1, z * 3.3}),
                                     on_head({6.6, .7, z * 4.8}), on_head({8.2, .5, z * 3.3})};
    const Vec3 middle = lerp(lid[0], lid[2], .5);
    const double open = std::clamp((eye_facing(body_, view_, side) - .02) / .16, 0.0, 1.0);
    Polygon outline;
    for (const Vec3& corner : lid) outline.push_back(view_(lerp(middle, corner, open)));
    put(of_side(Part::eye_right, side), {outline}, body_.skull, crown());
  }

  // Balls along a leg, or behind and before its hip.
  void mark_leg(Target target, Chain& chain, Vec3& from, Vec3& to) const {
    const Limb& leg = body_.leg[at(side_of(target))];
    const Frame& pelvis = body_.pelvis_frame;
    const auto on_thigh = [&](double share, double off, double radius) {
      chain.push_back(ball(lerp(leg.root, leg.mid, share) + leg.upper.x * off, radius));
    };
    const auto on_shank = [&](double share, double off, double radius) {
      chain.push_back(ball(lerp(leg.mid, leg.tip, share) + leg.lower.x * off, radius));
    };
    const auto on_hip = [&](double forward, double up, double radius) {
      chain.push_back(ball(leg.root + pelvis * Vec3{forward, up, 0}, radius));
    };
    from = leg.root;
    to = leg.mid;
    switch (target) {
      case Target::thigh_right:
      case Target::thigh_left:
        on_thigh(.25, 4.8, 1.6);
        on_thigh(.55, 4.4, 2.6);
        on_thigh(.85, 3, 1.4);
        break;
      case Target::hip_right:
      case Target::hip_left:
        on_hip(5.5, 7, 1.4);
        on_hip(6, 1, 2.6);
        on_thigh(.25, 5, 1.4);
        break;
      case Target::buttock_right:
      case Target::buttock_left:
        to = body_.pelvis + pelvis * Vec3{-2.5, 12, 0};
        on_hip(-6.5, 7, 1.4);
        on_hip(-8, 1, 2.8);
        on_hip(-6, -4.5, 1.4);
        break;
      case Target::calf_right:
      case Target::calf_left:
        from = leg.mid;
        to = leg.tip;
        on_shank(.12, -3.4, 1.4);
        on_shank(.35, -4.6, 2.2);
        on_shank(.6, -3.2, 1.2);
        break;
      default:
        on_thigh(.2, -4.6, 1.6);
        on_thigh(.5, -4.2, 2.6);
        on_thigh(.8, -3.2, 1.4);
    }
  }

  // A soft mark on the region that an exercise is for.
  void mark(Target target) {
    Chain chain;
    Vec3 from = body_.at(Level::L5).at, to = body_.at(Level::T12).at;
    const auto on_back = [&](Level level, double off, double up, double radius) {
      const Vertebra& v = body_.at(level);
      chain.push_back(ball(v.at + v.frame * Vec3{off, up, 0}, radius));
    };
    if (target == Target::lower_back) {
      on_back(Level::L5, -2, 0, 1.6);
      on_back(Level::L3, -2, 0, 2.6);
      on_back(Level::L1, -2, 0, 2.6);
      on_back(Level::T12, -2, 0, 1.6);
    } else if (target == Target::back) {
      on_back(Level::L5, -2.4, 0, 1.6);
      on_back(Level::L1, -2.4, 0, 2.4);
      on_back(Level::T8, -2.4, 0, 2.4);
      on_back(Level::T4, -2.4, 0, 1.4);
    } else if (target == Target::upper_back) {
      on_back(Level::T8, -2.6, -3, 1.4);
      on_back(Level::T8, -2.6, 3, 2.6);
      on_back(Level::T4, -2.2, 0, 2.6);
      on_back(Level::T4, -1.6, 5, 1.4);
    } else {
      mark_leg(target, chain, from, to);
    }
    put(Part::target, {tube(chain)}, from, to);
  }

 public:
  // The cosine between an eye's direction and the viewer's.
  static double eye_facing(const Body& body, const View& view, Side side) {
    return dot(unit(body.head_frame * Vec3{.75, 0, sign_of(side) * .66}), view.eye());
  }

 private:
  const Body& body_;
  const View& view_;
  Picture picture_;
};

double mean(const std::vector<Body>& bodies, auto value) {
  double sum = 0;
  for (const Body& body : bodies) sum += value(body);
  return sum / static_cast<double>(bodies.size());
}

// Puts the groups of a whole movement in their order, which does not change on the way.
class Arrangement {
 public:
  Arrangement(const Motion& motion, const View& view)
      : movement_(motion.movement()), bodies_(motion.poses()), view_(view) {
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
    for (Layer layer : order_) add(layer);
    painting_.target = visible_target();
    if (painting_.target != Target::none) add_target();
    return std::move(painting_);
  }

 private:
  void add(Layer layer) {
    const Side far = other(near_);
    switch (layer) {
      case Layer::arm_far:
        return add_arm(far, flat_ ? "s" : "s2", flat_ ? "t" : "t2");
      case Layer::arm_near:
        return add_arm(near_, "s", "t");
      case Layer::leg_far:
        if (!flat_) painting_.groups.push_back(leg(far, "s2", "p2", false));
        return;
      case Layer::leg_near:
        return add_near_leg();
      case Layer::head:
        return add_head();
      case Layer::torso:
        painting_.groups.push_back({{Part::shirt, "t"}});
        return;
      case Layer::pelvis:
        painting_.groups.push_back({{Part::pelvis, "p"}});
    }
  }

  void add_arm(Side side, std::string_view skin, std::string_view sleeve) {
    painting_.groups.push_back({{of_side(Part::upper_arm_right, side), skin},
                                {of_side(Part::forearm_right, side), skin},
                                {of_side(Part::hand_right, side), skin}});
    painting_.groups.push_back({{of_side(Part::sleeve_right, side), sleeve}});
  }

  Group leg(Side side, std::string_view skin, std::string_view trousers, bool with_pelvis) const {
    Group group = {{of_side(Part::foot_right, side), skin}};
    if (with_pelvis) group.push_back({Part::pelvis, "p"});
    group.push_back({of_side(Part::thigh_right, side), trousers});
    group.push_back({of_side(Part::shank_right, side), trousers});
    return group;
  }

  // The pelvis belongs to the near leg; seen from the front, to both legs, which are one shape.
  void add_near_leg() {
    const bool own_pelvis = std::find(order_.begin(), order_.end(), Layer::pelvis) != order_.end();
    Group group = leg(near_, "s", "p", !own_pelvis);
    if (flat_) {
      const Side far = other(near_);
      group.insert(group.begin(), {of_side(Part::foot_right, far), "s"});
      const auto near_thigh = group.end() - 2;
      group.insert(near_thigh, {{of_side(Part::thigh_right, far), "p"},
                                {of_side(Part::shank_right, far), "p"}});
    }
    painting_.groups.push_back(std::move(group));
  }

  void add_head() {
    std::vector<Group>& groups = painting_.groups;
    groups.push_back({{Part::neck, "n"}});
    groups.push_back({{Part::head, "s"}});
    groups.push_back({{Part::hair, "k"}});
    groups.push_back({{of_side(Part::ear_right, near_), "s"}});
    for (Side side : sides) {
      const double facing =
          mean(bodies_, [&](const Body& body) { return Painter::eye_facing(body, view_, side); });
      if (facing > .1) groups.push_back({{of_side(Part::eye_right, side), "l"}});
    }
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
            painted.part <= Part::thigh_left)
          last = i;
    groups.insert(groups.begin() + static_cast<std::ptrdiff_t>(last) + 1,
                  Group{{Part::target, "g"}});
  }

  const Movement& movement_;
  const std::vector<Body>& bodies_;
  const View& view_;
  Side near_ = Side::right;
  bool flat_ = false;
  std::vector<Layer> order_;
  Painting painting_;
};

}  // namespace

Picture picture_of(const Body& body, const View& view, Target target) {
  return Painter(body, view).run(target);
}

Painting painting_of(const Motion& motion, const View& view) {
  return Arrangement(motion, view).run();
}

}  // namespace unclench::figure
