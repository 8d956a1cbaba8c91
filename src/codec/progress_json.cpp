#include "codec/progress_json.h"

#include <algorithm>

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
  std::vector<std::string> unknown() {
    std::sort(unknown_.begin(), unknown_.end());
    unknown_.erase(std::unique(unknown_.begin(), unknown_.end()), unknown_.end());
    return unknown_;
  }

 private:
  // Reads each object of a list.
  template <typename Read>
  void each(const Fields& fields, const char* name, std::size_t most, Read read) {
    const Json* list = fields.list(name);
    if (!list) return;
    if (list->size() > most) {
      fields.fail(name, "has more than " + std::to_string(most) + " entries");
      return;
    }
    for (std::size_t place = 0; place < list->size(); ++place) {
      const std::string element = std::string(name) + "[" + std::to_string(place) + "]";
      if ((*list)[place].is_object())
        read(fields.inside((*list)[place], element));
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
                       "leg_symptoms", "movements"});
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
        fields.fail("felt",
                    "'" + *felt + "' is not known; it must be one of: helped, hurt, neither");
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
  ProgressWriter(const Catalogue& catalogue, const Progress& progress)
      : catalogue_(catalogue), progress_(progress) {}

  Json json(const std::vector<std::string>& unknown) const {
    Json json;
    json["steps"] = Json::object();
    for (std::size_t m = 0; m < progress_.steps.size(); ++m)
      if (progress_.steps[m] >= 0) json["steps"][catalogue_.movements[m].id] = progress_.steps[m];
    json["changes"] = Json::array();
    for (const StepChange& change : progress_.changes) json["changes"].push_back(encode(change));
    json["helped"] = ids(progress_.helped);
    json["hurt"] = ids(progress_.hurt);
    json["recent"] = ids(progress_.recent);
    json["advice"] = Json::array();
    for (const Advice& advice : progress_.advice) json["advice"].push_back(encode(advice));
    json["unknown"] = unknown;
    return json;
  }

 private:
  const std::string& id(int movement) const { return catalogue_.movements[at(movement)].id; }

  Json ids(const std::vector<int>& movements) const {
    Json list = Json::array();
    for (const int movement : movements) list.push_back(id(movement));
    return list;
  }

  void add_rule(Json& json, ProgressRule rule) const {
    const auto place = static_cast<std::size_t>(rule);
    json["rule"] = progress_rule_ids[place];
    json["source"] = catalogue_.planner.progress.sources[place];
  }

  Json encode(const StepChange& change) const {
    Json json = {{"movement", id(change.movement)}, {"from", change.from}, {"to", change.to}};
    json["days"] = change.days;
    if (change.pain >= 0) json["pain"] = change.pain;
    add_rule(json, change.rule);
    json["text"] = sentence(catalogue_, reason_for(change));
    return json;
  }

  Json encode(const Advice& advice) const {
    Json json;
    if (advice.movement >= 0) json["movement"] = id(advice.movement);
    if (advice.days >= 0) json["days"] = advice.days;
    add_rule(json, advice.rule);
    json["text"] = sentence(catalogue_, sentence_of(advice));
    return json;
  }

  const Catalogue& catalogue_;
  const Progress& progress_;
};

}  // namespace

Answer progress_answer(const Catalogue& catalogue, std::string_view question) {
  return answer_question(question, [&](const Fields& fields, Errors& errors) {
    HistoryReader reader(catalogue);
    const History history = reader.read(fields);
    if (!errors.empty()) return Json();
    return ProgressWriter(catalogue, progress(catalogue, history)).json(reader.unknown());
  });
}

}  // namespace unclench::codec
