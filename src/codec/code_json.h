// Routine codes as questions: a routine into its code, and back.
#pragma once

#include "codec/answer.h"

namespace unclench::codec {

// A routine as `read_sequence` takes it; answered with { "code": TEXT }.
Answer code_answer(const core::Catalogue& catalogue, std::string_view question);

// { "code": TEXT }; answered with a routine as `read_sequence` takes it, and whether the code was
// made with this catalogue: "same_catalogue".
Answer read_code_answer(const core::Catalogue& catalogue, std::string_view question);

}  // namespace unclench::codec
