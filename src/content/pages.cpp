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
  if (context.texts) check_sections(document, condition.body, condition_sections(), diagnostics);
  return condition;
}

namespace {

std::vector<RoutineStep> read_steps(const Values& values) {
  std::vector<RoutineStep> steps;
  for (const Values& step_values : values.mappings("movements")) {
    RoutineStep step;
    const YamlNode* exercise = step_values.find("exercise");
    const YamlNode* entry = step_values.find("entry");
    if (!exercise || !entry) continue;
    step.exercise = {exercise->text, exercise->span};
    step.entry = {entry->text, entry->span};
    step.change = step_values.text("change");
    step.change_sources = step_values.texts("change_sources");
    steps.push_back(std::move(step));
  }
  return steps;
}

// A routine is that of an article, or it says what to plan for.
void report_missing(const Document& document, const Values& values, Diagnostics& diagnostics) {
  const bool has_source = values.find("source"), has_movements = values.find("movements");
  if (!has_source && !has_movements)
    diagnostics.add(Problem::missing_field, *document.file, document.front.span,
                    "a routine needs 'source' and 'movements', or 'request'");
  else if (!has_source || !has_movements)
    diagnostics.add(Problem::missing_field, *document.file, document.front.span,
                    std::string("a routine of an article needs '") +
                        (has_source ? "movements" : "source") + "'");
}

std::optional<std::int64_t> given_number(const Values& values, const char* key) {
  if (!values.find(key)) return std::nullopt;
  return values.number(key);
}

std::optional<std::string> given_text(const Values& values, const char* key) {
  if (!values.find(key)) return std::nullopt;
  return values.text(key);
}

PlacedRequest read_request(const Values& values) {
  PlacedRequest request;
  core::RequestFields& fields = request.fields;
  fields.stage = given_text(values, "stage");
  fields.minutes = given_number(values, "minutes");
  fields.surfaces = values.texts("surfaces");
  fields.equipment = values.texts("equipment");
  fields.conditions = values.texts("conditions");
  fields.include = values.texts("include");
  fields.exclude = values.texts("exclude");
  fields.focus = values.texts("focus");
  fields.eases = given_text(values, "eases");
  fields.position_changes = given_number(values, "position_changes");
  fields.posture = given_text(values, "posture");
  fields.variety = given_number(values, "variety");
  for (const char* key : {"include", "exclude"})
    for (PlacedWord& word : placed_words(values, key)) request.exercises.push_back(std::move(word));
  const Values doses = values.mapping("doses");
  for (const YamlEntry& entry : doses.entries()) {
    fields.doses.emplace_back(entry.key.text, doses.number(entry.key.text));
    request.exercises.push_back({entry.key.text, entry.key.span});
  }
  request.span = values.node().span;
  for (const YamlEntry& entry : values.entries())
    request.field_spans.emplace_back(entry.key.text, entry.value.span);
  return request;
}

}  // namespace

Routine read_routine(const Document& document, const ReadContext& context,
                     Diagnostics& diagnostics) {
  Routine routine;
  if (!read_head(document, routine_shape(), context, routine, diagnostics)) return routine;
  const Values values(document.front, context.terms);
  routine.order = values.number("order");
  if (const YamlNode* request = values.find("request")) {
    if (request->kind == YamlNode::Kind::mapping)
      routine.request = read_request(values.of(*request));
    for (const YamlEntry& entry : values.entries())
      if (entry.key.text == "source" || entry.key.text == "movements")
        diagnostics.add(Problem::unknown_field, *document.file, entry.key.span,
                        "a routine that is planned has no '" + entry.key.text + "'");
    return routine;
  }
  report_missing(document, values, diagnostics);
  routine.article = values.term("source", Words::articles);
  routine.head = combine(routine.head, static_cast<Hash>(routine.article));
  routine.steps = read_steps(values);
  return routine;
}

Guide read_guide(const Document& document, const ReadContext& context, Diagnostics& diagnostics) {
  Guide guide;
  if (read_head(document, guide_shape(), context, guide, diagnostics))
    guide.order = Values(document.front, context.terms).number("order");
  return guide;
}

PageText read_page(const Document& document, const ReadContext& context, Diagnostics& diagnostics) {
  PageText page;
  read_head(document, page_shape(), context, page, diagnostics);
  return page;
}

namespace {

template <typename Use>
void for_each_folder(const Edition& edition, Use use) {
  use("exercises", edition.exercises);
  use("conditions", edition.conditions);
  use("sources", edition.articles);
  use("routines", edition.routines);
  use("guides", edition.guides);
  use("pages", edition.pages);
}

}  // namespace

const PageText* find_text(const Edition& edition, std::string_view path) {
  const std::size_t slash = path.find('/');
  if (slash == std::string_view::npos) return nullptr;
  const std::string_view folder = path.substr(0, slash), id = path.substr(slash + 1);
  const PageText* found = nullptr;
  for_each_folder(edition, [&](std::string_view name, const auto& pages) {
    if (name != folder) return;
    for (const auto& page : pages)
      if (page->id == id) found = page.get();
  });
  return found;
}

std::vector<std::string> text_paths(const Edition& edition) {
  std::vector<std::string> paths;
  for_each_folder(edition, [&](const std::string& folder, const auto& pages) {
    for (const auto& page : pages) paths.push_back(folder + "/" + page->id);
  });
  return paths;
}

const ArticleEntry* entry_of(const Edition& edition, const Routine& routine,
                             const RoutineStep& step) {
  const Exercise* exercise = edition.find_exercise(step.exercise.word);
  if (!exercise || routine.article < 0) return nullptr;
  const std::string& article = edition.articles[static_cast<std::size_t>(routine.article)]->id;
  for (const ArticleEntry& entry : exercise->entries)
    if (entry.id == step.entry.word && entry.article == article) return &entry;
  return nullptr;
}

void check_routines(const Edition& edition, const std::vector<std::string>& drafts,
                    Diagnostics& diagnostics) {
  for (const auto& routine : edition.routines) {
    for (const RoutineStep& step : routine->steps) {
      const Exercise* exercise = edition.find_exercise(step.exercise.word);
      if (!exercise)
        report_unknown_exercise(edition, drafts, *routine->file, step.exercise, diagnostics);
      else if (!exercise->broken && routine->article >= 0 && !entry_of(edition, *routine, step))
        diagnostics.add(Problem::unknown_entry, *routine->file, step.entry.span,
                        "the exercise has no entry '" + step.entry.word + "' of this article",
                        "add it to the exercise's 'sources'");
    }
    if (!routine->request) continue;
    for (const PlacedWord& word : routine->request->exercises)
      if (!edition.find_exercise(word.word))
        report_unknown_exercise(edition, drafts, *routine->file, word, diagnostics);
  }
}

}  // namespace unclench::content
