// Reminders for a calendar: the same session on chosen days of the week, as RFC 5545 text.
#pragma once

#include <array>
#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace unclench::core {

using Date = std::chrono::year_month_day;

struct TimeOfDay {
  int hour = 0;    // 0 to 23
  int minute = 0;  // 0 to 59
  friend bool operator==(const TimeOfDay& a, const TimeOfDay& b) {
    return a.hour == b.hour && a.minute == b.minute;
  }
};

inline constexpr int days_in_week = 7;

struct Reminders {
  std::string title;             // UTF-8 without control characters
  std::string description;       // UTF-8; of control characters only line breaks; may be empty
  std::string url;               // an address in ASCII without spaces; may be empty
  int minutes = 1;               // of one session, from 1
  Date start{};                  // nothing is planned before it
  std::string stamp;             // when this was asked for, as is_stamp accepts it
  std::vector<TimeOfDay> times;  // one event each
  std::array<bool, days_in_week> days{};  // from Monday; at least one
  int weeks = 0;                          // how long it goes on; 0 without end
};

// "2026-11-23", a day of the calendar from 2000 to 2099; nothing for any other text.
std::optional<Date> read_date(std::string_view text);

// "07:30", from 00:00 to 23:59; nothing for any other text.
std::optional<TimeOfDay> read_time(std::string_view text);

// "20261121T150000Z": a moment of these years in UTC, without leap seconds.
bool is_stamp(std::string_view text);

// The first of the chosen days that is not before the start.
Date first_day(const Reminders& reminders);

// A VCALENDAR with one VEVENT for each time of day, in floating time, so that it is right wherever
// the person is. Lines end in CRLF and have at most 75 bytes. The same reminders have the same
// UIDs, whatever their stamp.
std::string calendar_text(const Reminders& reminders);

}  // namespace unclench::core
