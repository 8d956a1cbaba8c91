#include "codec/answer.h"

#include <algorithm>

#include "codec/phrase_json.h"
#include "codec/request_json.h"
#include "codec/sequence_json.h"
#include "core/plain_text.h"

namespace unclench::codec {
namespace {

using namespace core;

constexpr const char* statuses[] = {"optimal", "feasible", "infeasible"};

const Movement& movement_of(const Catalogue& catalogue, int index) {
  return catalogue.movements[at(index)];
}

void write_planned(JsonText& json, const Catalogue& catalogue, const PlannedMovement& planned) {
  const Movement& movement = movement_of(catalogue, planned.movement);
  json.begin_object().member("id", movement.id);
  json.member("phase", catalogue.phases[at(movement.phase)].id);
  json.member("posture", catalogue.postures[at(movement.posture)].id);
  json.member("surface", catalogue.surfaces[at(planned.surface)].id);
  json.member("step", planned.step);
  write_dose(json, planned.dose);
  json.member("change_seconds", planned.change_seconds);
  json.member("ready_seconds", planned.ready_seconds);
  json.member("seconds", planned.seconds);
  json.key("reasons").begin_list();
  for (const Phrase& phrase : planned.because) json.value(sentence(catalogue, phrase));
  json.end_list();
  write_phrases(json, "because", catalogue, planned.because);
  json.member("care", planned.care).end_object();
}

void write_left_out(JsonText& json, const Catalogue& catalogue, const LeftOut& left_out) {
  json.begin_object().member("id", movement_of(catalogue, left_out.movement).id);
  json.member("rule", left_out.rule);
  json.member("reason", sentences(catalogue, left_out.because));
  write_phrases(json, "because", catalogue, left_out.because);
  json.end_object();
}

void write_conflict(JsonText& json, const Catalogue& catalogue, const Conflict& conflict) {
  json.begin_object().key("movements").begin_list();
  for (int movement : conflict.movements) json.value(movement_of(catalogue, movement).id);
  json.end_list().member("reason", sentences(catalogue, conflict.because));
  write_phrases(json, "because", catalogue, conflict.because);
  json.end_object();
}

// What is no part of a character in UTF-8 becomes U+FFFD, byte by byte.
std::string readable(std::string_view text) {
  std::string readable;
  while (!text.empty()) {
    const std::size_t length = character_length(text);
    readable += length > 0 ? text.substr(0, length) : "\xef\xbf\xbd";
    text.remove_prefix(std::max<std::size_t>(length, 1));
  }
  return readable;
}

}  // namespace

void write_routine(JsonText& json, const Catalogue& catalogue, const Routine& routine) {
  json.begin_object().member("stage", catalogue.stages[at(routine.stage)].id);
  if (routine.posture >= 0) json.member("posture", catalogue.postures[at(routine.posture)].id);
  json.member("status", statuses[static_cast<int>(routine.status)]);
  json.member("score", routine.score).member("bound", routine.bound);
  json.member("total_seconds", routine.total_seconds);
  json.member("position_changes", routine.position_changes);
  json.key("movements").begin_list();
  for (const PlannedMovement& planned : routine.movements) write_planned(json, catalogue, planned);
  json.end_list().key("left_out").begin_list();
  for (const LeftOut& left_out : routine.left_out) write_left_out(json, catalogue, left_out);
  json.end_list().key("conflicts").begin_list();
  for (const Conflict& conflict : routine.conflicts) write_conflict(json, catalogue, conflict);
  json.end_list().key("changes").begin_list();
  for (const std::vector<Phrase>& changes : routine.changes) {
    json.begin_object().member("text", sentences(catalogue, changes));
    write_phrases(json, "answers", catalogue, changes);
    json.end_object();
  }
  json.end_list().end_object();
}

std::string encode_routine(const Catalogue& catalogue, const Routine& routine) {
  JsonText json(JsonText::Layout::indented);
  write_routine(json, catalogue, routine);
  return json.take() + "\n";
}

std::string encode_errors(const std::vector<RequestError>& errors) {
  JsonText json(JsonText::Layout::indented);
  json.begin_object().key("errors").begin_list();
  for (const RequestError& error : errors) {
    json.begin_object().member("field", readable(error.field));
    json.member("message", readable(error.message)).end_object();
  }
  return json.end_list().end_object().take() + "\n";
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
