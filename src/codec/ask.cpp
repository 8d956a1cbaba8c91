#include "codec/ask.h"

#include "codec/calendar_json.h"
#include "codec/code_json.h"
#include "codec/edit_json.h"
#include "codec/progress_json.h"
#include "codec/questions.h"
#include "codec/timeline_json.h"

namespace unclench::codec {
namespace {

const std::vector<Question>& questions() {
  static const std::vector<Question> all = {
      {"plan", answer},          {"review", review_answer},       {"swap", swap_answer},
      {"replan", replan_answer}, {"timeline", timeline_answer},   {"progress", progress_answer},
      {"code", code_answer},     {"read-code", read_code_answer}, {"calendar", calendar_answer},
  };
  return all;
}

}  // namespace

std::vector<std::string> question_names() {
  std::vector<std::string> names;
  for (const Question& question : questions()) names.emplace_back(question.name);
  return names;
}

Answer ask(const core::Catalogue& catalogue, std::string_view name, std::string_view question) {
  return ask_one_of(questions(), catalogue, name, question);
}

}  // namespace unclench::codec
