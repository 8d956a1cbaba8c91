// A routine read back from the JSON that the planner writes.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "verify/checker.h"

namespace unclench::verify {

// Nothing when the text is not such an answer; then `problem` says what is wrong with it.
std::optional<Claim> read_claim(std::string_view text, std::string& problem);

}  // namespace unclench::verify
