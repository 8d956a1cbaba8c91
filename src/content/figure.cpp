#include "content/figure.h"

#include <algorithm>
#include <set>

#include "content/reading.h"
#include "content/shapes.h"
#include "content/text_form.h"
#include "content/values.h"
#include "figure/motion.h"
#include "figure/names.h"

namespace unclench::content {
namespace {

const Terms no_words;

double number_at(const YamlNode& node) {
  return decimal_number(node).value_or(0);
}

std::optional<double> decimal_of(const Values& values, std::string_view key) {
  const YamlNode* node = values.find(key);
  return node ? decimal_number(*node) : std::nullopt;
}

std::optional<figure::Vec2> pair_of(const Values& values, std::string_view key) {
  const YamlNode* node = values.find(key);
  if (!node) return std::nullopt;
  if (node->kind == YamlNode::Kind::scalar) return figure::Vec2{number_at(*node), number_at(*node)};
  if (node->items.size() != 2) return std::nullopt;
  return figure::Vec2{number_at(node->items[0]), number_at(node->items[1])};
}

std::optional<figure::Spot> spot_of(const Values& values, std::string_view key) {
  const YamlNode* node = values.find(key);
  return node ? figure::spot_of(node->text) : std::nullopt;
}

// A word, or a mapping that names it under `key`.
std::string word_of(const YamlNode& node, std::string_view key) {
  return node.kind == YamlNode::Kind::scalar ? node.text : Values(node, no_words).text(key);
}

figure::Contact contact_at(const YamlNode& node) {
  figure::Contact contact = figure::contact_of(word_of(node, "on"));
  if (node.kind != YamlNode::Kind::mapping) return contact;
  const Values values(node, no_words);
  const std::string surface = values.text("surface");
  if (surface != "floor") contact.surface = surface;
  contact.at = pair_of(values, "at");
  contact.fingers = decimal_of(values, "fingers");
  contact.pose = values.number("pose", 1) - 1;
  return contact;
}

// "hands" or "leg_left": which limbs, right and left.
struct LimbName {
  bool leg;
  bool right, left;
};
LimbName limb_of(const std::string& key) {
  const auto has = [&](const char* part) { return key.find(part) != std::string::npos; };
  const bool leg = has("leg") || has("foot") || has("feet");
  return {leg, !has("_left"), !has("_right")};
}

class PoseReader {
 public:
  PoseReader(const SourceFile& file, const Figures& figures, Diagnostics& diagnostics)
      : file_(file), figures_(figures), diagnostics_(diagnostics) {}

  // `earlier` are the poses of the figure that stand before this one.
  figure::Pose read(const YamlNode& node, const std::vector<figure::Pose>& earlier) {
    const Values values(node, no_words);
    report_two_origins(values);
    figure::Pose pose = origin(values, earlier);
    pose.hold = decimal_of(values, "hold");
    pose.move = decimal_of(values, "move");
    pose.pin = spot_of(values, "pin");
    set_joints(pose, values, false);
    set_joints(pose, values, true);
    if (const YamlNode* contacts = values.find("contacts")) set_contacts(pose, *contacts);
    return pose;
  }

 private:
  void report(Problem problem, const YamlNode& node, const std::string& message,
              const std::string& help = "") {
    diagnostics_.add(problem, file_, node.span, message, help);
  }

  void report_two_origins(const Values& values) {
    const YamlNode* first = nullptr;
    for (const YamlEntry& entry : values.entries()) {
      const std::string& key = entry.key.text;
      if (key != "base" && key != "like" && key != "mirror") continue;
      if (first)
        report(Problem::bad_figure, entry.key,
               "a pose begins with one of 'base', 'like' and 'mirror', not with two");
      first = &entry.key;
    }
  }

  figure::Pose origin(const Values& values, const std::vector<figure::Pose>& earlier) {
    if (const YamlNode* base = values.find("base")) return base_at(*base);
    for (const char* key : {"like", "mirror"}) {
      const YamlNode* node = values.find(key);
      if (!node) continue;
      const int number = values.number(key);
      if (number < 1 || number > static_cast<int>(earlier.size())) {
        if (number >= 1) report_not_earlier(*node, key, earlier.size());
        return {};
      }
      const figure::Pose& pose = earlier[static_cast<std::size_t>(number) - 1];
      return std::string(key) == "mirror" ? figure::mirrored(pose) : pose;
    }
    return {};
  }

  void report_not_earlier(const YamlNode& node, const std::string& key, std::size_t earlier) {
    report(Problem::bad_figure, node, "'" + key + "' must be the number of an earlier pose",
           earlier == 0   ? "the first pose has none before it"
           : earlier == 1 ? "only pose 1 stands before this one"
                          : "poses 1 to " + std::to_string(earlier) + " stand before this one");
  }

  figure::Pose base_at(const YamlNode& node) {
    const auto found = figures_.bases.find(node.text);
    if (found != figures_.bases.end()) return found->second;
    std::vector<std::string> names;
    for (const auto& [name, pose] : figures_.bases) names.push_back(name);
    if (figures_.complete)
      report(Problem::unknown_word, node, "'" + node.text + "' is not a base of figures.yaml",
             did_you_mean(node.text, names));
    return {};
  }

  // First the keys that set both sides, then those of one.
  static void set_joints(figure::Pose& pose, const Values& values, bool one_side) {
    for (const YamlEntry& entry : values.entries()) {
      const auto name = figure::joint_of(entry.key.text);
      if (!name || name->side.has_value() != one_side) continue;
      if (one_side)
        pose.angles.set(name->joint, *name->side, number_at(entry.value));
      else
        pose.angles.set(name->joint, number_at(entry.value));
    }
  }

  static void set_contacts(figure::Pose& pose, const YamlNode& node) {
    for (const YamlEntry& entry : node.entries) {
      const figure::Contact contact = contact_at(entry.value);
      if (entry.key.text == "head") {
        pose.contacts.head = contact;
        continue;
      }
      const LimbName limb = limb_of(entry.key.text);
      auto& limbs = limb.leg ? pose.contacts.leg : pose.contacts.arm;
      if (limb.right) limbs[0] = contact;
      if (limb.left) limbs[1] = contact;
    }
  }

  const SourceFile& file_;
  const Figures& figures_;
  Diagnostics& diagnostics_;
};

figure::Camera camera_at(const YamlNode& node) {
  if (node.kind == YamlNode::Kind::scalar) return figure::camera_of(node.text);
  const Values values(node, no_words);
  figure::Camera camera;
  camera.azimuth = decimal_of(values, "azimuth").value_or(camera.azimuth);
  camera.elevation = decimal_of(values, "elevation").value_or(camera.elevation);
  return camera;
}

figure::Prop prop_at(const YamlNode& node) {
  figure::Prop prop;
  prop.kind = figure::prop_of(word_of(node, "type"));
  if (node.kind != YamlNode::Kind::mapping) return prop;
  const Values values(node, no_words);
  prop.x = decimal_of(values, "x");
  prop.z = decimal_of(values, "z");
  prop.half = decimal_of(values, "half");
  prop.height = decimal_of(values, "height");
  prop.shift = decimal_of(values, "shift");
  prop.under_calves = values.text("under") == "calves";
  prop.between_knees = values.text("between") == "knees";
  if (values.find("back")) prop.back = values.text("back");
  return prop;
}

figure::Arrow arrow_at(const Values& values) {
  figure::Arrow arrow;
  const std::array<std::pair<const char*, figure::Arrow::Kind>, 3> kinds = {
      {{"trace", figure::Arrow::Kind::trace},
       {"line", figure::Arrow::Kind::line},
       {"arc", figure::Arrow::Kind::arc}}};
  for (const auto& [key, kind] : kinds)
    if (const auto spot = spot_of(values, key)) {
      arrow.kind = kind;
      arrow.spot = *spot;
    }
  arrow.from = values.number("from", 1) - 1;
  arrow.to = values.number("to", 2) - 1;
  if (values.find("on")) arrow.on = values.number("on", 1) - 1;
  arrow.off = pair_of(values, "offset").value_or(arrow.off);
  arrow.by = pair_of(values, "by").value_or(arrow.by);
  arrow.radius = pair_of(values, "radius").value_or(arrow.radius);
  arrow.angles = pair_of(values, "angles").value_or(arrow.angles);
  arrow.span = pair_of(values, "span").value_or(arrow.span);
  return arrow;
}

class FigureReader {
 public:
  FigureReader(const SourceFile& file, const YamlNode& node, const Figures& figures,
               Diagnostics& diagnostics)
      : file_(file), values_(node, no_words), figures_(figures), diagnostics_(diagnostics) {}

  void read(figure::Movement& movement) {
    read_poses(movement);
    movement.sequence = pose_numbers("sequence");
    report_repeated_neighbours();
    movement.stills = pose_numbers("still");
    read_stage(movement);
    for (const Values& arrow : values_.mappings("arrows")) {
      for (const char* key : {"from", "to", "on"}) check_pose_number(arrow.find(key), key);
      movement.arrows.push_back(arrow_at(arrow));
      check_default_end(arrow, movement.arrows.back());
    }
  }

  // Whether every hand and foot comes to where it is meant to be.
  void check_reach(const figure::Movement& movement) {
    const figure::Motion motion(movement);
    for (const figure::Miss& miss : motion.misses()) {
      const YamlNode& pose = values_.find("poses")->items[static_cast<std::size_t>(miss.pose)];
      const bool leg = miss.limb == figure::LimbKind::leg;
      const YamlNode& place = contact_in(pose, leg, miss.side);
      const std::string side = miss.side == figure::Side::right ? "right" : "left";
      const int missing = std::max(1, figure::nearest(miss.missing));
      diagnostics_.add(Problem::bad_figure, file_, place.span,
                       "in pose " + std::to_string(miss.pose + 1) + " the " + side +
                           (leg ? " foot" : " hand") + " misses its contact by " +
                           std::to_string(missing) + " cm",
                       "bend the body towards it, or move the contact");
    }
  }

 private:
  // Where the pose says what the limb touches; the pose, when it has that from another.
  static const YamlNode& contact_in(const YamlNode& pose, bool leg, figure::Side side) {
    const YamlNode* contacts = Values(pose, no_words).find("contacts");
    if (!contacts) return pose;
    for (const YamlEntry& entry : contacts->entries) {
      const LimbName limb = limb_of(entry.key.text);
      const bool named = side == figure::Side::right ? limb.right : limb.left;
      if (entry.key.text != "head" && limb.leg == leg && named) return entry.value;
    }
    return pose;
  }

  void read_poses(figure::Movement& movement) {
    PoseReader reader(file_, figures_, diagnostics_);
    const YamlNode* poses = values_.find("poses");
    if (!poses) return;
    for (const YamlNode& node : poses->items) {
      movement.poses.push_back(reader.read(node, movement.poses));
      check_stays(node, movement);
    }
    count_ = static_cast<int>(movement.poses.size());
  }

  // What stays must stay as in this or an earlier pose that has a place for it.
  void check_stays(const YamlNode& node, figure::Movement& movement) {
    const int last = static_cast<int>(movement.poses.size());
    const YamlNode* contacts = Values(node, no_words).find("contacts");
    if (contacts)
      for (const YamlEntry& entry : contacts->entries) {
        const Values values = Values(entry.value, no_words).of(entry.value);
        const YamlNode* pose = values.find("pose");
        if (pose && values.number("pose") >= last)
          diagnostics_.add(Problem::bad_figure, file_, pose->span,
                           "'pose' must be the number of an earlier pose");
        else if (word_of(entry.value, "on") == "stay" && last == 1)
          diagnostics_.add(Problem::bad_figure, file_, entry.value.span,
                           "nothing can stay in the first pose");
      }
  }

  void check_pose_number(const YamlNode* node, const std::string& key) {
    if (!node || count_ == 0) return;
    const auto number = whole_number(*node);
    if (number && *number > count_)
      diagnostics_.add(
          Problem::bad_figure, file_, node->span,
          "'" + key + "' names pose " + node->text + ", which is not there",
          count_ == 1 ? "there is one pose" : "there are " + std::to_string(count_) + " poses");
  }

  std::vector<int> pose_numbers(const std::string& key) {
    std::vector<int> numbers;
    if (const YamlNode* node = values_.find(key))
      for (const YamlNode& item : node->items) {
        check_pose_number(&item, key);
        numbers.push_back(whole_number(item).value_or(1) - 1);
      }
    return numbers;
  }

  void report_repeated_neighbours() {
    const YamlNode* node = values_.find("sequence");
    if (!node || node->items.size() < 2) return;
    for (std::size_t i = 0; i < node->items.size(); ++i) {
      const YamlNode& next = node->items[(i + 1) % node->items.size()];
      if (node->items[i].text == next.text)
        diagnostics_.add(Problem::bad_figure, file_, next.span,
                         "in 'sequence' pose " + next.text + " follows itself",
                         "the sequence is a circle; 'hold' says how long a pose is kept");
    }
  }

  // An arrow runs to pose 2 when it does not say where to.
  void check_default_end(const Values& values, const figure::Arrow& arrow) {
    if (arrow.kind == figure::Arrow::Kind::trace && !values.find("to") && count_ == 1)
      diagnostics_.add(Problem::bad_figure, file_, values.node().span,
                       "an arrow cannot follow a movement of one pose");
  }

  void read_stage(figure::Movement& movement) {
    if (const YamlNode* node = values_.find("camera")) movement.camera = camera_at(*node);
    if (const YamlNode* node = values_.find("props")) {
      movement.props.clear();
      for (const YamlNode& item : node->items) movement.props.push_back(prop_at(item));
    }
    movement.target = figure::target_of(values_.text("target"));
    movement.pin = spot_of(values_, "pin").value_or(movement.pin);
    movement.hold_height = values_.flag("hold_height");
    if (values_.find("near"))
      movement.near = values_.text("near") == "left" ? figure::Side::left : figure::Side::right;
    if (values_.find("flat")) movement.flat = values_.flag("flat");
    for (const std::string& layer : values_.texts("order"))
      movement.order.push_back(figure::layer_of(layer));
    movement.zoom = decimal_of(values_, "zoom").value_or(movement.zoom);
    movement.description = values_.text("description");
    movement.shows = values_.texts("shows");
  }

  const SourceFile& file_;
  const Values values_;
  const Figures& figures_;
  Diagnostics& diagnostics_;
  int count_ = 0;  // of poses
};

}  // namespace

std::shared_ptr<const figure::Movement> read_figure(const SourceFile& file, const YamlNode& node,
                                                    const std::string& id, const std::string& title,
                                                    const Figures& figures,
                                                    Diagnostics& diagnostics) {
  if (node.kind != YamlNode::Kind::mapping) return nullptr;
  const std::size_t before = diagnostics.size();
  auto movement = std::make_shared<figure::Movement>();
  movement->id = id;
  movement->title = title;
  FigureReader reader(file, node, figures, diagnostics);
  reader.read(*movement);
  if (diagnostics.size() > before || movement->poses.empty()) return nullptr;
  reader.check_reach(*movement);
  return movement;
}

Figures read_figures(const Document& document, Diagnostics& diagnostics) {
  Figures figures;
  figures.file = document.file;
  if (document.broken) {
    figures.complete = false;
    return figures;
  }
  const std::size_t before = diagnostics.size();
  check_shape(*document.file, document.front, figures_shape(), "", no_words, diagnostics);
  const Values values(document.front, no_words);
  const Values bases = values.mapping("bases");
  for (const YamlEntry& entry : bases.entries())
    figures.bases[entry.key.text] =
        PoseReader(*document.file, figures, diagnostics).read(entry.value, {});
  figures.complete = diagnostics.size() == before;
  if (!figures.complete) return figures;
  const Values changes = values.mapping("changes");
  for (const YamlEntry& entry : changes.entries()) {
    figures.change_names.push_back({entry.key.text, entry.key.span});
    for (PlacedWord& word : placed_words(changes.mapping(entry.key.text), "shows"))
      figures.shown.push_back(std::move(word));
    if (auto movement =
            read_figure(*document.file, entry.value, entry.key.text,
                        changes.mapping(entry.key.text).text("title"), figures, diagnostics))
      figures.changes.push_back(std::move(movement));
  }
  return figures;
}

}  // namespace unclench::content
