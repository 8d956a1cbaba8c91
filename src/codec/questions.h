// Questions by name. A build for the browser answers some of them, the program all.
#pragma once

#include <string_view>
#include <vector>

#include "codec/answer.h"
#include "core/catalogue.h"

namespace unclench::codec {

struct Question {
  const char* name;
  Answer (*answer)(const core::Catalogue& catalogue, std::string_view question);
};

// Answers a question given as JSON text. A name that is not among them is refused.
Answer ask_one_of(const std::vector<Question>& questions, const core::Catalogue& catalogue,
                  std::string_view name, std::string_view question);

}  // namespace unclench::codec
