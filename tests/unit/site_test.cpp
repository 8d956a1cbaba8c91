// A small edition, and the site that it becomes: tests/cases/mini. When the site is meant to
// change, run the tests once with UNCLENCH_UPDATE=1 and read the difference.
#include "render/site.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>

#include "base/hash.h"
#include "codec/catalogue_json.h"
#include "core/request.h"

using namespace unclench;
namespace fs = std::filesystem;

namespace {

const fs::path mini = UNCLENCH_SOURCE_DIR "/tests/cases/mini";

FileTree tree_at(const fs::path& folder) {
  Diagnostics diagnostics;
  FileTree tree = read_tree(folder, diagnostics);
  CHECK(format_diagnostics(diagnostics) == "0 errors\n");
  return tree;
}

render::Inputs inputs() {
  render::Inputs inputs;
  inputs.content = tree_at(mini / "content");
  inputs.site = tree_at(mini / "site");
  inputs.web = {{"site.js", "// site\n"},
                {"builder.js", "// builder\n"},
                {"core.wasm", "core\n"},
                {"sw.js", "// worker\n"}};
  return inputs;
}

struct Rendered {
  FileTree files;
  std::string problems;
};

Rendered render_all(const render::Inputs& inputs, const std::string& base_url = "") {
  Diagnostics diagnostics;
  const content::LoadedEdition loaded =
      content::load_edition(inputs.content, inputs.content_root, diagnostics);
  render::Options options;
  options.base_url = base_url;
  Rendered rendered;
  rendered.files = render::render_site(loaded.edition, inputs, options, diagnostics);
  rendered.problems = format_diagnostics(diagnostics);
  return rendered;
}

FileTree rendered_files(const std::string& base_url = "") {
  const Rendered rendered = render_all(inputs(), base_url);
  CHECK(rendered.problems == "0 errors\n");
  return rendered.files;
}

// The site, rendered with one file of the content or the site folder changed.
std::string problems_with(FileTree render::Inputs::*tree, const std::string& path,
                          const std::string& from, const std::string& to) {
  render::Inputs changed = inputs();
  std::string& text = (changed.*tree)[path];
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  text.replace(at, from.size(), to);
  return render_all(changed).problems;
}

void write_tree(const fs::path& folder, const FileTree& files) {
  fs::remove_all(folder);
  for (const auto& [path, bytes] : files) {
    fs::create_directories((folder / path).parent_path());
    std::ofstream(folder / path, std::ios::binary) << bytes;
  }
}

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1))
    ++found;
  return found;
}

}  // namespace

TEST_CASE("the small edition becomes exactly the expected site") {
  const FileTree files = rendered_files();
  if (std::getenv("UNCLENCH_UPDATE")) write_tree(mini / "expected", files);
  const FileTree expected = tree_at(mini / "expected");
  for (const auto& [path, bytes] : expected) {
    CAPTURE(path);
    REQUIRE(files.count(path) == 1);
    CHECK(files.at(path) == bytes);
  }
  for (const auto& [path, bytes] : files) {
    CAPTURE(path);
    CHECK(expected.count(path) == 1);
  }
}

TEST_CASE("two renderings are equal") {
  CHECK(rendered_files() == rendered_files());
}

TEST_CASE("every address follows the base address, and nothing keeps the old one") {
  const FileTree below = rendered_files("https://mini.example/sub/");
  const FileTree at_root = rendered_files("http://localhost:8080/");
  CHECK(below == rendered_files());
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
  const FileTree files = rendered_files();
  const auto catalogue = codec::decode_catalogue(files.at("catalogue.json"));
  REQUIRE(catalogue);
  CHECK(core::find_term(catalogue->movements, "bend") == 1);
}

TEST_CASE("an asset's name changes with its content, and every page with it") {
  render::Inputs changed = inputs();
  changed.site["theme/theme.css"] += "p { margin: 0 }\n";
  const FileTree before = rendered_files();
  const FileTree after = render_all(changed).files;
  const std::string old_name =
      "assets/theme-" + content_hash(inputs().site.at("theme/theme.css")) + ".css";
  CHECK(before.count(old_name) == 1);
  CHECK(after.count(old_name) == 0);
  CHECK(count(after.at("index.html"), old_name) == 0);
  CHECK(before.at("sw.js") != after.at("sw.js"));
}

TEST_CASE("a broken link of a text is reported in the text") {
  CHECK(problems_with(&render::Inputs::content, "exercises/lie.md", "(/help/)", "(/halp/)") ==
        "content/exercises/lie.md:47:22: error: there is no page at '/halp/'\n"
        "  It hurts. See [help](/halp/).\n"
        "                       ^~~~~~\n"
        "  help: did you mean '/help/'?\n"
        "1 error\n");
  CHECK(
      problems_with(&render::Inputs::content, "exercises/lie.md", "bend.md#steps",
                    "bend.md#stops") ==
      "content/exercises/lie.md:30:52: error: the page '/exercises/bend/' has no section 'stops'\n"
      "  It lets your back **settle**. Later try the [bend](bend.md#stops).\n"
      "                                                     ^~~~~~~~~~~~~\n"
      "1 error\n");
}

TEST_CASE("a template that pages need is reported when it is missing") {
  render::Inputs changed = inputs();
  changed.site.erase("templates/term.mustache");
  CHECK(render_all(changed).problems.find(
            "site/templates/term.mustache:1:1: error: this template is missing\n") !=
        std::string::npos);
}

TEST_CASE("a script that was not built is reported") {
  render::Inputs changed = inputs();
  changed.web.erase("core.wasm");
  CHECK(render_all(changed).problems.find(
            "build/web/core.wasm:1:1: error: this file has not been built\n"
            "  help: run ./dev build\n") != std::string::npos);
}

TEST_CASE("the site's settings are checked") {
  CHECK(problems_with(&render::Inputs::site, "site.yaml", "https://mini.example/sub/",
                      "mini.example") ==
        "site/site.yaml:6:11: error: 'base_url' must be an absolute address like "
        "https://example.org/path/\n"
        "  base_url: mini.example\n"
        "            ^~~~~~~~~~~~\n"
        "1 error\n");
  CHECK(problems_with(&render::Inputs::site, "site.yaml", "author: Nobody", "autor: Nobody") ==
        "site/site.yaml:5:1: error: 'autor' is not a field of the site's settings\n"
        "  autor: Nobody\n"
        "  ^~~~~\n"
        "  help: did you mean 'author'?\n"
        "1 error\n");
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
  const auto still_reports = [](const std::string& path, const std::string& from,
                                const std::string& to, const std::string& message) {
    const std::string problems = problems_with(&render::Inputs::content, path, from, to);
    CHECK(problems.find(message) != std::string::npos);
  };
  still_reports("routines/three-moves.md", "exercise: bend", "exercise: bond",
                "error: 'bond' is not an exercise\n");
  still_reports("routines/three-moves.md", "entry: 001-1", "entry: 009-9",
                "error: the exercise has no entry '009-9' of this article\n");
  still_reports("exercises/bend.md", "  - entry: 001-1\n    source: three-moves",
                "  - entry: 001-1\n    source: four-moves",
                "error: 'four-moves' is not an article\n");
}

TEST_CASE("an article that is not there is reported, also when there is none at all") {
  render::Inputs without_articles = inputs();
  without_articles.content.erase("sources/three-moves.md");
  CHECK(render_all(without_articles).problems.find("error: 'three-moves' is not an article\n") !=
        std::string::npos);
}
