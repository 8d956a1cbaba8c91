#include "render/theme_styles.h"

#include <algorithm>
#include <filesystem>
#include <set>
#include <vector>

#include "base/letters.h"
#include "content/document.h"
#include "render/style_uses.h"
#include "render/stylesheet.h"

namespace unclench::render {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view import_rule = "@import";

// A name as it stands in a file, seen from the theme's folder.
std::string from_theme(const std::string& file, std::string_view name) {
  return (fs::path(file).parent_path() / name).lexically_normal().generic_string();
}

// A file of the theme, or of the site, as another file there names it.
std::string seen_from(const std::string& file, const std::string& name) {
  return fs::path(name).lexically_relative(fs::path(file).parent_path()).generic_string();
}

// Past white space and comments.
std::size_t skip_gaps(std::string_view css, std::size_t at) {
  while (at < css.size()) {
    at = std::min(css.find_first_not_of(" \n\t\f", at), css.size());
    if (css.substr(at, 2) != "/*") break;
    const std::size_t close = css.find("*/", at + 2);
    at = close == std::string_view::npos ? css.size() : close + 2;
  }
  return at;
}

// A `data:` address.
bool has_its_bytes(std::string_view address) {
  return lower_ascii(std::string(address.substr(0, address.find(':')))) == "data";
}

// A rule that may stand before imports; layers are named there, so that their order is known.
bool may_come_first(std::string_view css, std::size_t at) {
  if (css.substr(at, 8) == "@charset") return css.find(';', at) != css.npos;
  return css.substr(at, 6) == "@layer" && css.find(';', at) < css.find('{', at);
}

// One import: its rule, and what stands between the name and the semicolon.
struct Import {
  std::size_t begin = 0, end = 0;  // of the rule
  std::size_t name_begin = 0;
  std::string_view name, condition;
};

// The name with or without quotes, and with or without url(). Empty when there is none.
Import import_at(std::string_view css, std::size_t begin) {
  Import import{begin, std::min(css.find(';', begin), css.size() - 1) + 1, 0, {}, {}};
  std::size_t at = skip_gaps(css, begin + import_rule.size());
  const bool is_url = css.substr(at, 4) == "url(";
  if (is_url) at = skip_gaps(css, at + 4);
  const bool quoted = at < css.size() && (css[at] == '"' || css[at] == '\'');
  import.name_begin = quoted ? at + 1 : at;
  std::size_t close = css.find_first_of(quoted ? css.substr(at, 1) : " )\n;", import.name_begin);
  if ((!quoted && !is_url) || close == std::string_view::npos || close >= import.end) return import;
  import.name = css.substr(import.name_begin, close - import.name_begin);
  if (quoted) ++close;
  if (is_url) close = std::min(css.find(')', close), import.end - 2) + 1;
  close = skip_gaps(css, close);
  if (close < import.end) import.condition = css.substr(close, import.end - 1 - close);
  return import;
}

class Joiner {
 public:
  Joiner(const FileTree& stylesheets, const std::map<std::string, std::string>& renamed,
         const std::string& root, Diagnostics& diagnostics)
      : renamed_(renamed), root_(root), diagnostics_(diagnostics) {
    for (const auto& [name, bytes] : stylesheets) {
      names_.push_back(name);
      if (bytes.str().find(import_rule) == std::string::npos)
        files_[name] = {root + "/" + name, bytes};
      else
        files_[name] = content::read_text(root + "/" + name, bytes, diagnostics);
    }
  }

  std::map<std::string, std::string> run() {
    std::map<std::string, std::string> joined;
    for (const std::string& name : names_) {
      published_ = name;
      taken_.clear();
      joined[name] = compact_stylesheet(text_of(name));
    }
    for (const std::string& name : imported_) joined.erase(name);
    return joined;
  }

 private:
  // With the files that it imports.
  std::string text_of(const std::string& name) {
    const SourceFile& file = files_.at(name);
    const std::string_view css = file.text.str();
    inside_.push_back(name);
    std::string text;
    std::size_t from = 0;
    for (std::size_t at = skip_gaps(css, 0); at < css.size(); at = skip_gaps(css, at)) {
      if (css.substr(at, import_rule.size()) == import_rule) {
        const Import import = import_at(css, at);
        text += css.substr(from, at - from);
        text += imported(file, import);
        from = at = import.end;
      } else if (may_come_first(css, at)) {
        at = css.find(';', at) + 1;
      } else {
        break;
      }
    }
    inside_.pop_back();
    return text + with_new_names(file, name, css, from);
  }

  std::string imported(const SourceFile& file, const Import& import) {
    const std::string name = from_theme(inside_.back(), import.name);
    const auto report = [&](const std::string& message, const std::string& help) {
      const bool has_name = !import.name.empty();
      report_once(file, has_name ? import.name_begin : import.begin,
                  has_name ? import.name.size() : import_rule.size(), Problem::bad_import, message,
                  help);
      return std::string();
    };
    if (import.name.empty())
      return report("this import names no file", "write `@import \"NAME.css\";`");
    if (import.name[0] == '/' || import.name.find(':') != std::string_view::npos)
      return report("only files of the theme can be imported",
                    "put the file into " + root_ + " and name it from here");
    if (!import.condition.empty())
      return report("an import cannot have conditions",
                    "put the condition around the rules of the file itself");
    if (!files_.count(name))
      return report("there is no stylesheet '" + name + "' in " + root_,
                    did_you_mean(name, names_));
    if (std::find(inside_.begin(), inside_.end(), name) != inside_.end())
      return report("this stylesheet ends up in itself", "");
    if (!taken_.insert(name).second)
      return report("'" + name + "' is imported twice into " + published_,
                    "leave one of the imports out");
    imported_.insert(name);
    return text_of(name);
  }

  // A file is read again for every stylesheet that imports it.
  void report_once(const SourceFile& file, std::size_t at, std::size_t length, Problem problem,
                   const std::string& message, const std::string& help) {
    if (!reported_.emplace(file.path, at).second) return;
    length = std::min(length, file.text.str().find_first_of("\r\n", at) - at);
    // What is published keeps its bytes; what is shown is a text.
    const SourceFile shown{file.path, normalise_text(file.text)};
    const std::size_t place =
        shown.text.is(file.text)
            ? at
            : normalise_text(Bytes(file.text.str().substr(0, at))).str().size();
    diagnostics_.add(problem, shown, span_at(shown.text.str(), place, length), message, help);
  }

  // With the names that the files have in the site, seen from the file that is published.
  std::string with_new_names(const SourceFile& file, const std::string& name, std::string_view css,
                             std::size_t begin) {
    std::string text;
    std::size_t from = begin;
    for (const StyleUse& use : style_uses(css.substr(begin))) {
      const std::size_t at = begin + use.offset;
      if (use.kind == StyleUse::Kind::import) {
        report_once(file, at, use.text.size(), Problem::bad_import,
                    "an import stands before all rules", "move it to the beginning of the file");
        continue;
      }
      const std::string_view address = use.text.substr(0, use.text.find_first_of("?#"));
      if (address.empty() || has_its_bytes(address)) continue;
      const auto renamed = renamed_.find(from_theme(name, address));
      if (renamed == renamed_.end()) {
        report_address(file, name, at, address);
        continue;
      }
      text += css.substr(from, at - from);
      text += seen_from(published_, renamed->second);
      from = at + address.size();
    }
    return text + std::string(css.substr(from));
  }

  void report_address(const SourceFile& file, const std::string& name, std::size_t at,
                      std::string_view address) {
    const bool elsewhere = address.substr(0, 2) == "//" || address.find(':') != address.npos;
    if (elsewhere)
      return report_once(file, at, address.size(), Problem::dangling_url,
                         "a stylesheet names only files of its own site",
                         "put the file into " + root_ + " and name it from here");
    report_once(file, at, address.size(), Problem::dangling_url,
                "there is no file '" + std::string(address) + "' beside this stylesheet",
                nearest_file(name, std::string(address)));
  }

  // The file with a name that is nearly the same, or with the same one in another folder.
  std::string nearest_file(const std::string& name, const std::string& address) const {
    std::vector<std::string> names;
    for (const auto& [known, renamed] : renamed_) names.push_back(seen_from(name, known));
    const std::string help = did_you_mean(address, names);
    if (!help.empty()) return help;
    const std::string last = fs::path(address).filename();
    for (const std::string& known : names)
      if (fs::path(known).filename() == last) return did_you_mean(known, {known});
    return "";
  }

  const std::map<std::string, std::string>& renamed_;
  const std::string& root_;
  Diagnostics& diagnostics_;
  std::map<std::string, SourceFile> files_;
  std::vector<std::string> names_;
  std::set<std::string> imported_;
  std::set<std::pair<std::string, std::size_t>> reported_;  // by path and offset
  std::string published_;                                   // the file that is put together
  std::set<std::string> taken_;                             // the files that are in it
  std::vector<std::string> inside_;  // the files that import each other, down to this one
};

}  // namespace

std::map<std::string, std::string> theme_styles(const FileTree& stylesheets,
                                                const std::map<std::string, std::string>& renamed,
                                                const std::string& root, Diagnostics& diagnostics) {
  return Joiner(stylesheets, renamed, root, diagnostics).run();
}

}  // namespace unclench::render
