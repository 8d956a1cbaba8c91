#include "content/strays.h"

#include <algorithm>

#include "base/image_size.h"
#include "content/document.h"

namespace unclench::content {
namespace {

// Without their ending, .yaml.
const std::vector<std::string>& single_files() {
  static const std::vector<std::string> files = {"vocabulary",   "planner",    "references",
                                                 "explanations", "dose_bands", "figures"};
  return files;
}

const std::vector<std::string>& text_folders() {
  static const std::vector<std::string> folders = {"exercises",  "sources", "routines",
                                                   "conditions", "guides",  "pages"};
  return folders;
}

bool is_one_of(std::string_view word, const std::vector<std::string>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

const std::vector<std::string>& folders() {
  static const std::vector<std::string> all = [] {
    std::vector<std::string> list = text_folders();
    list.insert(list.end(), {"data", "images"});
    return list;
  }();
  return all;
}

bool is_translated(std::string_view id) {
  return id == "vocabulary" || id == "explanations";
}

bool has_place(std::string_view path) {
  const std::size_t slash = path.find('/');
  if (slash == std::string_view::npos) {
    const FileName file = split_name(path);
    return has_ending(path, ".yaml") && is_one_of(file.id, single_files()) &&
           (file.language.empty() || is_translated(file.id));
  }
  const std::string_view folder = path.substr(0, slash), name = path.substr(slash + 1);
  if (folder == "images") return true;
  if (name.find('/') != std::string_view::npos) return false;
  if (folder == "data") return has_ending(name, ".yaml") || has_ending(name, ".json");
  return has_ending(name, ".md") && is_one_of(folder, text_folders());
}

// What was meant, if that can be seen.
std::string help_for_stray(const std::string& path) {
  const std::size_t slash = path.find('/');
  const std::string folder = slash == std::string::npos ? "" : path.substr(0, slash);
  const std::string name = slash == std::string::npos ? path : path.substr(slash + 1);
  const std::string stem = name.substr(0, name.rfind('.'));
  std::vector<std::string> names = folders();
  if (folder.empty() && is_one_of(split_name(path).id, single_files()) &&
      !split_name(path).language.empty() && has_ending(path, ".yaml"))
    return "only vocabulary.yaml and explanations.yaml are translated";
  if (folder.empty()) {
    names.clear();
    for (const std::string& file : single_files()) names.push_back(file + ".yaml");
  }
  if (folder.empty() || !is_one_of(folder, folders())) {
    const std::string right = did_you_mean(folder.empty() ? stem + ".yaml" : folder, names);
    return right.empty() ? "docs/content.md names the folders and files of the content" : right;
  }
  if (is_image_name(name)) return "pictures stand in images/";
  if (name.find('/') != std::string::npos) return "put it into the folder itself";
  const std::string ending = folder == "data" ? ".yaml" : ".md";
  return "the name of a file in " + folder + "/ ends in " + ending +
         (folder == "data" ? " or .json" : "");
}

}  // namespace

void report_strays(const FileTree& content, const std::string& root, Diagnostics& diagnostics) {
  for (const auto& [path, bytes] : content) {
    if (has_place(path)) continue;
    diagnostics.add(Problem::stray_file, root + "/" + path, "this file has no place in the content",
                    help_for_stray(path));
  }
}

void report_foreign_languages(const FileTree& content, const std::string& root,
                              const std::vector<std::string>& languages, Diagnostics& diagnostics) {
  for (const auto& [path, bytes] : content) {
    const std::string language(split_name(path).language);
    const bool text = has_ending(path, ".md") || path.rfind("vocabulary.", 0) == 0 ||
                      path.rfind("explanations.", 0) == 0;
    if (language.empty() || !text || path.rfind("images/", 0) == 0) continue;
    if (!is_one_of(language, languages))
      diagnostics.add(Problem::unknown_language, root + "/" + path,
                      "site.yaml does not name the language '" + language + "'",
                      did_you_mean(language, languages).empty()
                          ? "add it to 'languages' there"
                          : did_you_mean(language, languages));
  }
}

}  // namespace unclench::content
