// Every question that the core answers: the first line is its name, the rest the question.
#include <nlohmann/json.hpp>

#include "codec/ask.h"
#include "core/sample_catalogue.h"
#include "fuzz/fuzz.h"

using namespace unclench;
using nlohmann::json;

namespace {

void require_reasons(const json& answer) {
  fuzz::require(answer.contains("errors") && !answer["errors"].empty(), "a refusal has a reason");
  for (const json& error : answer["errors"])
    fuzz::require(
        !error["field"].get<std::string>().empty() && !error["message"].get<std::string>().empty(),
        "a reason has a place and a text");
}

void require_no_gaps(const json& answer) {
  fuzz::require(!answer["cues"].empty(), "a timeline has cues");
  std::int64_t now = 0;
  for (const json& cue : answer["cues"]) {
    fuzz::require(cue["start"] == now, "a cue begins where the one before it ends");
    fuzz::require((cue["length"] == 0) == (cue["kind"] == "done"), "only the end has no length");
    now += cue["length"].get<std::int64_t>();
  }
  fuzz::require(answer["cues"].back()["kind"] == "done", "the last cue is the end");
  fuzz::require(answer["total_milliseconds"] == now, "the cues are the whole session");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const core::Catalogue catalogue = [] {
    core::Catalogue sample = test::sample_catalogue();
    sample.planner.node_limit = 500;
    return sample;
  }();
  const std::string_view text = fuzz::as_text(data, size);
  const std::size_t end = std::min(text.find('\n'), text.size());
  const std::string_view name = text.substr(0, end);
  const std::string_view question = text.substr(std::min(end + 1, text.size()));

  const codec::Answer answer = codec::ask(catalogue, name, question);
  const json parsed = json::parse(answer.text, nullptr, false);
  fuzz::require(parsed.is_object(), "an answer is JSON");
  if (!answer.valid)
    require_reasons(parsed);
  else if (name == "timeline")
    require_no_gaps(parsed);
  const codec::Answer again = codec::ask(catalogue, name, question);
  fuzz::require(again.valid == answer.valid && again.text == answer.text,
                "the same question has the same answer");
  return 0;
}
