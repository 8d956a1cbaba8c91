#include <doctest/doctest.h>

#include "codec/ask.h"
#include "codec/json.h"
#include "core/sample_catalogue.h"

using namespace unclench;
using namespace unclench::codec;
using namespace unclench::core;
using namespace unclench::test;

namespace {

// A rest and one movement, so that a whole answer fits on a screen.
Catalogue two_movements() {
  Catalogue catalogue = sample_catalogue();
  catalogue.movements.resize(2);
  return catalogue;
}

std::string refused(const std::string& request) {
  const Answer given = answer(sample_catalogue(), request);
  CHECK_FALSE(given.valid);
  return given.text;
}

std::string errors(const std::vector<std::pair<std::string, std::string>>& list) {
  std::string text = "{\n  \"errors\": [";
  for (const auto& [field, message] : list)
    text += std::string(text.back() == '[' ? "" : ",") + "\n    {\n      \"field\": \"" + field +
            "\",\n      \"message\": \"" + message + "\"\n    }";
  return text + "\n  ]\n}\n";
}

std::string keys_of(const Json& object) {
  std::string keys;
  for (const auto& [key, value] : object.items()) keys += (keys.empty() ? "" : " ") + key;
  return keys;
}

constexpr const char* missing_stage = "is missing; it must be one of: sore, well";
constexpr const char* missing_minutes = "is missing; it must be a whole number from 1 to 60";
constexpr const char* missing_surfaces = "is missing; name at least one of: bed, floor";

}  // namespace

TEST_CASE("an answer is a routine in JSON, with its reasons") {
  const Answer given = answer(two_movements(), R"({
    "stage": "sore", "minutes": 1, "surfaces": ["floor"], "exclude": ["knee-rolls"] })");
  CHECK(given.valid);
  CHECK(given.text == R"({
  "stage": "sore",
  "status": "optimal",
  "score": 560,
  "bound": 560,
  "total_seconds": 52,
  "position_changes": 0,
  "movements": [
    {
      "id": "back-rest",
      "phase": "rest",
      "posture": "supine",
      "surface": "floor",
      "step": 3,
      "dose": {
        "hold_seconds": 16,
        "repetitions": 1,
        "sets": 1,
        "sides": 1
      },
      "change_seconds": 0,
      "ready_seconds": 10,
      "seconds": 26,
      "reasons": [
        "opens"
      ],
      "because": [
        {
          "id": "opens"
        }
      ],
      "care": []
    },
    {
      "id": "back-rest",
      "phase": "rest",
      "posture": "supine",
      "surface": "floor",
      "step": 3,
      "dose": {
        "hold_seconds": 16,
        "repetitions": 1,
        "sets": 1,
        "sides": 1
      },
      "change_seconds": 0,
      "ready_seconds": 10,
      "seconds": 26,
      "reasons": [
        "closes"
      ],
      "because": [
        {
          "id": "closes"
        }
      ],
      "care": []
    }
  ],
  "left_out": [
    {
      "id": "knee-rolls",
      "rule": "excluded",
      "reason": "excluded",
      "because": [
        {
          "id": "excluded"
        }
      ]
    }
  ],
  "conflicts": [],
  "changes": []
}
)");
}

TEST_CASE("an answer without a routine names the conflicts") {
  const Answer given = answer(two_movements(), R"({
    "stage": "sore", "minutes": 1, "surfaces": ["floor"], "include": ["knee-rolls", "back-rest"],
    "conditions": [] })");
  const Answer impossible = answer(sample_catalogue(), R"({
    "stage": "sore", "minutes": 9, "surfaces": ["bed"], "include": ["bridge", "press-up"] })");
  CHECK(given.valid);
  CHECK(impossible.valid);
  const Json json = Json::parse(impossible.text, nullptr, false);
  REQUIRE(json.is_object());
  CHECK(keys_of(json) ==
        "stage status score bound total_seconds position_changes movements left_out conflicts "
        "changes");
  CHECK(json["status"] == "infeasible");
  CHECK(json["movements"] == Json::array());
  CHECK(json["left_out"].size() == 9);
  CHECK(json["conflicts"].dump() ==
        R"([{"movements":["press-up"],"reason":"surface surfaces=floor",)"
        R"("because":[{"id":"surface","surfaces":["floor"]}]}])");
  CHECK(json["changes"].dump() == R"([{"text":"add-surfaces surfaces=floor",)"
                                  R"("answers":[{"id":"add-surfaces","surfaces":["floor"]}]},)"
                                  R"({"text":"do-without movements=press-up",)"
                                  R"("answers":[{"id":"do-without","movements":["press-up"]}]}])");
}

TEST_CASE("a key that is given twice is named with its path") {
  const auto first_error = [](const char* name, const char* question) {
    const Json json = Json::parse(ask(sample_catalogue(), name, question).text, nullptr, false);
    return json["errors"][0].dump();
  };
  CHECK(first_error("plan", R"({"surface": ["bed"], "surfaces": ["bed"]})") ==
        R"({"field":"surfaces","message":"is given twice"})");
  CHECK(first_error("plan", R"({"doses": {"condition": 1, "conditions": 1}})").find("twice") ==
        std::string::npos);
  CHECK(first_error("review", R"({"request": {"stage": "well", "stage": "sore"}})") ==
        R"({"field":"request.stage","message":"is given twice"})");
}

TEST_CASE("a care note stands with its movement") {
  const Answer given = answer(sample_catalogue(), R"({
    "stage": "sore", "minutes": 9, "surfaces": ["floor"], "include": ["walk"],
    "conditions": ["dizziness"] })");
  CHECK(given.text.find(R"("care": [
        "Dizziness: Hold on to something."
      ])") != std::string::npos);
}

TEST_CASE("the names of the command line's options are understood too") {
  const Catalogue catalogue = sample_catalogue();
  CHECK(
      answer(catalogue, R"({"stage":"sore","minutes":5,"surface":["floor"],"condition":["disc"]})")
          .text ==
      answer(catalogue,
             R"({"stage":"sore","minutes":5,"surfaces":["floor"],"conditions":["disc"]})")
          .text);
}

TEST_CASE("what is not a JSON object is refused, and nothing else is said about it") {
  const std::string expected = errors({{"request", "must be a JSON object"}});
  CHECK(refused("") == expected);
  CHECK(refused("{") == expected);
  CHECK(refused("[1, 2]") == expected);
  CHECK(refused("null") == expected);
  CHECK(refused("{\"stage\": \"sore\",}") == expected);
  CHECK(refused("{} {}") == expected);
  CHECK(refused("{\"stage\": \"\xFF\"}") == expected);
  CHECK(refused(std::string(20000, '[')) == expected);
}

TEST_CASE("an empty request is told what is missing") {
  CHECK(refused("{}") == errors({{"stage", missing_stage},
                                 {"minutes", missing_minutes},
                                 {"surfaces", missing_surfaces}}));
}

TEST_CASE("a key that is given twice is refused") {
  CHECK(refused(R"({"stage":"sore","minutes":5,"surfaces":["floor"],"minutes":6})") ==
        errors({{"minutes", "is given twice"}}));
  CHECK(refused(R"({"stage":"sore","minutes":5,"surfaces":["floor"],"surface":["bed"]})") ==
        errors({{"surfaces", "is given twice"}}));
}

TEST_CASE("an unknown field is refused, with the one that was meant") {
  CHECK(
      refused(R"({"stage":"sore","minutes":5,"surfaces":["floor"],"equipmnet":[],"mood":"low"})") ==
      errors({{"equipmnet", "is not a field of a request; did you mean 'equipment'?"},
              {"mood", "is not a field of a request"}}));
}

TEST_CASE("fields of the wrong type are all reported, each once") {
  CHECK(refused(R"({"stage":5,"minutes":"5","surfaces":"floor","equipment":[1],"conditions":{},
                    "include":null,"exclude":[["bridge"]]})") ==
        errors({{"stage", "must be a text"},
                {"minutes", "must be a whole number"},
                {"surfaces", "must be a list of texts"},
                {"equipment", "must be a list of texts"},
                {"conditions", "must be a list of texts"},
                {"include", "must be a list of texts"},
                {"exclude", "must be a list of texts"}}));
}

TEST_CASE("minutes are a whole number that a computer can hold") {
  const auto with_minutes = [](const std::string& minutes) {
    return refused(R"({"stage":"sore","surfaces":["floor"],"minutes":)" + minutes + "}");
  };
  CHECK(with_minutes("5.5") == errors({{"minutes", "must be a whole number"}}));
  CHECK(with_minutes("1e1") == errors({{"minutes", "must be a whole number"}}));
  CHECK(with_minutes("99999999999999999999") == errors({{"minutes", "must be a whole number"}}));
  CHECK(with_minutes("18446744073709551615") == errors({{"minutes", "must be a whole number"}}));
  CHECK(with_minutes("61") ==
        errors({{"minutes", "is 61; it must be a whole number from 1 to 60"}}));
}

TEST_CASE("a request's errors come before those that only the catalogue knows") {
  CHECK(refused(R"({"minutes":"5","surfaces":["flor"],"stage":"sore"})") ==
        errors({{"minutes", "must be a whole number"},
                {"surfaces", "'flor' is not known; did you mean 'floor'?"}}));
}

TEST_CASE("an error can quote what is not text without breaking the answer") {
  const std::string text = encode_errors({{"include", "'\xFF\"' is not known"}});
  CHECK(text == errors({{"include", "'\xEF\xBF\xBD\\\"' is not known"}}));
}
