// A routine as JSON: what `plan` answers, or as much of it as a person keeps.
#pragma once

#include "codec/json_text.h"
#include "codec/question.h"
#include "core/sequence.h"

namespace unclench::codec {

// Writes the member "dose".
void write_dose(JsonText& json, const core::Dose& dose);

inline constexpr std::size_t most_steps = core::Sequence::most_steps;  // of one routine
inline constexpr std::size_t longest_note = core::Step::longest_note;  // bytes of one note

// { "stage": ID, "posture": ID, "movements": [ { "id": ID, "dose": {...} or "step": 0 to 3,
// "surface": ID, "note": TEXT } ] }, as docs/routine-format.md says. `posture`, `surface` and
// `note` may be missing. What an answer of the planner says besides that is passed over; any other
// field is an error. Whether the routine keeps the rules is not looked at. The sequence is good for
// use when no error was added.
// A movement without a surface is done on the first that it can be done on, of `preferred` if any.
core::Sequence read_sequence(const core::Catalogue& catalogue, const Fields& fields,
                             core::Mask preferred = ~core::Mask{0});

}  // namespace unclench::codec
