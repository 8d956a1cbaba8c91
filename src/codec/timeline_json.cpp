#include "codec/timeline_json.h"

#include "codec/sequence_json.h"
#include "core/session/timeline.h"

namespace unclench::codec {
namespace {

using namespace core;

constexpr const char* kinds[] = {"change", "ready", "move", "hold", "switch", "rest", "done"};

Json encode_cue(const Catalogue& catalogue, const Sequence& sequence, const Cue& cue) {
  Json json;
  json["kind"] = kinds[static_cast<int>(cue.kind)];
  if (cue.kind != CueKind::done) {
    json["movement"] = catalogue.movements[at(sequence.steps[at(cue.place)].movement)].id;
    json["place"] = cue.place;
  }
  json["start"] = cue.start;
  json["length"] = cue.length;
  if (cue.set > 0) json["set"] = cue.set;
  if (cue.side > 0) json["side"] = cue.side;
  if (cue.repetition > 0) json["repetition"] = cue.repetition;
  if (cue.kind == CueKind::change) {
    json["from"] = catalogue.postures[at(cue.from)].id;
    json["to"] = catalogue.postures[at(cue.to)].id;
    json["instruction"] = change_instruction(catalogue, cue);
  }
  return json;
}

}  // namespace

Answer timeline_answer(const Catalogue& catalogue, std::string_view question) {
  Errors errors;
  const auto object = parse_object(question, errors);
  if (!object) return {false, encode_errors({{"request", "must be a JSON object"}})};
  const Sequence sequence = read_sequence(catalogue, Fields(*object, "", errors));
  if (errors.empty() && total_seconds(catalogue, sequence) > longest_session)
    errors.push_back({"movements", "take more than 4 hours together"});
  if (!errors.empty()) return {false, encode_errors(errors)};

  const std::vector<Cue> cues = timeline(catalogue, sequence);
  Json json;
  json["total_milliseconds"] = cues.back().start;
  json["cues"] = Json::array();
  for (const Cue& cue : cues) json["cues"].push_back(encode_cue(catalogue, sequence, cue));
  return {true, json.dump(2) + "\n"};
}

}  // namespace unclench::codec
