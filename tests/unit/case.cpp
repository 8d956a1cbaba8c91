#include "unit/case.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <sstream>

namespace unclench::test {
namespace fs = std::filesystem;
namespace {

constexpr const char* base_case = "mini";
constexpr const char* worker = "sw.js";  // differs in every case, because it lists all files

void lay_over(FileTree& tree, const fs::path& folder) {
  if (!fs::exists(folder)) return;
  for (auto& [path, bytes] : tree_at(folder)) tree[path] = bytes;
}

FileTree& tree_of(render::Inputs& inputs, const std::string& path) {
  if (path.rfind("content/", 0) == 0) return inputs.content;
  if (path.rfind("web/", 0) == 0) return inputs.web;
  REQUIRE(path.rfind("site/", 0) == 0);
  return inputs.site;
}

std::string text_at(const fs::path& path) {
  std::string text;
  if (fs::exists(path)) REQUIRE(read_file(path, text) == "");
  return text;
}

// A file's name, then the lines that go (-) and those that come (+), or "removed".
void change(render::Inputs& inputs, const fs::path& changes) {
  std::istringstream lines(text_at(changes));
  std::string path, from, to;
  const auto take = [&] {
    if (path.empty()) return;
    CAPTURE(changes.string());
    FileTree& tree = tree_of(inputs, path);
    const std::string inner = path.substr(path.find('/') + 1);
    if (from.empty() && to.empty()) {
      REQUIRE(tree.erase(inner) == 1);
    } else if (from.empty()) {
      tree[inner] = tree[inner].str() + to + "\n";
    } else {
      replace(tree, inner, from, to);
    }
    from.clear(), to.clear(), path.clear();
  };
  for (std::string line; std::getline(lines, line);) {
    if (line.empty()) {
      take();
    } else if (line[0] == '-' || line[0] == '+') {
      std::string& side = line[0] == '-' ? from : to;
      side += (side.empty() ? "" : "\n") + line.substr(std::min<std::size_t>(2, line.size()));
    } else if (line != "removed") {
      take();
      path = line;
    }
  }
  take();
}

void read_options(render::Options& options, lint::Options& advice, const fs::path& path) {
  std::istringstream lines(text_at(path));
  for (std::string key; lines >> key;) {
    if (key == "drafts")
      options.drafts = true;
    else if (key == "base-url")
      lines >> options.base_url;
    else if (key == "today")
      lines >> advice.today;
    else if (key == "pedantic")
      advice.pedantic = true;
    else
      FAIL("no such option: ", key);
  }
}

void write_text(const fs::path& path, const std::string& text) {
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << text;
}

FileTree without_worker(FileTree files) {
  files.erase(worker);
  return files;
}

FileTree base_site() {
  return without_worker(tree_at(case_folder(base_case) / "expected"));
}

}  // namespace

std::vector<std::string> case_names() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(case_folder("")))
    if (entry.is_directory()) names.push_back(entry.path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

Case read_case(const std::string& name) {
  Case read{name, case_folder(name), small_inputs(), {}, {}};
  read.advice.today = "2026-11-21";
  if (name == base_case) return read;
  lay_over(read.inputs.content, read.folder / "content");
  lay_over(read.inputs.site, read.folder / "site");
  change(read.inputs, read.folder / "changes.txt");
  read_options(read.options, read.advice, read.folder / "options.txt");
  return read;
}

FileTree expected_site(const Case& of) {
  if (of.name == base_case) return tree_at(of.folder / "expected");
  FileTree site = base_site();
  lay_over(site, of.folder / "expected");
  std::istringstream gone(text_at(of.folder / "gone.txt"));
  for (std::string path; std::getline(gone, path);) site.erase(path);
  return site;
}

void write_expected(const Case& of, const Made& made) {
  if (of.fails() || of.warns()) return write_text(of.folder / "problems.txt", made.problems);
  fs::remove_all(of.folder / "expected");
  fs::remove(of.folder / "gone.txt");
  if (of.name == base_case) {
    for (const auto& [path, bytes] : made.files) write_text(of.folder / "expected" / path, bytes);
    return;
  }
  const FileTree base = base_site();
  std::string gone;
  for (const auto& [path, bytes] : without_worker(made.files)) {
    const auto same = base.find(path);
    if (same == base.end() || !(same->second == bytes))
      write_text(of.folder / "expected" / path, bytes);
  }
  for (const auto& [path, bytes] : base)
    if (!made.files.count(path)) gone += path + "\n";
  if (!gone.empty()) write_text(of.folder / "gone.txt", gone);
}

}  // namespace unclench::test
