#include "codec/ask.h"

#include "base/joined.h"
#include "codec/calendar_json.h"
#include "codec/code_json.h"
#include "codec/edit_json.h"
#include "codec/progress_json.h"
#include "codec/timeline_json.h"

namespace unclench::codec {
namespace {

struct Question {
  const char* name;
  Answer (*answer)(const core::Catalogue& catalogue, std::string_view question);
};

constexpr Question questions[] = {
    {"plan", answer},          {"review", review_answer},       {"swap", swap_answer},
    {"replan", replan_answer}, {"timeline", timeline_answer},   {"progress", progress_answer},
    {"code", code_answer},     {"read-code", read_code_answer}, {"calendar", calendar_answer},
};

}  // namespace

std::vector<std::string> question_names() {
  std::vector<std::string> names;
  for (const Question& question : questions) names.emplace_back(question.name);
  return names;
}

Answer ask(const core::Catalogue& catalogue, std::string_view name, std::string_view question) {
  for (const Question& known : questions)
    if (name == known.name) return known.answer(catalogue, question);
  return {false, encode_errors({{"question", joined({"'", name, "' is not known"})}})};
}

}  // namespace unclench::codec
