#include <iostream>
#include <sstream>

#include "cli/planning.h"
#include "codec/ask.h"

namespace unclench::cli {
namespace {

// Errors are part of the answer, so that a program needs to read only one place.
int answer_all(const core::Catalogue& catalogue, const AskOptions& options,
               const std::string& text) {
  int code = done;
  const auto print_answer = [&](const std::string& question) {
    const codec::Answer answer = codec::ask(catalogue, options.name, question);
    std::cout << answer.text;
    if (!answer.valid) code = invalid_call;
  };
  if (!options.lines) {
    print_answer(text);
    return code;
  }
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) print_answer(line);
  return code;
}

}  // namespace

int ask_command(const AskOptions& options) {
  std::string text;
  if (!read_text(options.question, text)) {
    std::cerr << "error: question: cannot read '" << options.question << "'\n";
    return invalid_call;
  }
  const auto catalogue = read_catalogue(options.content, options.catalogue);
  if (!catalogue) return failed;
  return answer_all(*catalogue, options, text);
}

}  // namespace unclench::cli
