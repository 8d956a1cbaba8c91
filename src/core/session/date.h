// Dates of the calendar as day numbers: whole days since 1 January 1970, which is day 0.
#pragma once

#include <optional>
#include <string_view>

namespace unclench::core {

constexpr int days_from_civil(int year, int month, int day) {
  // Years that begin in March end in the leap day, so that it moves no other day of its year.
  const int y = month > 2 ? year : year - 1;
  const int m = month > 2 ? month - 3 : month + 9;
  return 365 * y + y / 4 - y / 100 + y / 400 + (153 * m + 2) / 5 + day - 1 - 719468;
}

inline constexpr int first_day = days_from_civil(2000, 1, 1);
inline constexpr int last_day = days_from_civil(2099, 12, 31);

constexpr int days_of_month(int year, int month) {
  constexpr int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return days[month - 1] + (month == 2 && leap ? 1 : 0);
}

// Whether the text has the form of a date, like 2026-11-21; the day need not exist.
constexpr bool looks_like_date(std::string_view text) {
  if (text.size() != 10) return false;
  for (std::size_t i = 0; i < text.size(); ++i)
    if (i == 4 || i == 7 ? text[i] != '-' : text[i] < '0' || text[i] > '9') return false;
  return true;
}

// The day number of a date like 2026-11-21; nothing when the calendar has no such day.
constexpr std::optional<int> parse_date(std::string_view text) {
  if (!looks_like_date(text)) return std::nullopt;
  const auto digit = [&](std::size_t place) { return text[place] - '0'; };
  const int year = digit(0) * 1000 + digit(1) * 100 + digit(2) * 10 + digit(3);
  const int month = digit(5) * 10 + digit(6), day = digit(8) * 10 + digit(9);
  if (month < 1 || month > 12 || day < 1 || day > days_of_month(year, month)) return std::nullopt;
  return days_from_civil(year, month, day);
}

}  // namespace unclench::core
