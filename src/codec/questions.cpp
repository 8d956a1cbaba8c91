#include "codec/questions.h"

#include "base/joined.h"

namespace unclench::codec {

Answer ask_one_of(const std::vector<Question>& questions, const core::Catalogue& catalogue,
                  std::string_view name, std::string_view question) {
  for (const Question& known : questions)
    if (name == known.name) return known.answer(catalogue, question);
  return {false, encode_errors({{"question", joined({"'", name, "' is not known"})}})};
}

}  // namespace unclench::codec
