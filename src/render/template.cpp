#include "render/template.h"

#include <kainjow/mustache.hpp>
#include <set>
#include <vector>

namespace unclench::render {
namespace {

namespace mustache = kainjow::mustache;

constexpr const char* folder = "templates/";
constexpr const char* ending = ".mustache";

struct Tag {
  char kind = ' ';  // # ^ / > ! & { or a space for a plain variable
  std::string name;
  Span span;
};

// Walks the tags of one template and reports what does not fit together.
class TagCheck {
 public:
  TagCheck(const SourceFile& file, const std::map<std::string, SourceFile>& all,
           Diagnostics& diagnostics)
      : file_(file), all_(all), diagnostics_(diagnostics) {}

  // The tags that ask for a partial.
  const std::vector<Tag>& partials() const { return partials_; }

  bool run() {
    const std::string& text = file_.text;
    for (std::size_t at = text.find("{{"); at != std::string::npos; at = text.find("{{", at)) {
      const bool triple = text.compare(at, 3, "{{{") == 0;
      const std::string close = triple ? "}}}" : "}}";
      const std::size_t end = text.find(close, at);
      if (end == std::string::npos) {
        report(span_at(text, at, 2), "this tag is not closed", "end it with " + close);
        return false;
      }
      const std::size_t next = end + close.size();
      take(tag_of(text.substr(at + 2, end - at - 2), span_at(text, at, next - at)));
      at = next;
    }
    for (const Tag& tag : open_)
      report(tag.span, "the section '" + tag.name + "' is not closed",
             "end it with {{/" + tag.name + "}}");
    return sound_ && open_.empty();
  }

 private:
  static Tag tag_of(std::string inside, Span span) {
    Tag tag;
    tag.span = span;
    if (!inside.empty() && std::string("#^/>!&{").find(inside[0]) != std::string::npos) {
      tag.kind = inside[0];
      inside.erase(0, 1);
    }
    const std::size_t first = inside.find_first_not_of(" \n\t");
    const std::size_t last = inside.find_last_not_of(" \n\t");
    tag.name = first == std::string::npos ? "" : inside.substr(first, last - first + 1);
    return tag;
  }

  void take(const Tag& tag) {
    if (tag.kind == '!') return;
    if (tag.name.empty()) report(tag.span, "this tag has no name");
    if (tag.kind == '#' || tag.kind == '^') open_.push_back(tag);
    if (tag.kind == '/') close(tag);
    if (tag.kind == '>') partials_.push_back(tag);
    if (tag.kind == '>' && all_.find(tag.name) != all_.end() && tag.name[0] != '_')
      report(tag.span, "'" + tag.name + "' is no partial", "begin its name with an underscore");
    if (tag.kind == '>' && all_.find(tag.name) == all_.end()) {
      std::vector<std::string> names;
      for (const auto& [name, file] : all_) names.push_back(name);
      report(tag.span, "there is no template '" + tag.name + "'", did_you_mean(tag.name, names));
    }
  }

  void close(const Tag& tag) {
    if (open_.empty()) {
      report(tag.span, "no section '" + tag.name + "' is open here");
    } else if (open_.back().name != tag.name) {
      report(tag.span, "this closes '" + tag.name + "', but '" + open_.back().name + "' is open",
             "it was opened in line " + std::to_string(open_.back().span.line));
      open_.pop_back();
    } else {
      open_.pop_back();
    }
  }

  void report(Span span, const std::string& message, const std::string& help = "") {
    sound_ = false;
    diagnostics_.add(file_, span, message, help);
  }

  const SourceFile& file_;
  const std::map<std::string, SourceFile>& all_;
  Diagnostics& diagnostics_;
  std::vector<Tag> open_;
  std::vector<Tag> partials_;
  bool sound_ = true;
};

using Partials = std::map<std::string, std::vector<Tag>>;  // by template

bool reaches(const Partials& partials, const std::string& from, const std::string& to,
             std::set<std::string>& seen) {
  if (from == to) return true;
  const auto uses = partials.find(from);
  if (uses == partials.end() || !seen.insert(from).second) return false;
  for (const Tag& use : uses->second)
    if (reaches(partials, use.name, to, seen)) return true;
  return false;
}

mustache::data to_data(const Json& json) {
  if (json.is_object()) {
    mustache::data object = mustache::data::type::object;
    for (const auto& [key, value] : json.items()) object.set(key, to_data(value));
    return object;
  }
  if (json.is_array()) {
    mustache::data list = mustache::data::type::list;
    for (const Json& value : json) list.push_back(to_data(value));
    return list;
  }
  if (json.is_string()) {
    const std::string text = json.get<std::string>();
    return text.empty() ? mustache::data(false) : mustache::data(text);
  }
  if (json.is_boolean()) return mustache::data(json.get<bool>());
  if (json.is_null()) return mustache::data(false);
  return mustache::data(json.dump());
}

}  // namespace

struct Templates::Parsed {
  std::string root;
  std::map<std::string, SourceFile> files;
  mutable std::map<std::string, mustache::mustache> templates;
};

Templates::Templates(const FileTree& site, const std::string& root, Diagnostics& diagnostics)
    : parsed_(std::make_unique<Parsed>()) {
  parsed_->root = root;
  for (const auto& [path, text] : site) {
    const std::size_t start = std::string(folder).size();
    if (path.rfind(folder, 0) != 0 || path.size() <= start + std::string(ending).size()) continue;
    if (path.compare(path.size() - std::string(ending).size(), std::string::npos, ending) != 0)
      continue;
    const std::string name = path.substr(start, path.size() - start - std::string(ending).size());
    parsed_->files[name] = SourceFile{root + "/" + path, normalise_text(text)};
  }
  Partials partials;
  for (const auto& [name, file] : parsed_->files) {
    TagCheck check(file, parsed_->files, diagnostics);
    const bool sound = check.run();
    partials[name] = check.partials();
    if (!sound) continue;
    mustache::mustache compiled(file.text);
    if (!compiled.is_valid()) diagnostics.add(file, {1, 1, 1}, compiled.error_message());
    parsed_->templates.emplace(name, std::move(compiled));
  }
  for (const auto& [name, uses] : partials)
    for (const Tag& use : uses) {
      std::set<std::string> seen;
      if (!reaches(partials, use.name, name, seen)) continue;
      diagnostics.add(parsed_->files[name], use.span, "this template ends up in itself");
      parsed_->templates.clear();  // none can be trusted to come to an end
    }
}

Templates::~Templates() = default;
Templates::Templates(Templates&&) noexcept = default;

void Templates::require(const std::string& name, Diagnostics& diagnostics) const {
  if (parsed_->files.find(name) == parsed_->files.end())
    diagnostics.add(parsed_->root + "/" + folder + name + ending, "this template is missing");
}

std::string Templates::render(const std::string& name, const Json& values) const {
  const auto found = parsed_->templates.find(name);
  if (found == parsed_->templates.end()) return "";
  mustache::data data = to_data(values);
  for (const auto& [partial, file] : parsed_->files) {
    if (partial[0] != '_') continue;  // other names belong to values
    const std::string& text = file.text;
    data.set(partial, mustache::data(mustache::partial([&text] { return text; })));
  }
  return found->second.render(data);
}

}  // namespace unclench::render
