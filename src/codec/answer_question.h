// What every question has in common: it is read, refused with everything that is wrong with it, or
// answered.
#pragma once

#include <string>
#include <string_view>

#include "codec/answer.h"
#include "codec/question.h"

namespace unclench::codec {

// read: Json (const Fields&, Errors&). What it returns is the answer when there were no errors.
// canonical: see parse_object.
template <typename Read>
Answer answer_question(std::string_view text, Read read,
                       std::string (*canonical)(const std::string&) = nullptr) {
  Errors errors;
  const auto object = parse_object(text, errors, canonical);
  if (!object) return {false, encode_errors({{"request", "must be a JSON object"}})};
  const Json answer = read(Fields(*object, "", errors), errors);
  if (!errors.empty()) return {false, encode_errors(errors)};
  return {true, answer.dump(2) + "\n"};
}

}  // namespace unclench::codec
