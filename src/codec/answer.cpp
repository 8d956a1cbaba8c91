#include "codec/answer.h"

#include "codec/json.h"
#include "codec/phrase_json.h"
#include "codec/request_json.h"
#include "codec/sequence_json.h"

namespace unclench::codec {
namespace {

using namespace core;

constexpr const char* statuses[] = {"optimal", "feasible", "infeasible"};

const Movement& movement_of(const Catalogue& catalogue, int index) {
  return catalogue.movements[static_cast<std::size_t>(index)];
}

Json encode_planned(const Catalogue& catalogue, const PlannedMovement& planned) {
  const Movement& movement = movement_of(catalogue, planned.movement);
  Json json;
  json["id"] = movement.id;
  json["phase"] = catalogue.phases[static_cast<std::size_t>(movement.phase)].id;
  json["posture"] = catalogue.postures[static_cast<std::size_t>(movement.posture)].id;
  json["surface"] = catalogue.surfaces[static_cast<std::size_t>(planned.surface)].id;
  json["step"] = planned.step;
  json["dose"] = encode_dose(planned.dose);
  json["change_seconds"] = planned.change_seconds;
  json["ready_seconds"] = planned.ready_seconds;
  json["seconds"] = planned.seconds;
  json["reasons"] = Json::array();
  for (const Phrase& phrase : planned.because)
    json["reasons"].push_back(sentence(catalogue, phrase));
  json["because"] = encode_phrases(catalogue, planned.because);
  json["care"] = planned.care;
  return json;
}

}  // namespace

Json routine_json(const Catalogue& catalogue, const Routine& routine) {
  Json json;
  json["stage"] = catalogue.stages[at(routine.stage)].id;
  if (routine.posture >= 0) json["posture"] = catalogue.postures[at(routine.posture)].id;
  json["status"] = statuses[static_cast<int>(routine.status)];
  json["score"] = routine.score;
  json["bound"] = routine.bound;
  json["total_seconds"] = routine.total_seconds;
  json["position_changes"] = routine.position_changes;
  json["movements"] = Json::array();
  for (const PlannedMovement& planned : routine.movements)
    json["movements"].push_back(encode_planned(catalogue, planned));
  json["left_out"] = Json::array();
  for (const LeftOut& left_out : routine.left_out)
    json["left_out"].push_back({{"id", movement_of(catalogue, left_out.movement).id},
                                {"rule", left_out.rule},
                                {"reason", sentences(catalogue, left_out.because)},
                                {"because", encode_phrases(catalogue, left_out.because)}});
  json["conflicts"] = Json::array();
  for (const Conflict& conflict : routine.conflicts) {
    Json ids = Json::array();
    for (int movement : conflict.movements) ids.push_back(movement_of(catalogue, movement).id);
    json["conflicts"].push_back({{"movements", std::move(ids)},
                                 {"reason", sentences(catalogue, conflict.because)},
                                 {"because", encode_phrases(catalogue, conflict.because)}});
  }
  json["changes"] = Json::array();
  for (const std::vector<Phrase>& changes : routine.changes)
    json["changes"].push_back(
        {{"text", sentences(catalogue, changes)}, {"answers", encode_phrases(catalogue, changes)}});
  return json;
}

std::string encode_routine(const Catalogue& catalogue, const Routine& routine) {
  return routine_json(catalogue, routine).dump(2) + "\n";
}

std::string encode_errors(const std::vector<RequestError>& errors) {
  Json json;
  json["errors"] = Json::array();
  for (const RequestError& error : errors)
    json["errors"].push_back({{"field", error.field}, {"message", error.message}});
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::vector<RequestError> all_errors(const Catalogue& catalogue, const ParsedRequest& parsed) {
  std::vector<RequestError> errors = parsed.errors;
  if (!parsed.is_object) return errors;
  const std::size_t read = errors.size();
  for (RequestError& error : resolve_request(catalogue, parsed.fields).errors) {
    bool known = false;
    for (std::size_t i = 0; i < read; ++i) known = known || errors[i].field == error.field;
    if (!known) errors.push_back(std::move(error));
  }
  return errors;
}

Answer answer(const Catalogue& catalogue, std::string_view request) {
  const ParsedRequest parsed = parse_request(request);
  const std::vector<RequestError> errors = all_errors(catalogue, parsed);
  if (!errors.empty()) return {false, encode_errors(errors)};
  const Request resolved = resolve_request(catalogue, parsed.fields).request;
  return {true, encode_routine(catalogue, plan(catalogue, resolved))};
}

}  // namespace unclench::codec
