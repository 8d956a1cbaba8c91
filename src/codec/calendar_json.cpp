#include "codec/calendar_json.h"

#include <algorithm>

#include "codec/answer_question.h"
#include "core/session/calendar.h"

namespace unclench::codec {
namespace {

using namespace core;

constexpr const char* day_ids[] = {"mo", "tu", "we", "th", "fr", "sa", "su"};

// U+0000 to U+001F but for line breaks, and U+007F to U+009F.
bool holds_control(const std::string& text) {
  unsigned char before = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte < 0x20 && byte != '\n') || byte == 0x7f) return true;
    if (before == 0xc2 && byte < 0xa0) return true;
    before = byte;
  }
  return false;
}

bool is_printable_ascii(char c) {
  return c > 0x20 && c < 0x7f;
}

class RemindersReader {
 public:
  explicit RemindersReader(const Fields& fields) : fields_(fields) {}

  Reminders read() {
    fields_.allow_only(
        {"title", "description", "url", "minutes", "start", "stamp", "times", "days", "weeks"});
    for (const char* name : {"title", "minutes", "start", "stamp", "times", "days"})
      fields_.require(name);
    read_title();
    reminders_.description = text("description", longest_description);
    read_url();
    reminders_.minutes =
        static_cast<int>(fields_.number("minutes", 1, most_session_minutes).value_or(1));
    read_start();
    read_stamp();
    read_times();
    read_days();
    reminders_.weeks = static_cast<int>(fields_.number("weeks", 1, most_weeks).value_or(0));
    return std::move(reminders_);
  }

 private:
  // The text; empty when it is not there or, with an error, no good.
  std::string text(const char* name, std::size_t longest) const {
    const std::string text = fields_.text(name).value_or("");
    if (text.size() > longest)
      fields_.fail(name, joined({"is longer than ", std::to_string(longest), " bytes"}));
    else if (holds_control(text))
      fields_.fail(name, "holds characters that cannot be written");
    else
      return text;
    return "";
  }

  void read_title() {
    const std::optional<std::string> given = fields_.text("title");
    if (!given) return;
    if (given->empty())
      fields_.fail("title", "is empty");
    else if (given->find('\n') != std::string::npos)
      fields_.fail("title", "must be one line");
    else
      reminders_.title = text("title", longest_title);
  }

  void read_url() {
    const std::optional<std::string> given = fields_.text("url");
    if (!given) return;
    const bool known_scheme = given->rfind("https://", 0) == 0 || given->rfind("http://", 0) == 0;
    if (given->size() > longest_url)
      fields_.fail("url", joined({"is longer than ", std::to_string(longest_url), " bytes"}));
    else if (!known_scheme)
      fields_.fail("url", "must begin with https:// or http://");
    else if (!std::all_of(given->begin(), given->end(), is_printable_ascii))
      fields_.fail("url", "holds characters that cannot stand in an address");
    else
      reminders_.url = *given;
  }

  void read_start() {
    const std::optional<std::string> given = fields_.text("start");
    if (!given) return;
    if (const auto date = read_date(*given))
      reminders_.start = *date;
    else
      fields_.fail("start", "must be a day from 2000-01-01 to 2099-12-31, written like 2026-11-23");
  }

  void read_stamp() {
    const std::optional<std::string> given = fields_.text("stamp");
    if (!given) return;
    if (is_stamp(*given))
      reminders_.stamp = *given;
    else
      fields_.fail("stamp", "must be a moment in UTC, written like 20261121T150000Z");
  }

  // A list of texts that is there, not empty and not too long; else an error.
  std::vector<std::string> few_texts(const char* name, int most) const {
    const JsonValue* list = fields_.list(name);
    if (!list) return {};
    const std::size_t given = list->size();
    if (given == 0) fields_.fail(name, "is empty");
    if (given <= static_cast<std::size_t>(most)) return fields_.texts(name);
    fields_.fail(name, joined({"has more than ", std::to_string(most), " entries"}));
    return {};
  }

  void read_times() {
    for (const std::string& given : few_texts("times", most_times)) {
      const auto time = read_time(given);
      std::vector<TimeOfDay>& times = reminders_.times;
      if (!time)
        fields_.fail("times",
                     joined({"'", given, "' must be from 00:00 to 23:59, written like 07:30"}));
      else if (std::find(times.begin(), times.end(), *time) != times.end())
        fields_.fail("times", joined({"'", given, "' is given twice"}));
      else
        times.push_back(*time);
    }
  }

  void read_days() {
    for (const std::string& given : few_texts("days", days_in_week)) {
      const auto* found = std::find(std::begin(day_ids), std::end(day_ids), given);
      if (found == std::end(day_ids)) {
        fields_.fail(
            "days",
            joined({"'", given, "' is not known; it must be one of: mo, tu, we, th, fr, sa, su"}));
        continue;
      }
      bool& chosen = reminders_.days[static_cast<std::size_t>(found - day_ids)];
      if (chosen) fields_.fail("days", joined({"'", given, "' is given twice"}));
      chosen = true;
    }
  }

  const Fields& fields_;
  Reminders reminders_;
};

void answer_calendar(const Catalogue&, const Fields& fields, Errors& errors, JsonText& json) {
  const Reminders reminders = RemindersReader(fields).read();
  if (!errors.empty()) return;
  json.begin_object().member("calendar", calendar_text(reminders)).end_object();
}

}  // namespace

Answer calendar_answer(const Catalogue& catalogue, std::string_view question) {
  return answer_question(catalogue, question, answer_calendar);
}

}  // namespace unclench::codec
