#include "codec/timeline_json.h"

#include "codec/answer_question.h"
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
  return answer_question(question, [&](const Fields& fields, Errors& errors) {
    const Sequence sequence = read_sequence(catalogue, fields);
    if (errors.empty() && total_seconds(catalogue, sequence) > longest_session)
      fields.fail("movements", "take more than 4 hours together");
    Json json;
    if (!errors.empty()) return json;
    const std::vector<Cue> cues = timeline(catalogue, sequence);
    json["total_milliseconds"] = cues.back().start;
    json["cues"] = Json::array();
    for (const Cue& cue : cues) json["cues"].push_back(encode_cue(catalogue, sequence, cue));
    return json;
  });
}

}  // namespace unclench::codec
