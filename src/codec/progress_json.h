// The question `progress` and its answer as JSON.
#pragma once

#include <string_view>

#include "codec/answer.h"

namespace unclench::codec {

inline constexpr std::size_t most_sessions = 1000;       // of one history
inline constexpr std::size_t most_movements_done = 100;  // in one session

// Answers a history with the dose steps for the next request, as docs/routine-format.md says.
// Movements that the catalogue does not have are passed over and named in the answer.
Answer progress_answer(const core::Catalogue& catalogue, std::string_view question);

}  // namespace unclench::codec
