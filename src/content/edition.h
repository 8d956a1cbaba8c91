// A whole content folder, read and checked.
#pragma once

#include "content/reading.h"

namespace unclench::content {

struct EditionOptions {
  std::string root = "content";        // what paths begin with in messages
  std::string language;                // of the edition, as in HTML
  std::vector<std::string> languages;  // that it is translated into
  bool drafts = false;                 // publish drafts as well
  bool texts = true;                   // false: only the data, neither texts nor translations
  unsigned threads = 1;
  MarkdownOptions markdown;
  std::map<std::string, BlockTitles> translated_titles;  // by language
  std::string base_of_language(const std::string& code) const { return markdown.base + code + "/"; }
};

// What was read before, so that it need not be read again.
struct EditionMemory {
  std::shared_ptr<const WordIndex> exercise_index;
  Shared<Exercise> well_related;  // all exercises, in their order, when their relations were good
  Memory<Exercise> exercises;
  Memory<Article> articles;
  Memory<Condition> conditions;
  Memory<Routine> routines;
  Memory<Guide> guides;
  Memory<PageText> pages;
};

struct LoadedEdition {
  Edition edition;
  Terms terms;  // all words that its content may use
  struct Translation {
    std::string language;
    Edition edition;  // pages without a translation are those of the edition's own language
  };
  std::vector<Translation> translations;
};

// Reads a content folder. The edition is sound when no diagnostic was added.
LoadedEdition load_edition(const FileTree& content, const EditionOptions& options,
                           EditionMemory& memory, Diagnostics& diagnostics);

LoadedEdition load_edition(const FileTree& content, const std::string& root,
                           Diagnostics& diagnostics);

}  // namespace unclench::content
