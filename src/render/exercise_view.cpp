#include "render/exercise_view.h"

#include "codec/catalogue_json.h"
#include "render/json_ld.h"
#include "render/page_jobs.h"

namespace unclench::render {
namespace {

using content::ArticleDose;
using content::ArticleEntry;
using content::Exercise;

template <typename Terms>
Value term_links(const Site& site, core::Mask set, const Terms& terms, const std::string& folder) {
  Value links = Value::List();
  for (std::size_t i = 0; i < terms.size(); ++i)
    if (core::contains(set, static_cast<int>(i)))
      links.add(object("title", Value::borrowed(terms[i].label), "url",
                       folder.empty() ? std::string() : site.url_of(folder, terms[i].id)));
  return links;
}

// A figure with what is said about it, or that it is not given.
std::string noted(const Site& site, const std::string& figure, const std::string& note) {
  if (figure.empty()) return note.empty() ? site.phrases.get("not_given") : note;
  return note.empty() ? figure : site.phrases.get("noted", {figure, note});
}

std::string per_day_words(const Site& site, const std::optional<core::Range>& per_day) {
  if (!per_day) return "";
  if (per_day->high == 1) return site.phrases.get("per_day.once");
  return site.phrases.get("per_day.many", {site.phrases.range(*per_day)});
}

// Every figure of an article's dose, also those that it does not give.
Value article_dose(const Site& site, const ArticleDose& dose) {
  const Phrases& phrases = site.phrases;
  Value rows = Value::List();
  const auto row = [&](const char* key, const std::string& figure, const std::string& note) {
    rows.add(object("label", phrases.get(std::string("article_dose.") + key), "value",
                    noted(site, figure, note)));
  };
  row("hold", dose.hold ? phrases.seconds(*dose.hold) : "", dose.hold_note);
  row("repetitions", dose.repetitions ? phrases.range(*dose.repetitions) : "",
      dose.repetitions_note);
  row("sets", dose.sets > 0 ? std::to_string(dose.sets) : "", "");
  row("sides", "", dose.sides_note);
  row("per_day", per_day_words(site, dose.per_day), dose.per_day_note);
  return rows;
}

}  // namespace

Value entry_values(const Site& site, const ArticleEntry& entry) {
  const content::Article* article = find_article(site.edition, entry.article);
  return object("id", Value::borrowed(entry.id), "name", Value::borrowed(entry.name), "order",
                entry.order, "article", article ? article->title : "", "article_url",
                article ? site.url(article_address(*article)) : "", "file",
                article ? article->file_name : "", "start", Value::borrowed(entry.start), "surface",
                Value::borrowed(entry.surface), "dose", article_dose(site, entry.dose), "caution",
                Value::borrowed(entry.caution), "note", Value::borrowed(entry.note));
}

namespace {

Value stage_doses(const Site& site, const Exercise& exercise, CitationNumbers& citations) {
  const core::Movement& movement = exercise.movement;
  Value doses = Value::List();
  for (std::size_t s = 0; s < movement.doses.size(); ++s) {
    const auto& dose = movement.doses[s];
    doses.add(object("stage", Value::borrowed(site.edition.terms.stages[s].label), "text",
                     dose ? site.phrases.dose(movement, *dose) : "", "offered", dose.has_value(),
                     "note", Value::borrowed(exercise.dose_notes[s]), "editors",
                     dose && exercise.dose_sources[s].empty(), "citations",
                     citations.cite(exercise.dose_sources[s])));
  }
  return doses;
}

Value condition_groups(const Site& site, const Exercise& exercise, CitationNumbers& citations) {
  const core::Movement& movement = exercise.movement;
  Value groups = Value::List();
  for (core::Verdict verdict : {core::Verdict::avoid, core::Verdict::care, core::Verdict::fine}) {
    Value rules = Value::List();
    for (std::size_t c = 0; c < movement.conditions.size(); ++c) {
      if (movement.conditions[c].verdict != verdict) continue;
      rules.add(object("title", Value::borrowed(site.edition.terms.conditions[c].label), "url",
                       site.url(condition_address(*site.edition.conditions[c])), "note",
                       Value::borrowed(movement.conditions[c].note), "editors",
                       exercise.condition_sources[c].empty(), "citations",
                       citations.cite(exercise.condition_sources[c])));
    }
    const std::string id = codec::verdict_id(verdict);
    if (rules.is_true())
      groups.add(object("title", site.phrases.get("verdicts." + id), "verdict", id, "rules",
                        std::move(rules)));
  }
  return groups;
}

Value links_to(const Site& site, const std::vector<content::PlacedWord>& exercises) {
  Value links = Value::List();
  for (const content::PlacedWord& word : exercises)
    if (const int place = site.edition.place_of_exercise(word.word); place >= 0)
      links.add(exercise_link(site, static_cast<std::size_t>(place)));
  return links;
}

Value facts(const Site& site, const Exercise& exercise) {
  const core::Catalogue& terms = site.edition.terms;
  const core::Movement& movement = exercise.movement;
  Value list = Value::List();
  const auto fact = [&](const char* key, Value links) {
    if (links.is_true())
      list.add(object("label", Value::borrowed(site.phrases.get(key)), "links", std::move(links)));
  };
  fact("facts.posture",
       term_links(site, core::mask_of(movement.posture), terms.postures, "postures"));
  fact("facts.surfaces", term_links(site, movement.surfaces, terms.surfaces, ""));
  fact("facts.needs_one_of", term_links(site, movement.needs_one_of, terms.equipment, "equipment"));
  fact("facts.helps", term_links(site, exercise.helps, terms.equipment, "equipment"));
  fact("facts.targets", term_links(site, target_set(movement), terms.targets, "targets"));
  fact("facts.phase", term_links(site, core::mask_of(movement.phase), terms.phases, ""));
  Value load;
  load.add(object("title",
                  Value::borrowed(site.phrases.get("load." + std::to_string(movement.load))), "url",
                  Value()));
  fact("facts.load", std::move(load));
  return list;
}

Value texts(const std::vector<std::string>& steps) {
  Value list = Value::List();
  for (const std::string& step : steps) list.add(object("text", Value::borrowed(step)));
  return list;
}

// How to get into the posture and out of it, wherever the exercise can be done.
Value ways(const Site& site, const Exercise& exercise, CitationNumbers& citations) {
  const auto posture = static_cast<std::size_t>(exercise.movement.posture);
  const auto at = [](const content::Way& way) { return static_cast<std::size_t>(way.surface); };
  Value list = Value::List();
  for (const content::Way& way : site.edition.term_texts.ways[posture])
    if (core::contains(exercise.movement.surfaces, way.surface))
      list.add(object("surface", Value::borrowed(site.edition.terms.surfaces[at(way)].label),
                      "surface_id", Value::borrowed(site.edition.terms.surfaces[at(way)].id),
                      "into", texts(way.into), "out_of", texts(way.out_of), "editors",
                      way.sources.empty(), "citations", citations.cite(way.sources)));
  return list;
}

Value routines_with(const Site& site, std::size_t index) {
  Value list = Value::List();
  for (std::size_t place : site.routines_by_exercise[index]) {
    const content::Routine& routine = *site.edition.routines[place];
    list.add(link_item(routine.title, site.url(routine_address(routine)), routine.summary));
  }
  return list;
}

Value entries(const Site& site, const Exercise& exercise) {
  Value list = Value::List();
  for (const ArticleEntry& entry : exercise.entries) list.add(entry_values(site, entry));
  return list;
}

constexpr std::string_view apart[] = {"steps", "stop-if"};  // sections that may stand by themselves

const Value::List& sections_in(const Value& page) {
  return *page.find("body")->find("sections")->as_list();
}

bool has_id(const Value& section, std::string_view id) {
  return section.find("id")->text() == id;
}

// A section of the body; nothing when the text, such as a translation, has none of that name.
Value section_values(const Value& page, std::string_view id) {
  for (const Value& section : sections_in(page))
    if (has_id(section, id)) return section;
  return {};
}

Value other_sections(const Value& page) {
  Value others = Value::List();
  for (const Value& section : sections_in(page))
    if (!has_id(section, apart[0]) && !has_id(section, apart[1])) others.add(section);
  return others;
}

PageView exercise_page(const Site& site, std::size_t index, Diagnostics& diagnostics) {
  const Exercise& exercise = *site.edition.exercises[index];
  CitationNumbers citations(site);
  PageView view = view_of("exercise", exercise);
  Value& values = view.values;
  values.set("not_offered", Value::borrowed(exercise.movement.not_offered));
  offer(site, values, "figure", [&] { return figure_values(site, exercise); });
  offer(site, values, "facts", [&] { return facts(site, exercise); });
  offer_cited(site, values, "doses", [&] { return stage_doses(site, exercise, citations); });
  values.set("body", body_values(site, exercise, citations, diagnostics));
  offer(site, values, "steps", [&] { return section_values(values, apart[0]); });
  offer(site, values, "stop_if", [&] { return section_values(values, apart[1]); });
  offer(site, values, "more", [&] { return other_sections(values); });
  if (site.describes_pages) view.subject = how_to(site, exercise);
  offer_cited(site, values, "conditions",
              [&] { return condition_groups(site, exercise, citations); });
  offer(site, values, "after", [&] { return links_to(site, exercise.after); });
  offer(site, values, "easier", [&] { return links_to(site, exercise.easier); });
  offer(site, values, "harder", [&] { return links_to(site, exercise.harder); });
  values.set("related",
             !exercise.after.empty() || !exercise.easier.empty() || !exercise.harder.empty());
  offer_cited(site, values, "ways", [&] { return ways(site, exercise, citations); });
  const auto phase = static_cast<std::size_t>(exercise.movement.phase);
  values.set("phase", Value::borrowed(site.edition.terms.phases[phase].label));
  values.set("phase_text", Value::borrowed(site.edition.term_texts.phases[phase]));
  values.set("has_routines", !site.routines_by_exercise[index].empty());
  offer(site, values, "routines", [&] { return routines_with(site, index); });
  offer(site, values, "entries", [&] { return entries(site, exercise); });
  offer_cited(site, values, "citations", [&] {
    citations.cite(exercise.references);
    return citations.list();
  });
  const auto& all = site.edition.exercises;
  values.set("previous", index > 0 ? exercise_link(site, index - 1) : Value());
  values.set("next", index + 1 < all.size() ? exercise_link(site, index + 1) : Value());
  return view;
}

// Of the page's own file and of the heads of the exercises that it links to.
Hash hash_of_exercise(const content::Edition& edition, std::size_t index) {
  const Exercise& exercise = *edition.exercises[index];
  Hash hash = hash_of_shown(edition, exercise);
  for (const auto* words : {&exercise.after, &exercise.easier, &exercise.harder})
    for (const content::PlacedWord& word : *words)
      if (const Exercise* other = edition.find_exercise(word.word))
        hash = combine(hash, other->head);
  if (index > 0) hash = combine(hash, edition.exercises[index - 1]->head);
  if (index + 1 < edition.exercises.size())
    hash = combine(hash, combine(1, edition.exercises[index + 1]->head));
  return hash;
}

}  // namespace

PageJob exercise_job(const Site& site, std::size_t place) {
  const Exercise& exercise = *site.edition.exercises[place];
  Hash inputs = hash_of_exercise(site.edition, place);
  for (std::size_t routine : site.routines_by_exercise[place])
    inputs = combine(inputs, site.edition.routines[routine]->head);
  PageJob job = job_of(
      exercise, exercise_address(exercise), inputs,
      [&site, place](Diagnostics& diagnostics) { return exercise_page(site, place, diagnostics); });
  if (site.pictures) job.picture = site.pictures->of_exercise(place);
  return job;
}

}  // namespace unclench::render
