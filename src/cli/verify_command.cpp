#include <iostream>

#include "cli/planning.h"
#include "verify/claim_json.h"

namespace unclench::cli {

int verify_command(const PlanOptions& options) {
  int code = done;
  const auto planning = read_planning(options, code);
  if (!planning) return code;
  std::string text, problem;
  if (!read_text(options.routine, text)) {
    std::cerr << "error: cannot read '" << options.routine << "'\n";
    return invalid_call;
  }
  const auto claim = verify::read_claim(text, problem);
  if (!claim) {
    std::cerr << "error: " << options.routine << " is not an answer of the planner: " << problem
              << "\n";
    return invalid_call;
  }
  const auto problems = verify::problems_of(planning->catalogue, planning->request, *claim);
  for (const std::string& each : problems) std::cerr << "error: " << each << "\n";
  if (!problems.empty()) return failed;
  if (claim->movements.empty())
    std::cout << "There is no routine to check.\n";
  else
    std::cout << "The routine keeps every rule; its time and its score are right.\n";
  return done;
}

}  // namespace unclench::cli
