// What make_site promises of every edition, shown with the small one.
#include "render/site.h"

#include <doctest/doctest.h>

#include "base/hash.h"
#include "codec/catalogue_json.h"
#include "core/request.h"
#include "render/stylesheet.h"
#include "unit/small_site.h"

using namespace unclench;
using namespace unclench::test;

TEST_CASE("every address follows the base address, and nothing keeps the old one") {
  const FileTree below = Small().files();
  const FileTree at_root = Small().at("http://localhost:8080/").files();
  CHECK(below == Small().at("https://mini.example/sub/").files());
  for (const auto& [path, bytes] : at_root) {
    CAPTURE(path);
    CHECK(count(bytes, "/sub/") == 0);
    CHECK(count(bytes, "mini.example") == 0);
    REQUIRE(below.count(path) == 1);
    if (path.find(".html") == std::string::npos) continue;
    const std::string& other = below.at(path);
    CHECK(count(bytes, "=\"/") == count(other, "=\"/sub/"));
    CHECK(count(other, "=\"/") == count(other, "=\"/sub/"));
    CHECK(count(other, "https://mini.example/sub/") == count(bytes, "http://localhost:8080/"));
  }
}

TEST_CASE("the planner reads the catalogue that the site publishes") {
  const auto catalogue = codec::decode_catalogue(Small().file("catalogue.json"));
  REQUIRE(catalogue);
  CHECK(core::find_term(catalogue->movements, "bend") == 1);
}

TEST_CASE("an asset's name changes with its content, and every page with it") {
  const FileTree before = Small().files();
  const FileTree after = Small().append("site/theme/theme.css", "p { margin: 0 }\n").files();
  const std::string style = render::compact_stylesheet(small_inputs().site.at("theme/theme.css"));
  const std::string old_name = "assets/theme-" + content_hash(style) + ".css";
  CHECK(before.count(old_name) == 1);
  CHECK(after.count(old_name) == 0);
  CHECK(count(after.at("index.html"), old_name) == 0);
  CHECK(!(before.at("sw.js") == after.at("sw.js")));
}

TEST_CASE("stylesheets name the theme's other files by their hashed names") {
  const FileTree files =
      Small()
          .write("site/theme/a b.woff2", "font")
          .write("site/theme/x.css", "a{src:url(\"a b.woff2\")}b{c:url(../static/icon.svg)}")
          .files();
  const std::string name = "a b-" + content_hash("font") + ".woff2";
  CHECK(files.count("assets/" + name) == 1);
  bool found = false;
  for (const auto& [path, bytes] : files)
    found = found || bytes == "a{src:url(\"" + name + "\")}b{c:url(../icon.svg)}";
  CHECK(found);
}

TEST_CASE("a service worker that asks the network first says so") {
  render::Options options;
  options.network_first = true;
  CHECK(holds(make(small_inputs(), options).files.at("sw.js"), "\"networkFirst\":true"));
  CHECK(holds(Small().file("sw.js"), "\"networkFirst\":false"));
}

TEST_CASE("the service worker asks for files by their addresses") {
  Small small;
  small.write("site/static/50% of #1?.txt", "x");
  CHECK(holds(small.file("sw.js"), "\"50%25%20of%20%231%3F.txt\""));
}

TEST_CASE("without a base address nothing is made") {
  CHECK(Small().replace("site/site.yaml", "https://mini.example/sub/", "x").made().files.empty());
}

TEST_CASE("errors of texts and errors of links are reported in one run") {
  const std::string problems = Small()
                                   .replace("content/exercises/lie.md", "(/help/)", "(/halp/)")
                                   .replace("content/exercises/bend.md", "load: 2", "load: 9")
                                   .problems();
  CHECK(holds(problems, "there is no page at '/halp/' [dangling-link]\n"));
  CHECK(holds(problems, "'load' must be a whole number from 0 to 3 [out-of-range]\n"));
}

TEST_CASE("a base address is absolute and ends in a slash") {
  CHECK(render::parse_base_url("https://example.org").url == "https://example.org/");
  CHECK(render::parse_base_url("http://localhost:8080/a/b").url == "http://localhost:8080/a/b/");
  for (const char* text : {"", "example.org", "/sub/", "ftp://example.org/", "https://",
                           "https:///a", "https://example.org//a", "https://example.org/../a"}) {
    CAPTURE(std::string(text));
    CHECK(render::parse_base_url(text).error ==
          "must be an absolute address like https://example.org/path/");
    CHECK(render::parse_base_url(text).url == "");
  }
  CHECK(render::parse_base_url("https://example.org/?q").error ==
        "must be an absolute address like https://example.org/path/; it may not contain '?'");
  CHECK(render::path_of_url("https://example.org/a/b/") == "/a/b/");
  CHECK(render::path_of_url("http://localhost:8080/") == "/");
}

TEST_CASE("content with errors is rendered without harm, so that links are checked too") {
  const auto problems_with = [](const std::string& path, const std::string& from,
                                const std::string& to) {
    return Small().replace(path, from, to).problems();
  };
  CHECK(holds(problems_with("content/routines/three-moves.md", "exercise: bend", "exercise: bond"),
              "error: 'bond' is not an exercise [unknown-word]\n"));
  CHECK(holds(problems_with("content/routines/three-moves.md", "entry: 001-1", "entry: 009-9"),
              "error: the exercise has no entry '009-9' of this article [unknown-entry]\n"));
  CHECK(
      holds(problems_with("content/exercises/bend.md", "  - entry: 001-1\n    source: three-moves",
                          "  - entry: 001-1\n    source: four-moves"),
            "error: 'four-moves' is not an article [unknown-word]\n"));
}

TEST_CASE("an article that is not there is reported, also when there is none at all") {
  CHECK(holds(Small().remove("content/sources/three-moves.md").problems(),
              "error: 'three-moves' is not an article [unknown-word]\n"));
}

TEST_CASE("any one file may be missing or empty without harm") {
  for (const auto& tree : {small_inputs().content, small_inputs().site})
    for (const auto& [path, bytes] : tree) {
      const std::string full = (tree == small_inputs().content ? "content/" : "site/") + path;
      CAPTURE(full);
      Small().remove(full).made();
      Small().write(full, "").made();
      CHECK(Small().write(full, "\xff").problems() != "");
    }
}
