#include "codec/edit_json.h"

#include <algorithm>
#include <iterator>

#include "codec/answer_question.h"
#include "codec/phrase_json.h"
#include "codec/sequence_json.h"
#include "core/review.h"
#include "core/session/replan.h"
#include "core/swap.h"

namespace unclench::codec {
namespace {

using namespace core;

constexpr const char* interruptions[] = {"stop", "ease", "swap", "late"};
constexpr int longest_session = longest_minutes * 60;  // seconds

// What all of these questions hold.
struct Edit {
  Request request;
  Sequence routine;
  int place = 0;
};

class EditReader {
 public:
  EditReader(const Catalogue& catalogue, const Fields& fields, Errors& errors)
      : catalogue_(catalogue), fields_(fields), errors_(errors) {}

  Edit read(bool has_place) {
    Edit edit;
    fields_.require("request");
    fields_.require("routine");
    if (const Json* request = fields_.object("request")) edit.request = read_one(*request);
    if (const Json* routine = fields_.object("routine"))
      edit.routine =
          read_sequence(catalogue_, fields_.inside(*routine, "routine"), edit.request.surfaces);
    if (errors_.empty() && edit.routine.stage != edit.request.stage)
      fields_.fail("routine.stage", "must be that of the request");
    if (!has_place) return edit;
    fields_.require("place");
    const int steps = static_cast<int>(edit.routine.steps.size());
    edit.place = static_cast<int>(fields_.number("place", 0, std::max(0, steps - 1)).value_or(0));
    return edit;
  }

 private:
  Request read_one(const Json& object) {
    const ParsedRequest parsed = read_request(object);
    for (RequestError& error : all_errors(catalogue_, parsed))
      fields_.fail("request." + error.field, error.message);
    return resolve_request(catalogue_, parsed.fields).request;
  }

  const Catalogue& catalogue_;
  const Fields& fields_;
  Errors& errors_;
};

Json encode_broken(const Catalogue& catalogue, const Sequence& routine, const BrokenRule& broken) {
  Json json;
  json["rule"] = broken.rule;
  if (broken.place >= 0) {
    json["place"] = broken.place;
    json["movement"] = catalogue.movements[at(routine.steps[at(broken.place)].movement)].id;
  }
  json["reason"] = sentence(catalogue, broken.because);
  json["because"] = encode_phrases(catalogue, {broken.because});
  return json;
}

Json encode_review(const Catalogue& catalogue, const Sequence& routine, const Review& review) {
  Json json;
  json["keeps_rules"] = review.broken.empty();
  json["score"] = review.score;
  json["total_seconds"] = review.total_seconds;
  json["position_changes"] = review.position_changes;
  json["steps"] = review.steps;
  json["broken"] = Json::array();
  for (const BrokenRule& broken : review.broken)
    json["broken"].push_back(encode_broken(catalogue, routine, broken));
  return json;
}

Json encode_alternatives(const Catalogue& catalogue, const std::vector<Alternative>& alternatives) {
  Json json;
  json["alternatives"] = Json::array();
  for (const Alternative& each : alternatives)
    json["alternatives"].push_back({{"id", catalogue.movements[at(each.movement)].id},
                                    {"place", each.place},
                                    {"surface", catalogue.surfaces[at(each.surface)].id},
                                    {"step", each.step},
                                    {"dose", encode_dose(each.dose)},
                                    {"score", each.score},
                                    {"score_difference", each.score_gain},
                                    {"seconds_difference", each.seconds_gain},
                                    {"position_changes", each.position_changes}});
  return json;
}

Interruption read_interruption(const Fields& fields) {
  fields.require("why");
  const auto why = fields.text("why");
  if (!why) return Interruption::stop;
  const auto* known = std::find(std::begin(interruptions), std::end(interruptions), *why);
  if (known != std::end(interruptions))
    return static_cast<Interruption>(known - std::begin(interruptions));
  fields.fail("why", "'" + *why + "' is not known; it must be one of: stop, ease, swap, late");
  return Interruption::stop;
}

}  // namespace

Answer review_answer(const Catalogue& catalogue, std::string_view question) {
  return answer_question(
      question,
      [&](const Fields& fields, Errors& errors) {
        fields.allow_only({"request", "routine"});
        const Edit edit = EditReader(catalogue, fields, errors).read(false);
        if (!errors.empty()) return Json();
        return encode_review(catalogue, edit.routine,
                             review(catalogue, edit.request, edit.routine));
      },
      full_field_name);
}

Answer swap_answer(const Catalogue& catalogue, std::string_view question) {
  return answer_question(
      question,
      [&](const Fields& fields, Errors& errors) {
        fields.allow_only({"request", "routine", "place"});
        const Edit edit = EditReader(catalogue, fields, errors).read(true);
        if (!errors.empty()) return Json();
        return encode_alternatives(
            catalogue, alternatives(catalogue, edit.request, edit.routine, at(edit.place)));
      },
      full_field_name);
}

Answer replan_answer(const Catalogue& catalogue, std::string_view question) {
  return answer_question(
      question,
      [&](const Fields& fields, Errors& errors) {
        fields.allow_only({"request", "routine", "place", "why", "seconds_left", "posture"});
        const Edit edit = EditReader(catalogue, fields, errors).read(true);
        Interrupted interrupted;
        interrupted.why = read_interruption(fields);
        interrupted.place = at(edit.place);
        fields.require("seconds_left");
        interrupted.seconds_left =
            static_cast<int>(fields.number("seconds_left", 0, longest_session).value_or(0));
        interrupted.posture = fields.term("posture", catalogue.postures);
        if (!errors.empty()) return Json();
        return routine_json(catalogue, replan(catalogue, edit.request, edit.routine, interrupted));
      },
      full_field_name);
}

}  // namespace unclench::codec
