#include "render/routine_view.h"

#include <algorithm>

#include "content/pages.h"
#include "render/exercise_view.h"
#include "render/json_ld.h"
#include "render/page_jobs.h"

namespace unclench::render {
namespace {

using content::Routine;

PageView article_routine_page(const Site& site, const Routine& routine, Diagnostics& diagnostics) {
  const content::Article& article =
      *site.edition.articles[static_cast<std::size_t>(routine.article)];
  CitationNumbers citations(site);
  PageView view = view_of("routine", routine);
  view.values.set("article", object("title", Value::borrowed(article.title), "url",
                                    site.url(article_address(article)), "file",
                                    Value::borrowed(article.file_name)));
  view.values.set("body", body_values(site, routine, citations, diagnostics));
  Value steps = Value::List();
  for (const content::RoutineStep& step : routine.steps) {
    const content::ArticleEntry* entry = content::entry_of(site.edition, routine, step);
    if (!entry) continue;
    Value values = entry_values(site, *entry);
    values.set("exercise", link_to_exercise(site, *site.edition.find_exercise(step.exercise.word)));
    values.set("change", Value::borrowed(step.change));
    values.set("editors", false);
    values.set("citations", citations.cite(step.change_sources));
    steps.add(std::move(values));
  }
  view.values.set("steps", std::move(steps));
  view.values.set("citations", citations.list());
  return view;
}

// A dose as it was chosen, in the words for those that are offered.
core::DoseRange exactly(const core::Dose& dose, int rest) {
  const auto only = [](int number) { return core::Range{number, number}; };
  return {only(dose.hold_seconds), only(dose.repetitions), only(dose.sets), rest};
}

template <typename Terms>
Value labels(core::Mask set, const Terms& terms) {
  Value list = Value::List();
  for (std::size_t i = 0; i < terms.size(); ++i)
    if (core::contains(set, static_cast<int>(i)))
      list.add(object("label", Value::borrowed(terms[i].label)));
  return list;
}

Value movement_values(const Site& site, const PlannedRoutine& plan, std::size_t place) {
  const core::PlannedMovement& planned = plan.routine.movements[place];
  const content::Exercise& exercise =
      *site.edition.exercises[static_cast<std::size_t>(planned.movement)];
  const core::Catalogue& terms = site.edition.terms;
  const auto posture = static_cast<std::size_t>(exercise.movement.posture);
  const bool moves = place == 0 || planned.change_seconds > 0;
  const auto stage = static_cast<std::size_t>(plan.request.stage);
  const int rest = exercise.movement.doses[stage] ? exercise.movement.doses[stage]->rest : 0;
  Value values = link_to_exercise(site, exercise);
  values.set("position", moves ? terms.postures[posture].label : "");
  values.set("is_first", place == 0);
  values.set("figure", figure_values(site, exercise));
  values.set("dose", site.phrases.dose(exercise.movement, exactly(planned.dose, rest)));
  values.set("time", site.phrases.duration(planned.seconds));
  values.set("reasons", Value::borrowed(plan.reasons[place]));
  Value care = Value::List();
  for (const std::string& note : planned.care) care.add(object("note", note));
  values.set("care", std::move(care));
  return values;
}

// The answers of a request as the builder and the session read them from an address.
std::string fragment_of(const core::RequestFields& fields) {
  const auto list = [](const std::vector<std::string>& ids) {
    std::string text;
    for (const std::string& id : ids) text += (text.empty() ? "" : ",") + id;
    return text;
  };
  std::string text = "#stage=" + fields.stage.value_or("") +
                     "&minutes=" + std::to_string(fields.minutes.value_or(0)) +
                     "&surfaces=" + list(fields.surfaces) + "&equipment=" + list(fields.equipment) +
                     "&conditions=" + list(fields.conditions);
  if (!fields.exclude.empty()) text += "&exclude=" + list(fields.exclude);
  if (!fields.include.empty()) text += "&include=" + list(fields.include);
  std::vector<std::string> doses;
  for (const auto& [exercise, step] : fields.doses)
    doses.push_back(exercise + "=" + std::to_string(step));
  if (!doses.empty()) text += "&doses=" + list(doses);
  if (!fields.focus.empty()) text += "&focus=" + list(fields.focus);
  if (fields.eases) text += "&eases=" + *fields.eases;
  if (fields.position_changes)
    text += "&position_changes=" + std::to_string(*fields.position_changes);
  if (fields.posture) text += "&posture=" + *fields.posture;
  if (fields.variety) text += "&variety=" + std::to_string(*fields.variety);
  return text;
}

Value plan_values(const Site& site, const PlannedRoutine& plan) {
  const core::Catalogue& terms = site.edition.terms;
  const core::Request& request = plan.request;
  const core::Routine& routine = plan.routine;
  Value movements = Value::List();
  for (std::size_t i = 0; i < routine.movements.size(); ++i)
    movements.add(movement_values(site, plan, i));
  return object(
      "stage", Value::borrowed(terms.stages[static_cast<std::size_t>(request.stage)].label),
      "surfaces", labels(request.surfaces, terms.surfaces), "has_equipment", request.equipment != 0,
      "equipment", labels(request.equipment, terms.equipment), "has_conditions",
      request.conditions != 0, "conditions", labels(request.conditions, terms.conditions), "time",
      site.phrases.duration(routine.total_seconds), "count", routine.movements.size(), "changes",
      routine.position_changes, "is_unproven", routine.status == core::Status::feasible,
      "movements", std::move(movements));
}

PageView planned_page(const Site& site, std::size_t place, Diagnostics& diagnostics) {
  const Routine& page = *site.edition.routines[place];
  CitationNumbers citations(site);
  PageView view = view_of("planned", page);
  Value& values = view.values;
  values.set("body", body_values(site, page, citations, diagnostics));
  values.set("citations", citations.list());
  const std::string fragment = fragment_of(page.request->fields);
  values.set("builder_url", site.url(builder_address) + fragment);
  values.set("session_url", site.templates.has("session") ? site.url("/session/") + fragment : "");
  // Where there is no plan, which was reported, there is no site either.
  const PlannedRoutine* plan = site.planned[place].get();
  values.set("plan", plan ? plan_values(site, *plan) : Value());
  if (plan && site.describes_pages) view.subject = exercise_plan(site, page, *plan);
  return view;
}

// Of everything that the page shows: its own file and the exercises in it.
Hash hash_of_routine(const Site& site, std::size_t place) {
  const content::Edition& edition = site.edition;
  const Routine& routine = *edition.routines[place];
  Hash hash = hash_of_shown(edition, routine);
  for (const content::RoutineStep& step : routine.steps)
    if (const content::Exercise* exercise = edition.find_exercise(step.exercise.word))
      hash = combine(hash, exercise->whole);
  if (const PlannedRoutine* plan = site.planned[place].get()) {
    hash = combine(hash, static_cast<Hash>(plan->routine.score));
    for (std::size_t i = 0; i < plan->reasons.size(); ++i) {
      const core::PlannedMovement& planned = plan->routine.movements[i];
      const auto exercise = static_cast<std::size_t>(planned.movement);
      hash = combine(combine(hash, edition.exercises[exercise]->whole),
                     combine(static_cast<Hash>(planned.step), hash_of(plan->reasons[i])));
    }
  }
  return hash;
}

}  // namespace

void add_routine_pages(const Site& site, std::vector<PageJob>& jobs) {
  for (std::size_t place = 0; place < site.edition.routines.size(); ++place) {
    const Routine& routine = *site.edition.routines[place];
    jobs.push_back(job_of(routine, routine_address(routine), hash_of_routine(site, place),
                          [&site, &routine, place](Diagnostics& diagnostics) {
                            return routine.request
                                       ? planned_page(site, place, diagnostics)
                                       : article_routine_page(site, routine, diagnostics);
                          }));
  }
}

}  // namespace unclench::render
