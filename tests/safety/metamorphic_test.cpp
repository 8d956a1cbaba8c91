// What must hold between the answers to two requests that differ in one thing.
//
// Whoever allows more may have every routine that was possible before, and each is worth what it
// was worth. So the best one is worth no less. Only the rests stand above the points: where more is
// allowed a rest may become possible, and it is taken whatever it costs. Scores are compared where
// the rests are the same, and rests may only be gained.
#include <doctest/doctest.h>

#include <functional>

#include "codec/answer.h"
#include "codec/json.h"
#include "core/plan.h"
#include "safety/shipped.h"

using namespace unclench;
using namespace unclench::core;
using namespace unclench::test;

namespace {

constexpr int requests = 1500;  // of each test

// The best routine is asked for, and mostly there is one.
Request likely_request(Random& random) {
  Request request = random_request(random);
  request.variety = 0;
  if (!random.one_in(4)) request.include.assign(request.include.size(), false);
  return request;
}

// How far the planner went down: 0 both rests, 1 the opening one, 2 the closing one, 3 neither, 4
// no routine.
int rests_given_up(const Routine& routine) {
  if (routine.movements.empty()) return 4;
  return (movement_of(routine.movements.front()).phase == rest_phase ? 0 : 2) +
         (movement_of(routine.movements.back()).phase == rest_phase ? 0 : 1);
}

// `more` allows what `less` allows. Where the search met its limit the bound is what counts.
void check_no_worse(const Routine& less, const Routine& more) {
  CHECK(rests_given_up(more) <= rests_given_up(less));
  if (rests_given_up(more) == rests_given_up(less)) CHECK(more.bound >= less.score);
}

// Random requests against the same ones after a change that allows more.
void check_changes(std::uint64_t seed, const std::function<void(Request&, Random&)>& allow_more) {
  Random random(seed);
  int compared = 0;
  for (int i = 0; i < requests; i += every) {
    CAPTURE(i);
    const Request less = likely_request(random);
    Request more = less;
    allow_more(more, random);
    const Routine answer = plan(catalogue(), less);
    check_no_worse(answer, plan(catalogue(), more));
    if (!answer.movements.empty()) ++compared;
  }
  CHECK(compared > requests / 3 / every);
}

Mask some_of(std::size_t terms, Random& random) {
  return static_cast<Mask>(random.below(1 << terms));
}

// Everything that is said of the routine, but for what cannot stay the same: why others are out,
// and that a movement was asked for.
std::string written(const Request& request, Routine routine) {
  routine.left_out.clear();
  for (PlannedMovement& planned : routine.movements)
    if (request.include[at(planned.movement)]) planned.because.clear();
  return codec::encode_routine(catalogue(), routine);
}

using Narrow = std::function<void(Request&, const Routine& best, Random&)>;

// Random requests against the same ones after a change that only takes other routines away.
void check_stays_best(std::uint64_t seed, const Narrow& narrow) {
  Random random(seed);
  int compared = 0;
  for (int i = 0; i < requests; i += every) {
    CAPTURE(i);
    Request request = likely_request(random);
    const Routine best = plan(catalogue(), request);
    if (best.status != Status::optimal) continue;
    narrow(request, best, random);
    CHECK(written(request, plan(catalogue(), request)) == written(request, best));
    ++compared;
  }
  CHECK(compared > requests / 3 / every);
}

Flags movements_in(const Routine& routine) {
  Flags in(catalogue().movements.size(), false);
  for (const PlannedMovement& planned : routine.movements) in[at(planned.movement)] = true;
  return in;
}

void shuffle(std::vector<Json>& list, Random& random) {
  for (std::size_t i = list.size(); i > 1; --i)
    std::swap(list[i - 1], list[at(random.below(static_cast<int>(i)))]);
}

// The ids of a set, in any order, some of them twice.
template <typename Terms, typename Contains>
Json shuffled_ids(const Terms& terms, Contains holds, Random& random) {
  std::vector<Json> ids;
  for (std::size_t t = 0; t < terms.size(); ++t)
    if (holds(t)) ids.insert(ids.end(), random.one_in(4) ? 2 : 1, Json(terms[t].id));
  shuffle(ids, random);
  return ids;
}

// The request as somebody may write it: its fields, lists and doses in any order.
std::string written_anyhow(const Request& request, Random& random) {
  const Catalogue& all = catalogue();
  const auto of_mask = [&](const auto& terms, Mask set) {
    return shuffled_ids(
        terms, [&](std::size_t t) { return contains(set, static_cast<int>(t)); }, random);
  };
  const auto of_movements = [&](const Flags& set) {
    return shuffled_ids(
        all.movements, [&](std::size_t m) { return set[m]; }, random);
  };
  std::vector<Json> doses;
  for (std::size_t m = 0; m < request.doses.size(); ++m)
    if (request.doses[m].low == request.doses[m].high)
      doses.push_back({all.movements[m].id, request.doses[m].low});
  shuffle(doses, random);
  Json dose_steps_by_id = Json::object();
  for (const Json& dose : doses) dose_steps_by_id[dose[0].get<std::string>()] = dose[1];
  constexpr const char* ways[] = {"flexion", "extension", "neither"};  // in the order of Ease

  std::vector<Json> fields = {{"stage", all.stages[at(request.stage)].id},
                              {"minutes", request.minutes},
                              {"surfaces", of_mask(all.surfaces, request.surfaces)},
                              {"equipment", of_mask(all.equipment, request.equipment)},
                              {"conditions", of_mask(all.conditions, request.conditions)},
                              {"focus", of_mask(all.targets, request.focus)},
                              {"exclude", of_movements(request.exclude)},
                              {"include", of_movements(request.include)},
                              {"helped", of_movements(request.helped)},
                              {"hurt", of_movements(request.hurt)},
                              {"recent", of_movements(request.recent)},
                              {"doses", dose_steps_by_id},
                              {"variety", request.variety}};
  if (request.eases != Ease::unknown)
    fields.push_back({"eases", ways[static_cast<int>(request.eases) - 1]});
  if (request.position_changes >= 0)
    fields.push_back({"position_changes", request.position_changes});
  if (request.start.posture >= 0)
    fields.push_back({"posture", all.postures[at(request.start.posture)].id});
  shuffle(fields, random);
  Json json;
  for (const Json& field : fields) json[field[0].get<std::string>()] = field[1];
  return json.dump();
}

}  // namespace

TEST_CASE("more minutes never make a routine worse") {
  check_changes(20260201, [](Request& request, Random& random) {
    request.minutes = random.between(request.minutes, longest_minutes);
  });
}

TEST_CASE("more surfaces and equipment never make a routine worse") {
  check_changes(20260202, [](Request& request, Random& random) {
    request.surfaces |= some_of(catalogue().surfaces.size(), random);
    request.equipment |= some_of(catalogue().equipment.size(), random);
  });
}

TEST_CASE("fewer conditions never make a routine worse") {
  check_changes(20260203, [](Request& request, Random& random) {
    request.conditions &= some_of(catalogue().conditions.size(), random);
  });
}

TEST_CASE("asking for less never makes a routine worse") {
  check_changes(20260204, [](Request& request, Random& random) {
    for (std::size_t m = 0; m < request.include.size(); ++m) {
      request.include[m] = request.include[m] && random.one_in(2);
      request.exclude[m] = request.exclude[m] && random.one_in(2);
      if (random.one_in(2)) request.doses[m] = any_step;
    }
    if (random.one_in(2)) request.position_changes = -1;
    if (random.one_in(2)) request.start.posture = -1;
  });
}

TEST_CASE("what is liked better is never worth less") {
  check_changes(20260205, [](Request& request, Random& random) {
    request.focus |= some_of(catalogue().targets.size(), random);
    for (std::size_t m = 0; m < request.helped.size(); ++m) {
      request.helped[m] = request.helped[m] || random.one_in(4);
      request.hurt[m] = request.hurt[m] && random.one_in(2);
      request.recent[m] = request.recent[m] && random.one_in(2);
    }
  });
}

TEST_CASE("an added condition takes away whatever it forbids") {
  Random random(20260206);
  for (int i = 0; i < requests; i += every) {
    CAPTURE(i);
    Request request = likely_request(random);
    const auto condition = at(random.below(static_cast<int>(catalogue().conditions.size())));
    CAPTURE(condition);
    request.conditions |= mask_of(static_cast<int>(condition));
    for (const PlannedMovement& planned : plan(catalogue(), request).movements)
      CHECK(movement_of(planned).conditions[condition].verdict != Verdict::avoid);
  }
}

TEST_CASE("excluding what the best routine leaves out changes nothing") {
  check_stays_best(20260207, [](Request& request, const Routine& best, Random& random) {
    const Flags in = movements_in(best);
    for (std::size_t m = 0; m < in.size(); ++m)
      request.exclude[m] = request.exclude[m] || (!in[m] && random.one_in(3));
  });
}

TEST_CASE("asking for what is in the best routine changes nothing") {
  check_stays_best(20260208, [](Request& request, const Routine& best, Random& random) {
    const Flags in = movements_in(best);
    for (std::size_t m = 0; m < in.size(); ++m)
      request.include[m] = request.include[m] || (in[m] && random.one_in(3));
  });
}

TEST_CASE("limits that the best routine keeps change nothing") {
  check_stays_best(20260209, [](Request& request, const Routine& best, Random& random) {
    request.minutes = random.between((best.total_seconds + 59) / 60, request.minutes);
    request.position_changes = best.position_changes;
  });
}

TEST_CASE("the order in which a request is written does not matter") {
  Random random(20260210);
  for (int i = 0; i < 1000; i += every) {
    CAPTURE(i);
    const Request request = random_request(random);
    const std::string text = written_anyhow(request, random);
    CAPTURE(text);
    const codec::Answer answer = codec::answer(catalogue(), text);
    CHECK(answer.valid);
    CHECK(answer.text == codec::encode_routine(catalogue(), plan(catalogue(), request)));
  }
}
