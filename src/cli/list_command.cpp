#include <algorithm>
#include <iostream>
#include <nlohmann/json.hpp>

#include "cli/pipeline.h"
#include "content/document.h"
#include "content/reading.h"

namespace unclench::cli {
namespace {

struct Row {
  std::string id, title, address;
  int order = 0;
  bool draft = false;
};

const std::vector<std::string>& kinds_of_pages() {
  static const std::vector<std::string> kinds = {"exercises", "conditions", "routines",
                                                 "guides",    "sources",    "pages"};
  return kinds;
}

// The pages of a folder in the order of the site. Only their front matter is read, so that a list
// can be had while the content has other errors.
std::vector<Row> rows_of(const FileTree& files, const std::string& root, const std::string& folder,
                         Diagnostics& diagnostics) {
  const content::Terms no_terms;
  std::vector<Row> rows;
  for (const content::ContentFile* file : content::files_in(files, folder)) {
    const content::Document document =
        content::parse_markdown_document(root + "/" + file->first, file->second, diagnostics);
    if (document.broken) continue;
    const content::Values values(document.front, no_terms);
    const std::string parent = folder == "pages" ? "/" : "/" + folder + "/";
    rows.push_back({document.id, values.text("title"), parent + document.id + "/",
                    values.number("order"), values.flag("draft")});
  }
  std::stable_sort(rows.begin(), rows.end(),
                   [](const Row& a, const Row& b) { return a.order < b.order; });
  return rows;
}

std::string as_table(const std::vector<Row>& rows) {
  std::size_t ids = 0;
  int titles = 0;
  for (const Row& row : rows) {
    ids = std::max(ids, row.id.size());
    titles = std::max(titles, count_characters(row.title));
  }
  std::string table;
  for (const Row& row : rows) {
    const auto spare = static_cast<std::size_t>(titles - count_characters(row.title));
    table += row.id + std::string(ids + 2 - row.id.size(), ' ') + row.title +
             std::string(spare + 2, ' ') + row.address + (row.draft ? "  (draft)" : "") + "\n";
  }
  return table;
}

std::string as_json(const std::vector<Row>& rows) {
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  for (const Row& row : rows)
    list.push_back(
        {{"id", row.id}, {"title", row.title}, {"address", row.address}, {"draft", row.draft}});
  return list.dump(2) + "\n";
}

}  // namespace

const std::vector<std::string>& list_kinds() {
  static const std::vector<std::string> kinds = [] {
    std::vector<std::string> all = kinds_of_pages();
    all.push_back("drafts");
    return all;
  }();
  return kinds;
}

int list_command(const AuthorOptions& options) {
  Diagnostics diagnostics;
  const FileTree files = read_tree(options.content, diagnostics);
  std::vector<Row> rows;
  for (const std::string& folder : kinds_of_pages()) {
    if (folder != options.word && !options.word.empty() && options.word != "drafts") continue;
    for (Row& row : rows_of(files, options.content, folder, diagnostics))
      if (options.word != "drafts" || row.draft) rows.push_back(std::move(row));
  }
  std::cout << (options.format == "json" ? as_json(rows) : as_table(rows)) << std::flush;
  print_problems(diagnostics, "text");
  return diagnostics.empty() ? done : failed;
}

}  // namespace unclench::cli
