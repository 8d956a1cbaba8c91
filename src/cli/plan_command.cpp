#include <charconv>
#include <iostream>
#include <sstream>

#include "cli/pipeline.h"
#include "codec/answer.h"
#include "codec/request_json.h"
#include "content/edition.h"
#include "core/words.h"

namespace unclench::cli {
namespace {

using core::RequestError;
using core::RequestFields;

bool read_text(const std::string& name, std::string& text) {
  if (name == "-") {
    std::ostringstream input;
    input << std::cin.rdbuf();
    text = input.str();
    return true;
  }
  return read_file(name, text).empty();
}

void forget_errors_of(const std::string& field, std::vector<RequestError>& errors) {
  std::erase_if(errors, [&](const RequestError& error) { return error.field == field; });
}

void replace_if_given(const std::string& field, const std::vector<std::string>& given,
                      std::vector<std::string>& list, std::vector<RequestError>& errors) {
  if (given.empty()) return;
  forget_errors_of(field, errors);
  list.clear();
  for (const std::string& word : given)
    if (!word.empty()) list.push_back(word);
}

void read_minutes(const std::string& text, RequestFields& fields,
                  std::vector<RequestError>& errors) {
  forget_errors_of("minutes", errors);
  std::int64_t minutes = 0;
  const char* end = text.data() + text.size();
  const auto parsed = std::from_chars(text.data(), end, minutes);
  if (parsed.ec == std::errc() && parsed.ptr == end)
    fields.minutes = minutes;
  else
    errors.push_back({"minutes", "is '" + text + "'; it must be a whole number from " +
                                     std::to_string(core::shortest_minutes) + " to " +
                                     std::to_string(core::longest_minutes)});
}

// Options on the command line take the place of what the request says.
void apply_options(const PlanOptions& options, RequestFields& fields,
                   std::vector<RequestError>& errors) {
  if (!options.stage.empty()) {
    forget_errors_of("stage", errors);
    fields.stage = options.stage;
  }
  if (!options.minutes.empty()) read_minutes(options.minutes, fields, errors);
  replace_if_given("surfaces", options.surfaces, fields.surfaces, errors);
  replace_if_given("equipment", options.equipment, fields.equipment, errors);
  replace_if_given("conditions", options.conditions, fields.conditions, errors);
  replace_if_given("exclude", options.exclude, fields.exclude, errors);
  replace_if_given("include", options.include, fields.include, errors);
}

std::string clock(int seconds) {
  const std::string rest = std::to_string(seconds % 60);
  return std::to_string(seconds / 60) + ":" + (rest.size() < 2 ? "0" : "") + rest;
}

std::string dose_text(const core::Dose& dose) {
  std::string text;
  if (dose.hold_seconds > 0) text = "hold " + std::to_string(dose.hold_seconds) + " s, ";
  text += core::counted(dose.repetitions, "time", "times");
  if (dose.sides == 2) text += " each side";
  if (dose.sets > 1) text += ", " + std::to_string(dose.sets) + " sets";
  return text;
}

void print_text(const core::Catalogue& catalogue, const core::Routine& routine) {
  const auto title = [&](int movement) {
    return catalogue.movements[static_cast<std::size_t>(movement)].title;
  };
  if (routine.status == core::Status::infeasible) {
    std::cout << "No routine is possible.\n";
    for (const core::Conflict& conflict : routine.conflicts) {
      std::vector<std::string> titles;
      for (int movement : conflict.movements) titles.push_back(title(movement));
      std::cout << "  " << (titles.empty() ? "" : core::listed(titles, "and") + ": ")
                << conflict.reason << "\n";
    }
  } else {
    std::cout << clock(routine.total_seconds) << " minutes, "
              << core::counted(static_cast<std::int64_t>(routine.movements.size()), "movement",
                               "movements")
              << ", "
              << core::counted(routine.position_changes, "change of position",
                               "changes of position")
              << (routine.status == core::Status::optimal ? "" : " (best found in time)") << "\n\n";
  }
  int place = 0;
  for (const core::PlannedMovement& planned : routine.movements) {
    const core::Movement& movement =
        catalogue.movements[static_cast<std::size_t>(planned.movement)];
    std::cout << ++place << ". " << movement.title << " ("
              << core::lower_first(
                     catalogue.postures[static_cast<std::size_t>(movement.posture)].label)
              << "), " << dose_text(planned.dose) << ", " << clock(planned.seconds) << "\n";
    for (const std::string& reason : planned.reasons) std::cout << "   " << reason << "\n";
    for (const std::string& care : planned.care) std::cout << "   Take care. " << care << "\n";
  }
  std::cout << "\nLeft out:\n";
  for (const core::LeftOut& left_out : routine.left_out)
    std::cout << "- " << title(left_out.movement) << ": " << left_out.reason << "\n";
}

}  // namespace

int plan_command(const PlanOptions& options) {
  codec::ParsedRequest parsed;
  if (!options.request.empty()) {
    std::string text;
    if (!read_text(options.request, text)) {
      std::cerr << "error: request: cannot read '" << options.request << "'\n";
      return invalid_call;
    }
    parsed = codec::parse_request(text);
  }
  apply_options(options, parsed.fields, parsed.errors);
  if (options.format != "text" && options.format != "json")
    parsed.errors.push_back({"format", "is '" + options.format + "'; it must be text or json"});

  Diagnostics diagnostics;
  const content::LoadedEdition loaded = read_data(options.content, false, diagnostics);
  print_problems(diagnostics, "text");
  if (!diagnostics.empty()) return failed;

  const core::Catalogue catalogue = content::planning_catalogue(loaded.edition);
  const std::vector<RequestError> errors = codec::all_errors(catalogue, parsed);
  if (!errors.empty()) {
    for (const RequestError& error : errors)
      std::cerr << "error: " << error.field << ": " << error.message << "\n";
    return invalid_call;
  }
  const core::Routine routine =
      core::plan(catalogue, core::resolve_request(catalogue, parsed.fields).request);
  if (options.format == "json")
    std::cout << codec::encode_routine(catalogue, routine);
  else
    print_text(catalogue, routine);
  std::cout.flush();
  if (std::cout) return done;
  std::cerr << "error: the answer could not be written\n";
  return failed;
}

}  // namespace unclench::cli
