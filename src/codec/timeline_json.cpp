#include "codec/timeline_json.h"

#include "codec/answer_question.h"
#include "codec/sequence_json.h"
#include "core/session/timeline.h"

namespace unclench::codec {
namespace {

using namespace core;

constexpr const char* kinds[] = {"change", "ready", "move", "hold", "switch", "rest", "done"};

void write_cue(JsonText& json, const Catalogue& catalogue, const Sequence& sequence,
               const Cue& cue) {
  json.begin_object().member("kind", kinds[static_cast<int>(cue.kind)]);
  if (cue.kind != CueKind::done) {
    json.member("movement", catalogue.movements[at(sequence.steps[at(cue.place)].movement)].id);
    json.member("place", cue.place);
  }
  json.member("start", cue.start).member("length", cue.length);
  if (cue.set > 0) json.member("set", cue.set);
  if (cue.side > 0) json.member("side", cue.side);
  if (cue.repetition > 0) json.member("repetition", cue.repetition);
  if (cue.kind == CueKind::change) {
    json.member("from", catalogue.postures[at(cue.from)].id);
    json.member("to", catalogue.postures[at(cue.to)].id);
    json.member("instruction", change_instruction(catalogue, cue));
  }
  json.end_object();
}

void write_timeline(const Catalogue& catalogue, const Fields& fields, Errors& errors,
                    JsonText& json) {
  const Sequence sequence = read_sequence(catalogue, fields);
  if (errors.empty() && total_seconds(catalogue, sequence) > longest_session)
    fields.fail("movements", "take more than 4 hours together");
  if (!errors.empty()) return;
  const std::vector<Cue> cues = timeline(catalogue, sequence);
  json.begin_object().member("total_milliseconds", cues.back().start).key("cues").begin_list();
  for (const Cue& cue : cues) write_cue(json, catalogue, sequence, cue);
  json.end_list().end_object();
}

}  // namespace

Answer timeline_answer(const Catalogue& catalogue, std::string_view question) {
  return answer_question(catalogue, question, write_timeline);
}

}  // namespace unclench::codec
