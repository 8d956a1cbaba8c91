#include "render/article_view.h"

#include <algorithm>
#include <memory>

#include "render/page_jobs.h"

namespace unclench::render {
namespace {

using content::Exercise;

struct UsedEntry {
  const content::ArticleEntry* entry;
  const Exercise* exercise;
};

// What an article gives, in its own order.
std::vector<UsedEntry> entries_of(const content::Edition& edition, const std::string& article) {
  std::vector<UsedEntry> used;
  for (const auto& exercise : edition.exercises)
    for (const content::ArticleEntry& entry : exercise->entries)
      if (entry.article == article) used.push_back({&entry, exercise.get()});
  std::stable_sort(used.begin(), used.end(), [](const UsedEntry& a, const UsedEntry& b) {
    return a.entry->order < b.entry->order;
  });
  return used;
}

PageView article_page(const Site& site, const content::Article& article,
                      const std::vector<UsedEntry>& used, Diagnostics& diagnostics) {
  CitationNumbers citations(site);
  PageView view = view_of("article", article);
  view.values.set("file", Value::borrowed(article.file_name));
  view.values.set("body", body_values(site, article, citations, diagnostics));
  Value entries = Value::List();
  for (const UsedEntry& use : used)
    entries.add(object("order", use.entry->order, "name", Value::borrowed(use.entry->name),
                       "exercise", link_to_exercise(site, *use.exercise)));
  view.values.set("entries", std::move(entries));
  Value link;
  for (const auto& routine : site.edition.routines)
    if (routine->article >= 0 &&
        site.edition.articles[static_cast<std::size_t>(routine->article)]->id == article.id)
      link = link_item(routine->title, site.url(routine_address(*routine)), routine->summary);
  view.values.set("routine", std::move(link));
  view.values.set("citations", citations.list());
  return view;
}

}  // namespace

void add_article_pages(const Site& site, std::vector<PageJob>& jobs) {
  const content::Edition& edition = site.edition;
  for (const auto& article : edition.articles) {
    auto used = std::make_shared<const std::vector<UsedEntry>>(entries_of(edition, article->id));
    Hash inputs = combine(used->size(), hash_of_shown(edition, *article));
    for (const UsedEntry& use : *used)
      inputs = combine(combine(inputs, use.exercise->head),
                       combine(hash_of(use.entry->name), static_cast<Hash>(use.entry->order)));
    for (const auto& routine : edition.routines) inputs = combine(inputs, routine->head);
    jobs.push_back(job_of(*article, article_address(*article), inputs,
                          [&site, &page = *article, used](Diagnostics& diagnostics) {
                            return article_page(site, page, *used, diagnostics);
                          }));
  }
  add_index(site, "sources", edition.articles, article_address, jobs);
}

}  // namespace unclench::render
