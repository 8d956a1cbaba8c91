// The JSON Schema of catalogue.json.
#pragma once

#include "codec/json_text.h"

namespace unclench::content {

// What is in the schema, without the braces. The exercises have the ranges of the exercise's shape.
void write_catalogue_schema(codec::JsonText& json);

}  // namespace unclench::content
