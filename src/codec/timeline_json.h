// A played session as JSON.
#pragma once

#include "codec/answer.h"

namespace unclench::codec {

// A longer routine gets no timeline. Every cue takes at least a second, so this also says how long
// an answer can become.
inline constexpr int longest_session = 4 * 60 * 60;  // seconds

// The question is a routine as read_sequence reads it; the answer is
// { "total_milliseconds": N, "cues": [ ... ] } as docs/routine-format.md says.
Answer timeline_answer(const core::Catalogue& catalogue, std::string_view question);

}  // namespace unclench::codec
