#include "codec/code_json.h"

#include "codec/answer_question.h"
#include "codec/sequence_json.h"
#include "core/code/routine_code.h"

namespace unclench::codec {
namespace {

using namespace core;

void write_step(JsonText& json, const Catalogue& catalogue, const Step& step) {
  json.begin_object().member("id", catalogue.movements[at(step.movement)].id);
  write_dose(json, step.dose);
  json.member("surface", catalogue.surfaces[at(step.surface)].id);
  if (!step.note.empty()) json.member("note", step.note);
  json.end_object();
}

void write_decoded(JsonText& json, const Catalogue& catalogue, const DecodedRoutine& decoded) {
  const Sequence& sequence = decoded.sequence;
  json.begin_object().member("stage", catalogue.stages[at(sequence.stage)].id);
  if (sequence.posture >= 0) json.member("posture", catalogue.postures[at(sequence.posture)].id);
  json.key("movements").begin_list();
  for (const Step& step : sequence.steps) write_step(json, catalogue, step);
  json.end_list().member("same_catalogue", decoded.same_catalogue).end_object();
}

void encode(const Catalogue& catalogue, const Fields& fields, Errors& errors, JsonText& json) {
  const Sequence sequence = read_sequence(catalogue, fields);
  if (!errors.empty()) return;
  const RoutineCode code = encode_routine_code(catalogue, sequence);
  errors = code.errors;
  json.begin_object().member("code", code.text).end_object();
}

void decode(const Catalogue& catalogue, const Fields& fields, Errors& errors, JsonText& json) {
  fields.allow_only({"code"});
  fields.require("code");
  const auto code = fields.text("code");
  if (!code || !errors.empty()) return;
  const DecodedRoutine decoded = decode_routine_code(catalogue, *code);
  errors = decoded.errors;
  if (errors.empty()) write_decoded(json, catalogue, decoded);
}

}  // namespace

Answer code_answer(const Catalogue& catalogue, std::string_view question) {
  return answer_question(catalogue, question, encode);
}

Answer read_code_answer(const Catalogue& catalogue, std::string_view question) {
  return answer_question(catalogue, question, decode);
}

}  // namespace unclench::codec
