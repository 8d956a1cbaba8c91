#include "render/settings.h"

#include <algorithm>

#include "base/display_width.h"
#include "content/document.h"
#include "content/reading.h"
#include "content/shapes.h"
#include "content/text_form.h"
#include "content/values.h"

namespace unclench::render {

BaseUrl parse_base_url(const std::string& text) {
  const std::string what = "must be an absolute address like https://example.org/path/";
  const bool secure = text.rfind("https://", 0) == 0;
  if (!secure && text.rfind("http://", 0) != 0) return {"", what};
  const std::size_t host = secure ? 8 : 7;
  if (text.size() <= host || text[host] == '/') return {"", what};
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (plain || std::string(":/.-_~%[]").find(c) != std::string::npos) continue;
    std::size_t end = at;
    next_character(text, end);
    return {"", what + "; it may not contain '" + text.substr(at, end - at) + "'"};
  }
  if (text.find("//", host) != std::string::npos || text.find("/.") != std::string::npos)
    return {"", what};
  return {text.back() == '/' ? text : text + "/", ""};
}

std::string path_of_url(const std::string& base_url) {
  const std::size_t host = base_url.find("//") + 2;
  return base_url.substr(base_url.find('/', host));
}

namespace {

bool is_language(const std::string& code) {
  return content::problem_of_form(content::Shape::Form::language, code).empty();
}

// A language that is named again would have each page twice.
void read_languages(const content::Values& values, const SourceFile& file, Settings& settings,
                    Diagnostics& diagnostics) {
  for (const content::PlacedWord& language : content::placed_words(values, "languages")) {
    if (!is_language(language.word)) continue;  // reported with its form
    const auto& known = settings.languages;
    if (language.word == settings.language)
      diagnostics.add(Problem::repeated_item, file, language.span,
                      "'" + language.word + "' is the language of the edition itself",
                      "name only the others here");
    else if (std::find(known.begin(), known.end(), language.word) == known.end())
      settings.languages.push_back(language.word);
  }
}

}  // namespace

Settings read_settings(const FileTree& site, const std::string& root, Diagnostics& diagnostics) {
  const content::Document document = content::yaml_file(site, root, "site.yaml", diagnostics);
  Settings settings;
  if (document.broken) return settings;
  const content::Terms no_terms;
  content::check_shape(*document.file, document.front, content::site_shape(), "", no_terms,
                       diagnostics);
  const content::Values values(document.front, no_terms);
  settings.title = values.text("title");
  settings.tagline = values.text("tagline");
  settings.description = values.text("description");
  settings.language = values.text("language");
  if (!is_language(settings.language)) settings.language.clear();  // reported above
  read_languages(values, *document.file, settings, diagnostics);
  settings.author = values.text("author");
  settings.repository = values.text("repository");
  settings.evidence = !values.find("evidence") || values.flag("evidence");
  if (!content::problem_of_form(content::Shape::Form::url, settings.repository).empty())
    settings.repository.clear();  // likewise
  settings.emergency_numbers = values.texts("emergency_numbers");
  settings.review_after_months = values.number("review_after_months", settings.review_after_months);
  const content::Values markdown = values.mapping("markdown");
  settings.raw_html = markdown.flag("raw_html");
  settings.smart = !markdown.find("smart") || markdown.flag("smart");
  if (const content::YamlNode* node = values.find("base_url")) {
    const BaseUrl base = parse_base_url(node->text);
    settings.base_url = base.url;
    if (!base.error.empty() && !node->text.empty())
      diagnostics.add(Problem::bad_text, *document.file, node->span, "'base_url' " + base.error);
  }
  return settings;
}

}  // namespace unclench::render
