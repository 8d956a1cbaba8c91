#include "codec/code_json.h"

#include "codec/answer_question.h"
#include "codec/sequence_json.h"
#include "core/code/routine_code.h"

namespace unclench::codec {
namespace {

using namespace core;

Json encode_step(const Catalogue& catalogue, const Step& step) {
  Json json;
  json["id"] = catalogue.movements[at(step.movement)].id;
  json["dose"] = encode_dose(step.dose);
  json["surface"] = catalogue.surfaces[at(step.surface)].id;
  if (!step.note.empty()) json["note"] = step.note;
  return json;
}

Json encode_decoded(const Catalogue& catalogue, const DecodedRoutine& decoded) {
  const Sequence& sequence = decoded.sequence;
  Json json;
  json["stage"] = catalogue.stages[at(sequence.stage)].id;
  if (sequence.posture >= 0) json["posture"] = catalogue.postures[at(sequence.posture)].id;
  json["movements"] = Json::array();
  for (const Step& step : sequence.steps) json["movements"].push_back(encode_step(catalogue, step));
  json["same_catalogue"] = decoded.same_catalogue;
  return json;
}

}  // namespace

Answer code_answer(const Catalogue& catalogue, std::string_view question) {
  return answer_question(question, [&](const Fields& fields, Errors& errors) {
    const Sequence sequence = read_sequence(catalogue, fields);
    Json json;
    if (!errors.empty()) return json;
    const RoutineCode code = encode_routine_code(catalogue, sequence);
    errors = code.errors;
    json["code"] = code.text;
    return json;
  });
}

Answer read_code_answer(const Catalogue& catalogue, std::string_view question) {
  return answer_question(question, [&](const Fields& fields, Errors& errors) {
    fields.allow_only({"code"});
    fields.require("code");
    const auto code = fields.text("code");
    if (!code || !errors.empty()) return Json();
    const DecodedRoutine decoded = decode_routine_code(catalogue, *code);
    errors = decoded.errors;
    return errors.empty() ? encode_decoded(catalogue, decoded) : Json();
  });
}

}  // namespace unclench::codec
