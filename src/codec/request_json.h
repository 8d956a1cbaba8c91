// Requests as JSON text; the format is in docs/routine-format.md.
#pragma once

#include <string_view>
#include <vector>

#include "core/request.h"

namespace unclench::codec {

struct ParsedRequest {
  core::RequestFields fields;
  std::vector<core::RequestError> errors;  // syntax, unknown fields and wrong types; all of them
  bool is_object = true;  // false when the text is no JSON object: then that is the only error
};

ParsedRequest parse_request(std::string_view text);

}  // namespace unclench::codec
