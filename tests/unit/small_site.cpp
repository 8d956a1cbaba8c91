#include "unit/small_site.h"

#include <doctest/doctest.h>

#include "base/diagnostic_format.h"

namespace unclench::test {
namespace fs = std::filesystem;
namespace {

// "content/exercises/lie.md" without its folder.
std::string inner(const std::string& path) {
  return path.substr(path.find('/') + 1);
}

}  // namespace

FileTree tree_at(const fs::path& folder) {
  Diagnostics diagnostics;
  FileTree tree = read_tree(folder, diagnostics);
  CHECK(format_diagnostics(diagnostics) == "0 errors\n");
  return tree;
}

fs::path case_folder(const std::string& name) {
  return fs::path(UNCLENCH_SOURCE_DIR "/tests/cases") / name;
}

render::Inputs small_inputs() {
  static const render::Inputs small = [] {
    render::Inputs inputs;
    inputs.content = tree_at(case_folder("mini") / "content");
    inputs.site = tree_at(case_folder("mini") / "site");
    inputs.web = {{"site.js", "// site\n"},
                  {"builder.js", "// builder\n"},
                  {"core.wasm", "core\n"},
                  {"sw.js", "// worker\n"}};
    return inputs;
  }();
  return small;
}

void replace(FileTree& tree, const std::string& path, const std::string& from,
             const std::string& to) {
  CAPTURE(path);
  CAPTURE(from);
  REQUIRE(tree.count(path) == 1);
  std::string text = tree.at(path);
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  text.replace(at, from.size(), to);
  tree[path] = text;
}

Made make(const render::Inputs& inputs, const render::Options& options,
          render::SiteMemory& memory) {
  Diagnostics diagnostics;
  render::MadeSite site = render::make_site(inputs, options, memory, diagnostics);
  return {std::move(site.files), format_diagnostics(diagnostics)};
}

Made make(const render::Inputs& inputs, const render::Options& options) {
  render::SiteMemory memory;
  return make(inputs, options, memory);
}

std::string advice(const render::Inputs& inputs, const render::Options& options,
                   lint::Options advice) {
  Diagnostics diagnostics;
  render::SiteMemory memory;
  const render::MadeSite site = render::make_site(inputs, options, memory, diagnostics);
  CHECK(format_diagnostics(diagnostics) == "0 errors\n");
  advice.language = site.settings.language;
  advice.review_after_months = site.settings.review_after_months;
  lint::check(site.edition->edition, advice, diagnostics);
  return format_diagnostics(diagnostics);
}

FileTree& Small::tree_of(const std::string& path) {
  if (path.rfind("content/", 0) == 0) return inputs_.content;
  if (path.rfind("site/", 0) == 0) return inputs_.site;
  REQUIRE(path.rfind("web/", 0) == 0);
  return inputs_.web;
}

Small& Small::write(const std::string& path, const std::string& text) {
  tree_of(path)[inner(path)] = text;
  return *this;
}

Small& Small::replace(const std::string& path, const std::string& from, const std::string& to) {
  test::replace(tree_of(path), inner(path), from, to);
  return *this;
}

Small& Small::append(const std::string& path, const std::string& text) {
  Bytes& bytes = tree_of(path)[inner(path)];
  bytes = bytes.str() + text;
  return *this;
}

Small& Small::remove(const std::string& path) {
  CAPTURE(path);
  REQUIRE(tree_of(path).erase(inner(path)) == 1);
  return *this;
}

Small& Small::with_drafts() {
  options_.drafts = true;
  return *this;
}

Small& Small::at(const std::string& base_url) {
  options_.base_url = base_url;
  return *this;
}

FileTree Small::files() const {
  Made site = made();
  CHECK(site.problems == "0 errors\n");
  return std::move(site.files);
}

std::string Small::file(const std::string& path) const {
  const FileTree all = files();
  CAPTURE(path);
  REQUIRE(all.count(path) == 1);
  return all.at(path);
}

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1))
    ++found;
  return found;
}

}  // namespace unclench::test
