#include "cli/planning.h"

#include <charconv>
#include <iostream>
#include <sstream>

#include "cli/pipeline.h"
#include "codec/answer.h"
#include "codec/catalogue_json.h"
#include "codec/request_json.h"
#include "content/edition.h"

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
