#include "core/session/calendar.h"

#include <doctest/doctest.h>

#include <set>

#include "core/random.h"
#include "core/sample_reminders.h"

using namespace unclench;
using namespace unclench::core;
using namespace unclench::test;

namespace {

std::string calendar_of(const Json& question) {
  return answered(question).value("calendar", "");
}

// The values of a property in all events, in lines.
std::string values_of(const std::string& calendar, const std::string& property) {
  std::string values;
  for (std::size_t from = 0;
       (from = calendar.find("\r\n" + property + ":", from)) != std::string::npos;) {
    from += property.size() + 3;
    values += calendar.substr(from, calendar.find("\r\n", from) - from) + "\n";
  }
  return values;
}

std::string first_day_of(const char* start, std::vector<std::string> days) {
  Json question = sample_question();
  question["start"] = start;
  question["days"] = days;
  return values_of(calendar_of(question), "DTSTART").substr(0, 8);
}

std::string unfolded(std::string text) {
  for (std::size_t fold; (fold = text.find("\r\n ")) != std::string::npos;) text.erase(fold, 3);
  return text;
}

// A title of characters of one to four bytes.
std::string random_title(Random& random) {
  const char* characters[] = {"a", ";", ",", "\\", "é", "€", "腰", "🧘"};
  std::string title;
  for (int count = random.between(1, 60); count > 0; --count) {
    title += characters[random.below(8)];
    if (title.size() > codec::longest_title - 4) break;
  }
  return title;
}

}  // namespace

TEST_CASE("reminders become a calendar with an event for each time of day") {
  Json question = sample_question();
  question["times"] = {"07:30", "21:05"};
  CHECK(calendar_of(question) ==
        "BEGIN:VCALENDAR\r\n"
        "VERSION:2.0\r\n"
        "PRODID:-//Unclench//Unclench//EN\r\n"
        "BEGIN:VEVENT\r\n"
        "UID:112293087f57ac626e17de4e07309c71@unclench\r\n"
        "DTSTAMP:20261121T150000Z\r\n"
        "DTSTART:20261123T073000\r\n"
        "DURATION:PT12M\r\n"
        "RRULE:FREQ=WEEKLY;BYDAY=MO,WE\r\n"
        "SUMMARY:Unclench\r\n"
        "END:VEVENT\r\n"
        "BEGIN:VEVENT\r\n"
        "UID:36366151016356ef486cf407730b10d3@unclench\r\n"
        "DTSTAMP:20261121T150000Z\r\n"
        "DTSTART:20261123T210500\r\n"
        "DURATION:PT12M\r\n"
        "RRULE:FREQ=WEEKLY;BYDAY=MO,WE\r\n"
        "SUMMARY:Unclench\r\n"
        "END:VEVENT\r\n"
        "END:VCALENDAR\r\n");
}

TEST_CASE("long texts are folded between characters, and what means something is escaped") {
  Json question = sample_question();
  question["title"] =
      "Rücken; Übungen, die \\gut\\ tun: 腰を緩める体操、毎日少しずつ 🧘🧘";
  question["description"] = "First line,\nsecond; \"third\"";
  question["url"] =
      "https://example.org/builder/#stage=sore;minutes=10,surface=floor&include=bridge,bird-dog";
  question["weeks"] = 6;
  CHECK(calendar_of(question) ==
        "BEGIN:VCALENDAR\r\n"
        "VERSION:2.0\r\n"
        "PRODID:-//Unclench//Unclench//EN\r\n"
        "BEGIN:VEVENT\r\n"
        "UID:e42732ec7f3b44efe2a334b999cbd532@unclench\r\n"
        "DTSTAMP:20261121T150000Z\r\n"
        "DTSTART:20261123T073000\r\n"
        "DURATION:PT12M\r\n"
        "RRULE:FREQ=WEEKLY;BYDAY=MO,WE;COUNT=12\r\n"
        "SUMMARY:Rücken\\; Übungen\\, die \\\\gut\\\\ tun: 腰を緩める体操、毎\r\n"
        " 日少しずつ 🧘🧘\r\n"
        "DESCRIPTION:First line\\,\\nsecond\\; \"third\"\r\n"
        "URL:https://example.org/builder/#stage=sore;minutes=10,surface=floor&includ\r\n"
        " e=bridge,bird-dog\r\n"
        "END:VEVENT\r\n"
        "END:VCALENDAR\r\n");
}

TEST_CASE("no line has more than 75 bytes, and unfolding gives the text again") {
  for (int seed = 1; seed <= 2000; ++seed) {
    CAPTURE(seed);
    Random random(static_cast<std::uint64_t>(seed));
    Json question = sample_question();
    const std::string title = random_title(random);
    question["title"] = title;
    const std::string calendar = calendar_of(question);
    std::string escaped;
    for (const char c : title) escaped += std::string(c == ';' || c == ',' || c == '\\', '\\') + c;
    CHECK(values_of(unfolded(calendar), "SUMMARY") == escaped + "\n");
    for (std::size_t from = 0; from < calendar.size();) {
      const std::size_t end = calendar.find("\r\n", from);
      REQUIRE(end != std::string::npos);
      CHECK(end - from <= 75);
      for (const char c : calendar.substr(from, 2))
        CHECK((static_cast<unsigned char>(c) & 0xc0u) != 0x80u);  // not inside a character
      from = end + 2;
    }
  }
}

TEST_CASE("the first session is on the first chosen day that is not before the start") {
  CHECK(first_day_of("2026-11-23", {"mo"}) == "20261123");
  CHECK(first_day_of("2026-11-23", {"su"}) == "20261129");
  CHECK(first_day_of("2026-11-24", {"mo", "fr"}) == "20261127");
  CHECK(first_day_of("2026-12-29", {"mo"}) == "20270104");
  CHECK(first_day_of("2028-02-28", {"tu"}) == "20280229");
  CHECK(first_day_of("2027-02-28", {"mo"}) == "20270301");
  CHECK(first_day_of("2099-12-31", {"we"}) == "21000106");
}

TEST_CASE("days of the calendar are known, leap days too") {
  const auto is_day = [](const char* start) { return errors_with("start", start).empty(); };
  CHECK(is_day("2000-02-29"));
  CHECK(is_day("2028-02-29"));
  CHECK_FALSE(is_day("2026-02-29"));
  CHECK_FALSE(is_day("2026-04-31"));
  CHECK_FALSE(is_day("2026-00-10"));
  CHECK_FALSE(is_day("2026-13-01"));
  CHECK_FALSE(is_day("2026-01-00"));
  CHECK_FALSE(is_day("1999-12-31"));
  CHECK_FALSE(is_day("2100-01-01"));
  CHECK_FALSE(is_day("2026-1-1"));
  CHECK_FALSE(is_day("2026-01-1x"));
  CHECK_FALSE(is_day("+026-01-01"));
  CHECK_FALSE(is_day(""));
}

TEST_CASE("a stamp is a real moment in UTC") {
  CHECK(is_stamp("20280229T235959Z"));
  CHECK_FALSE(is_stamp("20260229T150000Z"));
  CHECK_FALSE(is_stamp("20261121T240000Z"));
  CHECK_FALSE(is_stamp("20261121T156000Z"));
  CHECK_FALSE(is_stamp("20261121T150060Z"));
  CHECK_FALSE(is_stamp("20261121T150000"));
  CHECK_FALSE(is_stamp("20261121 150000Z"));
  CHECK_FALSE(is_stamp("2026-11-21T15:00Z"));
}

TEST_CASE("all seven days are every day; the order in which days are named says nothing") {
  Json question = sample_question();
  question["days"] = {"su", "sa", "fr", "th", "we", "tu", "mo"};
  CHECK(values_of(calendar_of(question), "RRULE") == "FREQ=DAILY\n");
  question["days"] = {"su", "tu", "sa"};
  CHECK(values_of(calendar_of(question), "RRULE") == "FREQ=WEEKLY;BYDAY=TU,SA,SU\n");
}

TEST_CASE("a number of weeks is so many sessions on each chosen day") {
  Json question = sample_question();
  question["weeks"] = 4;
  CHECK(values_of(calendar_of(question), "RRULE") == "FREQ=WEEKLY;BYDAY=MO,WE;COUNT=8\n");
  question["days"] = {"mo", "tu", "we", "th", "fr", "sa", "su"};
  CHECK(values_of(calendar_of(question), "RRULE") == "FREQ=DAILY;COUNT=28\n");
}

TEST_CASE("the same reminders have the same UID whenever they are asked for, others have another") {
  Json question = sample_question();
  const std::string uid = values_of(calendar_of(question), "UID");
  CHECK(uid.size() == 32 + std::string("@unclench\n").size());
  question["stamp"] = "20261122T090000Z";
  CHECK(values_of(calendar_of(question), "UID") == uid);
  question["times"] = {"12:00", "07:30"};
  CHECK(values_of(calendar_of(question), "UID").find(uid) == uid.size());

  std::set<std::string> uids = {uid};
  const std::vector<std::pair<const char*, Json>> changes = {{"title", "Other"},
                                                             {"description", "More"},
                                                             {"url", "https://example.org"},
                                                             {"minutes", 13},
                                                             {"start", "2026-11-24"},
                                                             {"times", {"07:31"}},
                                                             {"days", {"mo"}},
                                                             {"weeks", 1}};
  for (const auto& [field, value] : changes) {
    Json other = sample_question();
    other[field] = value;
    uids.insert(values_of(calendar_of(other), "UID"));
  }
  CHECK(uids.size() == 1 + changes.size());
}
