#include "content/shape_schema.h"

#include "content/text_form.h"

namespace unclench::content {
namespace {

using codec::JsonText;

constexpr std::size_t most_choices = 400;  // more would not help an editor

void write_limits(JsonText& json, const char* type, const Shape& shape) {
  json.member("type", type).member("minimum", shape.low).member("maximum", shape.high);
}

}  // namespace

void write_number(JsonText& json, const Shape& shape) {
  json.begin_object();
  write_limits(json, "integer", shape);
  json.end_object();
}

void write_pair(JsonText& json, const Shape& shape) {
  json.begin_object().member("type", "array").key("items");
  write_number(json, shape);
  json.member("minItems", 2).member("maxItems", 2).end_object();
}

void ShapeSchema::write(const Shape& shape, const std::string& about) {
  json_.begin_object();
  write_members(shape);
  if (!about.empty()) json_.member("description", about);
  json_.end_object();
}

void ShapeSchema::write_members(const Shape& shape) {
  switch (shape.kind) {
    case Shape::Kind::text:
      return write_text(shape);
    case Shape::Kind::number:
      return write_limits(json_, "integer", shape);
    case Shape::Kind::decimal:
      return write_limits(json_, "number", shape);
    case Shape::Kind::range:
      return write_range(shape);
    case Shape::Kind::flag:
      json_.member("type", "boolean");
      return;
    case Shape::Kind::term:
      return write_words(shape.words);
    case Shape::Kind::option:
      json_.member("enum", shape.options);
      return;
    case Shape::Kind::list:
      return write_list(shape);
    case Shape::Kind::record:
      return write_record(shape);
    case Shape::Kind::by_term:
    case Shape::Kind::by_id:
      return write_mapping(shape);
    case Shape::Kind::either:
      json_.key("anyOf").begin_list();
      for (const Shape& item : shape.item) write(item);
      json_.end_list();
      return;
    case Shape::Kind::any:
      return;
  }
}

void ShapeSchema::write_text(const Shape& shape) {
  const std::string pattern = pattern_of_form(shape.form);
  json_.member("type", "string").member("pattern", pattern.empty() ? "\\S" : pattern);
}

void ShapeSchema::write_range(const Shape& shape) {
  json_.key("oneOf").begin_list();
  write_number(json_, shape);
  write_pair(json_, shape);
  json_.end_list();
}

void ShapeSchema::write_words(Words words) {
  const auto& ids = terms_.ids(words);
  if (terms_.is_complete(words) && !ids.empty() && ids.size() <= most_choices)
    json_.member("enum", ids);
  else if (words == Words::citations)
    json_.member("type", "string").member("minLength", 1);
  else
    json_.member("type", "string").member("pattern", id_pattern);
}

void ShapeSchema::write_list(const Shape& shape) {
  const Shape& item = shape.item.front();
  json_.member("type", "array").key("items");
  write(item);
  if (shape.low > 0) json_.member("minItems", shape.low);
  if (shape.high > 0) json_.member("maxItems", shape.high);
  if (item.kind == Shape::Kind::term || item.kind == Shape::Kind::text)
    json_.member("uniqueItems", true);
}

void ShapeSchema::write_mapping(const Shape& shape) {
  const bool has_terms = shape.kind == Shape::Kind::by_term;
  json_.member("type", "object").key("propertyNames").begin_object();
  if (has_terms)
    write_words(shape.words);
  else if (shape.form != Shape::Form::any)
    json_.member("pattern", pattern_of_form(shape.form));
  else if (shape.name.empty())
    json_.member("type", "string");
  else
    json_.member("pattern", id_pattern);
  json_.end_object().key("additionalProperties");
  write(shape.item.front());
  if (shape.low > 0) json_.member("minProperties", shape.low);
  if (!has_terms || !shape.every || !terms_.is_complete(shape.words)) return;
  json_.key("required").begin_list();
  for (const std::string& id : terms_.ids(shape.words))
    if (!terms_.is_draft(shape.words, id)) json_.value(id);
  json_.end_list();
}

void ShapeSchema::write_record(const Shape& shape) {
  std::vector<std::string> required;
  json_.member("type", "object").key("properties").begin_object();
  for (const Field& field : shape.fields) {
    json_.key(field.key);
    write(field.shape, field.about);
    if (field.required) required.push_back(field.key);
  }
  json_.end_object();
  write_needs(shape.fields);
  if (!required.empty()) json_.member("required", required);
  json_.member("additionalProperties", false);
  if (shape.choices.empty()) return;
  json_.key("allOf").begin_list();
  for (const Choice& choice : shape.choices) write_choice(choice);
  json_.end_list();
}

void ShapeSchema::write_needs(const Fields& fields) {
  bool any = false;
  for (const Field& field : fields) {
    if (field.needs.empty()) continue;
    if (!any) json_.key("dependentRequired").begin_object();
    any = true;
    json_.member(field.key, std::vector{field.needs});
  }
  if (any) json_.end_object();
}

void ShapeSchema::write_choice(const Choice& choice) {
  const auto require = [&](const std::string& key) {
    json_.member("required", std::vector{key}).end_object();
  };
  json_.begin_object().key(choice.exclusive ? "oneOf" : "anyOf").begin_list();
  const auto begin_property = [&](const std::string& key) -> JsonText& {
    return json_.begin_object().key("properties").begin_object().key(key).begin_object();
  };
  for (const std::string& key : choice.keys) {
    if (choice.exclusive)
      json_.begin_object();
    else
      begin_property(key).member("minItems", 1).end_object().end_object();  // if it is a list
    require(key);
  }
  if (choice.drafts_may_lack) {
    begin_property("draft").member("const", true).end_object().end_object();
    require("draft");
  }
  if (!choice.unless_key.empty()) {
    begin_property(choice.unless_key).member("const", choice.unless_word).end_object().end_object();
    require(choice.unless_key);
  }
  json_.end_list().end_object();
}

}  // namespace unclench::content
