#include "codec/calendar_json.h"

#include <doctest/doctest.h>

#include "core/sample_reminders.h"

using namespace unclench;
using namespace unclench::test;

TEST_CASE("everything that is wrong with reminders is named at once") {
  CHECK(codec::calendar_answer({}, "7").text.find("must be a JSON object") != std::string::npos);
  Json question = {{"titel", 1}, {"minutes", 601}, {"start", "tomorrow"}, {"days", {"mo", 3}}};
  CHECK(errors_of(question) ==
        "titel: is not a field here; did you mean 'title'?\n"
        "title: is missing\n"
        "stamp: is missing\n"
        "times: is missing\n"
        "minutes: must be a whole number from 1 to 600\n"
        "start: must be a day from 2000-01-01 to 2099-12-31, written like 2026-11-23\n"
        "days: must be a list of texts\n");
}

TEST_CASE("a title is one line of at most 200 bytes") {
  CHECK(errors_with("title", std::string(200, 'a')) == "");
  CHECK(errors_with("title", std::string(201, 'a')) == "title: is longer than 200 bytes\n");
  CHECK(errors_with("title", "") == "title: is empty\n");
  CHECK(errors_with("title", "a\nb") == "title: must be one line\n");
  CHECK(errors_with("title", 7) == "title: must be a text\n");
}

TEST_CASE("control characters are refused, but for line breaks in a description") {
  const std::string refused = "description: holds characters that cannot be written\n";
  CHECK(errors_with("description", "a\nb") == "");
  CHECK(errors_with("description", "a\r\nBEGIN:VEVENT") == refused);
  CHECK(errors_with("description", std::string("a\0b", 3)) == refused);
  CHECK(errors_with("description", "\x7f") == refused);
  CHECK(errors_with("description", "\xc2\x85") == refused);
  CHECK(errors_with("description", "\xc2\xa0") == "");
  CHECK(errors_with("description", std::string(2000, 'a')) == "");
  CHECK(errors_with("description", std::string(2001, 'a')) ==
        "description: is longer than 2000 bytes\n");
  CHECK(errors_with("title", "a\tb") == "title: holds characters that cannot be written\n");
}

TEST_CASE("a text that is not UTF-8 is refused") {
  std::string question = sample_question().dump();
  question.replace(question.find("Unclench"), 8, "\xff");
  CHECK_FALSE(codec::calendar_answer({}, question).valid);
  question.replace(question.find('\xff'), 1, "\\ud800");
  CHECK_FALSE(codec::calendar_answer({}, question).valid);
}

TEST_CASE("an address is one of the web, in ASCII without spaces") {
  const std::string refused = "url: holds characters that cannot stand in an address\n";
  CHECK(errors_with("url", "http://example.org/?a=b;c,d#e") == "");
  CHECK(errors_with("url", "javascript:alert(1)") == "url: must begin with https:// or http://\n");
  CHECK(errors_with("url", "") == "url: must begin with https:// or http://\n");
  CHECK(errors_with("url", "https://a b") == refused);
  CHECK(errors_with("url", "https://a\r\nBEGIN:VALARM") == refused);
  CHECK(errors_with("url", "https://\xc3\xa9") == refused);
  CHECK(errors_with("url", "https://" + std::string(3992, 'a')) == "");
  CHECK(errors_with("url", "https://" + std::string(3993, 'a')) ==
        "url: is longer than 4000 bytes\n");
}

TEST_CASE("numbers stay in their ranges") {
  CHECK(errors_with("minutes", 600) == "");
  CHECK(errors_with("minutes", 0) == "minutes: must be a whole number from 1 to 600\n");
  CHECK(errors_with("minutes", 10.5) == "minutes: must be a whole number from 1 to 600\n");
  CHECK(errors_with("weeks", 52) == "");
  CHECK(errors_with("weeks", 0) == "weeks: must be a whole number from 1 to 52\n");
  CHECK(errors_with("weeks", 53) == "weeks: must be a whole number from 1 to 52\n");
  CHECK(errors_with("stamp", "now") ==
        "stamp: must be a moment in UTC, written like 20261121T150000Z\n");
}

TEST_CASE("there are one to three different times a day") {
  const std::string range = "' must be from 00:00 to 23:59, written like 07:30\n";
  CHECK(errors_with("times", {"00:00", "23:59", "12:30"}) == "");
  CHECK(errors_with("times", Json::array()) == "times: is empty\n");
  CHECK(errors_with("times", {"01:00", "02:00", "03:00", "04:00"}) ==
        "times: has more than 3 entries\n");
  CHECK(errors_with("times", {"24:00", "7:30", "07:60"}) ==
        "times: '24:00" + range + "times: '7:30" + range + "times: '07:60" + range);
  CHECK(errors_with("times", {"07:30", "07:30"}) == "times: '07:30' is given twice\n");
  CHECK(errors_with("times", "07:30") == "times: must be a list\n");
  CHECK(errors_with("times", Json::array({7})) == "times: must be a list of texts\n");
}

TEST_CASE("there is at least one day, and none is named twice") {
  CHECK(errors_with("days", Json::array()) == "days: is empty\n");
  CHECK(errors_with("days", {"mo", "mo"}) == "days: 'mo' is given twice\n");
  CHECK(errors_with("days", {"Mo"}) ==
        "days: 'Mo' is not known; it must be one of: mo, tu, we, th, fr, sa, su\n");
  CHECK(errors_with("days", std::vector<std::string>(8, "mo")) ==
        "days: has more than 7 entries\n");
}
