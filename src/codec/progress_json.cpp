#include "codec/progress_json.h"

#include <algorithm>

#include "base/sorting.h"
#include "codec/answer_question.h"
#include "core/limits.h"
#include "core/session/date.h"
#include "core/session/progress_reasons.h"

namespace unclench::codec {
namespace {

using namespace core;

constexpr const char* feelings[] = {"helped", "hurt", "neither"};  // in the order of Felt

int number(const Fields& fields, const char* name, int high) {
  return static_cast<int>(fields.number(name, 0, high).value_or(0));
}

class HistoryReader {
 public:
  explicit HistoryReader(const Catalogue& catalogue) : catalogue_(catalogue) {}

  History read(const Fields& fields) {
    fields.allow_only({"today", "stage", "sessions"});
    fields.require("today");
    fields.require("sessions");
    today_ = (fields.is_number("today") ? day_number(fields, "today") : date(fields, "today"))
                 .value_or(last_day);
    History history;
    history.today = today_;
    history.stage = fields.term("stage", catalogue_.stages);
    each(fields, "sessions", most_sessions,
         [&](const Fields& session) { history.sessions.push_back(read_session(session)); });
    return history;
  }

  // In alphabetical order.
  std::vector<std::string> unknown() const {
    std::vector<const std::string*> sorted;
    for (const std::string& id : unknown_) sorted.push_back(&id);
    sort_stably(sorted, [](const std::string* a, const std::string* b) { return *a < *b; });
    std::vector<std::string> unknown;
    for (const std::string* id : sorted)
      if (unknown.empty() || unknown.back() != *id) unknown.push_back(*id);
    return unknown;
  }

 private:
  // Reads each object of a list.
  template <typename Read>
  void each(const Fields& fields, const char* name, std::size_t most, Read read) {
    const JsonValue* list = fields.list(name);
    if (!list) return;
    if (list->size() > most) {
      fields.fail(name, joined({"has more than ", std::to_string(most), " entries"}));
      return;
    }
    int place = 0;
    for (const JsonValue& value : *list) {
      const std::string element = element_name(name, place++);
      if (value.is_object())
        read(fields.inside(value, element));
      else
        fields.fail(element, "must be an object");
    }
  }

  static std::optional<int> day_number(const Fields& fields, const char* name) {
    const auto given = fields.number(name, first_day, last_day);
    return given ? std::optional(static_cast<int>(*given)) : std::nullopt;
  }

  static std::optional<int> date(const Fields& fields, const char* name) {
    const auto text = fields.text(name);
    if (!text) return std::nullopt;
    const std::optional<int> found = parse_date(*text);
    if (!looks_like_date(*text))
      fields.fail(name, "must be a date like 2026-11-21");
    else if (!found)
      fields.fail(name, "is not in the calendar");
    else if (*found < first_day || *found > last_day)
      fields.fail(name, "must be from 2000-01-01 to 2099-12-31");
    else
      return found;
    return std::nullopt;
  }

  Session read_session(const Fields& fields) {
    fields.allow_only({"date", "stage", "pain_before", "pain_after", "pain_next_morning",
                       "leg_symptoms", "warned", "movements"});
    for (const char* name : {"date", "stage", "pain_before", "pain_after", "movements"})
      fields.require(name);
    Session session;
    session.day = date(fields, "date").value_or(first_day);
    if (session.day > today_) fields.fail("date", "is after today");
    session.stage = std::max(fields.term("stage", catalogue_.stages), 0);
    session.pain_before = number(fields, "pain_before", limits::pain);
    session.pain_after = number(fields, "pain_after", limits::pain);
    if (fields.has("pain_next_morning"))
      session.pain_next_morning = number(fields, "pain_next_morning", limits::pain);
    session.leg_symptoms = fields.flag("leg_symptoms").value_or(false);
    session.warned = fields.flag("warned").value_or(false);
    each(fields, "movements", most_movements_done,
         [&](const Fields& done) { session.movements.push_back(read_done(done)); });
    return session;
  }

  Done read_done(const Fields& fields) {
    fields.allow_only({"id", "step", "felt"});
    fields.require("id");
    fields.require("step");
    Done done;
    if (const auto id = fields.text("id")) {
      done.movement = find_term(catalogue_.movements, *id);
      if (done.movement < 0) unknown_.push_back(*id);
    }
    done.step = number(fields, "step", dose_steps - 1);
    if (const auto felt = fields.text("felt")) {
      const auto* found = std::find(std::begin(feelings), std::end(feelings), *felt);
      if (found == std::end(feelings))
        fields.fail("felt", joined({"'", *felt,
                                    "' is not known; it must be one of: helped, hurt, neither"}));
      else
        done.felt = static_cast<Felt>(found - std::begin(feelings) + 1);
    }
    return done;
  }

  const Catalogue& catalogue_;
  int today_ = 0;
  std::vector<std::string> unknown_;
};

class ProgressWriter {
 public:
  ProgressWriter(const Catalogue& catalogue, JsonText& json) : catalogue_(catalogue), json_(json) {}

  void write(const Progress& progress, const std::vector<std::string>& unknown) {
    json_.begin_object().key("steps").begin_object();
    for (std::size_t m = 0; m < progress.steps.size(); ++m)
      if (progress.steps[m] >= 0) json_.member(catalogue_.movements[m].id, progress.steps[m]);
    json_.end_object().key("changes").begin_list();
    for (const StepChange& change : progress.changes) write_change(change);
    json_.end_list();
    write_ids("helped", progress.helped);
    write_ids("hurt", progress.hurt);
    write_ids("recent", progress.recent);
    json_.key("advice").begin_list();
    for (const Advice& advice : progress.advice) write_advice(advice);
    json_.end_list().member("unknown", unknown).end_object();
  }

 private:
  const std::string& id(int movement) const { return catalogue_.movements[at(movement)].id; }

  void write_ids(const char* key, const std::vector<int>& movements) {
    json_.key(key).begin_list();
    for (const int movement : movements) json_.value(id(movement));
    json_.end_list();
  }

  void write_rule(ProgressRule rule) {
    const auto place = static_cast<std::size_t>(rule);
    json_.member("rule", progress_rule_ids[place]);
    json_.member("source", catalogue_.planner.progress.sources[place]);
  }

  void write_change(const StepChange& change) {
    json_.begin_object().member("movement", id(change.movement));
    json_.member("from", change.from).member("to", change.to).member("days", change.days);
    if (change.pain >= 0) json_.member("pain", change.pain);
    write_rule(change.rule);
    json_.member("text", sentence(catalogue_, reason_for(change))).end_object();
  }

  void write_advice(const Advice& advice) {
    json_.begin_object();
    if (advice.movement >= 0) json_.member("movement", id(advice.movement));
    if (advice.days >= 0) json_.member("days", advice.days);
    write_rule(advice.rule);
    json_.member("text", sentence(catalogue_, sentence_of(advice))).end_object();
  }

  const Catalogue& catalogue_;
  JsonText& json_;
};

void answer_progress(const Catalogue& catalogue, const Fields& fields, Errors& errors,
                     JsonText& json) {
  HistoryReader reader(catalogue);
  const History history = reader.read(fields);
  if (!errors.empty()) return;
  ProgressWriter(catalogue, json).write(progress(catalogue, history), reader.unknown());
}

}  // namespace

Answer progress_answer(const Catalogue& catalogue, std::string_view question) {
  return answer_question(catalogue, question, answer_progress);
}

}  // namespace unclench::codec
