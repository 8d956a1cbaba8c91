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
  for (const Article& article : edition.articles)
    if (article.id == id) return &article;
  return nullptr;
}

Json CitationNumbers::cite(const Citations& citations) {
  Json numbers = Json::array();
  for (const std::string& key : citations) {
    auto found = std::find(keys_.begin(), keys_.end(), key);
    if (found == keys_.end()) found = keys_.insert(keys_.end(), key);
    numbers.push_back({{"number", found - keys_.begin() + 1}});
  }
  return numbers;
}

Json CitationNumbers::list() const {
  Json list = Json::array();
  for (std::size_t i = 0; i < keys_.size(); ++i) {
    Json item{{"number", i + 1}, {"title", ""}, {"url", ""}, {"note", ""}};
    if (const Article* article = find_article(site_.edition, keys_[i])) {
      item["title"] = article->title;
      item["url"] = site_.url(article_address(*article));
      item["note"] = "one of the five articles (" + article->file + ")";
    }
    for (const Reference& reference : site_.edition.references)
      if (reference.key == keys_[i]) {
        item["title"] = reference.title;
        item["url"] = reference.url;
        item["note"] = reference.note;
      }
    list.push_back(std::move(item));
  }
  return list;
}

Json body_values(const Site& site, const content::Body& body) {
  content::RenderedText text = content::render_markdown(body, site.base, site.diagnostics);
  site.links.insert(site.links.end(), text.links.begin(), text.links.end());
  Json values{{"lead", text.lead}, {"sections", Json::array()}};
  for (const content::Section& section : text.sections)
    values["sections"].push_back(
        {{"title", section.title}, {"id", section.id}, {"html", section.html}});
  return values;
}

Json exercise_link(const Site& site, int index) {
  const content::Exercise& exercise = site.edition.exercises[static_cast<std::size_t>(index)];
  return {{"title", exercise.title},
          {"url", site.url(exercise_address(exercise))},
          {"summary", exercise.summary}};
}

}  // namespace unclench::render
