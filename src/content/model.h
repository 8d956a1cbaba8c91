// Everything that an edition publishes, read, checked and linked up.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/source_file.h"
#include "content/yaml.h"
#include "core/catalogue.h"

namespace unclench::content {

// A Markdown text and where it begins in its file.
struct Body {
  const SourceFile* file = nullptr;  // null when the document could not be read
  std::string markdown;
  int first_line = 1;
};

// A key of references.yaml or the id of an article, as cited.
using Citations = std::vector<std::string>;

struct Reference {
  std::string key;
  std::string title;
  std::string url;    // empty when there is no public address
  std::string grade;  // A to D, see references.yaml
  std::string note;
};

// What one article gives for one movement. Notes are words; an absent number is not given.
struct ArticleDose {
  std::optional<core::Range> hold;  // seconds
  std::optional<core::Range> repetitions;
  std::optional<core::Range> per_day;
  int sets = 0;  // 0: not given
  std::string hold_note, repetitions_note, sides_note, per_day_note;
};

struct ArticleEntry {
  std::string id;       // "000-2"
  Span span;            // of the id in its file
  std::string article;  // the id of its article
  std::string name;     // as the article calls it
  int order = 0;        // its place in the article, from 1
  std::string start, surface, caution, note;
  ArticleDose dose;
};

struct Exercise {
  std::string id;
  std::string title;
  std::string summary;
  std::string reviewed;  // who reviewed it and when; empty: no clinician has
  int order = 0;
  core::Mask helps = 0;  // equipment that is useful but not needed
  std::vector<int> easier, harder;
  std::vector<Citations> dose_sources;       // by stage
  std::vector<Citations> condition_sources;  // by condition
  std::vector<ArticleEntry> entries;
  Citations references;
  Body body;
  bool broken = false;  // its file could not be read, which was reported
};

struct Article {
  std::string id;
  std::string title;
  std::string file;  // the file name that it is cited by
  std::string summary;
  int order = 0;
  Body body;
};

struct RoutineStep {
  int exercise = 0;
  std::size_t entry = 0;  // index among the exercise's entries
  std::string change;     // what we would change, and why; may be empty
  Citations change_sources;
};

struct ArticleRoutine {
  std::string id;
  std::string title;
  std::string summary;
  int article = 0;
  int order = 0;
  std::vector<RoutineStep> steps;
  Body body;
};

struct Condition {
  std::string id;
  std::string title;
  std::string summary;
  Citations sources;
  int order = 0;
  Body body;
};

struct Page {
  std::string id;
  std::string title;
  std::string summary;
  Body body;
};

struct Edition {
  core::Catalogue catalogue;
  // By the catalogue's vocabularies: a sentence about each term.
  std::vector<std::string> stage_texts, phase_texts, posture_texts, surface_texts, equipment_texts,
      target_texts;
  std::vector<Exercise> exercises;    // by catalogue.movements
  std::vector<Condition> conditions;  // by catalogue.conditions
  std::vector<Article> articles;
  std::vector<ArticleRoutine> routines;
  std::vector<Reference> references;
  std::vector<Page> pages;

  // Whether there is enough to make pages from, be it with errors: every index leads somewhere.
  bool can_be_rendered() const {
    return !catalogue.stages.empty() && !catalogue.phases.empty() && !catalogue.postures.empty() &&
           !catalogue.surfaces.empty();
  }
};

}  // namespace unclench::content
