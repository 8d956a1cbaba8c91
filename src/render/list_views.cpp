#include "render/list_views.h"

#include <algorithm>

#include "codec/catalogue_json.h"

namespace unclench::render {
namespace {

using content::Exercise;

Json item(const std::string& title, const std::string& url, const std::string& summary) {
  return {{"title", title}, {"url", url}, {"summary", summary}};
}

// The exercises that pass, in catalogue order.
template <typename Passes>
Json exercises_where(const Site& site, Passes passes) {
  Json list = Json::array();
  const auto& movements = site.edition.catalogue.movements;
  for (std::size_t i = 0; i < movements.size(); ++i)
    if (passes(i)) list.push_back(exercise_link(site, static_cast<int>(i)));
  return list;
}

PageView page_of(const std::string& address, const std::string& template_name,
                 const std::string& title, const std::string& description) {
  PageView page;
  page.address = address;
  page.template_name = template_name;
  page.title = title;
  page.description = description;
  const std::size_t end = address.find('/', 1);
  page.section = end == std::string::npos ? "" : address.substr(1, end - 1);
  page.values["title"] = title;
  page.values["summary"] = description;
  return page;
}

Json terms_with_texts(const auto& terms, const std::vector<std::string>& texts) {
  Json list = Json::array();
  for (std::size_t i = 0; i < terms.size(); ++i)
    list.push_back({{"id", terms[i].id}, {"label", terms[i].label}, {"description", texts[i]}});
  return list;
}

Json conditions_with_texts(const Site& site) {
  Json list = Json::array();
  for (std::size_t i = 0; i < site.edition.conditions.size(); ++i)
    list.push_back({{"id", site.edition.catalogue.conditions[i].id},
                    {"label", site.edition.catalogue.conditions[i].label},
                    {"description", site.edition.conditions[i].summary}});
  return list;
}

PageView home_page(const Site& site) {
  PageView page = page_of("/", "home", site.settings.title, site.settings.description);
  page.values["tagline"] = site.settings.tagline;
  page.values["exercise_count"] = site.edition.exercises.size();
  page.values["condition_count"] = site.edition.conditions.size();
  page.values["article_count"] = site.edition.articles.size();
  return page;
}

// The library by position, which is what a person can do now.
PageView library_page(const Site& site) {
  PageView page = page_of("/exercises/", "library", "Exercises",
                          "Every movement, by the position you do it in.");
  const core::Catalogue& catalogue = site.edition.catalogue;
  page.values["count"] = catalogue.movements.size();
  page.values["groups"] = Json::array();
  for (std::size_t p = 0; p < catalogue.postures.size(); ++p) {
    Json exercises = exercises_where(
        site, [&](std::size_t i) { return catalogue.movements[i].posture == static_cast<int>(p); });
    if (exercises.empty()) continue;
    page.values["groups"].push_back({{"title", catalogue.postures[p].label},
                                     {"id", catalogue.postures[p].id},
                                     {"summary", site.edition.posture_texts[p]},
                                     {"exercises", std::move(exercises)}});
  }
  return page;
}

// One page a term of a vocabulary, and one that lists them.
template <typename Terms, typename Uses>
void add_term_pages(const Site& site, const std::string& folder, const std::string& title,
                    const std::string& summary, const Terms& terms,
                    const std::vector<std::string>& texts, Uses uses,
                    std::vector<PageView>& pages) {
  PageView index = page_of("/" + folder + "/", "list", title, summary);
  index.values["items"] = Json::array();
  for (std::size_t t = 0; t < terms.size(); ++t) {
    const std::string address = "/" + folder + "/" + terms[t].id + "/";
    PageView page = page_of(address, "term", terms[t].label, texts[t]);
    page.values["parent"] = {{"title", title}, {"url", site.url("/" + folder + "/")}};
    page.values["exercises"] =
        exercises_where(site, [&](std::size_t i) { return uses(i, static_cast<int>(t)); });
    index.values["items"].push_back(item(terms[t].label, site.url(address), texts[t]));
    pages.push_back(std::move(page));
  }
  pages.push_back(std::move(index));
}

void add_vocabulary_pages(const Site& site, std::vector<PageView>& pages) {
  const content::Edition& edition = site.edition;
  const auto& movements = edition.catalogue.movements;
  add_term_pages(
      site, "postures", "Positions", "Exercises by the position you do them in.",
      edition.catalogue.postures, edition.posture_texts,
      [&](std::size_t i, int term) { return movements[i].posture == term; }, pages);
  add_term_pages(
      site, "targets", "Body parts", "Exercises by what they work on.", edition.catalogue.targets,
      edition.target_texts,
      [&](std::size_t i, int term) {
        const auto& targets = movements[i].targets;
        return std::any_of(targets.begin(), targets.end(),
                           [&](const auto& target) { return target.target == term; });
      },
      pages);
  add_term_pages(
      site, "equipment", "Equipment", "Exercises by what you need or what helps.",
      edition.catalogue.equipment, edition.equipment_texts,
      [&](std::size_t i, int term) {
        return core::contains(movements[i].needs_one_of | edition.exercises[i].helps, term);
      },
      pages);
}

Json verdict_group(const Site& site, std::size_t condition, core::Verdict verdict,
                   const char* title, CitationNumbers& citations) {
  Json rules = Json::array();
  for (std::size_t i = 0; i < site.edition.exercises.size(); ++i) {
    const core::ConditionRule& rule = site.edition.catalogue.movements[i].conditions[condition];
    if (rule.verdict != verdict) continue;
    const content::Citations& sources = site.edition.exercises[i].condition_sources[condition];
    Json link = exercise_link(site, static_cast<int>(i));
    link["note"] = rule.note;
    link["editors"] = sources.empty();
    link["citations"] = citations.cite(sources);
    rules.push_back(std::move(link));
  }
  return {{"title", title},
          {"verdict", codec::verdict_id(verdict)},
          {"any", !rules.empty()},
          {"rules", std::move(rules)}};
}

void add_condition_pages(const Site& site, std::vector<PageView>& pages) {
  PageView index =
      page_of("/conditions/", "list", "Conditions",
              "What each condition changes: what to leave out, and where to take care.");
  index.values["items"] = Json::array();
  for (std::size_t c = 0; c < site.edition.conditions.size(); ++c) {
    const content::Condition& condition = site.edition.conditions[c];
    CitationNumbers citations(site);
    PageView page =
        page_of(condition_address(condition), "condition", condition.title, condition.summary);
    page.values["id"] = condition.id;
    page.values["body"] = body_values(site, condition.body);
    page.values["body_citations"] = citations.cite(condition.sources);
    page.values["groups"] =
        Json::array({verdict_group(site, c, core::Verdict::avoid, "Leave out", citations),
                     verdict_group(site, c, core::Verdict::care, "Take care", citations),
                     verdict_group(site, c, core::Verdict::fine, "Fine", citations)});
    page.values["citations"] = citations.list();
    index.values["items"].push_back(
        item(condition.title, site.url(page.address), condition.summary));
    pages.push_back(std::move(page));
  }
  pages.push_back(std::move(index));
}

void add_article_pages(const Site& site, std::vector<PageView>& pages) {
  PageView index = page_of("/sources/", "list", "The five articles",
                           "The articles that the exercises come from, with what each one says.");
  index.values["items"] = Json::array();
  for (const content::Article& article : site.edition.articles) {
    PageView page = page_of(article_address(article), "article", article.title, article.summary);
    page.values["file"] = article.file;
    page.values["body"] = body_values(site, article.body);
    page.values["entries"] = Json::array();
    for (std::size_t i = 0; i < site.edition.exercises.size(); ++i)
      for (const content::ArticleEntry& entry : site.edition.exercises[i].entries)
        if (entry.article == article.id)
          page.values["entries"].push_back(
              {{"order", entry.order},
               {"name", entry.name},
               {"exercise", exercise_link(site, static_cast<int>(i))}});
    std::stable_sort(page.values["entries"].begin(), page.values["entries"].end(),
                     [](const Json& a, const Json& b) { return a["order"] < b["order"]; });
    page.values["routine"] = Json();
    for (const content::ArticleRoutine& routine : site.edition.routines)
      if (site.edition.articles[static_cast<std::size_t>(routine.article)].id == article.id)
        page.values["routine"] = item(routine.title, site.url(routine_address(routine)), "");
    index.values["items"].push_back(item(article.title, site.url(page.address), article.summary));
    pages.push_back(std::move(page));
  }
  pages.push_back(std::move(index));
}

PageView routines_page(const Site& site) {
  PageView page = page_of("/routines/", "list", "Routines",
                          "The articles' own sequences, with what we would change and why.");
  page.values["items"] = Json::array();
  for (const content::ArticleRoutine& routine : site.edition.routines)
    page.values["items"].push_back(
        item(routine.title, site.url(routine_address(routine)), routine.summary));
  return page;
}

PageView references_page(const Site& site) {
  PageView page = page_of("/references/", "references", "References",
                          "Where every statement on this site comes from.");
  page.values["references"] = Json::array();
  for (const content::Reference& reference : site.edition.references)
    page.values["references"].push_back({{"key", reference.key},
                                         {"title", reference.title},
                                         {"url", reference.url},
                                         {"grade", reference.grade},
                                         {"note", reference.note}});
  return page;
}

PageView builder_page(const Site& site) {
  const content::Edition& edition = site.edition;
  PageView page = page_of("/builder/", "builder", "Build a routine",
                          "A safe routine for how your back is now, worked out on your device.");
  page.values["stages"] = terms_with_texts(edition.catalogue.stages, edition.stage_texts);
  page.values["surfaces"] = terms_with_texts(edition.catalogue.surfaces, edition.surface_texts);
  page.values["equipment"] = terms_with_texts(edition.catalogue.equipment, edition.equipment_texts);
  page.values["conditions"] = conditions_with_texts(site);
  page.values["catalogue_url"] = site.url("/catalogue.json");
  page.values["runs_core"] = true;
  return page;
}

PageView not_found_page() {
  PageView page =
      page_of("/404.html", "not_found", "Page not found", "There is no page at this address.");
  page.listed = false;
  return page;
}

}  // namespace

std::vector<PageView> other_pages(const Site& site) {
  std::vector<PageView> pages;
  pages.push_back(home_page(site));
  pages.push_back(library_page(site));
  add_vocabulary_pages(site, pages);
  add_condition_pages(site, pages);
  pages.push_back(routines_page(site));
  add_article_pages(site, pages);
  pages.push_back(references_page(site));
  pages.push_back(builder_page(site));
  for (const content::Page& text : site.edition.pages) {
    PageView page = page_of("/" + text.id + "/", "page", text.title, text.summary);
    page.values["body"] = body_values(site, text.body);
    if (text.body.file) page.source = text.body.file->path;
    pages.push_back(std::move(page));
  }
  pages.push_back(not_found_page());
  return pages;
}

}  // namespace unclench::render
