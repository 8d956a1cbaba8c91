// A routine code, as it is and with the checksum that it should have: what is accepted is the only
// way to write its routine, and can be asked about again.
#include <nlohmann/json.hpp>

#include "codec/code_json.h"
#include "core/code/code_layout.h"
#include "core/code/routine_code.h"
#include "core/sample_catalogue.h"
#include "core/sequences.h"
#include "fuzz/fuzz.h"

using namespace unclench;

namespace {

std::string without_space_around(const std::string& text) {
  constexpr const char* space = " \t\n\v\f\r";
  const std::size_t start = text.find_first_not_of(space);
  return start == std::string::npos ? ""
                                    : text.substr(start, text.find_last_not_of(space) - start + 1);
}

void require_same_code(const core::Catalogue& catalogue, const core::DecodedRoutine& decoded,
                       const std::string& text) {
  const core::RoutineCode again = core::encode_routine_code(catalogue, decoded.sequence);
  fuzz::require(again.errors.empty(), "a routine that was read has a code");
  if (decoded.same_catalogue)
    fuzz::require(again.text == text, "a routine has one code");
  else
    fuzz::require(test::without_edition(again.text) == test::without_edition(text),
                  "a routine has one code in each edition");
  const nlohmann::json question = {{"code", text}};
  const codec::Answer routine = codec::read_code_answer(catalogue, question.dump());
  const codec::Answer code = codec::code_answer(catalogue, routine.text);
  fuzz::require(
      routine.valid && code.valid && nlohmann::json::parse(code.text)["code"] == again.text,
      "an answer is a routine that can be asked about");
}

void check(const core::Catalogue& catalogue, const std::string& text) {
  const core::DecodedRoutine decoded = core::decode_routine_code(catalogue, text);
  fuzz::require(decoded.errors.empty() != decoded.sequence.steps.empty(),
                "there is a routine, or there are errors");
  for (const core::RequestError& error : decoded.errors)
    fuzz::require(error.field == "code" && !error.message.empty(), "a refusal has a reason");
  if (decoded.errors.empty()) require_same_code(catalogue, decoded, without_space_around(text));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const core::Catalogue catalogue = test::sample_catalogue();
  const std::string text(fuzz::as_text(data, size));
  check(catalogue, text);
  constexpr std::size_t checksum = core::code_layout::checksum_width;
  if (size > checksum)
    check(catalogue, core::code_layout::with_checksum(text.substr(0, size - checksum)));
  return 0;
}
