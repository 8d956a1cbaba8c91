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
    if (const JsonValue* request = fields_.object("request")) edit.request = read_one(*request);
    if (const JsonValue* routine = fields_.object("routine"))
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
  Request read_one(const JsonValue& object) {
    const ParsedRequest parsed = read_request(object);
    for (RequestError& error : all_errors(catalogue_, parsed))
      fields_.fail(joined({"request.", error.field}), error.message);
    return resolve_request(catalogue_, parsed.fields).request;
  }

  const Catalogue& catalogue_;
  const Fields& fields_;
  Errors& errors_;
};

void write_broken(JsonText& json, const Catalogue& catalogue, const Sequence& routine,
                  const BrokenRule& broken) {
  json.begin_object().member("rule", broken.rule);
  if (broken.place >= 0) {
    json.member("place", broken.place);
    json.member("movement", catalogue.movements[at(routine.steps[at(broken.place)].movement)].id);
  }
  json.member("reason", sentence(catalogue, broken.because));
  write_phrases(json, "because", catalogue, {broken.because});
  json.end_object();
}

void write_review(JsonText& json, const Catalogue& catalogue, const Sequence& routine,
                  const Review& review) {
  json.begin_object().member("keeps_rules", review.broken.empty());
  json.member("score", review.score).member("total_seconds", review.total_seconds);
  json.member("position_changes", review.position_changes).key("steps").begin_list();
  for (int step : review.steps) json.value(step);
  json.end_list().key("broken").begin_list();
  for (const BrokenRule& broken : review.broken) write_broken(json, catalogue, routine, broken);
  json.end_list().end_object();
}

void write_alternative(JsonText& json, const Catalogue& catalogue, const Alternative& each) {
  json.begin_object().member("id", catalogue.movements[at(each.movement)].id);
  json.member("place", each.place);
  json.member("surface", catalogue.surfaces[at(each.surface)].id).member("step", each.step);
  write_dose(json, each.dose);
  json.member("score", each.score).member("score_difference", each.score_gain);
  json.member("seconds_difference", each.seconds_gain);
  json.member("position_changes", each.position_changes).end_object();
}

Interruption read_interruption(const Fields& fields) {
  fields.require("why");
  const auto why = fields.text("why");
  if (!why) return Interruption::stop;
  const auto* known = std::find(std::begin(interruptions), std::end(interruptions), *why);
  if (known != std::end(interruptions))
    return static_cast<Interruption>(known - std::begin(interruptions));
  fields.fail("why",
              joined({"'", *why, "' is not known; it must be one of: stop, ease, swap, late"}));
  return Interruption::stop;
}

void answer_review(const Catalogue& catalogue, const Fields& fields, Errors& errors,
                   JsonText& json) {
  fields.allow_only({"request", "routine"});
  const Edit edit = EditReader(catalogue, fields, errors).read(false);
  if (!errors.empty()) return;
  write_review(json, catalogue, edit.routine, review(catalogue, edit.request, edit.routine));
}

void answer_swap(const Catalogue& catalogue, const Fields& fields, Errors& errors, JsonText& json) {
  fields.allow_only({"request", "routine", "place"});
  const Edit edit = EditReader(catalogue, fields, errors).read(true);
  if (!errors.empty()) return;
  json.begin_object().key("alternatives").begin_list();
  for (const Alternative& each :
       alternatives(catalogue, edit.request, edit.routine, at(edit.place)))
    write_alternative(json, catalogue, each);
  json.end_list().end_object();
}

void answer_replan(const Catalogue& catalogue, const Fields& fields, Errors& errors,
                   JsonText& json) {
  fields.allow_only({"request", "routine", "place", "why", "seconds_left", "posture"});
  const Edit edit = EditReader(catalogue, fields, errors).read(true);
  Interrupted interrupted;
  interrupted.why = read_interruption(fields);
  interrupted.place = at(edit.place);
  fields.require("seconds_left");
  interrupted.seconds_left =
      static_cast<int>(fields.number("seconds_left", 0, longest_session).value_or(0));
  interrupted.posture = fields.term("posture", catalogue.postures);
  if (!errors.empty()) return;
  write_routine(json, catalogue, replan(catalogue, edit.request, edit.routine, interrupted));
}

}  // namespace

Answer review_answer(const Catalogue& catalogue, std::string_view question) {
  return answer_question(catalogue, question, answer_review, full_field_name);
}

Answer swap_answer(const Catalogue& catalogue, std::string_view question) {
  return answer_question(catalogue, question, answer_swap, full_field_name);
}

Answer replan_answer(const Catalogue& catalogue, std::string_view question) {
  return answer_question(catalogue, question, answer_replan, full_field_name);
}

}  // namespace unclench::codec
