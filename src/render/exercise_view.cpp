#include "render/exercise_view.h"

#include "codec/catalogue_json.h"
#include "core/words.h"
#include "render/words.h"

namespace unclench::render {
namespace {

using content::ArticleDose;
using content::ArticleEntry;
using content::Exercise;

constexpr const char* not_given = "not given";
constexpr const char* load_words[] = {"Rest", "Gentle", "Moderate", "Hard"};

template <typename Terms>
Json term_links(const Site& site, core::Mask set, const Terms& terms, const std::string& folder) {
  Json links = Json::array();
  for (std::size_t i = 0; i < terms.size(); ++i)
    if (core::contains(set, static_cast<int>(i)))
      links.push_back(
          {{"title", terms[i].label},
           {"url", folder.empty() ? "" : site.url("/" + folder + "/" + terms[i].id + "/")}});
  return links;
}

core::Mask target_set(const core::Movement& movement) {
  core::Mask set = 0;
  for (const core::TargetWeight& target : movement.targets) set |= core::mask_of(target.target);
  return set;
}

std::string with_note(const std::string& figure, const std::string& note) {
  if (figure.empty()) return note.empty() ? not_given : note;
  return note.empty() ? figure : figure + " (" + note + ")";
}

std::string per_day_words(const std::optional<core::Range>& per_day) {
  if (!per_day) return "";
  if (per_day->high == 1) return "once a day";
  return range_words(*per_day) + " times a day";
}

// Every figure of an article's dose, also those that it does not give.
Json article_dose(const ArticleDose& dose) {
  Json rows = Json::array();
  const auto row = [&](const char* label, const std::string& value) {
    rows.push_back({{"label", label}, {"value", value}});
  };
  row("Hold", with_note(dose.hold ? seconds_words(*dose.hold) : "", dose.hold_note));
  row("Repetitions",
      with_note(dose.repetitions ? range_words(*dose.repetitions) : "", dose.repetitions_note));
  row("Sets", dose.sets > 0 ? std::to_string(dose.sets) : not_given);
  row("Sides", with_note("", dose.sides_note));
  row("How often", with_note(per_day_words(dose.per_day), dose.per_day_note));
  return rows;
}

Json entry_values(const Site& site, const ArticleEntry& entry) {
  const content::Article* article = find_article(site.edition, entry.article);
  return {{"id", entry.id},
          {"name", entry.name},
          {"order", entry.order},
          {"article", article ? article->title : ""},
          {"article_url", article ? site.url(article_address(*article)) : ""},
          {"file", article ? article->file : ""},
          {"start", entry.start},
          {"surface", entry.surface},
          {"dose", article_dose(entry.dose)},
          {"caution", entry.caution},
          {"note", entry.note}};
}

Json stage_doses(const Site& site, int index, CitationNumbers& citations) {
  const core::Catalogue& catalogue = site.edition.catalogue;
  const core::Movement& movement = catalogue.movements[static_cast<std::size_t>(index)];
  const Exercise& exercise = site.edition.exercises[static_cast<std::size_t>(index)];
  Json doses = Json::array();
  for (std::size_t s = 0; s < catalogue.stages.size(); ++s) {
    const auto& dose = movement.doses[s];
    doses.push_back({{"stage", catalogue.stages[s].label},
                     {"text", dose ? dose_words(movement, *dose) : ""},
                     {"offered", dose.has_value()},
                     {"editors", dose && exercise.dose_sources[s].empty()},
                     {"citations", citations.cite(exercise.dose_sources[s])}});
  }
  return doses;
}

Json condition_groups(const Site& site, int index, CitationNumbers& citations) {
  const core::Catalogue& catalogue = site.edition.catalogue;
  const core::Movement& movement = catalogue.movements[static_cast<std::size_t>(index)];
  const Exercise& exercise = site.edition.exercises[static_cast<std::size_t>(index)];
  struct Group {
    core::Verdict verdict;
    const char* title;
  };
  Json groups = Json::array();
  for (const Group& group :
       {Group{core::Verdict::avoid, "Leave it out with"},
        Group{core::Verdict::care, "Take care with"}, Group{core::Verdict::fine, "Fine with"}}) {
    Json rules = Json::array();
    for (std::size_t c = 0; c < movement.conditions.size(); ++c) {
      if (movement.conditions[c].verdict != group.verdict) continue;
      rules.push_back({{"title", catalogue.conditions[c].label},
                       {"url", site.url(condition_address(site.edition.conditions[c]))},
                       {"note", movement.conditions[c].note},
                       {"editors", exercise.condition_sources[c].empty()},
                       {"citations", citations.cite(exercise.condition_sources[c])}});
    }
    if (!rules.empty())
      groups.push_back({{"title", group.title},
                        {"verdict", codec::verdict_id(group.verdict)},
                        {"rules", std::move(rules)}});
  }
  return groups;
}

Json links_to(const Site& site, const std::vector<int>& exercises) {
  Json links = Json::array();
  for (int exercise : exercises) links.push_back(exercise_link(site, exercise));
  return links;
}

Json facts(const Site& site, int index) {
  const core::Catalogue& catalogue = site.edition.catalogue;
  const core::Movement& movement = catalogue.movements[static_cast<std::size_t>(index)];
  const Exercise& exercise = site.edition.exercises[static_cast<std::size_t>(index)];
  Json list = Json::array();
  const auto fact = [&](const char* label, Json links) {
    if (!links.empty()) list.push_back({{"label", label}, {"links", std::move(links)}});
  };
  fact("Position",
       term_links(site, core::mask_of(movement.posture), catalogue.postures, "postures"));
  fact("Where", term_links(site, movement.surfaces, catalogue.surfaces, ""));
  fact("You need one of",
       term_links(site, movement.needs_one_of, catalogue.equipment, "equipment"));
  fact("Useful", term_links(site, exercise.helps, catalogue.equipment, "equipment"));
  fact("Works on", term_links(site, target_set(movement), catalogue.targets, "targets"));
  fact("Kind", term_links(site, core::mask_of(movement.phase), catalogue.phases, ""));
  fact("Effort", Json::array({{{"title", load_words[movement.load]}, {"url", ""}}}));
  return list;
}

}  // namespace

PageView exercise_page(const Site& site, int index) {
  const std::size_t i = static_cast<std::size_t>(index);
  const Exercise& exercise = site.edition.exercises[i];
  const core::Movement& movement = site.edition.catalogue.movements[i];
  CitationNumbers citations(site);
  PageView page;
  page.address = exercise_address(exercise);
  page.template_name = "exercise";
  page.title = exercise.title;
  page.description = exercise.summary;
  page.section = "exercises";
  Json& values = page.values;
  values["id"] = exercise.id;
  values["title"] = exercise.title;
  values["summary"] = exercise.summary;
  values["not_offered"] = movement.not_offered;
  values["facts"] = facts(site, index);
  values["doses"] = stage_doses(site, index, citations);
  values["body"] = body_values(site, exercise.body);
  values["conditions"] = condition_groups(site, index, citations);
  values["after"] = links_to(site, movement.after);
  values["easier"] = links_to(site, exercise.easier);
  values["harder"] = links_to(site, exercise.harder);
  values["related"] =
      !movement.after.empty() || !exercise.easier.empty() || !exercise.harder.empty();
  values["entries"] = Json::array();
  for (const ArticleEntry& entry : exercise.entries)
    values["entries"].push_back(entry_values(site, entry));
  citations.cite(exercise.references);
  values["citations"] = citations.list();
  values["reviewed"] = exercise.reviewed;
  values["previous"] = index > 0 ? exercise_link(site, index - 1) : Json();
  values["next"] = i + 1 < site.edition.exercises.size() ? exercise_link(site, index + 1) : Json();
  return page;
}

PageView routine_page(const Site& site, const content::ArticleRoutine& routine) {
  const content::Article& article =
      site.edition.articles[static_cast<std::size_t>(routine.article)];
  CitationNumbers citations(site);
  PageView page;
  page.address = routine_address(routine);
  page.template_name = "routine";
  page.title = routine.title;
  page.description = routine.summary;
  page.section = "routines";
  Json& values = page.values;
  values["title"] = routine.title;
  values["summary"] = routine.summary;
  values["article"] = {{"title", article.title},
                       {"url", site.url(article_address(article))},
                       {"file", article.file}};
  values["body"] = body_values(site, routine.body);
  values["steps"] = Json::array();
  for (std::size_t i = 0; i < routine.steps.size(); ++i) {
    const content::RoutineStep& step = routine.steps[i];
    const Exercise& exercise = site.edition.exercises[static_cast<std::size_t>(step.exercise)];
    Json values_of_step = entry_values(site, exercise.entries[step.entry]);
    values_of_step["exercise"] = exercise_link(site, step.exercise);
    values_of_step["change"] = step.change;
    values_of_step["citations"] = citations.cite(step.change_sources);
    values["steps"].push_back(std::move(values_of_step));
  }
  values["citations"] = citations.list();
  return page;
}

}  // namespace unclench::render
