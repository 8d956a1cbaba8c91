#include "codec/request_json.h"

#include "base/edit_distance.h"
#include "codec/question.h"

namespace unclench::codec {
namespace {

using core::RequestError;
using core::RequestFields;

const std::vector<std::string>& field_names() {
  static const std::vector<std::string> names = {
      "stage",   "minutes", "surfaces", "equipment", "conditions", "exclude", "include",
      "doses",   "focus",   "eases",    "helped",    "hurt",       "recent",  "position_changes",
      "posture", "variety"};
  return names;
}

std::vector<std::string>* list_of(RequestFields& fields, const std::string& name) {
  if (name == "surfaces") return &fields.surfaces;
  if (name == "equipment") return &fields.equipment;
  if (name == "conditions") return &fields.conditions;
  if (name == "exclude") return &fields.exclude;
  if (name == "include") return &fields.include;
  if (name == "focus") return &fields.focus;
  if (name == "helped") return &fields.helped;
  if (name == "hurt") return &fields.hurt;
  if (name == "recent") return &fields.recent;
  return nullptr;
}

void read_list(const Json& value, const std::string& name, std::vector<std::string>& list,
               std::vector<RequestError>& errors) {
  bool only_texts = value.is_array();
  if (only_texts)
    for (const Json& element : value) only_texts = only_texts && element.is_string();
  if (!only_texts) {
    errors.push_back({name, "must be a list of texts"});
    return;
  }
  for (const Json& element : value) list.push_back(element.get<std::string>());
}

std::optional<std::string>* text_of(RequestFields& fields, const std::string& name) {
  if (name == "stage") return &fields.stage;
  if (name == "eases") return &fields.eases;
  if (name == "posture") return &fields.posture;
  return nullptr;
}

std::optional<std::int64_t>* number_of(RequestFields& fields, const std::string& name) {
  if (name == "minutes") return &fields.minutes;
  if (name == "position_changes") return &fields.position_changes;
  if (name == "variety") return &fields.variety;
  return nullptr;
}

bool is_whole_number(const Json& value) {
  return value.is_number_integer() &&
         !(value.is_number_unsigned() && value.get<std::uint64_t>() > std::uint64_t{INT64_MAX});
}

void read_doses(const Json& value, ParsedRequest& parsed) {
  bool only_numbers = value.is_object();
  if (only_numbers)
    for (const Json& step : value) only_numbers = only_numbers && is_whole_number(step);
  if (!only_numbers) {
    parsed.errors.push_back({"doses", "must be an object of dose steps by exercise"});
    return;
  }
  for (const auto& [id, step] : value.items())
    parsed.fields.doses.emplace_back(id, step.get<std::int64_t>());
}

void read_field(const std::string& name, const Json& value, ParsedRequest& parsed) {
  if (std::optional<std::string>* text = text_of(parsed.fields, name)) {
    if (value.is_string())
      *text = value.get<std::string>();
    else
      parsed.errors.push_back({name, "must be a text"});
  } else if (std::optional<std::int64_t>* number = number_of(parsed.fields, name)) {
    if (is_whole_number(value))
      *number = value.get<std::int64_t>();
    else
      parsed.errors.push_back({name, "must be a whole number"});
  } else if (name == "doses") {
    read_doses(value, parsed);
  } else if (std::vector<std::string>* list = list_of(parsed.fields, name)) {
    read_list(value, name, *list, parsed.errors);
  } else {
    const std::string near = nearest_word(name, field_names());
    parsed.errors.push_back({name, "is not a field of a request" +
                                       (near.empty() ? "" : "; did you mean '" + near + "'?")});
  }
}

}  // namespace

std::string full_field_name(const std::string& name) {
  if (name == "surface" || name == "condition") return name + "s";
  return name;
}

ParsedRequest read_request(const Json& object) {
  ParsedRequest parsed;
  for (const auto& [name, value] : object.items()) read_field(full_field_name(name), value, parsed);
  return parsed;
}

ParsedRequest parse_request(std::string_view text) {
  std::vector<RequestError> errors;
  const auto object = parse_object(text, errors, full_field_name);
  ParsedRequest parsed;
  if (object)
    parsed = read_request(*object);
  else
    errors.push_back({"request", "must be a JSON object"});
  parsed.is_object = object.has_value();
  parsed.errors.insert(parsed.errors.begin(), errors.begin(), errors.end());
  return parsed;
}

}  // namespace unclench::codec
