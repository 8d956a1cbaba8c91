#include "codec/question.h"

#include <algorithm>

#include "base/edit_distance.h"

namespace unclench::codec {
namespace {

// The library keeps the last of two values for the same key; a question must not leave that open.
class RepeatedKeys final : public JsonListener {
 public:
  RepeatedKeys(std::string (*canonical)(const std::string&), Errors& errors)
      : canonical_(canonical), errors_(errors) {}

  void begin_object() override { keys_.emplace_back(); }
  void end_object() override { keys_.pop_back(); }
  void key(const std::string& given) override {
    const std::string path = path_to_here();
    const bool has_second_names = canonical_ && (path.empty() || path == "request.");
    std::string key = has_second_names ? canonical_(given) : given;
    std::vector<std::string>& seen = keys_.back();
    if (std::find(seen.begin(), seen.end(), key) != seen.end())
      errors_.push_back({path + key, "is given twice"});
    seen.push_back(std::move(key));
  }

 private:
  // The keys that lead to the object, each with a dot after it.
  std::string path_to_here() const {
    std::string path;
    for (std::size_t depth = 0; depth + 1 < keys_.size(); ++depth)
      if (!keys_[depth].empty()) path += keys_[depth].back() + ".";
    return path;
  }

  std::string (*canonical_)(const std::string&);
  std::vector<std::vector<std::string>> keys_;  // of the open objects, the last one being read
  Errors& errors_;
};

}  // namespace

std::optional<JsonDocument> parse_object(std::string_view text, Errors& errors,
                                         std::string (*canonical)(const std::string&)) {
  Errors repeated;
  RepeatedKeys keys(canonical, repeated);
  std::optional<JsonDocument> document = read_json(text, &keys);
  if (!document || !document->root().is_object()) return std::nullopt;
  errors.insert(errors.end(), repeated.begin(), repeated.end());
  return document;
}

void Fields::fail(std::string_view name, std::string_view message) const {
  errors_.push_back({joined({path_, name}), std::string(message)});
}

void Fields::require(const char* name) const {
  if (!has(name)) fail(name, "is missing");
}

std::optional<std::string> Fields::text(const char* name) const {
  const JsonValue* found = object_.find(name);
  if (!found) return std::nullopt;
  if (found->is_text()) return found->text();
  fail(name, "must be a text");
  return std::nullopt;
}

std::optional<std::int64_t> Fields::number(const char* name, std::int64_t low,
                                           std::int64_t high) const {
  const JsonValue* found = object_.find(name);
  if (!found) return std::nullopt;
  const auto value = found->whole();
  if (value && *value >= low && *value <= high) return value;
  fail(name,
       joined({"must be a whole number from ", std::to_string(low), " to ", std::to_string(high)}));
  return std::nullopt;
}

std::optional<bool> Fields::flag(const char* name) const {
  const JsonValue* found = object_.find(name);
  if (!found) return std::nullopt;
  if (found->is_flag()) return found->flag();
  fail(name, "must be true or false");
  return std::nullopt;
}

std::vector<std::string> Fields::texts(const char* name) const {
  std::vector<std::string> texts;
  const JsonValue* found = object_.find(name);
  if (found && !read_texts(*found, texts)) fail(name, "must be a list of texts");
  return texts;
}

const JsonValue* Fields::list(const char* name) const {
  const JsonValue* found = object_.find(name);
  if (!found || found->is_list()) return found;
  fail(name, "must be a list");
  return nullptr;
}

const JsonValue* Fields::object(const char* name) const {
  const JsonValue* found = object_.find(name);
  if (!found || found->is_object()) return found;
  fail(name, "must be an object");
  return nullptr;
}

void Fields::allow_only(std::initializer_list<const char*> names) const {
  const std::vector<std::string> allowed(names.begin(), names.end());
  for (const JsonValue& value : object_) {
    const std::string& name = value.key();
    if (std::find(allowed.begin(), allowed.end(), name) != allowed.end()) continue;
    fail(name, joined({"is not a field here", did_you_mean(name, allowed)}));
  }
}

std::string element_name(std::string_view list, int place) {
  return joined({list, "[", std::to_string(place), "]"});
}

bool read_texts(const JsonValue& value, std::vector<std::string>& texts) {
  if (!value.is_list()) return false;
  for (const JsonValue& element : value)
    if (!element.is_text()) return false;
  for (const JsonValue& element : value) texts.push_back(element.text());
  return true;
}

std::string did_you_mean(const std::string& name, const std::vector<std::string>& known) {
  const std::string near = nearest_word(name, known);
  return near.empty() ? "" : joined({"; did you mean '", near, "'?"});
}

}  // namespace unclench::codec
