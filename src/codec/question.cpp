#include "codec/question.h"

#include <algorithm>

#include "base/edit_distance.h"

namespace unclench::codec {
namespace {

// The library keeps the last of two values for the same key; a question must not leave that open.
class RepeatedKeys {
 public:
  RepeatedKeys(std::string (*canonical)(const std::string&), Errors& errors)
      : canonical_(canonical), errors_(errors) {}

  bool operator()(nlohmann::json::parse_event_t event, const Json& parsed) {
    using Event = nlohmann::json::parse_event_t;
    if (event == Event::object_start) keys_.emplace_back();
    if (event == Event::object_end && !keys_.empty()) keys_.pop_back();
    if (event == Event::key && !keys_.empty()) {
      const std::string path = path_to_here();
      std::string key = parsed.get<std::string>();
      if (canonical_ && (path.empty() || path == "request.")) key = canonical_(key);
      std::vector<std::string>& seen = keys_.back();
      if (std::find(seen.begin(), seen.end(), key) != seen.end())
        errors_.push_back({path + key, "is given twice"});
      seen.push_back(std::move(key));
    }
    return true;
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

std::optional<Json> parse_object(std::string_view text, Errors& errors,
                                 std::string (*canonical)(const std::string&)) {
  Errors repeated;
  RepeatedKeys keys(canonical, repeated);
  Json object = Json::parse(
      text.begin(), text.end(),
      [&](int, nlohmann::detail::parse_event_t event, Json& value) { return keys(event, value); },
      false);
  if (!object.is_object()) return std::nullopt;
  errors.insert(errors.end(), repeated.begin(), repeated.end());
  return object;
}

std::optional<std::string> Fields::text(const char* name) const {
  const auto found = object_.find(name);
  if (found == object_.end()) return std::nullopt;
  if (found->is_string()) return found->get<std::string>();
  fail(name, "must be a text");
  return std::nullopt;
}

std::optional<std::int64_t> Fields::number(const char* name, std::int64_t low,
                                           std::int64_t high) const {
  const auto found = object_.find(name);
  if (found == object_.end()) return std::nullopt;
  const bool too_large =
      found->is_number_unsigned() && found->get<std::uint64_t>() > std::uint64_t{INT64_MAX};
  if (found->is_number_integer() && !too_large) {
    const std::int64_t value = found->get<std::int64_t>();
    if (value >= low && value <= high) return value;
  }
  fail(name, "must be a whole number from " + std::to_string(low) + " to " + std::to_string(high));
  return std::nullopt;
}

std::optional<bool> Fields::flag(const char* name) const {
  const auto found = object_.find(name);
  if (found == object_.end()) return std::nullopt;
  if (found->is_boolean()) return found->get<bool>();
  fail(name, "must be true or false");
  return std::nullopt;
}

std::vector<std::string> Fields::texts(const char* name) const {
  std::vector<std::string> texts;
  const auto found = object_.find(name);
  if (found == object_.end()) return texts;
  const bool only_texts =
      found->is_array() && std::all_of(found->begin(), found->end(),
                                       [](const Json& value) { return value.is_string(); });
  if (!only_texts)
    fail(name, "must be a list of texts");
  else
    for (const Json& value : *found) texts.push_back(value.get<std::string>());
  return texts;
}

const Json* Fields::list(const char* name) const {
  const auto found = object_.find(name);
  if (found == object_.end()) return nullptr;
  if (found->is_array()) return &*found;
  fail(name, "must be a list");
  return nullptr;
}

const Json* Fields::object(const char* name) const {
  const auto found = object_.find(name);
  if (found == object_.end()) return nullptr;
  if (found->is_object()) return &*found;
  fail(name, "must be an object");
  return nullptr;
}

void Fields::allow_only(std::initializer_list<const char*> names) const {
  const std::vector<std::string> allowed(names.begin(), names.end());
  for (const auto& [name, value] : object_.items()) {
    if (std::find(allowed.begin(), allowed.end(), name) != allowed.end()) continue;
    const std::string near = nearest_word(name, allowed);
    fail(name, "is not a field here" + (near.empty() ? "" : "; did you mean '" + near + "'?"));
  }
}

}  // namespace unclench::codec
