// Every question that the core answers, by name: what the command line and the browser both call.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "codec/answer.h"
#include "core/catalogue.h"

namespace unclench::codec {

// The names, in the order of docs/routine-format.md: "plan", "timeline" and so on.
std::vector<std::string> question_names();

// Answers a question given as JSON text. A name that is not known is refused.
Answer ask(const core::Catalogue& catalogue, std::string_view name, std::string_view question);

}  // namespace unclench::codec
