// Everything that an edition publishes, read and checked. The exercises and pages of an edition are
// shared, never changed: what did not change since the last build is the same object.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/hash.h"
#include "content/markdown.h"
#include "content/terms.h"
#include "content/yaml.h"
#include "core/catalogue.h"
#include "core/request.h"
#include "figure/movement.h"

namespace unclench::content {

// A key of references.yaml or the id of an article, as cited.
using Citations = std::vector<std::string>;

struct Reference {
  std::string key;
  std::string title;
  std::string url;  // empty when there is no public address
  Span url_span;
  std::string grade;  // A to D, see references.yaml
  std::string seen;   // when it was read: 2026-11-21; empty when not given
  std::string note;
  std::shared_ptr<const SourceFile> file;
};

// A word of the front matter with its place: an address, or the id of another exercise.
struct PlacedWord {
  std::string word;
  Span span;
};

// What every page of the content has.
struct PageText {
  std::string id;
  std::string title;
  std::string summary;
  std::string updated;   // 2026-11-21; empty when not given
  std::string reviewed;  // likewise; empty: no clinician has
  std::string reviewed_by;
  std::string language;  // of the text; empty: the language of the edition that it belongs to
  bool draft = false;
  bool technical = false;  // for professionals
  std::vector<PlacedWord> aliases;
  std::vector<std::string> keywords;  // other words that people search for
  std::vector<PlacedWord> related;    // pages to read next, "guides/floor"
  std::shared_ptr<const SourceFile> file;
  RenderedText body;
  Hash head = 0;        // of what other pages show of this one
  Hash whole = 0;       // of the file, its path and all that it was read with
  bool broken = false;  // its file could not be read, which was reported
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

struct Exercise : PageText {
  core::Movement movement;  // but for `after` and `parts`, which follow below as words
  int order = 0;
  core::Mask helps = 0;  // equipment that is useful but not needed
  std::vector<PlacedWord> after, parts, easier, harder;
  std::vector<Citations> dose_sources;       // by stage
  std::vector<std::string> dose_notes;       // by stage: why it is not the usual dose
  std::vector<Citations> condition_sources;  // by condition
  std::vector<ArticleEntry> entries;
  Citations references;
  std::shared_ptr<const figure::Movement> figure;  // null: it has none
  Hash card = 0;                                   // of what lists are filtered by
};

struct Article : PageText {
  std::string file_name;  // that it is cited by
  int order = 0;
};

struct RoutineStep {
  PlacedWord exercise, entry;
  std::string change;  // what we would change, and why; may be empty
  Citations change_sources;
};

// What the planner is asked for, with its places in the file.
struct PlacedRequest {
  core::RequestFields fields;
  Span span;                                              // of the whole
  std::vector<std::pair<std::string, Span>> field_spans;  // by field
  std::vector<PlacedWord> exercises;                      // that it names
};

// The sequence of an article as published, or a request that is planned when the site is made.
struct Routine : PageText {
  int order = 0;
  int article = -1;                      // that it is the sequence of; -1: of none
  std::vector<RoutineStep> steps;        // of the article
  std::optional<PlacedRequest> request;  // otherwise
};

struct Guide : PageText {
  int order = 0;
};

struct Condition : PageText {
  std::string label;
  Citations sources;
  int order = 0;
};

template <typename T>
using Shared = std::vector<std::shared_ptr<const T>>;

// How to get into a posture and out of it.
struct Way {
  int surface = 0;
  std::vector<std::string> into, out_of;  // steps
  Citations sources;
};

// By the vocabularies of the catalogue: a sentence about each term.
struct TermTexts {
  std::vector<std::string> stages, phases, postures, surfaces, equipment, targets;
  std::vector<std::vector<Way>> ways;  // by posture
};

// What doses usually are at a stage in a phase. An absent range is not limited.
struct DoseBand {
  std::optional<core::Range> hold;  // seconds
  std::optional<core::Range> repetitions;
  std::optional<core::Range> sets;
  Citations sources;
};
using DoseBands = std::vector<std::vector<std::optional<DoseBand>>>;  // by stage and phase

// A data file: content/data/NAME.yaml.
struct DataFile {
  std::string name;
  YamlNode value;
  std::shared_ptr<const SourceFile> file;
};

struct Edition {
  core::Catalogue terms;  // its vocabularies and planner settings; it has no movements
  TermTexts term_texts;
  DoseBands dose_bands;  // empty when the content has none
  std::shared_ptr<const SourceFile> vocabulary_file;
  Shared<Exercise> exercises;                       // in catalogue order
  std::shared_ptr<const WordIndex> exercise_index;  // of their ids; null while there are none
  Shared<Condition> conditions;                     // by terms.conditions
  Shared<Article> articles;
  Shared<Routine> routines;
  Shared<Guide> guides;
  Shared<PageText> pages;
  std::vector<Reference> references;
  Shared<figure::Movement> position_changes;  // of figures.yaml, by id
  Hash figures = 0;                           // of figures.yaml
  std::vector<DataFile> data;
  std::vector<std::string> drafts;  // addresses of pages that are not published: "/exercises/x/"
  Hash shared = 0;  // of all that any page may depend on: vocabularies, references, heads, data

  // The exercise of that id, or null.
  const Exercise* find_exercise(std::string_view id) const {
    const int place = place_of_exercise(id);
    return place < 0 ? nullptr : exercises[static_cast<std::size_t>(place)].get();
  }

  // The place of a change of position, or -1.
  int place_of_change(std::string_view id) const {
    for (std::size_t i = 0; i < position_changes.size(); ++i)
      if (position_changes[i]->id == id) return static_cast<int>(i);
    return -1;
  }

  // Its place in the catalogue, or -1.
  int place_of_exercise(std::string_view id) const {
    return exercise_index ? exercise_index->find(id) : -1;
  }

  // Whether there is enough to make pages from, be it with errors: every index leads somewhere, and
  // no vocabulary has more terms than a set can hold.
  bool can_be_rendered() const {
    const auto fits = [](const auto& list) { return list.size() <= 8 * sizeof(core::Mask); };
    return !terms.stages.empty() && !terms.phases.empty() && !terms.postures.empty() &&
           !terms.surfaces.empty() && fits(terms.stages) && fits(terms.phases) &&
           fits(terms.postures) && fits(terms.surfaces) && fits(terms.equipment) &&
           fits(terms.targets) && fits(terms.conditions);
  }
};

// Every page that has a text.
template <typename Use>
void for_each_page(const Edition& edition, Use use) {
  const auto use_all = [&](const auto& pages) {
    for (const auto& page : pages) use(*page);
  };
  use_all(edition.exercises);
  use_all(edition.conditions);
  use_all(edition.articles);
  use_all(edition.routines);
  use_all(edition.guides);
  use_all(edition.pages);
}

// The page whose file in the content has that path without its ending, "guides/floor"; or null.
const PageText* find_text(const Edition& edition, std::string_view path);

// All such paths.
std::vector<std::string> text_paths(const Edition& edition);

// The catalogue that routines are planned from. The edition must be sound.
core::Catalogue planning_catalogue(const Edition& edition);

}  // namespace unclench::content
