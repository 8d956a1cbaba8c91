// Questions about a routine that stands already: what a person's changes break, what could stand in
// the place of a movement, and how a session goes on after it was interrupted. As JSON; the format
// is in docs/routine-format.md.
#pragma once

#include <string_view>

#include "codec/answer.h"

namespace unclench::codec {

// { "request": {...}, "routine": {...} }
Answer review_answer(const core::Catalogue& catalogue, std::string_view question);

// { "request": {...}, "routine": {...}, "place": N }
Answer swap_answer(const core::Catalogue& catalogue, std::string_view question);

// { "request": {...}, "routine": {...}, "place": N, "why": WORD, "seconds_left": N,
// "posture": ID }; the posture may be missing.
Answer replan_answer(const core::Catalogue& catalogue, std::string_view question);

}  // namespace unclench::codec
