// What every question has in common: it is read, refused with everything that is wrong with it, or
// answered.
#pragma once

#include <string>
#include <string_view>

#include "codec/answer.h"
#include "codec/json_text.h"
#include "codec/question.h"

namespace unclench::codec {

// Reads the question and writes its answer, which counts when there were no errors.
using ReadQuestion = void (*)(const core::Catalogue& catalogue, const Fields& fields,
                              Errors& errors, JsonText& json);

// canonical: see parse_object.
Answer answer_question(const core::Catalogue& catalogue, std::string_view text, ReadQuestion read,
                       std::string (*canonical)(const std::string&) = nullptr);

}  // namespace unclench::codec
