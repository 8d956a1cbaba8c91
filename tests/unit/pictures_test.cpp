// Pictures in pixels: previews of links, and icons.
#include <doctest/doctest.h>

#include <atomic>

#include "unit/small_site.h"

using namespace unclench;
using namespace unclench::test;

namespace {

constexpr const char* figure = R"(references: [BOOK]
figure:
  poses:
    - { base: supine }
)";
constexpr const char* bases = "bases:\n  supine: { pitch: -90, contacts: { legs: rest } }\n";

Small with_figure() {
  Small small;
  small.replace("content/exercises/lie.md", "references: [BOOK]\n", figure);
  return small.write("content/figures.yaml", bases);
}

// What would be drawn, in words.
std::string in_words(const std::string&, const Collage& collage, std::string& png) {
  png = std::to_string(collage.width) + "x" + std::to_string(collage.height) + " of " +
        std::to_string(collage.layers.size());
  return "";
}

Made drawn(const Small& small, render::DrawPng draw = in_words) {
  render::Options options = small.options();
  options.base_url = "https://example.org/sub/";
  options.draw_png = std::move(draw);
  return make(small.inputs(), options);
}

std::string path_like(const FileTree& files, const std::string& start) {
  const auto found = files.lower_bound(start);
  return found != files.end() && found->first.rfind(start, 0) == 0 ? found->first : "none";
}

}  // namespace

TEST_CASE("a page of an exercise with a figure is previewed by it, all others by the icon") {
  const Made made = drawn(with_figure());
  const std::string lie = path_like(made.files, "share/lie-"),
                    site = path_like(made.files, "share/site-");
  CHECK(made.files.at(lie) == "1200x630 of 3");
  CHECK(made.files.at(site) == "1200x630 of 2");
  CHECK(holds(made.files.at("exercises/lie/index.html"),
              "content=\"https://example.org/sub/" + lie + "\""));
  CHECK(holds(made.files.at("exercises/bend/index.html"),
              "content=\"https://example.org/sub/" + site + "\""));
  CHECK(holds(made.files.at("index.html"), "content=\"https://example.org/sub/" + site + "\""));
}

TEST_CASE("the manifest offers the icon in pixels, also for masks, and pages the one for touch") {
  const Made made = drawn(Small());
  for (const auto& [start, size] : {std::pair{"icons/192-", "192x192 of 1"},
                                    {"icons/512-", "512x512 of 1"},
                                    {"icons/maskable-", "512x512 of 2"}}) {
    const std::string path = path_like(made.files, start);
    CHECK(made.files.at(path) == size);
    CHECK(holds(made.files.at("manifest.webmanifest"), "\"src\": \"/sub/" + path + "\""));
  }
  const std::string touch = path_like(made.files, "icons/touch-");
  CHECK(made.files.at(touch) == "180x180 of 2");
  CHECK(holds(made.files.at("index.html"), "href=\"/sub/" + touch + "\""));
}

TEST_CASE("the worker keeps icons, but not what only previews show") {
  const std::string worker = drawn(with_figure()).files.at("sw.js");
  CHECK(holds(worker, "\"icons/192-"));
  CHECK_FALSE(holds(worker, "share/"));
}

TEST_CASE("another figure has another address, the same one the same") {
  const std::string once = path_like(drawn(with_figure()).files, "share/lie-");
  CHECK(path_like(drawn(with_figure()).files, "share/lie-") == once);
  Small other = with_figure();
  other.replace("content/exercises/lie.md", "base: supine", "base: supine, lumbar_flexion: 20");
  CHECK(path_like(drawn(other).files, "share/lie-") != once);
  CHECK(path_like(drawn(other).files, "share/site-") ==
        path_like(drawn(with_figure()).files, "share/site-"));
}

TEST_CASE("an icon that cannot be drawn is an error, said once") {
  const Made made = drawn(with_figure(), [](const std::string&, const Collage&, std::string&) {
    return std::string("it has no root");
  });
  CHECK(made.problems ==
        "site/static/icon.svg:1:1: error: it cannot be drawn: it has no root [bad-image]\n"
        "  help: draw it as plain SVG with a viewBox\n"
        "1 error\n");
}

TEST_CASE("an edition without an icon has previews of its figures alone") {
  Small small = with_figure();
  small.remove("site/static/icon.svg")
      .replace("content/pages/help.md", "![A person resting](/icon.svg)", "");
  const FileTree files = drawn(small).files;
  CHECK(files.at(path_like(files, "share/lie-")) == "1200x630 of 2");
  CHECK(path_like(files, "share/site-") == "none");
  CHECK(path_like(files, "icons/") == "none");
}
