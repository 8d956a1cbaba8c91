// The words of pose data and what they mean. Each list has the words in the order of help texts.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "figure/movement.h"

namespace unclench::figure {

// A joint and, for NAME_right and NAME_left, its side.
struct JointName {
  Joint joint;
  std::optional<Side> side;
};
std::optional<JointName> joint_of(std::string_view name);

// Places of the body: "T8", "knee_right".
std::vector<std::string_view> spot_names();
std::optional<Spot> spot_of(std::string_view name);
std::string_view name_of(Spot spot);

// What hands and feet can touch: "floor", "below_knee_right".
const std::vector<std::string_view>& arm_contact_names();
const std::vector<std::string_view>& leg_contact_names();
Contact contact_of(std::string_view name);

const std::vector<std::string_view>& camera_names();
Camera camera_of(std::string_view name);

const std::vector<std::string_view>& prop_names();
Prop::Kind prop_of(std::string_view name);

const std::vector<std::string_view>& target_names();
Target target_of(std::string_view name);

const std::vector<std::string_view>& layer_names();
Layer layer_of(std::string_view name);

}  // namespace unclench::figure
