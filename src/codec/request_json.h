// Requests as JSON text; the format is in docs/routine-format.md.
#pragma once

#include <string_view>
#include <vector>

#include "codec/json_value.h"
#include "core/request.h"

namespace unclench::codec {

struct ParsedRequest {
  core::RequestFields fields;
  std::vector<core::RequestError> errors;  // syntax, unknown fields and wrong types; all of them
  bool is_object = true;  // false when the text is no JSON object: then that is the only error
};

ParsedRequest parse_request(std::string_view text);

// The same for a request that is part of a question.
ParsedRequest read_request(const JsonValue& object);

// "surfaces" for "surface", and so on: some fields have a second name.
std::string full_field_name(const std::string& name);

}  // namespace unclench::codec
