// JSON Schema (draft 2020-12) for the files of an edition and for catalogue.json.
#pragma once

#include "codec/json.h"
#include "content/shape.h"

namespace unclench::content {

// The schema of a file. Words of vocabularies that the terms know become lists of choices.
Json json_schema(const Shape& shape, const Terms& terms, const std::string& id,
                 const std::string& title);

// The schema of catalogue.json, for its exercises with the ranges of the exercise's shape.
Json catalogue_schema(const std::string& id);

// The schemas that a site publishes as schema/NAME.json, and the files that they are for.
struct PublishedSchema {
  std::string name;
  std::string files;
};
std::vector<PublishedSchema> published_schemas();

// One of them, as it is published at the address of the site; empty when there is none.
std::string schema_text(const std::string& name, const Terms& terms, const std::string& base_url);

}  // namespace unclench::content
