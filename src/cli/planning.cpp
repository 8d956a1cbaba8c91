#include "cli/planning.h"

#include <charconv>
#include <iostream>
#include <sstream>

#include "cli/pipeline.h"
#include "codec/answer.h"
#include "codec/catalogue_json.h"
#include "codec/request_json.h"
#include "content/edition.h"
#include "core/limits.h"

namespace unclench::cli {
namespace {

using core::RequestError;
using core::RequestFields;

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

std::optional<std::int64_t> whole_number(const std::string& text) {
  std::int64_t number = 0;
  const char* end = text.data() + text.size();
  const auto parsed = std::from_chars(text.data(), end, number);
  if (parsed.ec == std::errc() && parsed.ptr == end) return number;
  return std::nullopt;
}

void replace_if_given(const std::string& field, const std::string& given,
                      std::optional<std::string>& text, std::vector<RequestError>& errors) {
  if (given.empty()) return;
  forget_errors_of(field, errors);
  text = given;
}

void replace_if_given(const std::string& field, const std::string& given,
                      std::optional<std::int64_t>& number, std::int64_t low, std::int64_t high,
                      std::vector<RequestError>& errors) {
  if (given.empty()) return;
  forget_errors_of(field, errors);
  number = whole_number(given);
  if (!number)
    errors.push_back({field, "is '" + given + "'; it must be a whole number from " +
                                 std::to_string(low) + " to " + std::to_string(high)});
}

void replace_doses_if_given(const std::vector<std::string>& given, RequestFields& fields,
                            std::vector<RequestError>& errors) {
  if (given.empty()) return;
  forget_errors_of("doses", errors);
  fields.doses.clear();
  for (const std::string& word : given) {
    if (word.empty()) continue;
    const std::size_t sign = std::min(word.find('='), word.size());
    const auto step = whole_number(word.substr(std::min(sign + 1, word.size())));
    if (step)
      fields.doses.emplace_back(word.substr(0, sign), *step);
    else
      errors.push_back({"doses", "'" + word + "' must be an exercise and a dose step: bridge=2"});
  }
}

// Options on the command line take the place of what the request says.
void apply_options(const PlanOptions& options, RequestFields& fields,
                   std::vector<RequestError>& errors) {
  replace_if_given("stage", options.stage, fields.stage, errors);
  replace_if_given("minutes", options.minutes, fields.minutes, core::shortest_minutes,
                   core::longest_minutes, errors);
  replace_if_given("surfaces", options.surfaces, fields.surfaces, errors);
  replace_if_given("equipment", options.equipment, fields.equipment, errors);
  replace_if_given("conditions", options.conditions, fields.conditions, errors);
  replace_if_given("exclude", options.exclude, fields.exclude, errors);
  replace_if_given("include", options.include, fields.include, errors);
  replace_doses_if_given(options.doses, fields, errors);
  replace_if_given("focus", options.focus, fields.focus, errors);
  replace_if_given("eases", options.eases, fields.eases, errors);
  replace_if_given("helped", options.helped, fields.helped, errors);
  replace_if_given("hurt", options.hurt, fields.hurt, errors);
  replace_if_given("recent", options.recent, fields.recent, errors);
  replace_if_given("position_changes", options.position_changes, fields.position_changes, 0,
                   core::limits::position_changes, errors);
  replace_if_given("posture", options.posture, fields.posture, errors);
  replace_if_given("variety", options.variety, fields.variety, 0, core::largest_variety, errors);
}

}  // namespace

bool read_text(const std::string& name, std::string& text) {
  if (name == "-") {
    std::ostringstream input;
    input << std::cin.rdbuf();
    text = input.str();
    return true;
  }
  return read_file(name, text).empty();
}

std::optional<core::Catalogue> read_catalogue(const std::string& content, const std::string& name) {
  if (name.empty()) {
    Diagnostics diagnostics;
    const content::LoadedEdition loaded = read_data(content, false, diagnostics);
    print_problems(diagnostics, "text");
    if (!diagnostics.empty()) return std::nullopt;
    return content::planning_catalogue(loaded.edition);
  }
  std::string text;
  if (!read_text(name, text)) {
    std::cerr << "error: cannot read '" << name << "'\n";
    return std::nullopt;
  }
  auto catalogue = codec::decode_catalogue(text);
  if (!catalogue)
    std::cerr << "error: '" << name << "' is not a catalogue of version "
              << codec::catalogue_version << ", complete and consistent\n";
  return catalogue;
}

std::optional<Planning> read_planning(const PlanOptions& options, int& code) {
  codec::ParsedRequest parsed;
  code = invalid_call;
  if (!options.request.empty()) {
    std::string text;
    if (!read_text(options.request, text)) {
      std::cerr << "error: request: cannot read '" << options.request << "'\n";
      return std::nullopt;
    }
    parsed = codec::parse_request(text);
  }
  apply_options(options, parsed.fields, parsed.errors);
  if (options.format != "text" && options.format != "json")
    parsed.errors.push_back({"format", "is '" + options.format + "'; it must be text or json"});

  auto catalogue = read_catalogue(options.content, options.catalogue);
  if (!catalogue) {
    code = failed;
    return std::nullopt;
  }
  const std::vector<RequestError> errors = codec::all_errors(*catalogue, parsed);
  for (const RequestError& error : errors)
    std::cerr << "error: " << error.field << ": " << error.message << "\n";
  if (!errors.empty()) return std::nullopt;
  code = done;
  core::Request request = core::resolve_request(*catalogue, parsed.fields).request;
  return Planning{std::move(*catalogue), std::move(request)};
}

}  // namespace unclench::cli
