#include "render/list_views.h"

#include "render/app_views.h"
#include "render/article_view.h"
#include "render/condition_view.h"
#include "render/evidence_view.h"
#include "render/exercise_lists.h"
#include "render/page_jobs.h"

namespace unclench::render {
namespace {

using content::Exercise;

// The first in the catalogue; null when none has a figure.
const Exercise* first_with_figure(const content::Edition& edition) {
  for (const auto& exercise : edition.exercises)
    if (exercise->figure) return exercise.get();
  return nullptr;
}

Value first_figure(const Site& site) {
  const Exercise* first = first_with_figure(site.edition);
  return first ? figure_values(site, *first) : Value();
}

Hash hash_of_first_figure(const content::Edition& edition) {
  const Exercise* first = first_with_figure(edition);
  return first ? first->whole : 0;
}

// The routines that are made here, not those of articles.
Value presets(const Site& site) {
  Value list = Value::List();
  for (const auto& routine : site.edition.routines)
    if (routine->request)
      list.add(object("title", Value::borrowed(routine->title), "url",
                      site.url(routine_address(*routine)), "summary",
                      Value::borrowed(routine->summary), "minutes",
                      static_cast<int>(routine->request->fields.minutes.value_or(0))));
  return list;
}

void add_home_page(const Site& site, std::vector<PageJob>& jobs) {
  const content::Edition& edition = site.edition;
  Hash inputs = combine(edition.exercises.size(), edition.articles.size());
  for (const auto& routine : edition.routines) inputs = combine(inputs, routine->whole);
  inputs = combine(inputs, hash_of_first_figure(edition));
  jobs.push_back(job_of("/", inputs, [&site](Diagnostics&) {
    PageView view = list_view("home", site.settings.title, site.settings.description);
    view.values.set("exercise_count", site.edition.exercises.size());
    view.values.set("condition_count", site.edition.conditions.size());
    view.values.set("article_count", site.edition.articles.size());
    view.values.set("presets", presets(site));
    view.values.set("figure", first_figure(site));
    return view;
  }));
}

void add_references_page(const Site& site, std::vector<PageJob>& jobs) {
  jobs.push_back(job_of("/references/", 0, [&site](Diagnostics&) {
    PageView view = named_list(site, "references", "references");
    Value list = Value::List();
    for (const content::Reference& reference : site.edition.references)
      list.add(object("key", Value::borrowed(reference.key), "title",
                      Value::borrowed(reference.title), "url", Value::borrowed(reference.url),
                      "grade", Value::borrowed(reference.grade), "seen",
                      Value::borrowed(reference.seen), "note", Value::borrowed(reference.note)));
    view.values.set("references", std::move(list));
    return view;
  }));
}

// What the theme has, for those who change it. An edition without the template has no such page.
void add_design_page(const Site& site, std::vector<PageJob>& jobs) {
  if (!site.templates.has("design")) return;
  PageJob job = job_of("/design/", hash_of_first_figure(site.edition), [&site](Diagnostics&) {
    PageView view =
        list_view("design", site.phrases.get("design.title"), site.phrases.get("design.summary"));
    view.values.set("figure", first_figure(site));
    return view;
  });
  job.listed = false;
  jobs.push_back(std::move(job));
}

// A page that has nothing but its text.
PageView text_page(const Site& site, const std::string& template_name,
                   const content::PageText& page, Diagnostics& diagnostics) {
  CitationNumbers citations(site);
  PageView view = view_of(template_name, page);
  view.values.set("body", body_values(site, page, citations, diagnostics));
  view.values.set("citations", citations.list());
  return view;
}

void add_guide_pages(const Site& site, std::vector<PageJob>& jobs) {
  for (const auto& guide : site.edition.guides)
    jobs.push_back(job_of(*guide, guide_address(*guide), hash_of_shown(site.edition, *guide),
                          [&site, &page = *guide](Diagnostics& diagnostics) {
                            return text_page(site, "guide", page, diagnostics);
                          }));
  add_index(site, "guides", site.edition.guides, guide_address, jobs);
}

// Those that are planned, and those of the articles.
void add_routine_index(const Site& site, std::vector<PageJob>& jobs) {
  Hash inputs = site.edition.routines.size();
  for (const auto& routine : site.edition.routines) inputs = combine(inputs, routine->head);
  jobs.push_back(job_of("/routines/", inputs, [&site](Diagnostics&) {
    PageView view = named_list(site, "routines", "routines");
    Value planned = Value::List(), published = Value::List();
    for (const auto& routine : site.edition.routines)
      (routine->request ? planned : published)
          .add(link_item(routine->title, site.url(routine_address(*routine)), routine->summary));
    view.values.set("has_planned", planned.is_true());
    view.values.set("has_published", published.is_true());
    view.values.set("planned", std::move(planned));
    view.values.set("published", std::move(published));
    return view;
  }));
}

}  // namespace

void add_list_pages(const Site& site, std::vector<PageJob>& jobs) {
  add_home_page(site, jobs);
  add_library_page(site, jobs);
  add_vocabulary_pages(site, jobs);
  add_condition_pages(site, jobs);
  add_routine_index(site, jobs);
  add_guide_pages(site, jobs);
  add_article_pages(site, jobs);
  add_references_page(site, jobs);
  if (site.settings.evidence) jobs.push_back(evidence_job(site));
  add_app_pages(site, jobs);
  add_search_page(site, jobs);
  add_design_page(site, jobs);
  for (const auto& page : site.edition.pages)
    jobs.push_back(job_of(*page, "/" + page->id + "/", hash_of_shown(site.edition, *page),
                          [&site, &text = *page](Diagnostics& diagnostics) {
                            return text_page(site, "page", text, diagnostics);
                          }));
}

PageJob not_found_page(const Site& site) {
  PageJob job = job_of("/404.html", 0, [&site](Diagnostics&) {
    return list_view("not_found", site.phrases.get("not_found.title"),
                     site.phrases.get("not_found.summary"));
  });
  job.listed = false;
  return job;
}

PageJob redirect_page(const Site& site, const content::PlacedWord& alias, const std::string& target,
                      const content::PageText& page) {
  PageJob job =
      job_of(alias.word, combine(hash_of(target), page.head), [&site, target, &page](Diagnostics&) {
        PageView view = list_view("redirect", page.title, page.summary);
        view.values.set("url", site.url(target));
        view.values.set("moved_to", site.url(target));
        return view;
      });
  job.listed = false;
  job.source = page.file->path;
  job.alias_file = page.file.get();
  job.alias_span = alias.span;
  return job;
}

}  // namespace unclench::render
