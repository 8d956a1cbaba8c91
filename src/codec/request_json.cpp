#include "codec/request_json.h"

#include <iterator>

#include "codec/question.h"

namespace unclench::codec {
namespace {

using core::RequestFields;

struct TextField {
  const char* name;
  std::optional<std::string> RequestFields::*place;
};
constexpr TextField text_fields[] = {{"stage", &RequestFields::stage},
                                     {"eases", &RequestFields::eases},
                                     {"posture", &RequestFields::posture}};

struct NumberField {
  const char* name;
  std::optional<std::int64_t> RequestFields::*place;
};
constexpr NumberField number_fields[] = {{"minutes", &RequestFields::minutes},
                                         {"position_changes", &RequestFields::position_changes},
                                         {"variety", &RequestFields::variety}};

struct ListField {
  const char* name;
  std::vector<std::string> RequestFields::*place;
};
constexpr ListField list_fields[] = {
    {"surfaces", &RequestFields::surfaces},     {"equipment", &RequestFields::equipment},
    {"conditions", &RequestFields::conditions}, {"exclude", &RequestFields::exclude},
    {"include", &RequestFields::include},       {"focus", &RequestFields::focus},
    {"helped", &RequestFields::helped},         {"hurt", &RequestFields::hurt},
    {"recent", &RequestFields::recent}};

constexpr const char* field_names[] = {
    "stage",   "minutes", "surfaces", "equipment", "conditions", "exclude", "include",
    "doses",   "focus",   "eases",    "helped",    "hurt",       "recent",  "position_changes",
    "posture", "variety"};

void read_doses(const JsonValue& value, ParsedRequest& parsed) {
  bool only_numbers = value.is_object();
  for (const JsonValue& step : value) only_numbers = only_numbers && step.whole();
  if (!only_numbers) {
    parsed.errors.push_back({"doses", "must be an object of dose steps by exercise"});
    return;
  }
  for (const JsonValue& step : value) parsed.fields.doses.emplace_back(step.key(), *step.whole());
}

// What is wrong with the value of a field; empty when it was read.
std::string read_field(const std::string& name, const JsonValue& value, RequestFields& fields) {
  for (const TextField& field : text_fields) {
    if (name != field.name) continue;
    if (!value.is_text()) return "must be a text";
    fields.*field.place = value.text();
    return "";
  }
  for (const NumberField& field : number_fields) {
    if (name != field.name) continue;
    if (!value.whole()) return "must be a whole number";
    fields.*field.place = value.whole();
    return "";
  }
  for (const ListField& field : list_fields) {
    if (name != field.name) continue;
    return read_texts(value, fields.*field.place) ? "" : "must be a list of texts";
  }
  const std::vector<std::string> names(std::begin(field_names), std::end(field_names));
  return joined({"is not a field of a request", did_you_mean(name, names)});
}

}  // namespace

std::string full_field_name(const std::string& name) {
  if (name == "surface" || name == "condition") return name + "s";
  return name;
}

ParsedRequest read_request(const JsonValue& object) {
  ParsedRequest parsed;
  for (const JsonValue& value : object) {
    const std::string name = full_field_name(value.key());
    if (name == "doses") {
      read_doses(value, parsed);
      continue;
    }
    std::string wrong = read_field(name, value, parsed.fields);
    if (!wrong.empty()) parsed.errors.push_back({name, std::move(wrong)});
  }
  return parsed;
}

ParsedRequest parse_request(std::string_view text) {
  Errors errors;
  const auto object = parse_object(text, errors, full_field_name);
  ParsedRequest parsed;
  if (object)
    parsed = read_request(object->root());
  else
    errors.push_back({"request", "must be a JSON object"});
  parsed.is_object = object.has_value();
  parsed.errors.insert(parsed.errors.begin(), errors.begin(), errors.end());
  return parsed;
}

}  // namespace unclench::codec
