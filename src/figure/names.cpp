#include "figure/names.h"

#include <algorithm>
#include <array>
#include <utility>

namespace unclench::figure {
namespace {

struct SpotName {
  std::string_view name;
  Spot spot;
};

const std::vector<SpotName>& spots() {
  using enum Place;
  constexpr Side right = Side::right, left = Side::left;
  static const std::vector<SpotName> all = {
      {"pelvis", {pelvis, right}},
      {"L5", {L5, right}},
      {"L3", {L3, right}},
      {"L1", {L1, right}},
      {"T12", {T12, right}},
      {"T8", {T8, right}},
      {"T4", {T4, right}},
      {"C7", {C7, right}},
      {"skull", {skull, right}},
      {"head", {head, right}},
      {"belly", {belly, right}},
      {"chest", {chest, right}},
      {"ribs_right", {ribs, right}},
      {"ribs_left", {ribs, left}},
      {"hips_right", {hips, right}},
      {"hips_left", {hips, left}},
      {"hip_right", {hip, right}},
      {"hip_left", {hip, left}},
      {"knee_right", {knee, right}},
      {"knee_left", {knee, left}},
      {"ankle_right", {ankle, right}},
      {"ankle_left", {ankle, left}},
      {"toe_right", {toe, right}},
      {"toe_left", {toe, left}},
      {"heel_right", {heel, right}},
      {"heel_left", {heel, left}},
      {"shoulder_right", {shoulder, right}},
      {"shoulder_left", {shoulder, left}},
      {"elbow_right", {elbow, right}},
      {"elbow_left", {elbow, left}},
      {"wrist_right", {wrist, right}},
      {"wrist_left", {wrist, left}},
      {"hand_right", {hand, right}},
      {"hand_left", {hand, left}},
      {"below_knee_right", {below_knee, right}},
      {"below_knee_left", {below_knee, left}},
      {"behind_thigh_right", {behind_thigh, right}},
      {"behind_thigh_left", {behind_thigh, left}},
      {"shin_right", {shin, right}},
      {"shin_left", {shin, left}},
      {"thigh_right", {thigh, right}},
      {"thigh_left", {thigh, left}},
      {"outer_knee_right", {outer_knee, right}},
      {"outer_knee_left", {outer_knee, left}},
      {"back_of_hips_right", {back_of_hips, right}},
      {"back_of_hips_left", {back_of_hips, left}},
  };
  return all;
}

constexpr std::array<std::pair<std::string_view, Contact::Kind>, 4> kinds = {{
    {"free", Contact::Kind::free},
    {"rest", Contact::Kind::rest},
    {"floor", Contact::Kind::floor},
    {"stay", Contact::Kind::stay},
}};

// What a palm can lie on.
bool is_touched(Place place) {
  switch (place) {
    case Place::belly:
    case Place::chest:
    case Place::ribs:
    case Place::hips:
    case Place::back_of_hips:
    case Place::knee:
    case Place::ankle:
    case Place::below_knee:
    case Place::behind_thigh:
    case Place::shin:
    case Place::thigh:
    case Place::outer_knee:
      return true;
    default:
      return false;
  }
}

// The place of a word in a list whose order is that of its enumeration.
template <typename Enum>
Enum enum_of(const std::vector<std::string_view>& names, std::string_view name) {
  const auto found = std::find(names.begin(), names.end(), name);
  return static_cast<Enum>(found == names.end() ? 0 : found - names.begin());
}

}  // namespace

std::optional<JointName> joint_of(std::string_view name) {
  for (const JointRange& range : joint_ranges()) {
    if (name == range.name) return JointName{range.joint, std::nullopt};
    if (!is_sided(range.joint) || name.substr(0, range.name.size()) != range.name) continue;
    const std::string_view rest = name.substr(range.name.size());
    if (rest == "_right") return JointName{range.joint, Side::right};
    if (rest == "_left") return JointName{range.joint, Side::left};
  }
  return std::nullopt;
}

std::vector<std::string_view> spot_names() {
  std::vector<std::string_view> names;
  for (const SpotName& spot : spots()) names.push_back(spot.name);
  return names;
}

std::optional<Spot> spot_of(std::string_view name) {
  for (const SpotName& spot : spots())
    if (spot.name == name) return spot.spot;
  return std::nullopt;
}

std::string_view name_of(Spot spot) {
  for (const SpotName& known : spots())
    if (known.spot == spot) return known.name;
  return "";
}

const std::vector<std::string_view>& leg_contact_names() {
  static const std::vector<std::string_view> names = {"free", "rest", "floor", "stay"};
  return names;
}

const std::vector<std::string_view>& arm_contact_names() {
  static const std::vector<std::string_view> names = [] {
    std::vector<std::string_view> all = {"free", "rest", "floor", "stay", "forearm"};
    for (const SpotName& spot : spots())
      if (is_touched(spot.spot.place)) all.push_back(spot.name);
    return all;
  }();
  return names;
}

Contact contact_of(std::string_view name) {
  Contact contact;
  for (const auto& [word, kind] : kinds)
    if (word == name) contact.kind = kind;
  if (name == "forearm") contact.kind = Contact::Kind::forearm;
  const std::optional<Spot> spot = spot_of(name);
  if (spot) {
    contact.kind = Contact::Kind::body;
    contact.spot = *spot;
  }
  return contact;
}

const std::vector<std::string_view>& camera_names() {
  static const std::vector<std::string_view> names = {"side", "front", "above", "three_quarter"};
  return names;
}

Camera camera_of(std::string_view name) {
  if (name == "front") return {90, 9};
  if (name == "above") return {0, 84};
  return name == "three_quarter" ? Camera{38, 24} : Camera{};
}

const std::vector<std::string_view>& prop_names() {
  static const std::vector<std::string_view> names = {"mat",  "floor", "shadow", "bed",    "chair",
                                                      "ball", "wall",  "pillow", "worktop"};
  return names;
}

Prop::Kind prop_of(std::string_view name) {
  return enum_of<Prop::Kind>(prop_names(), name);
}

const std::vector<std::string_view>& target_names() {
  static const std::vector<std::string_view> names = {
      "none",           "lower_back",    "back",         "upper_back", "hamstring_right",
      "hamstring_left", "buttock_right", "buttock_left", "hip_right",  "hip_left",
      "thigh_right",    "thigh_left",    "calf_right",   "calf_left",  "abdominals",
      "side_right",     "side_left"};
  return names;
}

Target target_of(std::string_view name) {
  return enum_of<Target>(target_names(), name);
}

const std::vector<std::string_view>& layer_names() {
  static const std::vector<std::string_view> names = {"arm_far", "leg_far",  "head",    "torso",
                                                      "pelvis",  "leg_near", "arm_near"};
  return names;
}

Layer layer_of(std::string_view name) {
  return enum_of<Layer>(layer_names(), name);
}

}  // namespace unclench::figure
