// One language of a site: its words and templates, its edition, and the pages that it has.
#pragma once

#include <memory>

#include "content/edition.h"
#include "render/view.h"

namespace unclench::render {

struct Language {
  std::string code;    // as in HTML
  std::string prefix;  // of its addresses: "" or "es/"
  WordList words;
  Settings settings;  // in this language
  std::unique_ptr<Phrases> phrases;
  std::unique_ptr<Templates> templates;
  // From here on as list_pages leaves it.
  const content::Edition* edition = nullptr;
  std::unique_ptr<Site> site;
  std::vector<PageJob> jobs;
  Value values;     // what its layout says around every page
  Hash shared = 0;  // of everything that all its pages depend on
};

// The site's own language first, then those that it is translated into. Words that are missing are
// reported.
std::vector<Language> read_languages(const FileTree& site, const std::string& root,
                                     const Settings& settings, Diagnostics& diagnostics);

// What the pages of all languages are made from.
struct PageSources {
  const FileTree& site;  // templates, words and settings
  const Settings& settings;
  const Assets& assets;
  const content::LoadedEdition& loaded;
  const std::string& base;  // the path that the site is published under
  const DrawnFigures& figures;
  const Pictures& pictures;
  bool is_sound = true;  // the edition has no errors; only then routines are planned
  unsigned threads = 1;
};

// Finds out which pages the language has, and plans its routines. The sources outlive it.
void list_pages(const PageSources& sources, Language& language, PlannedMemory& planned,
                Diagnostics& diagnostics);

// "rtl" or "ltr"
const char* direction_of(std::string_view language);

}  // namespace unclench::render
