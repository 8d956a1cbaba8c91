#include <iostream>

#include "cli/planning.h"
#include "codec/answer.h"
#include "core/solve.h"
#include "core/words.h"
#include "milp/model.h"

namespace unclench::cli {
namespace {

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
                << core::sentences(catalogue, conflict.because) << "\n";
    }
    if (!routine.changes.empty()) std::cout << "\nWhat would help:\n";
    for (const std::vector<core::Phrase>& changes : routine.changes)
      std::cout << "- " << core::sentences(catalogue, changes) << "\n";
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
    for (const core::Phrase& reason : planned.because)
      std::cout << "   " << core::sentence(catalogue, reason) << "\n";
    for (const std::string& care : planned.care) std::cout << "   Take care. " << care << "\n";
  }
  std::cout << "\nLeft out:\n";
  for (const core::LeftOut& left_out : routine.left_out)
    std::cout << "- " << title(left_out.movement) << ": "
              << core::sentences(catalogue, left_out.because) << "\n";
}

}  // namespace

int plan_command(const PlanOptions& options) {
  int code = done;
  const auto planning = read_planning(options, code);
  if (!planning) return code;
  const auto& [catalogue, request] = *planning;
  if (!options.export_as.empty()) {
    const core::Plan plan = core::solve(catalogue, request, core::choices_of(request));
    std::cout << milp::model_text(catalogue, request, plan.rules);
  } else {
    const core::Routine routine = core::plan(catalogue, request);
    if (options.format == "json")
      std::cout << codec::encode_routine(catalogue, routine);
    else
      print_text(catalogue, routine);
  }
  return done;
}

}  // namespace unclench::cli
