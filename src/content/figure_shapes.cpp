#include "content/shapes.h"
#include "figure/joint.h"
#include "figure/names.h"

namespace unclench::content {
namespace {

constexpr int most_poses = 12;
constexpr int most_seconds = 30;

std::vector<std::string> words(const std::vector<std::string_view>& names) {
  return {names.begin(), names.end()};
}

Shape degrees(int low, int high) {
  return decimal(low, high, "degrees");
}

Shape centimetres(int low, int high) {
  return decimal(low, high, "cm");
}

Shape pair_of(const Shape& item) {
  return list(item, 2, 2);
}

Shape spot(const std::string& name) {
  return option(words(figure::spot_names()), name);
}

Shape pose_number() {
  return number(1, most_poses);
}

// A word, or a mapping that says more about it.
Shape contact(const std::vector<std::string_view>& kinds) {
  const Shape kind = option(words(kinds), "a contact");
  return either(
      kind, record("a contact",
                   {required("on", kind, "What it touches."),
                    optional("surface",
                             option({"floor", "chair", "ball", "ground", "worktop"}, "a surface"),
                             "floor, rest: the surface, if not the floor."),
                    optional("at", pair_of(centimetres(-150, 150)),
                             "floor: the place, forward of the pelvis and out to its side."),
                    optional("fingers", degrees(-180, 180), "floor: where they point, outward."),
                    optional("pose", pose_number(), "stay: as in this pose; 1 without it.")}));
}

Shape contacts() {
  Fields fields = {optional("head", option({"free", "floor"}, "a contact of the head"),
                            "Whether it lies on the floor.")};
  for (const auto& [plural, singular] : {std::pair("hands", "hand"), {"arms", "arm"}})
    for (const std::string& key :
         {std::string(plural), singular + std::string("_right"), singular + std::string("_left")})
      fields.push_back(
          optional(key, contact(figure::arm_contact_names()), "What the hand touches."));
  for (const auto& [plural, singular] : {std::pair("feet", "foot"), {"legs", "leg"}})
    for (const std::string& key :
         {std::string(plural), singular + std::string("_right"), singular + std::string("_left")})
      fields.push_back(
          optional(key, contact(figure::leg_contact_names()), "What the foot touches."));
  return record("the contacts", fields);
}

Shape pose() {
  Fields fields = {
      optional("base", text(), "A pose of figures.yaml to begin with."),
      optional("like", pose_number(), "An earlier pose of this figure to begin with."),
      optional("mirror", pose_number(), "Likewise, with left and right exchanged."),
      optional("hold", decimal(0, most_seconds, "seconds"), "How long it is held."),
      optional("move", decimal(0, most_seconds, "seconds"), "How long moving into it takes."),
      optional("pin", spot("a place of the body"),
               "What keeps its place on the floor on the way from the pose before."),
      optional("contacts", contacts(), "What hands, feet and head touch.")};
  for (const figure::JointRange& range : figure::joint_ranges()) {
    const Shape value = decimal(range.low, range.high, std::string(range.unit));
    const std::string name(range.name), about = "Positive: " + std::string(range.meaning) + ".";
    fields.push_back(optional(name, value, about));
    if (!figure::is_sided(range.joint)) continue;
    fields.push_back(optional(name + "_right", value, about));
    fields.push_back(optional(name + "_left", value, about));
  }
  return record("a pose", fields);
}

Shape camera() {
  return either(option(words(figure::camera_names()), "a camera"),
                record("a camera", {optional("azimuth", degrees(-180, 180),
                                             "0 from the right side, 90 from the front."),
                                    optional("elevation", degrees(0, 90), "90 from above.")}));
}

Shape prop() {
  const Shape kind = option(words(figure::prop_names()), "a prop");
  return either(
      kind, record("a prop", {required("type", kind, "What it is."),
                              optional("x", centimetres(-300, 300), "Where it stands."),
                              optional("z", centimetres(-150, 150),
                                       "chair, pillow, worktop: nearer than the body."),
                              optional("half", centimetres(5, 150), "Half of its width."),
                              optional("height", centimetres(5, 150), "Of the seat, or the bed."),
                              optional("under", option({"calves"}, "a part of the body"),
                                       "chair: it stands below them."),
                              optional("shift", centimetres(-100, 100), "So much aside of them."),
                              optional("back", option({"far", "near", "none"}, "a backrest"),
                                       "chair: the end of its backrest."),
                              optional("between", option({"knees"}, "a part of the body"),
                                       "pillow: it lies there, and not under the head.")}));
}

Shape arrow() {
  Choice what;
  what.keys = {"trace", "line", "arc"};
  what.exclusive = true;
  what.problem = Problem::bad_figure;
  what.message = "an arrow needs 'trace', 'line' or 'arc'";
  what.both_message = "an arrow has only one of 'trace', 'line' and 'arc'";
  return record(
      "an arrow",
      {optional("trace", spot("a place of the body"), "It follows this place between two poses."),
       optional("line", spot("a place of the body"), "It is straight and begins here."),
       optional("arc", spot("a place of the body"), "It runs about this place."),
       optional("from", pose_number(), "The pose where it begins; 1 without it."),
       optional("to", pose_number(), "trace: the pose where it ends; 2 without it."),
       optional("on", pose_number(), "The pose that it is drawn in, if not 'from'."),
       optional("offset", pair_of(centimetres(-150, 150)), "Moves it right and up."),
       optional("by", pair_of(centimetres(-150, 150)), "line: how far right and up it goes."),
       optional("radius", either(centimetres(1, 150), pair_of(centimetres(1, 150))),
                "arc: or two, across and up."),
       optional("angles", pair_of(degrees(-720, 720)), "arc: from and to, 0 to the right."),
       optional("span", pair_of(decimal(0, 1)), "trace: which share of the way.")},
      {what});
}

Fields figure_fields() {
  return {required("poses", list(pose(), 1, most_poses), "What the body does, in order."),
          optional("sequence", list(pose_number(), 1, most_poses * 2),
                   "How the poses follow each other, in a circle; there and back without it."),
          optional("still", list(pose_number(), 1, 6), "The poses of the numbered pictures."),
          optional("camera", camera(), "Where it is seen from; from the side without it."),
          optional("props", list(prop()), "What stands around; a mat without it."),
          optional("target", option(words(figure::target_names()), "a target"),
                   "The region that is marked."),
          optional("arrows", list(arrow()), "Drawn in the still pictures."),
          optional("pin", spot("a place of the body"), "What keeps its place on the floor."),
          optional("hold_height", flag(), "true: the pin keeps its height too."),
          optional("near", option({"right", "left"}, "a side"), "The side drawn in front."),
          optional("flat", flag(), "true: both sides in one tone."),
          optional("order", list(option(words(figure::layer_names()), "a part of the body")),
                   "What is drawn first to last."),
          optional("zoom", decimal(1, 10), "The largest scale."),
          optional("description", text(), "Alternative text, instead of the one that is made.")};
}

}  // namespace

Shape figure_of_exercise() {
  return record("a figure", figure_fields());
}

const Shape& figures_shape() {
  static const Shape shape = [] {
    Fields change = figure_fields();
    change.insert(change.begin(), required("title", text(), "What it shows."));
    change.push_back(optional("shows", list(text()),
                              "The changes of position: the two positions with -to- between."));
    return record("the figures",
                  {optional("bases", by_id("", pose()), "Poses for others to begin with."),
                   optional("changes", by_id("a change", record("a change of position", change)),
                            "Figures of how to get from one position to another.")});
  }();
  return shape;
}

}  // namespace unclench::content
