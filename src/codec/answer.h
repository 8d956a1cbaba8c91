// One request in, one answer out, as text: what the command line and the browser both call.
#pragma once

#include <string>
#include <string_view>

#include "codec/json_text.h"
#include "codec/request_json.h"
#include "core/plan.h"

namespace unclench::codec {

struct Answer {
  bool valid = false;  // false when the request was refused; `text` then holds its errors
  std::string text;    // JSON as in docs/routine-format.md, ending in a line break
};

// Answers a request given as JSON text.
Answer answer(const core::Catalogue& catalogue, std::string_view request);

// Everything that is wrong with a request: what reading it found, then what the catalogue says
// about the fields that could be read.
std::vector<core::RequestError> all_errors(const core::Catalogue& catalogue,
                                           const ParsedRequest& parsed);

void write_routine(JsonText& json, const core::Catalogue& catalogue, const core::Routine& routine);
std::string encode_routine(const core::Catalogue& catalogue, const core::Routine& routine);
// Bytes that are no part of a character are replaced by U+FFFD.
std::string encode_errors(const std::vector<core::RequestError>& errors);

}  // namespace unclench::codec
