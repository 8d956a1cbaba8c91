// Reading a question, which is one JSON object, and remembering everything that is wrong with it.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/joined.h"
#include "codec/json_value.h"
#include "core/request.h"

namespace unclench::codec {

using Errors = std::vector<core::RequestError>;

// The object, or nothing when the text is no JSON object. A field that is given twice is an error.
// canonical: the full name of a field that has a second one.
std::optional<JsonDocument> parse_object(std::string_view text, Errors& errors,
                                         std::string (*canonical)(const std::string&) = nullptr);

// The fields of one object. Names in errors begin with `path`: "movements[2]." for an element.
class Fields {
 public:
  Fields(const JsonValue& object, std::string path, Errors& errors)
      : object_(object), path_(std::move(path)), errors_(errors) {}

  // The fields of an object that is part of this one, called `name` there.
  Fields inside(const JsonValue& object, const std::string& name) const {
    return {object, path_ + name + ".", errors_};
  }
  bool has(const char* name) const { return object_.find(name) != nullptr; }
  bool is_number(const char* name) const { return has(name) && object_.find(name)->is_number(); }

  // Nothing when the field is not there or, with an error, when it has another type.
  std::optional<std::string> text(const char* name) const;
  std::optional<std::int64_t> number(const char* name, std::int64_t low, std::int64_t high) const;
  std::optional<bool> flag(const char* name) const;
  std::vector<std::string> texts(const char* name) const;
  const JsonValue* list(const char* name) const;
  const JsonValue* object(const char* name) const;

  // The index of the term that the field names; -1 when it is not there or, with an error, unknown.
  template <typename Terms>
  int term(const char* name, const Terms& terms) const {
    const auto id = text(name);
    if (!id) return -1;
    const int found = core::find_term(terms, *id);
    if (found < 0) fail(name, joined({"'", *id, "' is not known"}));
    return found;
  }

  void require(const char* name) const;
  // Every other field is an error.
  void allow_only(std::initializer_list<const char*> names) const;

  void fail(std::string_view name, std::string_view message) const;

 private:
  const JsonValue& object_;
  std::string path_;
  Errors& errors_;
};

// "movements[2]"
std::string element_name(std::string_view list, int place);

// Adds the texts of a list; false, and nothing added, when it is not a list of texts.
bool read_texts(const JsonValue& value, std::vector<std::string>& texts);

// "; did you mean 'supine'?", or nothing when no word is near.
std::string did_you_mean(const std::string& name, const std::vector<std::string>& known);

}  // namespace unclench::codec
