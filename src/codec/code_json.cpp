#include "codec/code_json.h"

#include "codec/sequence_json.h"
#include "core/code/routine_code.h"

namespace unclench::codec {
namespace {

using namespace core;

Answer refused(const Errors& errors) {
  return {false, encode_errors(errors)};
}

Json encode_step(const Catalogue& catalogue, const Step& step) {
  Json json;
  json["id"] = catalogue.movements[at(step.movement)].id;
  json["dose"] = {{"hold_seconds", step.dose.hold_seconds},
                  {"repetitions", step.dose.repetitions},
                  {"sets", step.dose.sets},
                  {"sides", step.dose.sides}};
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
  Errors errors;
  const auto object = parse_object(question, errors);
  if (!object) return refused({{"request", "must be a JSON object"}});
  const Sequence sequence = read_sequence(catalogue, Fields(*object, "", errors));
  if (!errors.empty()) return refused(errors);
  const RoutineCode code = encode_routine_code(catalogue, sequence);
  if (!code.errors.empty()) return refused(code.errors);
  Json json;
  json["code"] = code.text;
  return {true, json.dump(2) + "\n"};
}

Answer read_code_answer(const Catalogue& catalogue, std::string_view question) {
  Errors errors;
  const auto object = parse_object(question, errors);
  if (!object) return refused({{"request", "must be a JSON object"}});
  const Fields fields(*object, "", errors);
  fields.allow_only({"code"});
  fields.require("code");
  const auto code = fields.text("code");
  if (!code || !errors.empty()) return refused(errors);
  const DecodedRoutine decoded = decode_routine_code(catalogue, *code);
  if (!decoded.errors.empty()) return refused(decoded.errors);
  return {true, encode_decoded(catalogue, decoded).dump(2) + "\n"};
}

}  // namespace unclench::codec
