#include "content/json_schema.h"

#include "content/shapes.h"
#include "content/text_form.h"

namespace unclench::content {
namespace {

constexpr const char* dialect = "https://json-schema.org/draft/2020-12/schema";
constexpr const char* id_pattern = "^[a-z0-9]+(-[a-z0-9]+)*$";
constexpr const char* catalogue_name = "catalogue";
constexpr std::size_t most_choices = 400;  // more would not help an editor

class Writer {
 public:
  explicit Writer(const Terms& terms) : terms_(terms) {}

  Json schema_of(const Shape& shape) const {
    switch (shape.kind) {
      case Shape::Kind::text:
        return text_schema(shape);
      case Shape::Kind::number:
        return {{"type", "integer"}, {"minimum", shape.low}, {"maximum", shape.high}};
      case Shape::Kind::decimal:
        return {{"type", "number"}, {"minimum", shape.low}, {"maximum", shape.high}};
      case Shape::Kind::range:
        return range_schema(shape);
      case Shape::Kind::flag:
        return {{"type", "boolean"}};
      case Shape::Kind::term:
        return words_schema(shape.words);
      case Shape::Kind::option:
        return {{"enum", shape.options}};
      case Shape::Kind::list:
        return list_schema(shape);
      case Shape::Kind::record:
        return record_schema(shape);
      case Shape::Kind::by_term:
        return mapping_schema(shape, words_schema(shape.words));
      case Shape::Kind::by_id:
        return mapping_schema(
            shape, shape.name.empty() ? Json{{"type", "string"}} : Json{{"pattern", id_pattern}});
      case Shape::Kind::either:
        return {{"anyOf", {schema_of(shape.item[0]), schema_of(shape.item[1])}}};
      case Shape::Kind::any:
        break;
    }
    return Json::object();
  }

 private:
  static Json text_schema(const Shape& shape) {
    Json schema{{"type", "string"}, {"minLength", 1}};
    const std::string pattern = pattern_of_form(shape.form);
    if (!pattern.empty()) schema["pattern"] = pattern;
    return schema;
  }

  static Json range_schema(const Shape& shape) {
    const Json number{{"type", "integer"}, {"minimum", shape.low}, {"maximum", shape.high}};
    const Json pair{{"type", "array"}, {"items", number}, {"minItems", 2}, {"maxItems", 2}};
    return {{"oneOf", Json::array({number, pair})}};
  }

  Json words_schema(Words words) const {
    const auto& ids = terms_.ids(words);
    if (terms_.is_complete(words) && !ids.empty() && ids.size() <= most_choices)
      return {{"enum", ids}};
    if (words == Words::citations) return {{"type", "string"}, {"minLength", 1}};
    return {{"type", "string"}, {"pattern", id_pattern}};
  }

  Json list_schema(const Shape& shape) const {
    const Shape& item = shape.item.front();
    Json schema{{"type", "array"}, {"items", schema_of(item)}};
    if (shape.low > 0) schema["minItems"] = shape.low;
    if (shape.high > 0) schema["maxItems"] = shape.high;
    if (item.kind == Shape::Kind::term || item.kind == Shape::Kind::text)
      schema["uniqueItems"] = true;
    return schema;
  }

  Json mapping_schema(const Shape& shape, const Json& keys) const {
    Json schema{{"type", "object"},
                {"propertyNames", keys},
                {"additionalProperties", schema_of(shape.item.front())}};
    if (shape.every && terms_.is_complete(shape.words)) schema["required"] = published(shape.words);
    return schema;
  }

  Json published(Words words) const {
    Json ids = Json::array();
    for (const std::string& id : terms_.ids(words))
      if (!terms_.is_draft(words, id)) ids.push_back(id);
    return ids;
  }

  Json record_schema(const Shape& shape) const {
    Json schema{{"type", "object"}, {"properties", Json::object()}};
    Json required = Json::array();
    for (const Field& field : shape.fields) {
      Json property = schema_of(field.shape);
      property["description"] = field.about;
      schema["properties"][field.key] = std::move(property);
      if (field.required) required.push_back(field.key);
      if (!field.needs.empty()) schema["dependentRequired"][field.key] = {field.needs};
    }
    if (!required.empty()) schema["required"] = std::move(required);
    schema["additionalProperties"] = false;
    for (const Choice& choice : shape.choices) schema["allOf"].push_back(choice_schema(choice));
    return schema;
  }

  static Json choice_schema(const Choice& choice) {
    Json list = Json::array();
    for (const std::string& key : choice.keys) list.push_back({{"required", {key}}});
    if (choice.drafts_may_lack)
      list.push_back({{"properties", {{"draft", {{"const", true}}}}}, {"required", {"draft"}}});
    return {{choice.exclusive ? "oneOf" : "anyOf", std::move(list)}};
  }

  const Terms& terms_;
};

Json with_head(Json schema, const std::string& id, const std::string& title) {
  Json whole{{"$schema", dialect}, {"$id", id}, {"title", title}};
  for (auto& [key, value] : schema.items()) whole[key] = std::move(value);
  return whole;
}

Json text_list() {
  return {{"type", "array"}, {"items", {{"type", "string"}}}};
}

Json term_list(Json more) {
  Json properties{{"id", {{"type", "string"}, {"pattern", id_pattern}}},
                  {"label", {{"type", "string"}}},
                  {"noun", {{"type", "string"}}},
                  {"description", {{"type", "string"}}}};
  properties.update(more);
  return {{"type", "array"},
          {"items",
           {{"type", "object"},
            {"required", {"id", "label", "noun"}},
            {"properties", std::move(properties)}}}};
}

// A range in the catalogue is always two numbers.
Json pair_within(const Shape& shape) {
  return {{"type", "array"},
          {"items", {{"type", "integer"}, {"minimum", shape.low}, {"maximum", shape.high}}},
          {"minItems", 2},
          {"maxItems", 2}};
}

const Field& field_of(const Shape& shape, const std::string& key) {
  for (const Field& field : shape.fields)
    if (field.key == key) return field;
  return shape.fields.front();
}

Json dose_schema() {
  const Shape& dose = field_of(exercise_shape(), "dose").shape.item.front();
  return {{"type", "object"},
          {"additionalProperties",
           {{"type", "object"},
            {"required", {"hold", "repetitions", "sets", "rest"}},
            {"properties",
             {{"hold", pair_within(field_of(dose, "hold").shape)},
              {"repetitions", pair_within(field_of(dose, "repetitions").shape)},
              {"sets", pair_within(field_of(dose, "sets").shape)},
              {"rest", Writer(Terms()).schema_of(field_of(dose, "rest").shape)},
              {"sources", text_list()}}}}}};
}

Json rules_schema() {
  return {{"type", "object"},
          {"additionalProperties",
           {{"type", "object"},
            {"required", {"verdict", "note"}},
            {"properties",
             {{"verdict", {{"enum", {"fine", "care", "avoid"}}}},
              {"note", {{"type", "string"}}},
              {"sources", text_list()}}}}}};
}

Json exercise_entry_schema() {
  const Shape& shape = exercise_shape();
  const Terms no_terms;
  const Writer writer(no_terms);
  Json properties{{"id", {{"type", "string"}, {"pattern", id_pattern}}}};
  for (const char* key : {"title", "summary", "url", "phase", "posture", "not_offered"})
    properties[key] = {{"type", "string"}};
  for (const char* key :
       {"surfaces", "needs_one_of", "helps", "after", "parts", "easier", "harder", "references"})
    properties[key] = text_list();
  for (const char* key : {"order", "load", "sides", "tempo", "direction"})
    properties[key] = writer.schema_of(field_of(shape, key).shape);
  properties["targets"] = {
      {"type", "object"},
      {"additionalProperties", writer.schema_of(field_of(shape, "targets").shape.item.front())}};
  Json figure{{"type", "object"}};
  for (const char* key : {"thumbnail", "animated", "other_side", "description"})
    figure["properties"][key] = {{"type", "string"}};
  const Json milliseconds{{"type", "integer"}, {"minimum", 0}};
  for (const char* key : {"milliseconds", "held_from", "held_until"})
    figure["properties"][key] = milliseconds;
  properties["figure"] = std::move(figure);
  properties["dose"] = dose_schema();
  properties["conditions"] = rules_schema();
  properties["sources"] = {{"type", "array"}, {"items", {{"type", "object"}}}};
  return {{"type", "object"},
          {"required",
           {"id", "title", "url", "phase", "posture", "surfaces", "needs_one_of", "targets",
            "direction", "load", "sides", "tempo", "dose", "after", "parts", "not_offered",
            "conditions"}},
          {"properties", std::move(properties)}};
}

}  // namespace

Json json_schema(const Shape& shape, const Terms& terms, const std::string& id,
                 const std::string& title) {
  return with_head(Writer(terms).schema_of(shape), id, title);
}

Json catalogue_schema(const std::string& id) {
  const Json text{{"type", "string"}};
  Json properties{{"version", {{"type", "integer"}}},
                  {"stages", term_list(Json::object())},
                  {"phases", term_list({{"verb", text}})},
                  {"postures", term_list({{"lying", {{"type", "boolean"}}}})},
                  {"surfaces", term_list(Json::object())},
                  {"equipment", term_list(Json::object())},
                  {"targets", term_list(Json::object())},
                  {"conditions", term_list({{"url", text}})},
                  {"exercises", {{"type", "array"}, {"items", exercise_entry_schema()}}},
                  {"planner", {{"type", "object"}}},
                  {"changes", {{"type", "array"}, {"items", {{"type", "object"}}}}},
                  {"articles", {{"type", "array"}, {"items", {{"type", "object"}}}}}};
  Json required = Json::array();
  for (const auto& [key, value] : properties.items()) required.push_back(key);
  return with_head({{"type", "object"}, {"required", required}, {"properties", properties}}, id,
                   "The catalogue of an edition");
}

std::vector<PublishedSchema> published_schemas() {
  std::vector<PublishedSchema> schemas;
  for (const NamedShape& named : all_shapes()) schemas.push_back({named.name, named.files});
  schemas.push_back({catalogue_name, "_site/catalogue.json"});
  return schemas;
}

std::string schema_text(const std::string& name, const Terms& terms, const std::string& base_url) {
  const std::string id = base_url + "schema/" + name + ".json";
  if (name == catalogue_name) return catalogue_schema(id).dump(1) + "\n";
  for (const NamedShape& named : all_shapes())
    if (name == named.name)
      return json_schema(named.shape(), terms, id, named.files).dump(1) + "\n";
  return "";
}

}  // namespace unclench::content
