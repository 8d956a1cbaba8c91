#include "core/review.h"

#include <doctest/doctest.h>

#include "codec/ask.h"
#include "codec/json.h"
#include "core/random.h"
#include "core/sample_catalogue.h"
#include "core/sample_sequence.h"
#include "core/swap.h"

using namespace unclench;
using namespace unclench::core;
using namespace unclench::test;

namespace {

// "place rule: sentence" in lines.
std::string broken_in(const Catalogue& catalogue, const Request& request,
                      const Sequence& sequence) {
  std::string text;
  for (const BrokenRule& broken : review(catalogue, request, sequence).broken)
    text += (broken.place < 0 ? "" : std::to_string(broken.place) + " ") + broken.rule + ": " +
            sentence(catalogue, broken.because) + "\n";
  return text;
}

Request asked(const Catalogue& catalogue, const RequestFields& fields = sample_fields()) {
  return resolve_request(catalogue, fields).request;
}

}  // namespace

TEST_CASE("a routine as it was planned breaks no rule, and takes and is worth what was said") {
  const Catalogue catalogue = sample_catalogue();
  for (int minutes = 2; minutes <= 15; ++minutes)
    for (const char* posture : {"supine", "standing"}) {
      CAPTURE(minutes);
      RequestFields fields = sample_fields();
      fields.minutes = minutes;
      fields.posture = posture;
      const Routine routine = plan_for(catalogue, fields);
      const Sequence sequence = sequence_of(routine);
      const Review reviewed = review(catalogue, asked(catalogue, fields), sequence);
      CHECK(reviewed.broken.empty());
      CHECK(reviewed.score == routine.score);
      CHECK(reviewed.total_seconds == routine.total_seconds);
      CHECK(reviewed.position_changes == routine.position_changes);
    }
}

TEST_CASE("each rule that a routine breaks is named, with its place") {
  Catalogue catalogue = sample_catalogue();
  const Request request = asked(catalogue);
  const auto broken = [&](const std::vector<const char*>& ids) {
    return broken_in(catalogue, request, sequence_of_ids(catalogue, sore, ids));
  };
  CHECK(broken({"back-rest", "knee-hug", "double-hug", "back-rest"}) == "");
  CHECK(broken({"back-rest", "double-hug", "knee-hug", "back-rest"}) ==
        "1 order: must-follow movements=knee-hug\n");
  CHECK(broken({"back-rest", "bridge", "knee-rolls", "back-rest"}) ==
        "2 order: goes-back movements=bridge\n");
  CHECK(broken({"back-rest", "bridge", "bridge", "back-rest"}) == "2 repeated: stands-twice\n");
  CHECK(broken({"back-rest", "knee-hug", "hug-series", "back-rest"}) ==
        "2 part: repeats movements=knee-hug\n");
  CHECK(broken({"back-rest", "knee-hug", "press-up", "back-rest"}) ==
        "2 direction: bends-against movements=knee-hug\n");
  CHECK(broken({"knee-rolls"}) == "rest: no-opening-rest\nrest: no-closing-rest\n");
  CHECK(broken({"back-rest", "back-rest", "knee-rolls", "back-rest"}) ==
        "1 repeated: stands-twice\n1 order: rest-between\n3 repeated: stands-twice\n");
}

TEST_CASE("movements of one phase and posture may stand in any order") {
  const Catalogue catalogue = sample_catalogue();
  CHECK(broken_in(catalogue, asked(catalogue),
                  sequence_of_ids(catalogue, sore,
                                  {"back-rest", "knee-hug", "double-hug", "back-rest"})) == "");
}

TEST_CASE("what a condition, a stage or the equipment shuts out is named") {
  const Catalogue catalogue = sample_catalogue();
  RequestFields fields = sample_fields();
  fields.conditions = {"disc"};
  fields.equipment.clear();
  fields.exclude = {"walk"};
  CHECK(broken_in(catalogue, asked(catalogue, fields),
                  sequence_of_ids(catalogue, sore,
                                  {"back-rest", "press-up", "bird-dog", "walk", "back-rest"})) ==
        "1 condition: condition condition=disc note=It may hurt the nerve.\n"
        "2 equipment: equipment equipment=chair,towel\n"
        "3 excluded: excluded\n"
        "position: too-many-changes changes=3\n");
}

TEST_CASE("a dose outside of the stage's range, or other than the one that was fixed, is named") {
  const Catalogue catalogue = sample_catalogue();
  RequestFields fields = sample_fields();
  fields.doses = {{"bridge", 0}};
  Sequence sequence =
      sequence_of_ids(catalogue, sore, {"back-rest", "knee-rolls", "bridge", "back-rest"});
  sequence.steps[1].dose.hold_seconds = 17;
  CHECK(broken_in(catalogue, asked(catalogue, fields), sequence) ==
        "1 dose: dose-outside stage=sore\n");
  sequence.steps[1].dose.hold_seconds = 11;
  sequence.steps[2].dose.hold_seconds = 12;
  CHECK(broken_in(catalogue, asked(catalogue, fields), sequence) == "2 dose: dose-fixed\n");
  CHECK(review(catalogue, asked(catalogue, fields), sequence).steps ==
        std::vector<int>{0, 0, 1, 0});
}

TEST_CASE("what is too long, or missing, or in the wrong place is said of the whole routine") {
  const Catalogue catalogue = sample_catalogue();
  RequestFields fields = sample_fields();
  fields.minutes = 1;
  fields.include = {"walk"};
  CHECK(broken_in(catalogue, asked(catalogue, fields),
                  sequence_of_ids(catalogue, sore,
                                  {
                                      "back-rest",
                                      "bridge",
                                      "back-rest",
                                  })) == "missing: missing movements=walk\n");
  CHECK(broken_in(catalogue, asked(catalogue, fields),
                  sequence_of_ids(catalogue, sore, {"back-rest", "bridge", "walk", "back-rest"})) ==
        "time: too-long seconds=80\n");
  fields = sample_fields();
  fields.surfaces = {"bed", "floor"};
  Sequence sequence =
      sequence_of_ids(catalogue, sore, {"back-rest", "knee-rolls", "bridge", "back-rest"});
  sequence.steps[2].surface = Surfaces::bed;
  CHECK(broken_in(catalogue, asked(catalogue, fields), sequence) ==
        "2 surface: other-surface surfaces=floor\n");
}

TEST_CASE("a rest that the planner had to give up is not missed") {
  Catalogue catalogue = sample_catalogue();
  find(catalogue, "back-rest").doses[sore].reset();
  CHECK(broken_in(catalogue, asked(catalogue),
                  sequence_of_ids(catalogue, sore, {"knee-rolls", "bridge"})) == "");
}

TEST_CASE("alternatives come best first, and each one keeps the rules") {
  const Catalogue catalogue = sample_catalogue();
  for (int minutes = 3; minutes <= 12; ++minutes) {
    RequestFields fields = sample_fields();
    fields.minutes = minutes;
    const Request request = asked(catalogue, fields);
    const Routine routine = plan(catalogue, request);
    const Sequence sequence = sequence_of(routine);
    for (std::size_t place = 0; place < sequence.steps.size(); ++place) {
      CAPTURE(minutes);
      CAPTURE(place);
      Points last = routine.score;
      for (const Alternative& each : alternatives(catalogue, request, sequence, place)) {
        CHECK(each.score <= last);
        last = each.score;
        CHECK(each.score_gain == each.score - routine.score);
        Sequence with = sequence;
        with.steps.erase(with.steps.begin() + static_cast<std::ptrdiff_t>(place));
        with.steps.insert(with.steps.begin() + each.place,
                          {each.movement, each.dose, each.surface, ""});
        const Review after = review(catalogue, request, with);
        CHECK(after.broken.empty());
        CHECK(after.score == each.score);
        CHECK(after.total_seconds == routine.total_seconds + each.seconds_gain);
      }
    }
  }
}

TEST_CASE("a movement that others must follow has only alternatives that those can follow") {
  const Catalogue catalogue = sample_catalogue();
  const Request request = asked(catalogue);
  const Sequence sequence =
      sequence_of_ids(catalogue, sore, {"back-rest", "knee-hug", "double-hug", "back-rest"});
  CHECK(alternatives(catalogue, request, sequence, 1).empty());
  CHECK_FALSE(alternatives(catalogue, request, sequence, 2).empty());
}

TEST_CASE("a routine that breaks a rule already has alternatives that break no other") {
  const Catalogue catalogue = sample_catalogue();
  RequestFields fields = sample_fields();
  fields.minutes = 1;
  const Sequence sequence =
      sequence_of_ids(catalogue, sore, {"back-rest", "knee-rolls", "bridge", "back-rest"});
  CHECK(broken_in(catalogue, asked(catalogue, fields), sequence) == "time: too-long seconds=35\n");
  CHECK_FALSE(alternatives(catalogue, asked(catalogue, fields), sequence, 1).empty());
}

TEST_CASE("a review in JSON says what is broken, where, and in words") {
  const Catalogue catalogue = sample_catalogue();
  const codec::Answer answer = codec::ask(catalogue, "review", R"({
    "request": {"stage": "sore", "minutes": 10, "surfaces": ["bed"]},
    "routine": {"stage": "sore", "movements": [{"id": "back-rest", "step": 0},
      {"id": "double-hug", "step": 1}, {"id": "back-rest", "step": 0}]}})");
  CHECK(answer.valid);
  CHECK(Json::parse(answer.text, nullptr, false).dump() ==
        R"({"keeps_rules":false,"score":570,"total_seconds":62,"position_changes":0,)"
        R"("steps":[0,1,0],"broken":[{"rule":"order","place":1,"movement":"double-hug",)"
        R"("reason":"must-follow movements=knee-hug",)"
        R"("because":[{"id":"must-follow","movements":["knee-hug"]}]}]})");
}

TEST_CASE("every problem of a question about a routine is named at once") {
  const Catalogue catalogue = sample_catalogue();
  const auto errors = [&](const char* name, const std::string& question) {
    std::string text;
    const Json json = Json::parse(codec::ask(catalogue, name, question).text, nullptr, false);
    for (const Json& error : json["errors"])
      text += error["field"].get<std::string>() + ": " + error["message"].get<std::string>() + "\n";
    return text;
  };
  CHECK(errors("review", "{}") == "request: is missing\nroutine: is missing\n");
  CHECK(errors("swap", "[]") == "request: must be a JSON object\n");
  CHECK(errors("swap", R"({"request": {"stage": "well", "minutes": 99, "surfaces": ["floor"]},
    "routine": {"stage": "well", "movements": [{"id": "walk", "step": 0}]}, "place": 1,
    "colour": 1})") ==
        "colour: is not a field here\n"
        "request.minutes: is 99; it must be a whole number from 1 to 60\n"
        "place: must be a whole number from 0 to 0\n");
  CHECK(errors("review", R"({"request": {"stage": "well", "minutes": 9, "surfaces": ["floor"]},
    "routine": {"stage": "sore", "movements": [{"id": "walk", "step": 0}]}})") ==
        "routine.stage: must be that of the request\n");
  CHECK(errors("replan", R"({"request": {"stage": "well", "minutes": 9, "surface": ["floor"]},
    "routine": {"stage": "well", "movements": [{"id": "walk", "step": 0}]}, "place": 0,
    "why": "tired", "seconds_left": 4000, "posture": "flying"})") ==
        "why: 'tired' is not known; it must be one of: stop, ease, swap, late\n"
        "seconds_left: must be a whole number from 0 to 3600\n"
        "posture: 'flying' is not known\n");
}
