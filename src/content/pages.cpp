#include "content/pages.h"

#include <algorithm>

#include "content/exercise.h"

namespace unclench::content {

Article read_article(const Document& document, const ReadContext& context,
                     Diagnostics& diagnostics) {
  Article article;
  if (!read_head(document, article_shape(), context, article, diagnostics)) return article;
  const Values values(document.front, context.terms);
  article.file_name = values.text("file");
  article.order = values.number("order");
  article.head = combine(article.head, hash_of(article.file_name));
  return article;
}

Condition read_condition(const Document& document, const ReadContext& context,
                         Diagnostics& diagnostics) {
  Condition condition;
  if (!read_head(document, condition_shape(), context, condition, diagnostics)) return condition;
  const Values values(document.front, context.terms);
  condition.label = values.text("label");
  condition.order = values.number("order");
  condition.sources = values.texts("sources");
  condition.head = combine(condition.head, hash_of(condition.label));
  return condition;
}

ArticleRoutine read_routine(const Document& document, const ReadContext& context,
                            Diagnostics& diagnostics) {
  ArticleRoutine routine;
  if (!read_head(document, routine_shape(), context, routine, diagnostics)) return routine;
  const Values values(document.front, context.terms);
  routine.order = values.number("order");
  routine.article = values.term("source", Words::articles);
  routine.head = combine(routine.head, static_cast<Hash>(routine.article));
  for (const Values& step_values : values.mappings("movements")) {
    RoutineStep step;
    const YamlNode* exercise = step_values.find("exercise");
    const YamlNode* entry = step_values.find("entry");
    if (!exercise || !entry) continue;
    step.exercise = {exercise->text, exercise->span};
    step.entry = {entry->text, entry->span};
    step.change = step_values.text("change");
    step.change_sources = step_values.texts("change_sources");
    routine.steps.push_back(std::move(step));
  }
  return routine;
}

PageText read_page(const Document& document, const ReadContext& context, Diagnostics& diagnostics) {
  PageText page;
  read_head(document, page_shape(), context, page, diagnostics);
  return page;
}

const ArticleEntry* entry_of(const Edition& edition, const ArticleRoutine& routine,
                             const RoutineStep& step) {
  const Exercise* exercise = edition.find_exercise(step.exercise.word);
  if (!exercise || routine.article < 0) return nullptr;
  const std::string& article = edition.articles[static_cast<std::size_t>(routine.article)]->id;
  for (const ArticleEntry& entry : exercise->entries)
    if (entry.id == step.entry.word && entry.article == article) return &entry;
  return nullptr;
}

void check_steps(const Edition& edition, const std::vector<std::string>& drafts,
                 Diagnostics& diagnostics) {
  for (const auto& routine : edition.routines)
    for (const RoutineStep& step : routine->steps) {
      const Exercise* exercise = edition.find_exercise(step.exercise.word);
      if (!exercise)
        report_unknown_exercise(edition, drafts, *routine->file, step.exercise, diagnostics);
      else if (!exercise->broken && routine->article >= 0 && !entry_of(edition, *routine, step))
        diagnostics.add(Problem::unknown_entry, *routine->file, step.entry.span,
                        "the exercise has no entry '" + step.entry.word + "' of this article",
                        "add it to the exercise's 'sources'");
    }
}

}  // namespace unclench::content
