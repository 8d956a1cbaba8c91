#include "content/pages.h"

#include <algorithm>
#include <optional>

namespace unclench::content {
namespace {

constexpr std::size_t most_conditions = 32;

template <typename T>
void sort_by_order(std::vector<T>& list) {
  std::stable_sort(list.begin(), list.end(),
                   [](const T& a, const T& b) { return a.order < b.order; });
}

// What every page has.
template <typename T>
void read_head(Fields& fields, const Document& document, T& page) {
  page.id = document.id;
  page.title = fields.text("title");
  page.summary = fields.text("summary");
  page.body = document.body;
}

// Nothing when the step does not name an entry that exists.
std::optional<RoutineStep> read_step(Fields& fields, const std::string& article,
                                     const CitationKeys& citations, const Edition& edition) {
  RoutineStep step;
  step.exercise = require_term(fields, "exercise", edition.catalogue.movements, "an exercise");
  const YamlNode* id = fields.require("entry");
  step.change = fields.optional_text("change");
  step.change_sources = read_citations(fields, "change_sources", citations, false);
  fields.finish();
  if (step.exercise < 0 || !id) return std::nullopt;
  const Exercise& exercise = edition.exercises[static_cast<std::size_t>(step.exercise)];
  if (exercise.broken) return std::nullopt;
  const std::vector<ArticleEntry>& entries = exercise.entries;
  const auto found = std::find_if(entries.begin(), entries.end(), [&](const ArticleEntry& entry) {
    return entry.id == id->text && entry.article == article;
  });
  if (found == entries.end()) {
    fields.report(*id, "the exercise has no entry '" + id->text + "' of this article",
                  "add it to the exercise's 'sources'");
    return std::nullopt;
  }
  step.entry = static_cast<std::size_t>(found - entries.begin());
  return step;
}

}  // namespace

std::vector<Article> read_articles(const std::vector<Document>& documents,
                                   Diagnostics& diagnostics) {
  std::vector<Article> articles;
  for (const Document& document : documents) {
    Article article;
    article.id = document.id;
    if (!document.broken) {
      Fields fields(*document.file, document.front, "an article", diagnostics);
      read_head(fields, document, article);
      article.file = fields.text("file");
      article.order = fields.number("order", 1, 1000000);
      fields.finish();
    }
    articles.push_back(std::move(article));
  }
  sort_by_order(articles);
  return articles;
}

void read_conditions(const std::vector<Document>& documents, const CitationKeys& citations,
                     Edition& edition, Diagnostics& diagnostics) {
  struct Named {
    Condition condition;
    core::Term term;
    int order = 0;
  };
  std::vector<Named> list;
  for (const Document& document : documents) {
    Named named;
    named.condition.id = named.term.id = document.id;
    if (!document.broken) {
      Fields fields(*document.file, document.front, "a condition", diagnostics);
      read_head(fields, document, named.condition);
      named.term.noun = named.term.label = fields.text("label");
      named.order = named.condition.order = fields.number("order", 1, 1000000);
      named.condition.sources = read_citations(fields, "sources", citations, true);
      fields.finish();
    }
    list.push_back(std::move(named));
  }
  if (list.size() > most_conditions)
    diagnostics.add(documents.back().file->path,
                    "there are more than " + std::to_string(most_conditions) + " conditions");
  sort_by_order(list);
  for (Named& named : list) {
    edition.catalogue.conditions.push_back(std::move(named.term));
    edition.conditions.push_back(std::move(named.condition));
  }
}

std::vector<ArticleRoutine> read_routines(const std::vector<Document>& documents,
                                          const CitationKeys& citations, const Edition& edition,
                                          Diagnostics& diagnostics) {
  std::vector<ArticleRoutine> routines;
  for (const Document& document : documents) {
    if (document.broken) continue;
    Fields fields(*document.file, document.front, "a routine", diagnostics);
    ArticleRoutine routine;
    read_head(fields, document, routine);
    routine.order = fields.number("order", 1, 1000000);
    routine.article = require_term(fields, "source", edition.articles, "an article");
    fields.require("movements");
    for (Fields& fields_of_step : fields.mappings("movements", "a movement of a routine")) {
      const std::string article =
          routine.article < 0 ? "" : edition.articles[static_cast<std::size_t>(routine.article)].id;
      if (auto step = read_step(fields_of_step, article, citations, edition))
        routine.steps.push_back(std::move(*step));
    }
    fields.finish();
    if (routine.article >= 0) routines.push_back(std::move(routine));
  }
  sort_by_order(routines);
  return routines;
}

std::vector<Page> read_pages(const std::vector<Document>& documents, Diagnostics& diagnostics) {
  std::vector<Page> pages;
  for (const Document& document : documents) {
    Page page;
    page.id = document.id;
    if (!document.broken) {
      Fields fields(*document.file, document.front, "a page", diagnostics);
      read_head(fields, document, page);
      fields.finish();
    }
    pages.push_back(std::move(page));
  }
  return pages;
}

}  // namespace unclench::content
