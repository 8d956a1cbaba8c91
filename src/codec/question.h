// Reading a question, which is one JSON object, and remembering everything that is wrong with it.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "codec/json.h"
#include "core/request.h"

namespace unclench::codec {

using Errors = std::vector<core::RequestError>;

// The object, or nothing when the text is no JSON object. A field that is given twice is an error.
// canonical: the full name of a field that has a second one.
std::optional<Json> parse_object(std::string_view text, Errors& errors,
                                 std::string (*canonical)(const std::string&) = nullptr);

// The fields of one object. Names in errors begin with `path`: "movements[2]." for an element.
class Fields {
 public:
  Fields(const Json& object, std::string path, Errors& errors)
      : object_(object), path_(std::move(path)), errors_(errors) {}

  // The fields of an object that is part of this one, called `name` there.
  Fields inside(const Json& object, const std::string& name) const {
    return {object, path_ + name + ".", errors_};
  }
  bool has(const char* name) const { return object_.contains(name); }
  bool is_number(const char* name) const { return has(name) && object_[name].is_number(); }

  // Nothing when the field is not there or, with an error, when it has another type.
  std::optional<std::string> text(const char* name) const;
  std::optional<std::int64_t> number(const char* name, std::int64_t low, std::int64_t high) const;
  std::optional<bool> flag(const char* name) const;
  std::vector<std::string> texts(const char* name) const;
  const Json* list(const char* name) const;
  const Json* object(const char* name) const;

  // The index of the term that the field names; -1 when it is not there or, with an error, unknown.
  template <typename Terms>
  int term(const char* name, const Terms& terms) const {
    const auto id = text(name);
    if (!id) return -1;
    const int found = core::find_term(terms, *id);
    if (found < 0) fail(name, "'" + *id + "' is not known");
    return found;
  }

  void require(const char* name) const {
    if (!has(name)) fail(name, "is missing");
  }
  // Every other field is an error.
  void allow_only(std::initializer_list<const char*> names) const;

  void fail(const std::string& name, const std::string& message) const {
    errors_.push_back({path_ + name, message});
  }

 private:
  const Json& object_;
  std::string path_;
  Errors& errors_;
};

}  // namespace unclench::codec
