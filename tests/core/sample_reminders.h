// A question for reminders that is in order, to be changed by a test.
#pragma once

#include <string>

#include "codec/calendar_json.h"
#include "codec/json.h"

namespace unclench::test {

// Twelve minutes at half past seven on Mondays and Wednesdays; the start is a Monday.
inline Json sample_question() {
  return Json::parse(R"({"title": "Unclench", "minutes": 12, "start": "2026-11-23",
    "stamp": "20261121T150000Z", "times": ["07:30"], "days": ["mo", "we"]})");
}

inline Json answered(const Json& question) {
  return Json::parse(codec::calendar_answer({}, question.dump()).text);
}

// "field: message" of every error, in lines.
inline std::string errors_of(const Json& question) {
  const Json answer = answered(question);
  std::string text;
  if (answer.contains("errors"))
    for (const Json& error : answer["errors"])
      text += error["field"].get<std::string>() + ": " + error["message"].get<std::string>() + "\n";
  return text;
}

// The errors of the sample with one field replaced.
inline std::string errors_with(const char* field, const Json& value) {
  Json question = sample_question();
  question[field] = value;
  return errors_of(question);
}

}  // namespace unclench::test
