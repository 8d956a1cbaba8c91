// Reminders for a calendar, asked for in JSON.
#pragma once

#include "codec/answer.h"

namespace unclench::codec {

// Bytes of the texts.
inline constexpr std::size_t longest_title = 200;
inline constexpr std::size_t longest_description = 2000;
inline constexpr std::size_t longest_url = 4000;

inline constexpr int most_session_minutes = 600;
inline constexpr int most_times = 3;  // a day
inline constexpr int most_weeks = 52;

// { "title", "description", "url", "minutes", "start", "stamp", "times", "days", "weeks" } as
// docs/routine-format.md says; the answer is { "calendar": TEXT }. The catalogue is not looked at.
Answer calendar_answer(const core::Catalogue& catalogue, std::string_view question);

}  // namespace unclench::codec
