// Times the planner: plan_timer CATALOGUE REQUESTS, a file of JSON and one with a request in each
// line. For each request it prints a line of JSON: milliseconds for the whole answer with its
// reasons, and for the search alone.
#include <chrono>
#include <fstream>
#include <iostream>
#include <sstream>

#include "codec/answer.h"
#include "codec/catalogue_json.h"
#include "codec/request_json.h"
#include "core/solve.h"

using namespace unclench;

namespace {

template <typename Work>
double milliseconds(Work work) {
  const auto start = std::chrono::steady_clock::now();
  work();
  const std::chrono::duration<double, std::milli> time = std::chrono::steady_clock::now() - start;
  return time.count();
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: plan_timer CATALOGUE REQUESTS\n";
    return 2;
  }
  std::ostringstream text;
  text << std::ifstream(argv[1]).rdbuf();
  const auto catalogue = codec::decode_catalogue(text.str());
  if (!catalogue) {
    std::cerr << "error: " << argv[1] << " is not a catalogue\n";
    return 1;
  }
  std::ifstream requests(argv[2]);
  for (std::string line; std::getline(requests, line);) {
    const core::ResolvedRequest resolved =
        core::resolve_request(*catalogue, codec::parse_request(line).fields);
    if (!resolved.errors.empty()) return 1;
    core::Plan plan;
    const double search = milliseconds([&] {
      plan = core::solve(*catalogue, resolved.request, core::choices_of(resolved.request));
    });
    codec::Answer answer;
    const double whole = milliseconds([&] { answer = codec::answer(*catalogue, line); });
    std::cout << "{\"answer\":" << whole << ",\"search\":" << search
              << ",\"score\":" << plan.result.best.score << ",\"bound\":" << plan.result.bound
              << ",\"found\":" << (plan.result.best.found ? "true" : "false")
              << ",\"complete\":" << (plan.result.complete ? "true" : "false") << "}\n";
  }
}
