#include "figure/palette.h"

namespace unclench::figure {

const std::vector<Colour>& colours() {
  // clang-format off
  static const std::vector<Colour> all = {
      {"bg", "#f3f6f5", "#1c2326"},  // the paper, also seen between the parts
      {"s", "#d9a27d", "#d9a683"},   // skin
      {"s2", "#e2b797", "#a0755a"},
      {"n", "#c48d69", "#bd8a69"},  // neck, in the shade of the head
      {"k", "#433", "#643"},        // hair and lids
      {"t", "#499", "#5ab"},        // shirt
      {"p", "#358", "#68b"},        // trousers
      {"p2", "#7088b3", "#3d527b"},
      {"mt", "#d5e2dc", "#344"},  // mat and mattress: top, front, end
      {"mf", "#b9cdc4", "#233"},
      {"me", "#c5d7cf", "#2e3b37"},
      {"bt", "#c8b59c", "#5b4f40"},  // bed frame
      {"bf", "#b39e84", "#4a4034"},
      {"be", "#bda98f", "#52473a"},
      {"ct", "#cba", "#654"},  // chair: seat, back, legs
      {"cf", "#ba8", "#543"},
      {"ce", "#ba9", "#544"},
      {"cb", "#cba", "#654"},
      {"cl", "#a97", "#765"},
      {"ba", "#b9cdc4", "#3c4f49"},  // ball
      {"sh", "#dde5e2", "#161c1e"},  // shadow
      {"fl", "#c3cfca", "#46545a"},  // line of the floor
      {"pi", "#eef3f0", "#4a5a55"},  // pillow
      {"pw", "#cde", "#566"},  // pillow on a mat
      {"g", "#e63", "#f75"},         // target
      {"a", "#d53", "#f86"},         // arrow
      {"b", "#566", "#abb"},         // number
  };
  // clang-format on
  return all;
}

std::string_view colour_of(std::string_view name, bool dark) {
  for (const Colour& colour : colours())
    if (colour.name == name) return dark ? colour.dark : colour.light;
  return "none";
}

std::string dark_rules(const std::string& drawing) {
  const std::string paper(colour_of("bg", true));
  std::string rules = ".bg{fill:" + paper + "}.h{stroke:" + paper + "}";
  for (const Colour& colour : colours()) {
    const std::string name(colour.name), value(colour.dark);
    if (name == "bg" || drawing.find("class=\"" + name + "\"") == std::string::npos) continue;
    if (name == "cl" || name == "fl" || name == "a")
      rules += "." + name + "{stroke:" + value + "}";
    else if (name == "g")
      rules += "." + name + "{fill:" + value + ";stroke:" + value + "}";
    else
      rules += "." + name + "{fill:" + value + "}";
  }
  return rules;
}

}  // namespace unclench::figure
