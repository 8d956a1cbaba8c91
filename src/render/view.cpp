#include "render/view.h"

#include <algorithm>

namespace unclench::render {

using content::Article;
using content::Citations;
using content::Reference;

std::string exercise_address(const content::Exercise& exercise) {
  return "/exercises/" + exercise.id + "/";
}
std::string article_address(const Article& article) {
  return "/sources/" + article.id + "/";
}
std::string routine_address(const content::ArticleRoutine& routine) {
  return "/routines/" + routine.id + "/";
}
std::string condition_address(const content::Condition& condition) {
  return "/conditions/" + condition.id + "/";
}

const Article* find_article(const content::Edition& edition, const std::string& id) {
  for (const auto& article : edition.articles)
    if (article->id == id) return article.get();
  return nullptr;
}

Value CitationNumbers::cite(const Citations& citations) {
  Value numbers = Value::List();
  for (const std::string& key : citations) {
    auto found = std::find_if(keys_.begin(), keys_.end(),
                              [&](const std::string* known) { return *known == key; });
    if (found == keys_.end()) found = keys_.insert(keys_.end(), &key);
    numbers.add(object("number", static_cast<std::size_t>(found - keys_.begin()) + 1));
  }
  return numbers;
}

Value CitationNumbers::list() const {
  Value list = Value::List();
  for (std::size_t i = 0; i < keys_.size(); ++i) {
    const std::string& key = *keys_[i];
    if (const Article* article = find_article(site_.edition, key)) {
      list.add(object("number", i + 1, "title", Value::borrowed(article->title), "url",
                      site_.url(article_address(*article)), "note",
                      site_.phrases.get("source_note", {article->file_name})));
      continue;
    }
    const auto& references = site_.edition.references;
    const auto found = std::find_if(references.begin(), references.end(),
                                    [&](const Reference& r) { return r.key == key; });
    if (found == references.end()) continue;
    list.add(object("number", i + 1, "title", Value::borrowed(found->title), "url",
                    Value::borrowed(found->url), "note", Value::borrowed(found->note)));
  }
  return list;
}

namespace {

// Every stage's dose of an exercise, or that of one stage.
Value dose_values(const Site& site, const content::DoseUse& use) {
  const content::Exercise* exercise = site.edition.find_exercise(use.exercise);
  Value doses = Value::List();
  const auto& stages = site.edition.terms.stages;
  for (std::size_t s = 0; s < stages.size(); ++s) {
    const auto& dose = exercise->movement.doses[s];
    if (dose && (use.stage.empty() || use.stage == stages[s].id))
      doses.add(object("stage", Value::borrowed(stages[s].label), "text",
                       site.phrases.dose(exercise->movement, *dose)));
  }
  return object("title", Value::borrowed(exercise->title), "url",
                site.url(exercise_address(*exercise)), "doses", std::move(doses));
}

// The HTML with the doses in the place of their marks.
Value with_doses(const Site& site, const content::PageText& page, const std::string& html,
                 Diagnostics& diagnostics) {
  if (page.body.doses.empty()) return Value::borrowed(html);
  std::string filled = html;
  for (std::size_t n = 0; n < page.body.doses.size(); ++n) {
    const std::string mark = content::dose_mark(n);
    const std::size_t at = filled.find(mark);
    if (at == std::string::npos || !site.edition.find_exercise(page.body.doses[n].exercise))
      continue;
    site.templates.require("_dose", diagnostics);
    filled.replace(
        at, mark.size(),
        site.templates.render("_dose", dose_values(site, page.body.doses[n]), diagnostics));
  }
  return filled;
}

}  // namespace

Value body_values(const Site& site, const content::PageText& page, Diagnostics& diagnostics) {
  constexpr std::size_t sections_without_contents = 3;
  Value sections = Value::List(), contents = Value::List();
  for (const content::Section& section : page.body.sections) {
    sections.add(object("title", Value::borrowed(section.title), "id", Value::borrowed(section.id),
                        "html", with_doses(site, page, section.html, diagnostics)));
    contents.add(
        object("title", Value::borrowed(section.title), "id", Value::borrowed(section.id)));
  }
  const bool is_long = page.body.sections.size() > sections_without_contents;
  return object("lead", with_doses(site, page, page.body.lead, diagnostics), "sections",
                std::move(sections), "is_long", is_long, "contents", std::move(contents));
}

Value link_item(const std::string& title, const std::string& url, const std::string& summary) {
  return object("title", Value::borrowed(title), "url", url, "summary", Value::borrowed(summary));
}

core::Mask target_set(const core::Movement& movement) {
  core::Mask set = 0;
  for (const core::TargetWeight& target : movement.targets) set |= core::mask_of(target.target);
  return set;
}

Value link_to_exercise(const Site& site, const content::Exercise& exercise) {
  return object("title", Value::borrowed(exercise.title), "url",
                site.url_of("exercises", exercise.id), "summary",
                Value::borrowed(exercise.summary));
}

PageView view_of(const std::string& template_name, const content::PageText& page) {
  PageView view;
  view.template_name = template_name;
  view.title = page.title;
  view.description = page.summary;
  view.language = page.language;
  view.values.set("id", Value::borrowed(page.id));
  view.values.set("title", Value::borrowed(page.title));
  view.values.set("summary", Value::borrowed(page.summary));
  view.values.set("reviewed", Value::borrowed(page.reviewed));
  view.values.set("reviewed_by", Value::borrowed(page.reviewed_by));
  return view;
}

Hash hash_of_doses(const content::Edition& edition, const content::PageText& page) {
  Hash hash = 0;
  for (const content::DoseUse& use : page.body.doses)
    if (const content::Exercise* exercise = edition.find_exercise(use.exercise))
      hash = combine(hash, exercise->whole);
  return hash;
}

}  // namespace unclench::render
