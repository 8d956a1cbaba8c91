// The kinds of problem that can be reported, each with an id and an explanation.
#pragma once

#include <string_view>
#include <vector>

namespace unclench {

enum class Severity {
  error,    // it cannot be published like this
  warning,  // it can, but it could be better
};

enum class Problem {
  unreadable,
  linked_folder,
  too_large,
  not_utf8,
  stray_file,
  bad_name,
  missing_file,
  yaml_syntax,
  yaml_feature,
  yaml_nesting,
  repeated_key,
  no_front_matter,
  missing_field,
  unknown_field,
  wrong_type,
  out_of_range,
  empty_value,
  unknown_word,
  unknown_source,
  repeated_item,
  too_many,
  bad_text,
  missing_verdict,
  missing_section,
  bad_dose,
  bad_relation,
  unfinished_page,
  no_source,
  repeated_entry,
  unknown_entry,
  planner_settings,
  bad_request,
  bad_figure,
  raw_html,
  bad_link,
  heading_level,
  bad_block,
  bad_image,
  dangling_link,
  dangling_anchor,
  repeated_id,
  repeated_address,
  template_syntax,
  missing_template,
  template_cycle,
  unknown_value,
  unknown_words,
  unknown_language,
  bad_translation,
  bad_import,
  dangling_url,
  not_built,
  contradiction,
  unused_dose,
  unusual_dose,
  unsourced_caution,
  unreachable_exercise,
  no_opening_rest,
  one_sided_relation,
  hard_to_read,
  long_sentence,
  old_review,
};

struct ProblemText {
  Problem problem;
  std::string_view id;           // public and stable: "unknown-field"
  std::string_view title;        // a line
  std::string_view explanation;  // what it means and how to mend it
  Severity severity = Severity::error;
};

// All of them, in the order of the enumeration.
const std::vector<ProblemText>& problem_texts();

// What helps where a page is named that is not finished.
inline constexpr const char* help_for_drafts = "publish it, or build with --drafts";

std::string_view id_of(Problem problem);
Severity severity_of(Problem problem);

// The explanation of an id; null when there is no such id.
const ProblemText* find_problem(std::string_view id);

}  // namespace unclench
