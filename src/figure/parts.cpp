#include "figure/parts.h"

#include <algorithm>

#include "figure/head.h"
#include "figure/mark.h"

namespace unclench::figure {
namespace {

class Painter {
 public:
  Painter(const Body& body, const View& view) : body_(body), view_(view) {}

  Picture run(Target target) {
    for (Side side : sides) {
      leg(side);
      arm(side);
    }
    trunk();
    head();
    put(Part::shadow, {tube(shadow_flesh(body_, unit({view_.eye().x, 0, view_.eye().z})), {1, 1})},
        body_.pelvis, body_.at(Level::T8).at);
    if (body_.pillow) pillow();
    if (target != Target::none) {
      const Mark mark = mark_of(body_, target);
      put(Part::target, {tube(mark.chain)}, mark.from, mark.to);
    }
    return std::move(picture_);
  }

 private:
  void put(Part part, std::vector<Polygon> outlines, Vec3 from, Vec3 to) {
    picture_[static_cast<std::size_t>(part)] = {std::move(outlines), view_(from), view_(to)};
  }
  Polygon tube(const Chain& chain, Caps caps = {}) const {
    return chain_outline(view_, chain, caps);
  }
  Vec3 crown() const { return body_.skull + body_.head_frame * Vec3{0, 18, 0}; }

  void leg(Side side) {
    const Limb& leg = body_.leg[at(side)];
    put(of_side(Part::thigh_right, side), {tube(thigh_flesh(leg), {1, 2})}, leg.root, leg.mid);
    put(of_side(Part::shank_right, side), {tube(shank_flesh(leg))}, leg.mid, leg.tip);
    put(of_side(Part::lap_right, side), {ellipsoid_outline(view_, lap_flesh(body_, side), 6)},
        leg.root, leg.mid);
    put(of_side(Part::hip_right, side), {tube(hip_flesh(body_, side))}, leg.root, leg.mid);
    put(of_side(Part::foot_right, side), {tube(foot_flesh(leg), {2, 1})}, leg.tip,
        leg.tip + leg.end * Vec3{15, -4, 0});
  }

  void arm(Side side) {
    const Limb& arm = body_.arm[at(side)];
    const double grip = body_.grip[at(side)];
    // Its root is in the sleeve.
    const Chain upper = {ball(lerp(arm.root, arm.mid, .25), 4.6), upper_arm_flesh(arm).back()};
    put(of_side(Part::upper_arm_right, side), {tube(upper, {1, 2})}, arm.root, arm.mid);
    put(of_side(Part::forearm_right, side), {tube(forearm_flesh(arm), {2, 1})}, arm.mid, arm.tip);
    const Chain hand = hand_flesh(arm, grip);
    std::vector<Polygon> outlines = {tube(hand, {1, 2})};
    if (grip == 0) outlines.push_back(tube(thumb_flesh(arm), {1, 2}));
    put(of_side(Part::hand_right, side), std::move(outlines), arm.tip, hand.back().centre);
    put(of_side(Part::sleeve_right, side), {tube(sleeve_flesh(arm))}, arm.root, arm.mid);
    const Ellipsoid shoulder = shoulder_flesh(body_, side);
    put(of_side(Part::shoulder_right, side), {ellipsoid_outline(view_, shoulder, 6)}, arm.root,
        shoulder.centre);
  }

  void trunk() {
    put(Part::pelvis, {tube(pelvis_flesh(body_), {2, 1})}, body_.pelvis,
        body_.pelvis + body_.pelvis_frame * Vec3{-2.5, 12, 0});
    // Who looks down into the collar sees the neck come out of it.
    const double into_collar = dot(body_.at(Level::C7).frame.y, view_.eye());
    const double rim = .9 - std::clamp(into_collar * 8, 0.0, 1.6);
    put(Part::shirt, {tube(trunk_flesh(body_), {2, 2, rim})}, body_.at(Level::L5).at,
        body_.at(Level::C7).at);
    put(Part::neck, {tube(neck_flesh(body_), {1, 1})}, body_.neck_base, body_.skull);
  }

  void head() {
    const auto on_skull = [&](Part part, std::vector<Polygon> outlines) {
      put(part, std::move(outlines), body_.skull, crown());
    };
    on_skull(Part::head, head_outlines(body_, view_));
    on_skull(Part::hair, {hair_outline(body_, view_)});
    for (Side side : sides) {
      on_skull(of_side(Part::ear_right, side), {ear_outline(body_, view_, side)});
      on_skull(of_side(Part::eye_right, side), {eye_outline(body_, view_, side)});
    }
  }

  // A pillow between the knees and the shanks.
  void pillow() {
    const Limb &right = body_.leg[0], &left = body_.leg[1];
    const Vec3 knees = lerp(right.mid, left.mid, .5), ankles = lerp(right.tip, left.tip, .5);
    const double half = std::max(3.0, length(right.mid - left.mid) / 2 - 3);
    const auto cut = [&](double share) {
      return ellipsoid(lerp(knees, ankles, share), right.lower, 9, 7, half);
    };
    put(Part::pillow, {tube({cut(-.02), cut(.62)})}, knees, ankles);
  }

 private:
  const Body& body_;
  const View& view_;
  Picture picture_;
};

}  // namespace

Picture picture_of(const Body& body, const View& view, Target target) {
  return Painter(body, view).run(target);
}

}  // namespace unclench::figure
