// explain, schema and markdown: what an author asks the program.
#include <iostream>
#include <sstream>

#include "cli/pipeline.h"
#include "content/json_schema.h"
#include "content/markdown.h"

namespace unclench::cli {
namespace {

constexpr std::size_t line_length = 80;

int print(const std::string& text) {
  std::cout << text;
  return done;
}

// The words of the text in lines of a length that can be read.
std::string wrapped(std::string_view text) {
  std::istringstream words{std::string(text)};
  std::string result, word;
  std::size_t column = 0;
  while (words >> word) {
    const bool fits = column + 1 + word.size() <= line_length;
    if (column > 0) result += fits ? ' ' : '\n';
    column = (column > 0 && fits ? column + 1 : 0) + word.size();
    result += word;
  }
  return result + "\n";
}

std::string table_of(const std::vector<std::pair<std::string, std::string>>& rows) {
  std::size_t width = 0;
  for (const auto& [name, about] : rows) width = std::max(width, name.size());
  std::string table;
  for (const auto& [name, about] : rows)
    table += name + std::string(width + 2 - name.size(), ' ') + about + "\n";
  return table;
}

}  // namespace

int explain_command(const AuthorOptions& options) {
  if (const ProblemText* problem = find_problem(options.word))
    return print(std::string(problem->id) + ": " + std::string(problem->title) + "\n\n" +
                 wrapped(problem->explanation));
  std::vector<std::pair<std::string, std::string>> rows;
  for (const ProblemText& problem : problem_texts()) rows.emplace_back(problem.id, problem.title);
  return print(table_of(rows));
}

int schema_command(const AuthorOptions& options) {
  if (options.word.empty()) {
    std::vector<std::pair<std::string, std::string>> rows;
    for (const content::PublishedSchema& schema : content::published_schemas())
      rows.emplace_back(schema.name, schema.files);
    return print(table_of(rows));
  }
  std::string base_url = read_site_settings(options.site).base_url;
  if (!options.base_url.empty()) {
    const render::BaseUrl base = render::parse_base_url(options.base_url);
    if (!base.error.empty()) {
      std::cerr << "error: --base-url " << base.error << ", not '" << options.base_url << "'\n";
      return invalid_call;
    }
    base_url = base.url;
  }
  // Words that cannot be read are no choices, and `check` says why they cannot.
  Diagnostics ignored;
  const content::LoadedEdition loaded = read_data(options.content, options.drafts, ignored);
  return print(content::schema_text(options.word, loaded.terms, base_url));
}

int markdown_command(const AuthorOptions& options) {
  std::string text;
  if (options.word.empty() || options.word == "-") {
    std::ostringstream input;
    input << std::cin.rdbuf();
    text = input.str();
  } else if (const std::string problem = read_file(options.word, text); !problem.empty()) {
    std::cerr << "error: cannot read '" << options.word << "': " << problem << "\n";
    return invalid_call;
  }
  return print(content::render_commonmark(text, options.unsafe));
}

}  // namespace unclench::cli
