// A request as JSON, answered from the catalogue of a small edition.
#include <nlohmann/json.hpp>

#include "codec/answer.h"
#include "core/sample_catalogue.h"
#include "fuzz/fuzz.h"

using namespace unclench;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const core::Catalogue catalogue = [] {
    core::Catalogue sample = test::sample_catalogue();
    sample.planner.node_limit = 500;
    return sample;
  }();
  const std::string_view text = fuzz::as_text(data, size);
  const codec::Answer answer = codec::answer(catalogue, text);
  const nlohmann::json parsed = nlohmann::json::parse(answer.text, nullptr, false);
  fuzz::require(parsed.is_object(), "an answer is JSON");
  fuzz::require(parsed.contains(answer.valid ? "movements" : "errors"),
                "an answer has movements or errors");
  fuzz::require(answer.valid || !parsed["errors"].empty(), "a refusal has a reason");
  fuzz::require(codec::answer(catalogue, text).text == answer.text,
                "the same request has the same answer");
  return 0;
}
