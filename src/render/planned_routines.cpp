#include "render/planned_routines.h"

#include <algorithm>

#include "base/parallel.h"

namespace unclench::render {
namespace {

using content::Edition;
using content::PlacedRequest;

Hash hash_of_plans(const Edition& edition) {
  Hash hash = edition.shared;
  for (const auto& exercise : edition.exercises)
    hash = combine(combine(hash, exercise->whole), exercise->head);
  return hash;
}

Span span_of(const PlacedRequest& request, const std::string& field) {
  for (const auto& [name, span] : request.field_spans)
    if (name == field) return span;
  return request.span;
}

// Why there is no routine, and what would make one possible.
void report_impossible(const core::Catalogue& catalogue, const content::Routine& page,
                       const core::Routine& routine, Diagnostics& diagnostics) {
  std::string reasons;
  for (const core::Conflict& conflict : routine.conflicts)
    reasons += (reasons.empty() ? "" : " ") + core::sentences(catalogue, conflict.because);
  std::string help;
  for (const std::vector<core::Phrase>& change : routine.changes)
    help += (help.empty() ? "" : " Or: ") + core::sentences(catalogue, change);
  diagnostics.add(Problem::bad_request, *page.file, page.request->span,
                  "no routine fits this request" + (reasons.empty() ? "" : ": " + reasons), help);
}

std::shared_ptr<const PlannedRoutine> plan_routine(const core::Catalogue& catalogue,
                                                   const content::Routine& page,
                                                   Diagnostics& diagnostics) {
  core::ResolvedRequest resolved = core::resolve_request(catalogue, page.request->fields);
  for (const core::RequestError& error : resolved.errors)
    diagnostics.add(Problem::bad_request, *page.file, span_of(*page.request, error.field),
                    "'" + error.field + "': " + error.message);
  if (!resolved.errors.empty()) return nullptr;
  auto planned = std::make_shared<PlannedRoutine>();
  planned->routine = core::plan(catalogue, resolved.request);
  planned->request = std::move(resolved.request);
  for (const core::PlannedMovement& movement : planned->routine.movements)
    planned->reasons.push_back(core::sentences(catalogue, movement.because));
  if (planned->routine.status != core::Status::infeasible) return planned;
  report_impossible(catalogue, page, planned->routine, diagnostics);
  return nullptr;
}

}  // namespace

PlannedRoutines plan_routines(const Edition& edition, unsigned threads, PlannedMemory& memory,
                              Diagnostics& diagnostics) {
  const auto& routines = edition.routines;
  PlannedRoutines planned(routines.size());
  const auto is_planned = [](const auto& page) { return page->request.has_value(); };
  if (std::none_of(routines.begin(), routines.end(), is_planned)) return planned;
  const Hash inputs = hash_of_plans(edition);
  if (memory.inputs != inputs) memory = {inputs, {}};
  std::vector<std::size_t> missing;
  for (std::size_t i = 0; i < routines.size(); ++i) {
    const auto known = memory.entries.find(routines[i]->id);
    if (!is_planned(routines[i])) continue;
    if (known != memory.entries.end() && known->second.file == routines[i]->whole)
      planned[i] = known->second.planned;
    else
      missing.push_back(i);
  }
  if (missing.empty()) return planned;
  const core::Catalogue catalogue = content::planning_catalogue(edition);
  std::vector<Diagnostics> problems(missing.size());
  for_each_index(missing.size(), threads, [&](std::size_t n) {
    planned[missing[n]] = plan_routine(catalogue, *routines[missing[n]], problems[n]);
  });
  for (std::size_t n = 0; n < missing.size(); ++n) {
    diagnostics.add(problems[n]);
    const content::Routine& page = *routines[missing[n]];
    if (planned[missing[n]]) memory.entries[page.id] = {page.whole, planned[missing[n]]};
  }
  return planned;
}

std::vector<std::vector<std::size_t>> routines_by_exercise(const Edition& edition,
                                                           const PlannedRoutines& planned) {
  std::vector<std::vector<std::size_t>> by_exercise(edition.exercises.size());
  const auto note = [&](int exercise, std::size_t routine) {
    if (exercise < 0) return;
    std::vector<std::size_t>& list = by_exercise[static_cast<std::size_t>(exercise)];
    if (list.empty() || list.back() != routine) list.push_back(routine);
  };
  for (std::size_t r = 0; r < edition.routines.size(); ++r) {
    for (const content::RoutineStep& step : edition.routines[r]->steps)
      note(edition.place_of_exercise(step.exercise.word), r);
    if (r < planned.size() && planned[r])
      for (const core::PlannedMovement& movement : planned[r]->routine.movements)
        note(movement.movement, r);
  }
  return by_exercise;
}

}  // namespace unclench::render
