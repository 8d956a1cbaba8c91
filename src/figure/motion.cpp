#include "figure/motion.h"

#include <algorithm>

namespace unclench::figure {
namespace {

constexpr double usual_hold = 1, usual_move = 1.8;  // seconds
constexpr double least_miss = .6;                   // cm that nobody sees
constexpr double deepest_turning_arm = -.3;         // below the floor, while it lets go

std::vector<int> there_and_back(int poses) {
  std::vector<int> sequence;
  for (int i = 0; i < poses; ++i) sequence.push_back(i);
  for (int i = poses - 2; i > 0; --i) sequence.push_back(i);
  return sequence;
}

const Contact& contact_of(const Contacts& contacts, LimbKind kind, Side side) {
  return kind == LimbKind::leg ? contacts.leg[at(side)] : contacts.arm[at(side)];
}

bool is_free(const Contact& contact) {
  return contact.kind == Contact::Kind::free;
}

// A limb that stays where it is in the pose at the other end has the same contact there.
void join(Contact& a, Contact& b, int i, int j) {
  if (b.kind == Contact::Kind::stay && b.pose == i) a = b;
  if (a.kind == Contact::Kind::stay && a.pose == j) b = a;
}

// Contacts that are made or let go on the way: the joints turn from one solved body to the other.
void turn_limb(Body& body, LimbKind kind, Side side, const Body& a, const Body& b, double s) {
  const bool leg = kind == LimbKind::leg;
  Limb& limb = leg ? body.leg[at(side)] : body.arm[at(side)];
  const Limb& from = leg ? a.leg[at(side)] : a.arm[at(side)];
  const Limb& to = leg ? b.leg[at(side)] : b.arm[at(side)];
  turn_between(limb, leg ? body.pelvis_frame : body.chest, from, leg ? a.pelvis_frame : a.chest, to,
               leg ? b.pelvis_frame : b.chest, s);
  const double grip = body.grip[at(side)];
  if (!leg && lowest(arm_flesh(limb, grip)) < deepest_turning_arm)
    settle(limb, kind, grip, deepest_turning_arm);
}

void turn_head(Body& body, const Body& a, const Body& b, double s) {
  const auto top = [](const Body& of) { return of.at(Level::C7).frame; };
  const Frame neck =
      top(body) * slerp(inverse(top(a)) * a.neck_frame, inverse(top(b)) * b.neck_frame, s);
  const Frame head =
      neck * slerp(inverse(a.neck_frame) * a.head_frame, inverse(b.neck_frame) * b.head_frame, s);
  carry_head(body, neck, head);
}

}  // namespace

Motion::Motion(const Movement& movement) : movement_(movement), sequence_(movement.sequence) {
  for (const Prop& prop : movement.props) {
    if (prop.kind == Prop::Kind::pillow && prop.between_knees) pillow_ = true;
    if (!prop.height) continue;
    if (prop.kind == Prop::Kind::chair) surfaces_["chair"] = *prop.height;
    if (prop.kind == Prop::Kind::ball) surfaces_["ball"] = *prop.height;
    if (prop.kind == Prop::Kind::worktop) surfaces_["worktop"] = *prop.height;
    if (prop.kind == Prop::Kind::bed) surfaces_["ground"] = -*prop.height;
  }
  const int count = static_cast<int>(movement.poses.size());
  if (sequence_.empty()) sequence_ = there_and_back(count);
  stills_ = movement.stills;
  if (stills_.empty())
    stills_ = count > 1 ? std::vector<int>{sequence_[0], count - 1} : std::vector<int>{0};
  for (const Pose& pose : movement.poses)
    for (Side side : sides)
      if (is_grip(pose.contacts.arm[at(side)])) grip_[at(side)] = 1;
  solve_poses();
  schedule();
  sample();
}

Surroundings Motion::surroundings(const Angles& angles, const Frame& root) const {
  Surroundings result;
  result.surfaces = surfaces_;
  result.solved = &solved_;
  result.heading = about_y(-angles[Joint::yaw]) * Vec3{1, 0, 0};
  (void)root;
  return result;
}

// The body with its lowest flesh on the floor; what a contact will place does not count, and when
// the body is lifted, as on a seat, nothing does that hangs from the trunk.
Body Motion::placed(const Angles& angles, const Frame& root, const Contacts& a,
                    const Contacts& b) const {
  Body body = body_of(angles, root);
  body.grip = grip_;
  body.pillow = pillow_;
  Chain trunk = trunk_flesh(body);
  trunk.pop_back();
  double low = std::min(lowest(trunk), lowest(pelvis_flesh(body)));
  const bool hangs = angles[Joint::lift] > 0;
  for (Side side : sides) {
    if (hangs) break;
    low = std::min(low, lowest({upper_arm_flesh(body.arm[at(side)]).front()}));
    if (is_free(a.leg[at(side)]) && is_free(b.leg[at(side)]))
      low = std::min(low, lowest(leg_flesh(body.leg[at(side)])));
    if (is_free(a.arm[at(side)]) && is_free(b.arm[at(side)]))
      low = std::min(low, lowest(arm_flesh(body.arm[at(side)], grip_[at(side)])));
  }
  if (!hangs && is_free(a.head) && is_free(b.head)) low = std::min(low, lowest_of_head(body));
  body.move({0, angles[Joint::lift] - low, 0});
  return body;
}

void Motion::pin(Body& body, const Pinned& pinned) const {
  const Vec3 way = pinned.at - place_of(body, pinned.spot);
  body.move({way.x, movement_.hold_height ? way.y : 0, way.z});
}

Motion::Pinned Motion::pin_of_pose(int i, const Body& body) const {
  const double shift = pose(i).angles[Joint::shift];
  if (i == 0) return {movement_.pin, place_of(body, movement_.pin) + Vec3{shift, 0, 0}};
  if (pose(i).pin) return {*pose(i).pin, place_of(solved(i - 1), *pose(i).pin) + Vec3{shift, 0, 0}};
  return {movement_.pin,
          place_of(solved(0), movement_.pin) + Vec3{shift - pose(0).angles[Joint::shift], 0, 0}};
}

void Motion::solve_poses() {
  for (int i = 0; i < static_cast<int>(movement_.poses.size()); ++i) {
    const Contacts& contacts = pose(i).contacts;
    const Frame root = root_of(pose(i).angles);
    Body body = placed(pose(i).angles, root, contacts, contacts);
    pin(body, pin_of_pose(i, body));
    if (!is_free(contacts.head)) rest_head(body);
    const Surroundings around = surroundings(pose(i).angles, root);
    for (LimbKind kind : {LimbKind::leg, LimbKind::arm})
      for (Side side : sides) {
        const double missing =
            apply_contact(body, kind, side, contact_of(contacts, kind, side), around);
        if (missing > least_miss) misses_.push_back({i, kind, side, missing});
      }
    solved_.push_back(std::move(body));
  }
}

Body Motion::between(int i, int j, double s) const {
  if (s <= 0) return solved(i);
  if (s >= 1) return solved(j);
  const Pose &from = pose(i), &to = pose(j);
  Contacts a = from.contacts, b = to.contacts;
  for (Side side : sides) {
    join(a.arm[at(side)], b.arm[at(side)], i, j);
    join(a.leg[at(side)], b.leg[at(side)], i, j);
  }
  const Angles angles = figure::between(from.angles, to.angles, s);
  const Frame root = slerp(root_of(from.angles), root_of(to.angles), s);
  Body body = placed(angles, root, a, b);
  const Spot spot = pose(std::max(i, j)).pin.value_or(movement_.pin);
  pin(body, {spot, lerp(place_of(solved(i), spot), place_of(solved(j), spot), s)});
  if (is_free(a.head) != is_free(b.head))
    turn_head(body, solved(i), solved(j), s);
  else if (!is_free(a.head))
    rest_head(body);
  const Surroundings around = surroundings(angles, root);
  for (LimbKind kind : {LimbKind::leg, LimbKind::arm})
    for (Side side : sides) {
      const Contact& contact = contact_of(a, kind, side);
      if (contact == contact_of(b, kind, side))
        apply_contact(body, kind, side, contact, around);
      else
        turn_limb(body, kind, side, solved(i), solved(j), s);
    }
  return body;
}

void Motion::schedule() {
  double time = 0;
  const std::size_t count = sequence_.size();
  for (std::size_t n = 0; n < count; ++n) {
    const int i = sequence_[n], j = sequence_[(n + 1) % count];
    time += pose(i).hold.value_or(usual_hold);
    if (i == j) break;
    const auto known = std::find_if(stretches_.begin(), stretches_.end(), [&](const Stretch& s) {
      return s.from == std::min(i, j) && s.to == std::max(i, j);
    });
    const auto place = static_cast<std::size_t>(known - stretches_.begin());
    if (known == stretches_.end()) stretches_.push_back({std::min(i, j), std::max(i, j), {}});
    const double move = pose(j).move.value_or(pose(i).move.value_or(usual_move));
    transitions_.push_back({place, i < j, time, time + move});
    time += move;
  }
  duration_ = time;
}

void Motion::sample() {
  for (Stretch& stretch : stretches_)
    for (int m = 0; m <= samples; ++m)
      stretch.bodies.push_back(between(stretch.from, stretch.to, static_cast<double>(m) / samples));
}

}  // namespace unclench::figure
