#include "figure/palette.h"

namespace unclench::figure {

const std::vector<Colour>& colours() {
  static const std::vector<Colour> all = {
      {"bg", "#f3f6f5", "#1c2326"},  // the paper, also seen between the parts
      {"s", "#d9a27d", "#d9a683"},   // skin
      {"s2", "#e2b797", "#a0755a"},
      {"n", "#c48d69", "#bd8a69"},  // neck, in the shade of the head
      {"k", "#43383a", "#6f5448"},  // hair
      {"l", "#43383a", "#3b2a24"},  // lids
      {"t", "#3f949a", "#55adb1"},  // shirt
      {"t2", "#76b4b8", "#31696e"},
      {"p", "#3a5382", "#6783b9"},  // trousers
      {"p2", "#7088b3", "#3d527b"},
      {"mt", "#d5e2dc", "#34433f"},  // mat and mattress: top, front, end
      {"mf", "#b9cdc4", "#28342f"},
      {"me", "#c5d7cf", "#2e3b37"},
      {"bt", "#c8b59c", "#5b4f40"},  // bed frame
      {"bf", "#b39e84", "#4a4034"},
      {"be", "#bda98f", "#52473a"},
      {"ct", "#cdbda5", "#6b5d4a"},  // chair: seat, back, legs
      {"cf", "#b5a286", "#574b3b"},
      {"ce", "#beab90", "#615442"},
      {"cb", "#cdbda5", "#6b5d4a"},
      {"cl", "#a8967b", "#7b6b55"},
      {"ba", "#b9cdc4", "#3c4f49"},  // ball
      {"sh", "#dde5e2", "#161c1e"},  // shadow
      {"fl", "#c3cfca", "#46545a"},  // line of the floor
      {"pi", "#eef3f0", "#4a5a55"},  // pillow
      {"pw", "#c6d3dc", "#56656d"},  // pillow on a mat
      {"g", "#e2603c", "#ff7a52"},   // target
      {"a", "#d2552f", "#ff8a63"},   // arrow
      {"b", "#5a6b6b", "#a9b9b9"},   // number
  };
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
    if (name == "cl" || name == "fl")
      rules += "." + name + "{stroke:" + value + "}";
    else if (name == "g" || name == "a")
      rules += "." + name + "{fill:" + value + ";stroke:" + value + "}";
    else
      rules += "." + name + "{fill:" + value + "}";
  }
  if (drawing.find("class=\"ar\"") != std::string::npos)
    rules += ".ar{stroke:" + std::string(colour_of("a", true)) + "}";
  return rules;
}

}  // namespace unclench::figure
