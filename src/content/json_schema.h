// JSON Schema (draft 2020-12) for the files of an edition and for catalogue.json.
#pragma once

#include <string>
#include <vector>

#include "content/terms.h"

namespace unclench::content {

// The schemas that a site publishes as schema/NAME.json, and the files that they are for.
struct PublishedSchema {
  std::string name;
  std::string files;
};
std::vector<PublishedSchema> published_schemas();

// One of them, as it is published at the address of the site; empty when there is none. Words of
// vocabularies that the terms know become lists of choices.
std::string schema_text(const std::string& name, const Terms& terms, const std::string& base_url);

}  // namespace unclench::content
