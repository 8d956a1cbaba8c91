#include "figure/description.h"

#include <algorithm>

namespace unclench::figure {
namespace {

// Degrees and cm from which a change is worth a word.
constexpr double some_turn = 12, some_bend = 20, some_lean = 25, far_swing = 50;
constexpr double some_height = 6, some_way = 12, far_way = 25;

double hip(const Pose& pose, Side side) {
  return pose.angles.get(Joint::hip_flexion, side);
}

double knee(const Pose& pose, Side side) {
  return pose.angles.get(Joint::knee_flexion, side);
}

std::string capitalised(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z')
    text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

// "a, b and c"
std::string listed(const std::vector<std::string>& parts) {
  std::string text;
  for (std::size_t i = 0; i < parts.size(); ++i)
    text += (i == 0 ? "" : i + 1 == parts.size() ? " and " : ", ") + parts[i];
  return text;
}

// "the right knee", "both knees" or nothing.
struct Which {
  bool right = false, left = false;
  bool any() const { return right || left; }
  std::string name(const std::string& one, const std::string& more) const {
    if (right && left) return "both " + more;
    return std::string("the ") + (right ? "right " : "left ") + one;
  }
  std::string verb(const std::string& one, const std::string& more) const {
    return right && left ? more : one;
  }
};

Which which_side(auto test) {
  return {test(Side::right), test(Side::left)};
}

std::string lying(const Pose& pose, const Body& body) {
  const double forward = body.pelvis_frame.x.y, right = body.pelvis_frame.z.y;
  if (forward < -.7) return "lying on the belly";
  if (right < -.7) return "lying on the right side";
  if (right > .7) return "lying on the left side";
  const Which bent = which_side([&](Side side) { return knee(pose, side) > 60; });
  const Which drawn = which_side([&](Side side) { return hip(pose, side) > 100; });
  std::string text = "lying on the back";
  if (std::fabs(right) > .25) text += right < 0 ? ", rolled to the right" : ", rolled to the left";
  if (drawn.any()) return text + ", " + drawn.name("knee", "knees") + " at the chest";
  if (bent.any()) return text + ", " + bent.name("knee", "knees") + " bent";
  return text + ", legs straight";
}

std::string upright(const Pose& pose, const Body& body) {
  const double hips = std::min(hip(pose, Side::right), hip(pose, Side::left));
  const double knees = std::min(knee(pose, Side::right), knee(pose, Side::left));
  if (knees > 120) return "kneeling, sitting on the heels";
  if (hips > 60 && body.leg[0].tip.y > body.pelvis.y - 25) return "sitting on the floor";
  if (hips > 50) return "sitting, feet on the floor";
  if (knees > 60 && hips < 40 && body.pelvis.y < 60)
    return std::max(hip(pose, Side::right), hip(pose, Side::left)) > 60 ? "kneeling on one knee"
                                                                        : "kneeling upright";
  const Which raised = which_side([&](Side side) { return hip(pose, side) > 50; });
  if (!raised.any()) return "standing";
  const Which bent = which_side([&](Side side) { return raised.any() && knee(pose, side) > 60; });
  return bent.any() ? "standing, " + bent.name("knee", "knees") + " raised"
                    : "standing, " + raised.name("leg", "legs") + " raised";
}

// How far the chest leans forward from upright, in degrees: negative backward.
double lean(const Body& body) {
  const Vec3 trunk = unit(body.at(Level::C7).at - body.pelvis);
  return arc_cosine(trunk.y);
}

double bend(const Pose& pose) {
  return pose.angles[Joint::lumbar_flexion] + pose.angles[Joint::thoracic_flexion];
}

double turn(const Pose& pose) {
  return pose.angles[Joint::lumbar_rotation] + pose.angles[Joint::thoracic_rotation];
}

std::string towards(double right) {
  return right > 0 ? " to the right" : " to the left";
}

class Change {
 public:
  Change(const Pose& from, const Body& from_body, const Pose& to, const Body& to_body)
      : from_(from), to_(to), before_(from_body), after_(to_body) {}

  std::vector<std::string> run() {
    trunk();
    legs();
    arms();
    return std::move(said_);
  }

 private:
  static bool is_on_back(const Body& body) { return body.pelvis_frame.x.y > .7; }

  void trunk() {
    const double roll = to_.angles[Joint::roll] - from_.angles[Joint::roll];
    const double rise = after_.pelvis.y - before_.pelvis.y;
    const double bent = bend(to_) - bend(from_), leant = lean(after_) - lean(before_);
    const double turned = turn(to_) - turn(from_);
    const bool rolls = std::fabs(roll) > some_turn;
    if (rolls) say("the hips and knees roll" + towards(roll));
    if (!rolls && std::fabs(turned) > some_turn) say("the trunk turns" + towards(turned));
    if (leant > some_lean) say("the trunk leans forward");
    if (leant < -some_lean) say("the trunk rises");
    if (std::fabs(rise) > some_height && !rolls) say(rise > 0 ? "the hips lift" : "the hips sink");
    if (bent > some_bend && is_on_back(after_) && std::fabs(rise) <= some_height)
      say("the low back flattens against the floor");
    else if (std::fabs(bent) > some_bend && !rolls && !is_on_back(after_))
      say(bent > 0 ? "the back rounds" : "the back arches");
  }

  double to_chest(const Body& body, Side side) const {
    return length(body.leg[at(side)].mid - body.at(Level::T8).at);
  }

  void legs() {
    const bool leans = std::fabs(lean(after_) - lean(before_)) > some_lean;
    const auto nearer = [&](Side side) {
      return leans ? 0 : to_chest(before_, side) - to_chest(after_, side);
    };
    const auto risen = [&](Side side) {
      const bool told = std::fabs(nearer(side)) > far_way;
      return told ? 0 : after_.leg[at(side)].tip.y - before_.leg[at(side)].tip.y;
    };
    const Which drawn = which_side([&](Side side) { return nearer(side) > far_way; });
    const Which away = which_side([&](Side side) { return nearer(side) < -far_way; });
    const Which lifted = which_side([&](Side side) { return risen(side) > some_way; });
    const Which lowered = which_side([&](Side side) { return risen(side) < -some_way; });
    if (drawn.any())
      say(drawn.name("knee", "knees") + drawn.verb(" comes", " come") + " towards the chest");
    if (away.any()) say(away.name("leg", "legs") + away.verb(" stretches", " stretch") + " out");
    if (lifted.any()) say(lifted.name("foot", "feet") + lifted.verb(" lifts", " lift"));
    if (lowered.any()) say(lowered.name("foot", "feet") + lowered.verb(" sinks", " sink"));
  }

  Vec3 arm_on_chest(const Body& body, Side side) const {
    return inverse(body.chest) * unit(body.arm[at(side)].tip - body.arm[at(side)].root);
  }

  // An arm that points elsewhere than before.
  bool swings(Side side) const {
    return arc_cosine(dot(arm_on_chest(before_, side), arm_on_chest(after_, side))) > far_swing;
  }

  void arms() {
    const Which held = which_side([&](Side side) {
      return is_grip(to_.contacts.arm[at(side)]) && !is_grip(from_.contacts.arm[at(side)]);
    });
    const auto to = [&](Side side, Vec3 way) {
      return swings(side) && !(side == Side::right ? held.right : held.left) &&
             dot(arm_on_chest(after_, side), way) > .7;
    };
    const Which up = which_side([&](Side side) { return to(side, {0, 1, 0}); });
    const Which ahead = which_side([&](Side side) { return to(side, {1, 0, 0}); });
    if (up.any()) say(up.name("arm", "arms") + up.verb(" reaches", " reach") + " past the head");
    if (ahead.any()) say(ahead.name("arm", "arms") + ahead.verb(" reaches", " reach") + " forward");
    if (held.any()) say(held.name("hand", "hands") + held.verb(" holds", " hold") + " the leg");
  }

  void say(const std::string& text) { said_.push_back(text); }

  const Pose &from_, &to_;
  const Body &before_, &after_;
  std::vector<std::string> said_;
};

}  // namespace

std::string posture_of(const Pose& pose, const Body& body) {
  const double up = body.pelvis_frame.y.y;
  const bool hands_down = pose.contacts.arm[0].kind == Contact::Kind::floor &&
                          pose.contacts.arm[1].kind == Contact::Kind::floor;
  const bool on_knees = std::min(knee(pose, Side::right), knee(pose, Side::left)) > 60;
  if (hands_down && on_knees && body.pelvis_frame.x.y < -.3) return "on hands and knees";
  if (up < .5 && !on_knees) return lying(pose, body);
  if (up < .5 && body.pelvis_frame.x.y > -.5) return lying(pose, body);
  return upright(pose, body);
}

std::string change_between(const Pose& from, const Body& from_body, const Pose& to,
                           const Body& to_body) {
  return listed(Change(from, from_body, to, to_body).run());
}

namespace {

// The posture without its details.
std::string basic(const std::string& posture) {
  return posture.substr(0, posture.find(','));
}

}  // namespace

std::string describe(const Motion& motion) {
  const auto pose = [&](int i) -> const Pose& {
    return motion.movement().poses[static_cast<std::size_t>(i)];
  };
  const auto body = [&](int i) -> const Body& {
    return motion.poses()[static_cast<std::size_t>(i)];
  };
  std::vector<int> path = {motion.sequence().front()};
  for (int still : motion.stills())
    if (still != path.back()) path.push_back(still);
  std::string text = "A person is " + posture_of(pose(path[0]), body(path[0]));
  for (const Prop& prop : motion.movement().props)
    if (prop.under_calves) text += ", calves on a chair";
  text += ".";
  bool breathes = false;
  for (const Pose& each : motion.movement().poses)
    breathes = breathes || each.angles[Joint::breath] > 0;
  if (breathes) text += " The belly rises and falls with the breath.";
  for (std::size_t i = 1; i < path.size(); ++i) {
    const std::string before = posture_of(pose(path[i - 1]), body(path[i - 1]));
    const std::string after = posture_of(pose(path[i]), body(path[i]));
    if (basic(before) != basic(after)) {
      text += " Then " + after + ".";
      continue;
    }
    const std::string change =
        change_between(pose(path[i - 1]), body(path[i - 1]), pose(path[i]), body(path[i]));
    if (!change.empty()) text += " " + capitalised(change) + ".";
  }
  return text;
}

}  // namespace unclench::figure
