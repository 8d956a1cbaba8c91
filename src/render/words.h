// Doses in words.
#pragma once

#include <string>

#include "content/model.h"

namespace unclench::render {

// "10", or "10 to 30".
std::string range_words(const core::Range& range);

// "10 seconds", "1 minute", "1 to 5 minutes", "2 to 5 seconds".
std::string seconds_words(const core::Range& seconds);

// What a stage's dose asks for: "Hold 10 to 20 seconds, 2 to 3 times, each side".
std::string dose_words(const core::Movement& movement, const core::DoseRange& dose);

}  // namespace unclench::render
