#include "content/pages.h"

#include <algorithm>

namespace unclench::content {
namespace {

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

RoutineStep read_step(Fields& fields, const std::string& article, const CitationKeys& citations,
                      const Edition& edition) {
  RoutineStep step;
  const int exercise =
      require_term(fields, "exercise", edition.catalogue.movements, "an exercise");
  const YamlNode* entry = fields.require("entry");
  if (exercise >= 0 && entry) {
    step.exercise = exercise;
    const std::vector<ArticleEntry>& entries =
        edition.exercises[static_cast<std::size_t>(exercise)].entries;
    const auto found = std::find_if(entries.begin(), entries.end(), [&](const ArticleEntry& e) {
      return e.id == entry->text && e.article == article;
    });
    if (found == entries.end())
      fields.report(*entry, "the exercise has no entry '" + entry->text + "' of this article",
                    "add it to the exercise's 'sources'");
    else
      step.entry = static_cast<std::size_t>(found - entries.begin());
  }
  step.change = fields.optional_text("change");
  step.change_sources = read_citations(fields, "change_sources", citations, false);
  fields.finish();
  return step;
}

}  // namespace

std::vector<Article> read_articles(const std::vector<Document>& documents,
                                   Diagnostics& diagnostics) {
  std::vector<Article> articles;
  for (const Document& document : documents) {
    Fields fields(*document.file, document.front, "an article", diagnostics);
    Article article;
    read_head(fields, document, article);
    article.file = fields.text("file");
    article.order = fields.number("order", 1, 1000000);
    fields.finish();
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
    int order;
  };
  std::vector<Named> list;
  for (const Document& document : documents) {
    Fields fields(*document.file, document.front, "a condition", diagnostics);
    Named named;
    read_head(fields, document, named.condition);
    named.term.id = document.id;
    named.term.label = fields.text("label");
    named.term.noun = named.term.label;
    named.order = named.condition.order = fields.number("order", 1, 1000000);
    named.condition.sources = read_citations(fields, "sources", citations, true);
    fields.finish();
    list.push_back(std::move(named));
  }
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
    Fields fields(*document.file, document.front, "a routine", diagnostics);
    ArticleRoutine routine;
    read_head(fields, document, routine);
    routine.order = fields.number("order", 1, 1000000);
    const int article = require_term(fields, "source", edition.articles, "an article");
    routine.article = std::max(0, article);
    fields.require("movements");
    for (Fields& step : fields.mappings("movements", "a movement of a routine"))
      routine.steps.push_back(read_step(
          step, article < 0 ? "" : edition.articles[static_cast<std::size_t>(article)].id, citations,
          edition));
    fields.finish();
    routines.push_back(std::move(routine));
  }
  sort_by_order(routines);
  return routines;
}

std::vector<Page> read_pages(const std::vector<Document>& documents, Diagnostics& diagnostics) {
  std::vector<Page> pages;
  for (const Document& document : documents) {
    Fields fields(*document.file, document.front, "a page", diagnostics);
    Page page;
    read_head(fields, document, page);
    fields.finish();
    pages.push_back(std::move(page));
  }
  return pages;
}

}  // namespace unclench::content
