#include "core/session/progress.h"

#include <doctest/doctest.h>

#include "codec/json.h"
#include "codec/progress_json.h"
#include "core/sample_catalogue.h"
#include "core/session/date.h"

using namespace unclench;
using namespace unclench::core;
using namespace unclench::test;

namespace {

constexpr int start = 20000;

// A session without pain in which the knee rolls were done at step 1.
Session session(int day) {
  Session session;
  session.day = start + day;
  session.stage = well;
  session.pain_next_morning = 0;
  session.movements = {{1, 1, Felt::unsaid}};
  return session;
}

Session painful(int day, int before, int after, std::optional<int> next_morning) {
  Session painful = session(day);
  painful.pain_before = before;
  painful.pain_after = after;
  painful.pain_next_morning = next_morning;
  return painful;
}

// A quiet week, on whose last day the knee rolls may rise.
std::vector<Session> quiet_week() {
  return {session(0), session(3), session(7)};
}

// "1 -> 2 up" for each change, with the movement before it where it is not the knee rolls.
std::string changes(const History& history, const Catalogue& catalogue = sample_catalogue()) {
  std::string text;
  for (const StepChange& change : progress(catalogue, history).changes) {
    const std::string id = change.movement == 1 ? "" : catalogue.movements[at(change.movement)].id;
    text += (text.empty() ? "" : ", ") + id + (id.empty() ? "" : " ") +
            std::to_string(change.from) + " -> " + std::to_string(change.to) + " " +
            progress_rule_ids[static_cast<std::size_t>(change.rule)];
  }
  return text;
}

// Of sessions that were, a day after the last of them.
std::string changes(const std::vector<Session>& sessions) {
  return changes({sessions.back().day + 1, -1, sessions});
}

std::string changes(const Session& last) {
  return changes(std::vector{last});
}

std::string advice(const History& history) {
  std::string text;
  for (const Advice& advice : progress(sample_catalogue(), history).advice)
    text += (text.empty() ? "" : ", ") +
            std::string(progress_rule_ids[static_cast<std::size_t>(advice.rule)]);
  return text;
}

std::string ask(const std::string& question) {
  return codec::progress_answer(sample_catalogue(), question).text;
}

// "field: message" in lines.
std::string errors(const std::string& question) {
  const codec::Answer answer = codec::progress_answer(sample_catalogue(), question);
  CHECK_FALSE(answer.valid);
  std::string text;
  const Json json = Json::parse(answer.text);
  for (const Json& error : json["errors"])
    text += error["field"].get<std::string>() + ": " + error["message"].get<std::string>() + "\n";
  return text;
}

std::string errors_of_today(const std::string& today) {
  return errors("{\"today\": " + today + ", \"sessions\": []}");
}

std::string errors_of_session(const std::string& fields) {
  return errors(R"({"today": "2026-11-21", "sessions": [{"stage": "well", "pain_before": 0,
    "pain_after": 0, "movements": [], )" +
                fields + "}]}");
}

}  // namespace

TEST_CASE("an empty history gives nothing") {
  const Progress nothing = progress(sample_catalogue(), {start, -1, {}});
  for (const int step : nothing.steps) CHECK(step == -1);
  CHECK(nothing.changes.empty());
  CHECK(nothing.advice.empty());
  CHECK(nothing.recent.empty());
}

TEST_CASE("a movement that hurt goes one step down") {
  Session hurting = session(0);
  hurting.movements = {{1, 2, Felt::hurt}, {6, 2, Felt::neither}};
  CHECK(changes(hurting) == "2 -> 1 hurt");
}

TEST_CASE("a movement that hurt at step 0 stays there, is named, and should be left out") {
  Session hurting = session(0);
  hurting.movements = {{1, 0, Felt::hurt}};
  const History history{start + 1, -1, {hurting}};
  const Progress answer = progress(sample_catalogue(), history);
  CHECK(answer.steps[1] == 0);
  CHECK(answer.changes.empty());
  CHECK(answer.hurt == std::vector{1});
  CHECK(advice(history) == "leave-out");
}

TEST_CASE("pain of 6 after a session or the next morning is too much, whatever it was before") {
  CHECK(changes(painful(0, 6, 5, 3)) == "");
  CHECK(changes(painful(0, 6, 6, 3)) == "1 -> 0 high-pain");
  CHECK(changes(painful(0, 6, 0, 6)) == "1 -> 0 high-pain");
  CHECK(changes(painful(0, 6, 6, std::nullopt)) == "1 -> 0 high-pain");
}

TEST_CASE("pain of 4 or 5 is too much when it has not settled by the next morning") {
  CHECK(changes(painful(0, 0, 3, 3)) == "");
  CHECK(changes(painful(0, 2, 4, 2)) == "");
  CHECK(changes(painful(0, 2, 4, 3)) == "1 -> 0 not-settled");
  CHECK(changes(painful(0, 3, 5, 3)) == "");
  CHECK(changes(painful(0, 4, 5, 4)) == "1 -> 0 not-settled");
  CHECK(changes(painful(0, 0, 0, 4)) == "1 -> 0 not-settled");
}

TEST_CASE("while the next morning is not known, pain of 4 or 5 counts as not settled") {
  CHECK(changes(painful(0, 3, 3, std::nullopt)) == "");
  CHECK(changes(painful(0, 3, 4, std::nullopt)) == "1 -> 0 morning-unknown");
}

TEST_CASE("after too much pain every movement of that session goes down, and no other") {
  Session earlier = session(0), later = painful(1, 0, 7, 7);
  earlier.movements = {{6, 2, Felt::unsaid}};
  later.movements = {{1, 3, Felt::unsaid}, {8, 1, Felt::unsaid}};
  CHECK(changes({earlier, later}) == "3 -> 2 high-pain, walk 1 -> 0 high-pain");
}

TEST_CASE("a lowered step is kept for two days, also when more was done") {
  const std::vector sessions{painful(0, 0, 7, 7), session(1)};
  CHECK(changes({start + 1, -1, sessions}) == "1 -> 0 high-pain");
  CHECK(changes({start + 2, -1, sessions}) == "1 -> 0 high-pain");
  CHECK(changes({start + 3, -1, sessions}) == "");
}

TEST_CASE("one step down is not taken twice for the same session") {
  Session after = session(1);
  after.movements[0].step = 0;
  CHECK(changes({painful(0, 0, 7, 7), after}) == "");
}

TEST_CASE("leg symptoms lower everything, also what was not done in that session") {
  Session legs = session(1), before = session(0);
  legs.leg_symptoms = true;
  before.movements = {{6, 3, Felt::helped}, {8, 0, Felt::helped}};
  CHECK(changes({before, legs}) == "1 -> 0 leg-symptoms, bridge 3 -> 2 leg-symptoms");
  CHECK(advice({start + 2, -1, {before, legs}}) == "leg-symptoms");
}

TEST_CASE("leg symptoms of the last session are never too old") {
  Session legs = session(0);
  legs.leg_symptoms = true;
  CHECK(advice({start + 13, -1, {legs}}) == "leg-symptoms");
  CHECK(changes({start + 13, -1, {legs}}) == "1 -> 0 leg-symptoms");
}

TEST_CASE("a step rises after three sessions in a week, and not after six days") {
  CHECK(changes(quiet_week()) == "1 -> 2 up");
  CHECK(changes({session(0), session(3), session(6)}) == "");
  CHECK(changes({session(0), session(7)}) == "");
  CHECK(changes({session(0), session(1), session(14)}) == "");
  CHECK(changes({session(0), session(0), session(7)}) == "1 -> 2 up");
}

TEST_CASE("a step rises only where pain stayed at 0 to 3 and settled every time") {
  const auto with = [](const Session& middle) { return changes({session(0), middle, session(7)}); };
  CHECK(with(painful(3, 3, 3, 3)) == "1 -> 2 up");
  CHECK(with(painful(3, 4, 3, 3)) == "");
  CHECK(with(painful(3, 3, 4, 3)) == "");
  CHECK(with(painful(3, 3, 3, 4)) == "");
  CHECK(with(painful(3, 1, 3, 2)) == "");
  CHECK(with(painful(3, 1, 3, std::nullopt)) == "");
}

TEST_CASE("a step rises only when the morning after the last session is known") {
  std::vector sessions = quiet_week();
  sessions.back().pain_next_morning = std::nullopt;
  CHECK(changes({start + 7, -1, sessions}) == "");
  CHECK(advice({start + 7, -1, sessions}) == "");
  CHECK(advice({start + 8, -1, sessions}) == "note-morning");
}

TEST_CASE("no step rises in a week with leg symptoms, a warning sign or something that hurt") {
  std::vector sessions = quiet_week();
  sessions[1].leg_symptoms = true;
  CHECK(changes(sessions) == "");
  sessions = quiet_week();
  sessions[1].warned = true;
  CHECK(changes(sessions) == "");
  sessions = quiet_week();
  sessions[1].movements.push_back({-1, 0, Felt::hurt});
  CHECK(changes(sessions) == "");
}

TEST_CASE("no step rises in a stage that does not allow it") {
  std::vector sessions = quiet_week();
  for (Session& session : sessions) session.stage = sore;
  CHECK(changes(sessions) == "");
  sessions = quiet_week();
  sessions.push_back(session(5));
  sessions.back().stage = sore;
  sessions.back().movements.clear();
  CHECK(changes({start + 8, -1, sessions}) == "");
}

TEST_CASE("no step rises above 3, or where a higher one gives the same dose") {
  std::vector sessions = quiet_week();
  for (Session& session : sessions) session.movements[0].step = 3;
  CHECK(changes(sessions) == "");
  Catalogue fixed = sample_catalogue();
  fixed.movements[1].doses[well]->hold = {10, 10};
  CHECK(changes({start + 8, -1, quiet_week()}, fixed) == "");
}

TEST_CASE("a week with a long pause in it is no week at a step") {
  CHECK(changes({session(0), session(14), session(17), session(20)}) == "1 -> 2 up");
  CHECK(changes({session(0), session(15), session(18), session(21)}) == "");
  CHECK(changes({session(0), session(15), session(18), session(22)}) == "1 -> 2 up");
}

TEST_CASE("a step rises only while it is practised") {
  CHECK(changes({start + 14, -1, quiet_week()}) == "1 -> 2 up");
  CHECK(changes({start + 15, -1, quiet_week()}) == "");
}

TEST_CASE("only one movement rises: one that helped, then the longest at its step") {
  std::vector sessions{session(0), session(1), session(4), session(8)};
  for (Session& session : sessions) {
    session.movements = {{0, 1, Felt::unsaid}, {1, 1, Felt::unsaid}, {6, 1, Felt::unsaid}};
    if (session.day == start) session.movements = {{0, 1, Felt::unsaid}, {6, 1, Felt::unsaid}};
  }
  CHECK(changes(sessions) == "bridge 1 -> 2 up");
  for (Session& session : sessions) session.movements.pop_back();
  sessions[0].movements = {{0, 1, Felt::unsaid}};
  CHECK(changes(sessions) == "1 -> 2 up");
  sessions[2].movements.push_back({0, 1, Felt::helped});
  for (Session& session : sessions) session.movements.push_back({8, 1, Felt::unsaid});
  CHECK(changes(sessions) == "walk 1 -> 2 up");
  sessions[2].movements[1].felt = Felt::helped;
  CHECK(changes(sessions) == "1 -> 2 up");
}

TEST_CASE("nothing rises within a week of another rise") {
  std::vector sessions{session(0), session(3), session(7), session(8)};
  for (Session& session : sessions) session.movements.push_back({6, 1, Felt::unsaid});
  sessions.back().movements[1].step = 2;
  CHECK(changes({start + 14, -1, sessions}) == "");
  CHECK(changes({start + 15, -1, sessions}) == "1 -> 2 up");
}

TEST_CASE("after more than two weeks without it, a movement begins again one step down") {
  CHECK(changes({start + 14, -1, {session(0)}}) == "");
  CHECK(changes({start + 15, -1, {session(0)}}) == "1 -> 0 pause");
}

TEST_CASE("in another stage than that of the next request a movement begins at step 0") {
  Session done = session(0);
  done.movements[0].step = 3;
  CHECK(changes({start + 1, well, {done}}) == "");
  CHECK(changes({start + 1, sore, {done}}) == "3 -> 0 other-stage");
}

TEST_CASE("one step down is a smaller dose, even if some steps give the same one") {
  Catalogue catalogue = sample_catalogue();
  catalogue.movements[1].doses[well] = DoseRange{{10, 10}, {2, 3}, {1, 1}, 0};
  Session hurting = session(0);
  hurting.movements = {{1, 3, Felt::hurt}};
  CHECK(changes({start + 1, -1, {hurting}}, catalogue) == "3 -> 1 hurt");
  catalogue.movements[1].doses[well] = DoseRange{{10, 10}, {2, 2}, {1, 1}, 0};
  CHECK(changes({start + 1, -1, {hurting}}, catalogue) == "3 -> 0 hurt");
}

TEST_CASE("a rest that stands twice in a session counts once") {
  std::vector sessions = quiet_week();
  sessions.erase(sessions.begin() + 1);
  for (Session& session : sessions) session.movements.push_back({1, 1, Felt::helped});
  CHECK(changes(sessions) == "");
}

TEST_CASE("a history is answered with steps, changes, lists and advice") {
  CHECK(ask(R"({"today": "2026-11-21", "sessions": [
    {"date": "2026-11-20", "stage": "well", "pain_before": 2, "pain_after": 5,
     "pain_next_morning": 3, "movements": [
      {"id": "bridge", "step": 2, "felt": "hurt"}, {"id": "somersault", "step": 1},
      {"id": "walk", "step": 1, "felt": "helped"}, {"id": "back-rest", "step": 0}]},
    {"date": "2026-11-18", "stage": "sore", "pain_before": 3, "pain_after": 2,
     "pain_next_morning": 2, "leg_symptoms": false, "warned": false, "movements": [
      {"id": "knee-rolls", "step": 1, "felt": "neither"}, {"id": "walk", "step": 1}]},
    {"date": "2026-11-01", "stage": "sore", "pain_before": 3, "pain_after": 2,
     "movements": [{"id": "knee-hug", "step": 1, "felt": "helped"}]}]})") ==
        R"({
  "steps": {
    "back-rest": 0,
    "knee-rolls": 1,
    "knee-hug": 0,
    "bridge": 1,
    "walk": 0
  },
  "changes": [
    {
      "movement": "knee-hug",
      "from": 1,
      "to": 0,
      "days": 20,
      "rule": "pause",
      "source": [
        "ON-pause"
      ],
      "text": "down-pause movements=knee-hug days=20"
    },
    {
      "movement": "bridge",
      "from": 2,
      "to": 1,
      "days": 1,
      "pain": 5,
      "rule": "not-settled",
      "source": [
        "ON-not-settled"
      ],
      "text": "down-not-settled movements=bridge pain=5"
    },
    {
      "movement": "walk",
      "from": 1,
      "to": 0,
      "days": 1,
      "pain": 5,
      "rule": "not-settled",
      "source": [
        "ON-not-settled"
      ],
      "text": "down-not-settled movements=walk pain=5"
    }
  ],
  "helped": [
    "knee-hug",
    "walk"
  ],
  "hurt": [
    "bridge"
  ],
  "recent": [
    "back-rest",
    "bridge",
    "walk",
    "knee-rolls"
  ],
  "advice": [
    {
      "days": 2,
      "rule": "ease-off",
      "source": [
        "ON-ease-off"
      ],
      "text": "advice-ease-off days=2"
    }
  ],
  "unknown": [
    "somersault"
  ]
}
)");
}

TEST_CASE("today may be a day number") {
  CHECK(ask(R"({"today": 20778, "sessions": []})") ==
        ask(R"({"today": "2026-11-21", "sessions": []})"));
  CHECK(errors(R"({"today": 20778, "sessions": [{"date": "2026-11-22", "stage": "well",
    "pain_before": 0, "pain_after": 0, "movements": []}]})") ==
        "sessions[0].date: is after today\n");
}

TEST_CASE("day numbers count on from day to day, over every month and every leap year") {
  int number = first_day, years = 0;
  for (int year = 2000; year < 2100; ++year) {
    for (int month = 1; month <= 12; ++month)
      for (int day = 1; day <= days_of_month(year, month); ++day)
        REQUIRE(days_from_civil(year, month, day) == number++);
    years += days_of_month(year, 2) == 29;
  }
  CHECK(number == last_day + 1);
  CHECK(years == 25);
  CHECK(days_from_civil(1970, 1, 1) == 0);
  CHECK(parse_date("2026-11-21") == 20778);
}

TEST_CASE("what is not an object is refused") {
  CHECK(errors("[]") == "request: must be a JSON object\n");
  CHECK(errors("{}") == "today: is missing\nsessions: is missing\n");
}

TEST_CASE("only days of the calendar from 2000 to 2099 are dates") {
  CHECK(errors_of_today("\"21 November\"") == "today: must be a date like 2026-11-21\n");
  CHECK(errors_of_today("\"2026-11-2x\"") == "today: must be a date like 2026-11-21\n");
  CHECK(errors_of_today("\"2026-13-01\"") == "today: is not in the calendar\n");
  CHECK(errors_of_today("\"2026-02-29\"") == "today: is not in the calendar\n");
  CHECK(errors_of_today("\"1999-12-31\"") == "today: must be from 2000-01-01 to 2099-12-31\n");
  CHECK(errors_of_today("\"2100-01-01\"") == "today: must be from 2000-01-01 to 2099-12-31\n");
  CHECK(errors_of_today("10956") == "today: must be a whole number from 10957 to 47481\n");
  CHECK(errors_of_today("true") == "today: must be a text\n");
  for (const char* day : {"2000-01-01", "2000-02-29", "2028-02-29", "2099-12-31"})
    CHECK(codec::progress_answer(sample_catalogue(),
                                 std::string("{\"today\": \"") + day + "\", \"sessions\": []}")
              .valid);
}

TEST_CASE("everything that is wrong with a history is named, with its place") {
  CHECK(errors(R"({"today": "2026-11-21", "stage": "fine", "colour": 1, "sessions": [
    7, {}, {"date": "2026-11-22", "stage": "fine", "pain_before": -1, "pain_after": 11,
     "pain_next_morning": 11, "leg_symptoms": 1, "movement": 2, "movements": [
      1, {}, {"id": 5, "step": 4, "felt": "good", "dose": 1}, {"id": "bridge", "step": "1"}]},
    {"date": 20000, "stage": "well", "pain_before": 0, "pain_after": 0, "movements": 3}]})") ==
        "colour: is not a field here\n"
        "stage: 'fine' is not known\n"
        "sessions[0]: must be an object\n"
        "sessions[1].date: is missing\n"
        "sessions[1].stage: is missing\n"
        "sessions[1].pain_before: is missing\n"
        "sessions[1].pain_after: is missing\n"
        "sessions[1].movements: is missing\n"
        "sessions[2].movement: is not a field here; did you mean 'movements'?\n"
        "sessions[2].date: is after today\n"
        "sessions[2].stage: 'fine' is not known\n"
        "sessions[2].pain_before: must be a whole number from 0 to 10\n"
        "sessions[2].pain_after: must be a whole number from 0 to 10\n"
        "sessions[2].pain_next_morning: must be a whole number from 0 to 10\n"
        "sessions[2].leg_symptoms: must be true or false\n"
        "sessions[2].movements[0]: must be an object\n"
        "sessions[2].movements[1].id: is missing\n"
        "sessions[2].movements[1].step: is missing\n"
        "sessions[2].movements[2].dose: is not a field here\n"
        "sessions[2].movements[2].id: must be a text\n"
        "sessions[2].movements[2].step: must be a whole number from 0 to 3\n"
        "sessions[2].movements[2].felt: 'good' is not known; it must be one of: helped, hurt, "
        "neither\n"
        "sessions[2].movements[3].step: must be a whole number from 0 to 3\n"
        "sessions[3].date: must be a text\n"
        "sessions[3].movements: must be a list\n");
}

TEST_CASE("at most a thousand sessions are read, and a hundred movements in each") {
  const auto many = [](const std::string& element, int count) {
    std::string list = "[" + element;
    for (int i = 1; i < count; ++i) list += "," + element;
    return list + "]";
  };
  const std::string done = R"({"date": "2026-11-21", "stage": "well", "pain_before": 0,
    "pain_after": 0, "movements": )";
  const auto history = [&](const std::string& sessions) {
    return R"({"today": "2026-11-21", "sessions": )" + sessions + "}";
  };
  const Catalogue catalogue = sample_catalogue();
  CHECK(codec::progress_answer(catalogue, history(many(done + "[]}", 1000))).valid);
  CHECK(errors(history(many(done + "[]}", 1001))) == "sessions: has more than 1000 entries\n");
  const std::string walk = R"({"id": "walk", "step": 0})";
  CHECK(codec::progress_answer(catalogue, history("[" + done + many(walk, 100) + "}]")).valid);
  CHECK(errors(history("[" + done + many(walk, 101) + "}]")) ==
        "sessions[0].movements: has more than 100 entries\n");
  CHECK(errors_of_session(R"("date": "2026-02-30")") ==
        "sessions[0].date: is not in the calendar\n");
}

TEST_CASE("of two days with leg symptoms the one that lowers more counts") {
  Session first = session(0), legs = session(0), second = session(1);
  legs.movements.clear();
  legs.leg_symptoms = second.leg_symptoms = true;
  second.movements[0].step = 3;
  CHECK(changes({first, legs, second}) == "3 -> 0 leg-symptoms");
}

TEST_CASE("pain in a session without the movement keeps it from rising too") {
  std::vector sessions = quiet_week();
  sessions.insert(sessions.begin() + 1, painful(1, 4, 4, 3));
  sessions[1].movements = {{6, 1, Felt::unsaid}};
  CHECK(changes(sessions) == "");
  sessions[1].day -= 2;
  CHECK(changes(sessions) == "1 -> 2 up");
}

TEST_CASE("where pain keeps one movement from rising, no other rises in its place") {
  std::vector sessions{session(0), session(3), session(7), session(2), session(5), session(9)};
  for (std::size_t i = 3; i < 6; ++i) sessions[i].movements = {{6, 1, Felt::unsaid}};
  CHECK(changes({start + 10, -1, sessions}) == "1 -> 2 up");
  sessions[0].pain_after = 4;
  CHECK(changes({start + 10, -1, sessions}) == "");
  sessions[0].movements.clear();
  CHECK(changes({start + 10, -1, sessions}) == "bridge 1 -> 2 up");
}

TEST_CASE("what helped more than a week ago does not go first any more") {
  std::vector sessions{session(0), session(1), session(5), session(8)};
  for (Session& session : sessions) session.movements.push_back({6, 1, Felt::unsaid});
  sessions[0].movements.pop_back();
  sessions[1].movements[1].felt = Felt::helped;
  CHECK(changes({start + 8 + 1, -1, sessions}) == "1 -> 2 up");
  sessions[2].movements[1].felt = Felt::helped;
  CHECK(changes({start + 8 + 1, -1, sessions}) == "bridge 1 -> 2 up");
}
