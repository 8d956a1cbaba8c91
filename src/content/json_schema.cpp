#include "content/json_schema.h"

#include "content/catalogue_schema.h"
#include "content/shape_schema.h"
#include "content/shapes.h"

namespace unclench::content {
namespace {

using codec::JsonText;

constexpr const char* dialect = "https://json-schema.org/draft/2020-12/schema";
constexpr const char* catalogue_name = "catalogue";

void write_head(JsonText& json, const std::string& id, const std::string& title) {
  json.member("$schema", dialect).member("$id", id).member("title", title);
}

}  // namespace

std::vector<PublishedSchema> published_schemas() {
  std::vector<PublishedSchema> schemas;
  for (const NamedShape& named : all_shapes()) schemas.push_back({named.name, named.files});
  schemas.push_back({catalogue_name, "_site/catalogue.json"});
  return schemas;
}

std::string schema_text(const std::string& name, const Terms& terms, const std::string& base_url) {
  const std::string id = base_url + "schema/" + name + ".json";
  JsonText json(JsonText::Layout::indented);
  json.begin_object();
  if (name == catalogue_name) {
    write_head(json, id, "The catalogue of an edition");
    write_catalogue_schema(json);
    return json.end_object().take() + "\n";
  }
  for (const NamedShape& named : all_shapes()) {
    if (name != named.name) continue;
    write_head(json, id, named.files);
    ShapeSchema(terms, json).write_members(named.shape());
    return json.end_object().take() + "\n";
  }
  return "";
}

}  // namespace unclench::content
