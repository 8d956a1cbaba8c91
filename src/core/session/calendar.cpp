#include "core/session/calendar.h"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace unclench::core {
namespace {

constexpr const char* day_names[] = {"MO", "TU", "WE", "TH", "FR", "SA", "SU"};

// The number at this place; -1 when there are not that many digits.
int digits(std::string_view text, std::size_t from, std::size_t count) {
  int number = 0;
  for (std::size_t i = from; i < from + count; ++i) {
    if (i >= text.size() || text[i] < '0' || text[i] > '9') return -1;
    number = number * 10 + (text[i] - '0');
  }
  return number;
}

std::optional<Date> date_of(int year, int month, int day) {
  if (year < 2000 || year > 2099 || month < 0 || day < 0) return std::nullopt;
  const Date date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                  std::chrono::day{static_cast<unsigned>(day)}};
  if (!date.ok()) return std::nullopt;
  return date;
}

bool is_below(int number, int limit) {
  return number >= 0 && number < limit;
}

// In UTF-8 a character has up to three bytes after its first.
bool continues_character(char c) {
  return (static_cast<unsigned char>(c) & 0xc0u) == 0x80u;
}

std::string padded(int number, std::size_t width) {
  const std::string text = std::to_string(number);
  return std::string(width - std::min(width, text.size()), '0') + text;
}

// Two numbers of 64 bits (FNV-1a from two beginnings, mixed at the end), as 32 hexadecimal digits.
// Not for secrets: it only has to tell one person's reminders apart.
class Digest {
 public:
  // The length goes in as well, so that no text can run into the next one.
  void add(std::string_view text) {
    mix(std::to_string(text.size()) + ":");
    mix(text);
  }
  void add(int number) { add(std::to_string(number)); }

  std::string hex() const { return hex_of(finished(first_)) + hex_of(finished(second_)); }

 private:
  void mix(std::string_view text) {
    constexpr std::uint64_t prime = 0x100000001b3u;
    for (const char c : text) {
      first_ = (first_ ^ static_cast<unsigned char>(c)) * prime;
      second_ = (second_ ^ static_cast<unsigned char>(c)) * prime;
    }
  }

  static std::uint64_t finished(std::uint64_t state) {
    state = (state ^ state >> 33) * 0xff51afd7ed558ccdu;
    state = (state ^ state >> 33) * 0xc4ceb9fe1a85ec53u;
    return state ^ state >> 33;
  }

  static std::string hex_of(std::uint64_t number) {
    std::string text;
    for (int shift = 60; shift >= 0; shift -= 4) text += "0123456789abcdef"[number >> shift & 15];
    return text;
  }

  std::uint64_t first_ = 0xcbf29ce484222325u;
  std::uint64_t second_ = 0x9e3779b97f4a7c15u;
};

class CalendarWriter {
 public:
  explicit CalendarWriter(const Reminders& reminders) : reminders_(reminders) {}

  std::string write() {
    line("BEGIN:VCALENDAR");
    line("VERSION:2.0");
    line("PRODID:-//Unclench//Unclench//EN");
    for (const TimeOfDay& time : reminders_.times) write_event(time);
    line("END:VCALENDAR");
    return std::move(text_);
  }

 private:
  void write_event(const TimeOfDay& time) {
    line("BEGIN:VEVENT");
    line("UID:" + uid(time));
    line("DTSTAMP:" + reminders_.stamp);
    line("DTSTART:" + beginning(time));
    line("DURATION:PT" + std::to_string(reminders_.minutes) + "M");
    line("RRULE:" + recurrence());
    line("SUMMARY:" + escaped(reminders_.title));
    if (!reminders_.description.empty()) line("DESCRIPTION:" + escaped(reminders_.description));
    if (!reminders_.url.empty()) line("URL:" + reminders_.url);
    line("END:VEVENT");
  }

  std::string uid(const TimeOfDay& time) const {
    Digest digest;
    digest.add(reminders_.title);
    digest.add(reminders_.description);
    digest.add(reminders_.url);
    digest.add(reminders_.minutes);
    digest.add(beginning(time));
    digest.add(recurrence());
    return digest.hex() + "@unclench";
  }

  std::string beginning(const TimeOfDay& time) const {
    const Date day = first_day(reminders_);
    return padded(static_cast<int>(day.year()), 4) +
           padded(static_cast<int>(static_cast<unsigned>(day.month())), 2) +
           padded(static_cast<int>(static_cast<unsigned>(day.day())), 2) + "T" +
           padded(time.hour, 2) + padded(time.minute, 2) + "00";
  }

  std::string recurrence() const {
    std::string names;
    int chosen = 0;
    for (std::size_t day = 0; day < days_in_week; ++day) {
      if (!reminders_.days[day]) continue;
      names += std::string(names.empty() ? "" : ",") + day_names[day];
      ++chosen;
    }
    const std::string rule = chosen == days_in_week ? "FREQ=DAILY" : "FREQ=WEEKLY;BYDAY=" + names;
    if (reminders_.weeks == 0) return rule;
    return rule + ";COUNT=" + std::to_string(reminders_.weeks * chosen);
  }

  static std::string escaped(const std::string& text) {
    std::string escaped;
    for (const char c : text) {
      if (c == '\\' || c == ';' || c == ',') escaped += '\\';
      if (c == '\n')
        escaped += "\\n";
      else
        escaped += c;
    }
    return escaped;
  }

  // What does not fit goes on in lines that begin with a space, which counts as one of their bytes.
  void line(std::string_view content) {
    std::size_t room = 75;
    while (content.size() > room) {
      std::size_t cut = room;
      while (cut > room - 3 && continues_character(content[cut])) --cut;
      text_.append(content.substr(0, cut)).append("\r\n ");
      content.remove_prefix(cut);
      room = 74;
    }
    text_.append(content).append("\r\n");
  }

  const Reminders& reminders_;
  std::string text_;
};

}  // namespace

std::optional<Date> read_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  return date_of(digits(text, 0, 4), digits(text, 5, 2), digits(text, 8, 2));
}

std::optional<TimeOfDay> read_time(std::string_view text) {
  if (text.size() != 5 || text[2] != ':') return std::nullopt;
  const TimeOfDay time{digits(text, 0, 2), digits(text, 3, 2)};
  if (!is_below(time.hour, 24) || !is_below(time.minute, 60)) return std::nullopt;
  return time;
}

bool is_stamp(std::string_view text) {
  return text.size() == 16 && text[8] == 'T' && text[15] == 'Z' &&
         date_of(digits(text, 0, 4), digits(text, 4, 2), digits(text, 6, 2)) &&
         is_below(digits(text, 9, 2), 24) && is_below(digits(text, 11, 2), 60) &&
         is_below(digits(text, 13, 2), 60);
}

Date first_day(const Reminders& reminders) {
  std::chrono::sys_days day = reminders.start;
  for (int later = 0; later < days_in_week; ++later) {
    const unsigned from_monday = std::chrono::weekday{day}.iso_encoding() - 1;
    if (reminders.days[from_monday]) break;
    day += std::chrono::days{1};
  }
  return day;
}

std::string calendar_text(const Reminders& reminders) {
  return CalendarWriter(reminders).write();
}

}  // namespace unclench::core
