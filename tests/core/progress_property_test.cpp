// What holds for every history, shown on many that are made up.
#include <doctest/doctest.h>

#include "core/random.h"
#include "core/sample_catalogue.h"
#include "core/session/progress.h"

using namespace unclench;
using namespace unclench::core;
using namespace unclench::test;

namespace {

constexpr int histories = 20000;
constexpr int start = 20000;

// One movement has a single dose, and one a range in which two steps share a dose.
Catalogue catalogue_with_doses() {
  Catalogue catalogue = sample_catalogue();
  find(catalogue, "walk").doses.assign(2, DoseRange{{10, 10}, {1, 1}, {1, 1}, 0});
  find(catalogue, "bridge").doses.assign(2, DoseRange{{0, 0}, {2, 3}, {1, 1}, 0});
  return catalogue;
}

const Catalogue& catalogue() {
  static const Catalogue catalogue = catalogue_with_doses();
  return catalogue;
}

Session random_session(Random& random, bool is_quiet) {
  Session session;
  session.day = start + random.below(20);
  session.stage = is_quiet || random.one_in(2) ? well : sore;
  const int most = is_quiet ? 3 : 10;
  session.pain_before = random.below(most + 1);
  session.pain_after = random.below(most + 1);
  session.pain_next_morning = random.below(is_quiet ? session.pain_before + 1 : most + 1);
  if (!is_quiet && random.one_in(3)) session.pain_next_morning = std::nullopt;
  session.leg_symptoms = !is_quiet && random.one_in(4);
  return session;
}

// Some are quiet and keep to their steps, so that something rises; others are wild.
History random_history(int seed) {
  Random random(static_cast<std::uint64_t>(seed));
  History history;
  const bool is_quiet = !random.one_in(3);
  const int movements = static_cast<int>(catalogue().movements.size());
  std::vector<int> steps;
  for (int m = 0; m < movements; ++m) steps.push_back(random.below(dose_steps));
  const int sessions = random.below(12);
  for (int s = 0; s < sessions; ++s) {
    Session session = random_session(random, is_quiet && !random.one_in(30));
    for (int m = 0; m < movements; ++m) {
      if (random.one_in(3)) continue;
      const int step = is_quiet && !random.one_in(60) ? steps[at(m)] : random.below(dose_steps);
      const bool may_hurt = !is_quiet || random.one_in(60);
      session.movements.push_back({m, step, static_cast<Felt>(random.below(2))});
      if (may_hurt && random.one_in(5)) session.movements.back().felt = Felt::hurt;
    }
    history.sessions.push_back(std::move(session));
  }
  history.today = start + 20 + random.below(random.one_in(4) ? 20 : 4);
  history.stage = random.one_in(4) ? random.below(2) : -1;
  return history;
}

std::vector<int> steps_of(const History& history) {
  return progress(catalogue(), history).steps;
}

// The lowest step on the last day on which the movement was done; -1 when it never was.
int last_step(const History& history, int movement) {
  int day = -1, step = -1;
  for (const Session& session : history.sessions)
    for (const Done& done : session.movements) {
      if (done.movement != movement || session.day < day) continue;
      step = session.day > day ? done.step : std::min(step, done.step);
      day = session.day;
    }
  return step;
}

int last_day_of(const History& history) {
  int day = -1;
  for (const Session& session : history.sessions) day = std::max(day, session.day);
  return day;
}

// Some more pain, leg symptoms, or something that hurt, in one session.
Session worse(Session session, Random& random) {
  const int kind = random.below(4);
  const auto add = [&](int pain) { return std::min(pain + random.between(1, 4), 10); };
  if (kind == 0) session.pain_after = add(session.pain_after);
  if (kind == 1) session.pain_next_morning = add(session.pain_next_morning.value_or(10));
  if (kind == 2) session.leg_symptoms = true;
  if (kind == 3 && !session.movements.empty()) {
    const int place = random.below(static_cast<int>(session.movements.size()));
    session.movements[at(place)].felt = Felt::hurt;
  }
  return session;
}

// Everything that the answer says, as text.
std::string text_of(const Progress& answer) {
  std::string text;
  const auto add = [&](int number) { text += std::to_string(number) + " "; };
  for (const auto* list : {&answer.steps, &answer.helped, &answer.hurt, &answer.recent}) {
    for (const int number : *list) add(number);
    text += "\n";
  }
  for (const StepChange& change : answer.changes)
    for (const int number : {change.movement, change.from, change.to, static_cast<int>(change.rule),
                             change.days, change.pain})
      add(number);
  for (const Advice& advice : answer.advice)
    for (const int number : {static_cast<int>(advice.rule), advice.movement, advice.days})
      add(number);
  return text;
}

template <typename Check>
void for_each_history(Check check) {
  for (int seed = 0; seed < histories; ++seed) {
    CAPTURE(seed);
    check(random_history(seed), seed);
  }
}

}  // namespace

TEST_CASE("every movement that was done has a step from 0 to 3, and no other has one") {
  for_each_history([](const History& history, int) {
    const std::vector<int> steps = steps_of(history);
    REQUIRE(steps.size() == catalogue().movements.size());
    for (int m = 0; m < static_cast<int>(steps.size()); ++m) {
      REQUIRE(steps[at(m)] <= 3);
      REQUIRE((steps[at(m)] >= 0) == (last_step(history, m) >= 0));
    }
  });
}

TEST_CASE("never more than one movement rises, and never by more than one step") {
  int rises = 0;
  for_each_history([&](const History& history, int) {
    const std::vector<int> steps = steps_of(history);
    int rising = 0;
    for (int m = 0; m < static_cast<int>(steps.size()); ++m) {
      const int more = steps[at(m)] - last_step(history, m);
      REQUIRE(more <= 1);
      rising += more == 1;
    }
    REQUIRE(rising <= 1);
    rises += rising;
  });
  CHECK(rises > histories / 50);
}

TEST_CASE("with leg symptoms in a session of the last day everything goes down") {
  int seen = 0;
  for_each_history([&](const History& history, int) {
    const int last = last_day_of(history);
    bool has_legs = false;
    for (const Session& session : history.sessions)
      has_legs = has_legs || (session.day == last && session.leg_symptoms);
    if (!has_legs) return;
    ++seen;
    const std::vector<int> steps = steps_of(history);
    for (int m = 0; m < static_cast<int>(steps.size()); ++m)
      REQUIRE(steps[at(m)] <= std::max(last_step(history, m) - 1, -1 + (steps[at(m)] >= 0)));
  });
  CHECK(seen > histories / 50);
}

TEST_CASE("what hurt, and every movement of a session with high pain, goes down at once") {
  int seen = 0;
  for_each_history([&](const History& history, int) {
    const int last = last_day_of(history);
    const std::vector<int> steps = steps_of(history);
    for (const Session& session : history.sessions) {
      if (session.day != last) continue;
      const bool is_high = session.pain_after >= 6 || session.pain_next_morning.value_or(0) >= 6;
      for (const Done& done : session.movements) {
        if (!is_high && done.felt != Felt::hurt) continue;
        REQUIRE(steps[at(done.movement)] <= std::max(done.step - 1, 0));
        ++seen;
      }
    }
  });
  CHECK(seen > histories / 50);
}

TEST_CASE("a session that was worse never raises a step") {
  int lowered = 0;
  for_each_history([&](const History& history, int seed) {
    if (history.sessions.empty()) return;
    Random random(static_cast<std::uint64_t>(seed) + 1000000);
    const std::vector<int> before = steps_of(history);
    History changed = history;
    const int place = random.below(static_cast<int>(history.sessions.size()));
    changed.sessions[at(place)] = worse(history.sessions[at(place)], random);
    const std::vector<int> after = steps_of(changed);
    for (std::size_t m = 0; m < after.size(); ++m) REQUIRE(after[m] <= before[m]);
    lowered += after != before;
  });
  CHECK(lowered > histories / 50);
}

TEST_CASE("a day with more pain from before the session to the morning after raises no step") {
  for_each_history([&](const History& history, int seed) {
    if (history.sessions.empty()) return;
    Random random(static_cast<std::uint64_t>(seed) + 2000000);
    History changed = history;
    const int place = random.below(static_cast<int>(history.sessions.size()));
    Session& session = changed.sessions[at(place)];
    const int more = random.between(1, 4);
    session.pain_before = std::min(session.pain_before + more, 10);
    session.pain_after = std::min(session.pain_after + more, 10);
    if (session.pain_next_morning)
      session.pain_next_morning = std::min(*session.pain_next_morning + more, 10);
    const std::vector<int> before = steps_of(history), after = steps_of(changed);
    for (std::size_t m = 0; m < after.size(); ++m) REQUIRE(after[m] <= before[m]);
  });
}

TEST_CASE("the order of the sessions does not matter") {
  for_each_history([&](const History& history, int seed) {
    Random random(static_cast<std::uint64_t>(seed) + 3000000);
    History shuffled = history;
    for (std::size_t i = shuffled.sessions.size(); i > 1; --i)
      std::swap(shuffled.sessions[i - 1], shuffled.sessions[at(random.below(static_cast<int>(i)))]);
    REQUIRE(text_of(progress(catalogue(), history)) == text_of(progress(catalogue(), shuffled)));
  });
}
