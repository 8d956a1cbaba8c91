#include "codec/code_json.h"

#include <doctest/doctest.h>

#include "codec/ask.h"
#include "core/sample_catalogue.h"

using namespace unclench;
using namespace unclench::test;

namespace {

std::string ask(const char* name, const std::string& question, bool valid = true) {
  const codec::Answer answer = codec::ask(sample_catalogue(), name, question);
  CHECK(answer.valid == valid);
  return answer.text;
}

}  // namespace

TEST_CASE("a code is answered with the routine that it was asked for") {
  const std::string code = ask("code", R"({"stage": "well", "posture": "prone", "movements": [
    {"id": "walk", "step": 3},
    {"id": "knee-rolls", "dose": {"hold_seconds": 5, "repetitions": 8}, "surface": "bed",
     "note": "slowly\nplease"}]})");
  const std::string routine = ask("read-code", code);
  CHECK(routine == R"({
  "stage": "well",
  "posture": "prone",
  "movements": [
    {
      "id": "walk",
      "dose": {
        "hold_seconds": 16,
        "repetitions": 1,
        "sets": 1,
        "sides": 1
      },
      "surface": "floor"
    },
    {
      "id": "knee-rolls",
      "dose": {
        "hold_seconds": 5,
        "repetitions": 8,
        "sets": 1,
        "sides": 2
      },
      "surface": "bed",
      "note": "slowly\nplease"
    }
  ],
  "same_catalogue": true
}
)");
  CHECK(ask("code", routine) == code);
}

TEST_CASE("a starting posture that is not known is in no code") {
  const std::string code =
      ask("code", R"({"stage": "sore", "movements": [{"id": "walk", "step": 0}]})");
  CHECK(ask("read-code", code).find("posture") == std::string::npos);
}

TEST_CASE("a question about codes that is not valid is answered with what is wrong") {
  const std::string no_object = codec::encode_errors({{"request", "must be a JSON object"}});
  CHECK(ask("code", "[]", false) == no_object);
  CHECK(ask("read-code", "1", false) == no_object);
  CHECK(ask("code", "{}", false) ==
        codec::encode_errors({{"stage", "is missing"}, {"movements", "is missing"}}));
  CHECK(ask("read-code", R"({"cod": 1})", false) ==
        codec::encode_errors(
            {{"cod", "is not a field here; did you mean 'code'?"}, {"code", "is missing"}}));
  CHECK(ask("read-code", R"({"code": 1})", false) ==
        codec::encode_errors({{"code", "must be a text"}}));
  CHECK(ask("read-code", R"({"code": "1", "code": "1"})", false) ==
        codec::encode_errors({{"code", "is given twice"}}));
  CHECK(ask("read-code", R"({"code": ""})", false) == codec::encode_errors({{"code", "is empty"}}));
}
