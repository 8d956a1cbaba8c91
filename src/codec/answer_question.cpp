#include "codec/answer_question.h"

namespace unclench::codec {

Answer answer_question(const core::Catalogue& catalogue, std::string_view text, ReadQuestion read,
                       std::string (*canonical)(const std::string&)) {
  Errors errors;
  JsonText json(JsonText::Layout::indented);
  const auto object = parse_object(text, errors, canonical);
  if (object)
    read(catalogue, Fields(object->root(), "", errors), errors, json);
  else
    errors.push_back({"request", "must be a JSON object"});
  if (!errors.empty()) return {false, encode_errors(errors)};
  return {true, json.take() + "\n"};
}

}  // namespace unclench::codec
