#include "content/uses.h"

#include <algorithm>

#include "content/exercise.h"
#include "content/pages.h"

namespace unclench::content {
namespace {

class Checker {
 public:
  Checker(const Edition& edition, const Terms& terms, const Drafts& drafts,
          Diagnostics& diagnostics)
      : edition_(edition), terms_(terms), drafts_(drafts), diagnostics_(diagnostics) {}

  // What a text shows and cites, and what is read next.
  void check_text(const PageText& page) {
    for (const PlacedWord& path : page.related) check_related(page, path);
    for (const MovementUse& use : page.body.movements) check_movement(page, use);
    for (const DoseUse& use : page.body.doses) check_dose(page, use);
    for (const CitationUse& use : page.body.citations)
      for (const CitedKey& cited : use.keys)
        if (terms_.is_complete(Words::citations) && terms_.find(Words::citations, cited.key) < 0)
          report_unknown_source(*page.file, cited.span, cited.key, terms_, diagnostics_);
  }

 private:
  void check_movement(const PageText& page, const MovementUse& use) {
    const Exercise* exercise = edition_.find_exercise(use.name);
    if (edition_.place_of_change(use.name) >= 0 || (exercise && exercise->figure)) return;
    if (exercise) {
      diagnostics_.add(Problem::bad_block, *page.file, use.span,
                       "the exercise '" + use.name + "' has no figure",
                       "docs/figures.md says how to pose one");
      return;
    }
    std::vector<std::string> names;
    for (const auto& known : edition_.exercises) names.push_back(known->id);
    for (const auto& change : edition_.position_changes) names.push_back(change->id);
    diagnostics_.add(Problem::bad_block, *page.file, use.span,
                     "there is no exercise and no change of position '" + use.name + "'",
                     did_you_mean(use.name, names));
  }

  void check_related(const PageText& page, const PlacedWord& path) {
    const PageText* other = find_text(edition_, path.word);
    const std::size_t slash = std::min(path.word.find('/'), path.word.size());
    const std::string folder = path.word.substr(0, slash);
    const std::string id = path.word.substr(std::min(slash + 1, path.word.size()));
    if (other && other->file == page.file)
      diagnostics_.add(Problem::unknown_word, *page.file, path.span,
                       "'" + path.word + "' is this page itself", "name other pages");
    else if (!other && drafts_.has(folder, id))
      diagnostics_.add(Problem::unfinished_page, *page.file, path.span,
                       "the page '" + path.word + "' is a draft", help_for_drafts);
    else if (!other)
      diagnostics_.add(Problem::unknown_word, *page.file, path.span,
                       "there is no page '" + path.word + "'",
                       did_you_mean(path.word, text_paths(edition_)));
  }

  // Asked only where something may be no mistake of its own.
  bool has_problems(const SourceFile& file) const {
    const std::vector<Diagnostic> all = diagnostics_.sorted();
    return std::any_of(all.begin(), all.end(),
                       [&](const Diagnostic& one) { return one.path == file.path; });
  }

  void check_dose(const PageText& page, const DoseUse& use) {
    const Exercise* exercise = edition_.find_exercise(use.exercise);
    if (!exercise)
      report_unknown_exercise(edition_, drafts_.of("exercises"), *page.file,
                              {use.exercise, use.span}, diagnostics_);
    const int stage = terms_.find(Words::stages, use.stage);
    if (!use.stage.empty() && stage < 0) {
      if (terms_.is_complete(Words::stages))
        diagnostics_.add(Problem::unknown_word, *page.file, use.stage_span,
                         "'" + use.stage + "' is not a stage",
                         did_you_mean(use.stage, terms_.ids(Words::stages)));
      return;
    }
    if (!exercise) return;
    const auto& doses = exercise->movement.doses;
    const bool is_given = use.stage.empty()
                              ? std::any_of(doses.begin(), doses.end(),
                                            [](const auto& dose) { return dose.has_value(); })
                              : doses[static_cast<std::size_t>(stage)].has_value();
    if (!is_given && !has_problems(*exercise->file))
      diagnostics_.add(Problem::bad_block, *page.file,
                       use.stage.empty() ? use.span : use.stage_span,
                       "the exercise '" + use.exercise + "' has no dose" +
                           (use.stage.empty() ? "" : " at the stage '" + use.stage + "'"),
                       "");
  }

  const Edition& edition_;
  const Terms& terms_;
  const Drafts& drafts_;
  Diagnostics& diagnostics_;
};

}  // namespace

const std::vector<std::string>& Drafts::of(const std::string& folder) const {
  static const std::vector<std::string> none;
  const auto found = ids_.find(folder);
  return found == ids_.end() ? none : found->second;
}

bool Drafts::has(const std::string& folder, const std::string& id) const {
  const std::vector<std::string>& ids = of(folder);
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

void check_uses(const Edition& edition, const Edition& whole, const Terms& terms,
                const Drafts& drafts, Diagnostics& diagnostics) {
  Checker checker(whole, terms, drafts, diagnostics);
  for_each_page(edition, [&](const PageText& page) {
    if (page.language.empty()) checker.check_text(page);
  });
}

}  // namespace unclench::content
