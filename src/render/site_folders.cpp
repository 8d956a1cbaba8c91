#include "render/site_folders.h"

#include <algorithm>

#include "content/document.h"

namespace unclench::render {
namespace {

constexpr const char* settings_name = "site.yaml";
constexpr const char* template_ending = ".mustache";
constexpr const char* words_ending = ".yaml";

// Only this program reads files with these endings.
bool is_for_program(std::string_view path) {
  return has_ending(path, template_ending) || has_ending(path, words_ending) ||
         has_ending(path, ".yml");
}

std::string without_ending(std::string_view name) {
  return std::string(name.substr(0, name.rfind('.')));
}

class Strays {
 public:
  Strays(const std::string& root, const Settings& settings, Diagnostics& diagnostics)
      : root_(root), settings_(settings), diagnostics_(diagnostics) {}

  void check(const std::string& path) {
    const std::size_t slash = path.find('/');
    if (slash == std::string::npos) return check_top(path);
    const std::string folder = path.substr(0, slash), name = path.substr(slash + 1);
    if (folder == "theme" || folder == "static") return;
    if (folder == "templates")
      check_kind(path, name.substr(name.rfind('/') + 1), template_ending);
    else if (folder == "words")
      check_words(path, name);
    else
      check_folder(path, folder);
  }

 private:
  void report(const std::string& path, const std::string& help) {
    diagnostics_.add(Problem::stray_file, root_ + "/" + path, "this file has no place in the site",
                     help);
  }

  void check_top(const std::string& path) {
    if (path == settings_name) return;
    const std::string help = did_you_mean(path, {settings_name});
    if (!help.empty() || is_for_program(path))
      report(path, help.empty() ? "the settings stand in site.yaml, data in content/data/" : help);
  }

  void check_folder(const std::string& path, const std::string& folder) {
    const std::string help = did_you_mean(folder, {"templates", "words", "theme", "static"});
    if (!help.empty() || is_for_program(path))
      report(path, help.empty() ? "put it into templates/, words/, theme/ or static/" : help);
  }

  // A file in a folder of files of one kind.
  bool check_kind(const std::string& path, const std::string& name, const std::string& ending) {
    if (name.find('/') != std::string::npos) {
      if (is_for_program(name)) report(path, "put it into the folder itself");
      return false;
    }
    if (has_ending(name, ending)) return true;
    const std::string right = without_ending(name) + ending;
    if (is_for_program(name) || has_ending(name, ".html") || has_ending(name, ".json"))
      report(path, "did you mean '" + right + "'?");
    else if (const std::string help = did_you_mean(name, {right}); !help.empty())
      report(path, help);
    return false;
  }

  void check_words(const std::string& path, const std::string& name) {
    if (!check_kind(path, name, words_ending) || settings_.language.empty()) return;
    std::vector<std::string> known = settings_.languages;
    known.push_back(settings_.language);
    const std::string language = without_ending(name);
    if (std::find(known.begin(), known.end(), language) != known.end()) return;
    const std::string help = did_you_mean(language, known);
    diagnostics_.add(Problem::unknown_language, root_ + "/" + path,
                     "site.yaml does not name the language '" + language + "'",
                     help.empty() ? "add it to 'languages' there, or take this file out" : help);
  }

  const std::string& root_;
  const Settings& settings_;
  Diagnostics& diagnostics_;
};

}  // namespace

void report_stray_site_files(const FileTree& site, const std::string& root,
                             const Settings& settings, Diagnostics& diagnostics) {
  Strays strays(root, settings, diagnostics);
  for (const auto& [path, bytes] : site) strays.check(path);
}

}  // namespace unclench::render
