#include "content/catalogue_schema.h"

#include "content/shape_schema.h"
#include "content/shapes.h"

namespace unclench::content {
namespace {

using codec::JsonText;
using Keys = std::vector<std::string>;

const Field& field_of(const Shape& shape, const std::string& key) {
  for (const Field& field : shape.fields)
    if (field.key == key) return field;
  return shape.fields.front();
}

class CatalogueWriter {
 public:
  explicit CatalogueWriter(JsonText& json) : json_(json), shapes_(no_terms_, json) {}

  void write() {
    json_.member("type", "object");
    require({"version", "stages", "phases", "postures", "surfaces", "equipment", "targets",
             "conditions", "exercises", "planner", "changes", "articles"});
    json_.key("properties").begin_object();
    typed("version", "integer");
    term_list("stages");
    term_list("phases", "verb", "string");
    term_list("postures", "lying", "boolean");
    term_list("surfaces");
    term_list("equipment");
    term_list("targets");
    term_list("conditions", "url", "string");
    json_.key("exercises").begin_object().member("type", "array").key("items").begin_object();
    exercise();
    json_.end_object().end_object();
    typed("planner", "object");
    object_list("changes");
    object_list("articles");
    json_.end_object();
  }

 private:
  void require(const Keys& keys) { json_.member("required", keys); }

  void typed(const char* key, const char* type) {
    json_.key(key).begin_object().member("type", type).end_object();
  }

  void list_of(const char* key, const char* type) {
    json_.key(key).begin_object().member("type", "array");
    typed("items", type);
    json_.end_object();
  }

  void text_list(const char* key) { list_of(key, "string"); }
  void object_list(const char* key) { list_of(key, "object"); }

  void id() {
    json_.key("id").begin_object().member("type", "string").member("pattern", id_pattern);
    json_.end_object();
  }

  // The words of a vocabulary, perhaps with a property that only this one has.
  void term_list(const char* key, const char* more = nullptr, const char* type = nullptr) {
    json_.key(key).begin_object().member("type", "array").key("items").begin_object();
    json_.member("type", "object");
    require({"id", "label", "noun"});
    json_.key("properties").begin_object();
    id();
    for (const char* text : {"label", "noun", "description"}) typed(text, "string");
    if (more) typed(more, type);
    json_.end_object().end_object().end_object();
  }

  // A mapping whose values are objects with these properties.
  template <typename Properties>
  void mapping(const char* key, const Keys& required, Properties properties) {
    json_.key(key).begin_object().member("type", "object").key("additionalProperties");
    json_.begin_object().member("type", "object");
    require(required);
    json_.key("properties").begin_object();
    properties();
    json_.end_object().end_object().end_object();
  }

  void exercise() {
    json_.member("type", "object");
    require({"id", "title", "url", "phase", "posture", "surfaces", "needs_one_of", "targets",
             "direction", "load", "sides", "tempo", "dose", "after", "parts", "not_offered",
             "conditions"});
    json_.key("properties").begin_object();
    id();
    for (const char* key : {"title", "summary", "url", "phase", "posture", "not_offered"})
      typed(key, "string");
    for (const char* key :
         {"surfaces", "needs_one_of", "helps", "after", "parts", "easier", "harder", "references"})
      text_list(key);
    for (const char* key : {"order", "load", "sides", "tempo", "direction"}) {
      json_.key(key);
      shapes_.write(field_of(exercise_shape(), key).shape);
    }
    json_.key("targets").begin_object().member("type", "object").key("additionalProperties");
    shapes_.write(field_of(exercise_shape(), "targets").shape.item.front());
    json_.end_object();
    figure();
    dose();
    rules();
    object_list("sources");
    json_.end_object();
  }

  void figure() {
    json_.key("figure").begin_object().member("type", "object").key("properties").begin_object();
    for (const char* key : {"thumbnail", "animated", "other_side", "description"})
      typed(key, "string");
    for (const char* key : {"milliseconds", "held_from", "held_until"})
      json_.key(key).begin_object().member("type", "integer").member("minimum", 0).end_object();
    json_.end_object().end_object();
  }

  void dose() {
    const Shape& dose = field_of(exercise_shape(), "dose").shape.item.front();
    mapping("dose", {"hold", "repetitions", "sets", "rest"}, [&] {
      for (const char* key : {"hold", "repetitions", "sets"}) {
        json_.key(key);
        write_pair(json_, field_of(dose, key).shape);  // in the catalogue always two numbers
      }
      json_.key("rest");
      shapes_.write(field_of(dose, "rest").shape);
      text_list("sources");
    });
  }

  void rules() {
    mapping("conditions", {"verdict", "note"}, [&] {
      json_.key("verdict").begin_object().member("enum", Keys{"fine", "care", "avoid"});
      json_.end_object();
      typed("note", "string");
      text_list("sources");
    });
  }

  JsonText& json_;
  Terms no_terms_;
  ShapeSchema shapes_;
};

}  // namespace

void write_catalogue_schema(JsonText& json) {
  CatalogueWriter(json).write();
}

}  // namespace unclench::content
