#include <doctest/doctest.h>

#include "codec/answer.h"
#include "core/plan.h"
#include "core/random.h"
#include "core/sample_catalogue.h"
#include "verify/claim_json.h"

using namespace unclench;
using namespace unclench::core;
using namespace unclench::test;

namespace {

struct Checked {
  Catalogue catalogue = sample_catalogue();
  Request request = blank_request(catalogue);
  verify::Claim claim;

  Checked() {
    RequestFields fields = sample_fields();
    fields.conditions = {"dizziness"};
    fields.include = {"walk"};
    request = resolve_request(catalogue, fields).request;
    std::string problem;
    const auto read =
        verify::read_claim(codec::encode_routine(catalogue, plan(catalogue, request)), problem);
    REQUIRE(read);
    claim = *read;
  }

  std::string problems() const {
    std::string text;
    for (const std::string& problem : verify::problems_of(catalogue, request, claim))
      text += problem + "\n";
    return text;
  }
  verify::Claim::Movement& at_id(const std::string& id) {
    for (verify::Claim::Movement& movement : claim.movements)
      if (movement.id == id) return movement;
    FAIL("no such movement");
    return claim.movements.front();
  }
};

}  // namespace

TEST_CASE("the checker agrees with the planner") {
  CHECK(Checked().problems() == "");
}

TEST_CASE("the checker agrees with the planner on many random requests") {
  const Catalogue catalogue = sample_catalogue();
  Random random(11);
  for (int i = 0; i < 2000; ++i) {
    Request request = blank_request(catalogue);
    request.stage = random.below(2);
    request.minutes = random.between(1, 20);
    request.surfaces = static_cast<Mask>(random.between(1, 3));
    request.equipment = static_cast<Mask>(random.below(4));
    request.conditions = static_cast<Mask>(random.below(4));
    request.focus = static_cast<Mask>(random.below(8));
    request.eases = static_cast<Ease>(random.below(4));
    if (random.one_in(2)) request.start.posture = random.below(4);
    if (random.one_in(3)) request.position_changes = random.below(3);
    request.variety = random.below(4);
    for (std::size_t m = 0; m < catalogue.movements.size(); ++m) {
      request.include[m] = random.one_in(12);
      request.exclude[m] = !request.include[m] && random.one_in(8);
      request.helped[m] = random.one_in(6);
      request.hurt[m] = random.one_in(6);
      request.recent[m] = random.one_in(4);
      if (random.one_in(4)) request.doses[m].low = random.below(dose_steps);
      if (random.one_in(4))
        request.doses[m].high = random.between(request.doses[m].low, dose_steps - 1);
    }
    std::string problem;
    const auto claim =
        verify::read_claim(codec::encode_routine(catalogue, plan(catalogue, request)), problem);
    REQUIRE(claim);
    CAPTURE(i);
    CHECK(verify::problems_of(catalogue, request, *claim).empty());
  }
}

TEST_CASE("the checker names what was changed") {
  const auto after = [](auto change) {
    Checked checked;
    change(checked);
    return checked.problems();
  };
  CHECK(after([](Checked& c) { c.claim.score += 1; }).find("score is") == 0);
  CHECK(after([](Checked& c) { c.claim.total_seconds -= 5; }).find("total_seconds is") == 0);
  CHECK(after([](Checked& c) { c.claim.position_changes = 0; }).find("position_changes is") == 0);
  CHECK(after([](Checked& c) { c.claim.bound += 1; }) == "the bound is not the score\n");
  CHECK(after([](Checked& c) {
          c.at_id("walk").care.clear();
        }).find("walk: does not carry its notes of care (H1)") != std::string::npos);
  CHECK(after([](Checked& c) {
          c.at_id("walk").surface = "bed";
        }).find("walk: cannot be done on 'bed' (H1)") != std::string::npos);
  CHECK(after([](Checked& c) {
          c.at_id("walk").seconds += 1;
        }).find("walk: takes another time (H2)") != std::string::npos);
  CHECK(after([](Checked& c) {
          c.at_id("walk").id = "walking";
        }).find("walking: is not in the catalogue") != std::string::npos);
  CHECK(after([](Checked& c) {
          std::swap(c.claim.movements[1], c.claim.movements.back());
        }).find("(H3)") != std::string::npos);
  CHECK(after([](Checked& c) {
          c.claim.movements.insert(c.claim.movements.begin() + 1, c.claim.movements[1]);
        }).find("stands twice (H6)") != std::string::npos);
  CHECK(after([](Checked& c) {
          c.request.minutes = 1;
        }).find("the routine takes longer than there is time (H2)") != std::string::npos);
  CHECK(after([](Checked& c) {
          c.request.include[4] = true;
        }).find("hug-series was asked for and is missing (H5)") != std::string::npos);
  CHECK(after([](Checked& c) {
          find(c.catalogue, "double-hug").after = {4};
        }).find("must follow hug-series (H4)") != std::string::npos);
  CHECK(after([](Checked& c) {
          c.catalogue.planner.stages[sore].position_changes = 0;
        }).find("there are too many changes of position (H7)") != std::string::npos);
  CHECK(after([](Checked& c) {
          for (Movement& movement : c.catalogue.movements) movement.direction = Direction::flexion;
          find(c.catalogue, "walk").direction = Direction::extension;
        }).find("(H8)") != std::string::npos);
}

TEST_CASE("an answer that cannot be read says what is wrong with it") {
  std::string problem;
  CHECK_FALSE(verify::read_claim("[]", problem));
  CHECK(problem == "it must be a JSON object");
  CHECK_FALSE(verify::read_claim("{\"status\": 3}", problem));
  CHECK(problem == "'status' must be a text");
}
