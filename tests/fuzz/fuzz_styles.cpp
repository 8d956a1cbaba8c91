// The stylesheets of a theme and of an edition: theme.css, and others behind lines "===
// more/a.css". Files of other kinds are those that they may name.
#include "fuzz/fuzz.h"
#include "render/style_uses.h"
#include "render/theme_styles.h"

using namespace unclench;
using namespace unclench::render;

namespace {

void require_uses_inside(std::string_view css) {
  std::size_t last = 0;
  for (const StyleUse& use : style_uses(css)) {
    fuzz::require(use.offset >= last, "uses come in their order");
    last = use.offset + use.text.size();
    fuzz::require(last <= css.size() && css.substr(use.offset, use.text.size()) == use.text,
                  "a use is a part of its stylesheet");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const FileTree files = fuzz::split_files(fuzz::as_text(data, size), "theme.css");
  FileTree stylesheets, named;
  std::map<std::string, std::string> renamed = {{"a.png", "a-1.png"},
                                                {"more/b c.svg", "more/b c-2.svg"},
                                                {"../static/icon.svg", "../icon.svg"}};
  for (const auto& [path, bytes] : files) {
    named["theme/" + path] = bytes;
    const bool is_style = path.size() > 4 && path.substr(path.size() - 4) == ".css";
    if (is_style)
      stylesheets[path] = bytes;
    else
      renamed[path] = path + "-3";
    require_uses_inside(bytes.str());
  }
  Diagnostics diagnostics;
  theme_styles(stylesheets, renamed, "theme", diagnostics);
  fuzz::require_sound(diagnostics, named);
  return 0;
}
