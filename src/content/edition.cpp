#include "content/edition.h"

#include <algorithm>

#include "content/exercise.h"
#include "content/pages.h"
#include "content/vocabulary.h"

namespace unclench::content {
namespace {

const std::vector<std::string>& known_folders() {
  static const std::vector<std::string> folders = {"exercises", "sources", "routines", "conditions",
                                                   "pages"};
  return folders;
}

// A file that no reader takes would be lost without a word.
void report_strays(const FileTree& content, const std::string& root, Diagnostics& diagnostics) {
  for (const auto& [path, text] : content) {
    if (path == "vocabulary.yaml" || path == "planner.yaml" || path == "references.yaml") continue;
    const std::size_t slash = path.find('/');
    const std::string folder = slash == std::string::npos ? "" : path.substr(0, slash);
    bool known = false;
    for (const std::string& name : known_folders()) known = known || name == folder;
    const bool direct =
        slash != std::string::npos && path.find('/', slash + 1) == std::string::npos;
    const bool markdown = path.size() > 3 && path.compare(path.size() - 3, 3, ".md") == 0;
    if (known && direct && markdown) continue;
    diagnostics.add(root + "/" + path, "this file has no place in the content",
                    folder.empty() || known
                        ? "content is Markdown in one of the folders that docs/content.md names"
                        : did_you_mean(folder, known_folders()));
  }
}

void report_repeated_entries(const Edition& edition, Diagnostics& diagnostics) {
  std::vector<std::string> seen;
  for (const Exercise& exercise : edition.exercises)
    for (const ArticleEntry& entry : exercise.entries) {
      for (const std::string& id : seen)
        if (id == entry.id)
          diagnostics.add(*exercise.body.file, entry.span,
                          "the entry '" + entry.id + "' is given by another exercise too");
      seen.push_back(entry.id);
    }
}

}  // namespace

LoadedEdition load_edition(const FileTree& content, const std::string& root,
                           Diagnostics& diagnostics) {
  LoadedEdition loaded;
  Edition& edition = loaded.edition;
  const auto keep = [&](std::vector<Document>& documents) {
    for (Document& document : documents) loaded.files.push_back(std::move(document.file));
  };
  const auto folder = [&](const char* name) {
    return documents_in(content, root, name, diagnostics);
  };

  report_strays(content, root, diagnostics);
  std::vector<Document> data;
  for (const char* name : {"vocabulary.yaml", "planner.yaml", "references.yaml"})
    data.push_back(yaml_file(content, root, name, diagnostics));
  std::vector<Document> articles = folder("sources");
  std::vector<Document> conditions = folder("conditions");
  std::vector<Document> exercises = folder("exercises");
  std::vector<Document> routines = folder("routines");
  std::vector<Document> pages = folder("pages");

  edition.references = read_references(data[2], diagnostics);
  edition.articles = read_articles(articles, diagnostics);
  CitationKeys citations;
  for (const Reference& reference : edition.references) citations.keys.push_back(reference.key);
  for (const Article& article : edition.articles) {
    if (std::find(citations.keys.begin(), citations.keys.end(), article.id) != citations.keys.end())
      diagnostics.add(root + "/sources/" + article.id + ".md",
                      "the key '" + article.id + "' is in references.yaml too");
    citations.keys.push_back(article.id);
  }
  citations.complete = !data[2].broken;
  if (conditions.empty())
    diagnostics.add(root + "/conditions", "there are no conditions to keep people safe from",
                    "add at least one");

  read_vocabulary(data[0], edition, diagnostics);
  read_conditions(conditions, citations, edition, diagnostics);
  read_planner_settings(data[1], edition.catalogue, diagnostics);
  read_exercises(exercises, citations, edition, diagnostics);
  edition.routines = read_routines(routines, citations, edition, diagnostics);
  edition.pages = read_pages(pages, diagnostics);
  report_repeated_entries(edition, diagnostics);

  for (auto* documents : {&data, &articles, &conditions, &exercises, &routines, &pages})
    keep(*documents);
  return loaded;
}

}  // namespace unclench::content
