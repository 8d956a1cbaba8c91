#include "figure/contact.h"

#include <algorithm>

namespace unclench::figure {
namespace {

constexpr double elbow_on_floor = 4.4;  // its middle above the floor
constexpr double elbow_clearance = 3.8;
constexpr double forearm_slope = 1.9;  // how much lower the wrist lies than the elbow

// Where a limb's last joint is to be.
struct Goal {
  Vec3 tip;
  Vec3 hint;                 // on which side the elbow or knee is
  std::optional<Frame> end;  // of the hand or foot
  double missing = 0;
};

double height_of(const Surroundings& surroundings, const std::string& surface) {
  const auto found = surroundings.surfaces.find(surface);
  return found == surroundings.surfaces.end() ? 0 : found->second;
}

Vec3 level(Vec3 v, Vec3 fallback) {
  return unit({v.x, 0, v.z}, fallback);
}

class Reach {
 public:
  Reach(const Body& body, LimbKind kind, Side side, const Surroundings& surroundings)
      : body_(body),
        limb_(kind == LimbKind::leg ? body.leg[at(side)] : body.arm[at(side)]),
        kind_(kind),
        side_(side),
        z_(sign_of(side)),
        surroundings_(surroundings) {}

  Goal goal(const Contact& contact) const {
    switch (contact.kind) {
      case Contact::Kind::forearm:
        return forearm_down();
      case Contact::Kind::stay:
        return stay(contact.pose);
      case Contact::Kind::floor:
        return kind_ == LimbKind::leg ? flat_foot(contact) : flat_hand(contact);
      case Contact::Kind::body:
        return contact.spot.place == Place::belly ? hand_on_belly() : palm_on(contact.spot);
      default:
        return {limb_.tip, limb_.mid, limb_.end, 0};
    }
  }

 private:
  // Knees bend forward and elbows backward, as the limb is turned without the contact.
  Vec3 hint_for(Vec3 tip) const {
    const double forward = kind_ == LimbKind::leg ? 30 : -30;
    return lerp(limb_.root, tip, .5) + limb_.upper.x * forward;
  }

  Goal stay(int pose) const {
    const Body& then = (*surroundings_.solved)[static_cast<std::size_t>(pose)];
    const Limb& limb = kind_ == LimbKind::leg ? then.leg[at(side_)] : then.arm[at(side_)];
    return {limb.tip, hint_for(limb.tip), limb.end, 0};
  }

  // Elbow and forearm on the floor, palm down.
  Goal forearm_down() const {
    const Vec3 ahead = surroundings_.heading;
    const double drop = limb_.root.y - elbow_on_floor;
    const double out =
        std::sqrt(std::max(0.0, limb_.upper_length * limb_.upper_length - drop * drop));
    const Vec3 elbow = limb_.root + Vec3{0, -drop, 0} + level(limb_.mid - limb_.root, -ahead) * out;
    const Vec3 right = cross(ahead, {0, 1, 0});
    const Vec3 fingers = unit(ahead + right * (-z_ * .18));
    const Vec3 tip = elbow + fingers * (limb_.lower_length - .1) + Vec3{0, -forearm_slope, 0};
    return {tip, elbow, palm_down(fingers), 0};
  }

  Frame palm_down(Vec3 fingers) const {
    const Vec3 y = -fingers, z{0, z_, 0};
    return {cross(y, z), y, z};
  }

  // Where the contact wants the limb on its surface, or below where it is.
  Vec3 on_surface(const Contact& contact, double height) const {
    Vec3 place = limb_.tip;
    if (contact.at) {
      const Vec3 right = cross(surroundings_.heading, {0, 1, 0});
      place = body_.pelvis + surroundings_.heading * contact.at->x + right * (z_ * contact.at->y);
    }
    return {place.x, height_of(surroundings_, contact.surface) + height, place.z};
  }

  Goal flat_foot(const Contact& contact) const {
    const Vec3 tip = on_surface(contact, ankle_height);
    const Vec3 toes = level(limb_.end.x, surroundings_.heading);
    return {tip, hint_for(tip), square_frame(toes, {0, 1, 0}), 0};
  }

  Goal flat_hand(const Contact& contact) const {
    const Vec3 tip = on_surface(contact, wrist_height);
    Vec3 fingers = level(-limb_.end.y, surroundings_.heading);
    if (contact.fingers) fingers = about_y(-*contact.fingers * z_) * surroundings_.heading;
    return {tip, hint_for(tip), palm_down(fingers), 0};
  }

  // Flat, the fingertips towards those of the other hand.
  Goal hand_on_belly() const {
    const Vertebra& navel = body_.at(Level::L3);
    const Vec3 tip = navel.at + navel.frame * Vec3{10.4 + belly_rise * body_.breath, 5, z_ * 13};
    const Vec3 y = -unit(navel.frame * Vec3{-.1, -.55, -z_});
    const Vec3 back = unit(navel.frame * Vec3{1, 0, .55 * z_}) * z_;
    const Vec3 z = unit(back - y * dot(back, y));
    return {tip, hint_for(tip), Frame{cross(y, z), y, z}, 0};
  }

  // The palm on another part of the body; the hand lies along the forearm.
  Goal palm_on(Spot spot) const {
    Vec3 target = place_of(body_, spot);
    const Limb& leg = body_.leg[at(spot.side)];
    if (spot.place == Place::knee) target = target + leg.lower.x * 5.6;
    if (spot.place == Place::ankle) target = target + leg.lower * Vec3{3.6, 2, 0};
    const double lower = limb_.lower_length;
    const Reached reached =
        reach_target(limb_.root, target, limb_.upper_length, lower + palm, hint_for(target));
    const Vec3 mid = swivelled_above(limb_.root, reached.mid, reached.tip, elbow_clearance + .1);
    const Vec3 forearm = unit(reached.tip - mid);
    const bool shank = spot.place == Place::shin || spot.place == Place::below_knee;
    if (shank && reached.missing == 0 && dot(forearm, leg.lower.x) > 0)
      return hand_across(leg, target, forearm);
    return {lerp(mid, reached.tip, lower / (lower + palm)), mid, std::nullopt, reached.missing};
  }

  // From behind a shank round its front, the wrist bent.
  Goal hand_across(const Limb& leg, Vec3 target, Vec3 forearm) const {
    const Vec3 fingers = unit(leg.lower.z * -z_ + forearm * 1.5);
    const Vec3 tip = target - fingers * palm;
    const Vec3 y = -fingers;
    const Vec3 z = unit(leg.lower.x - y * dot(leg.lower.x, y)) * z_;
    return {tip, hint_for(tip), Frame{cross(y, z), y, z}, 0};
  }

  const Body& body_;
  const Limb& limb_;
  LimbKind kind_;
  Side side_;
  double z_;
  const Surroundings& surroundings_;
};

}  // namespace

bool is_grip(const Contact& contact) {
  if (contact.kind != Contact::Kind::body) return false;
  const Place place = contact.spot.place;
  return place == Place::below_knee || place == Place::behind_thigh || place == Place::shin ||
         place == Place::ankle;
}

double apply_contact(Body& body, LimbKind kind, Side side, const Contact& contact,
                     const Surroundings& surroundings) {
  Limb& limb = kind == LimbKind::leg ? body.leg[at(side)] : body.arm[at(side)];
  if (contact.kind == Contact::Kind::free) return 0;
  if (contact.kind == Contact::Kind::rest) {
    settle(limb, kind, body.grip[at(side)], height_of(surroundings, contact.surface));
    return 0;
  }
  const Goal goal = Reach(body, kind, side, surroundings).goal(contact);
  const Reached reached =
      reach_target(limb.root, goal.tip, limb.upper_length, limb.lower_length, goal.hint);
  const Vec3 mid = swivelled_above(limb.root, reached.mid, reached.tip, elbow_clearance);
  set_limb(limb, kind, mid, reached.tip, goal.end);
  return std::max(goal.missing, reached.missing);
}

void rest_head(Body& body) {
  const Frame neck = body.neck_frame, head = body.head_frame;
  const Vec3 axis = unit(cross(body.head - body.neck_base, {0, 1, 0}), {0, 0, 1});
  const auto turned = [&](double degrees) {
    const Frame turn = about(axis, degrees);
    carry_head(body, turn * neck, turn * head);
    return lowest_of_head(body);
  };
  double low = -60, high = 60;
  for (int step = 0; step < 26; ++step) {
    const double middle = (low + high) / 2;
    (turned(middle) > 0 ? high : low) = middle;
  }
  turned(high);
}

}  // namespace unclench::figure
