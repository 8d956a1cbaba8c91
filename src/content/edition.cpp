#include "content/edition.h"

#include <algorithm>
#include <unordered_set>

#include "base/image_size.h"
#include "content/dose_bands.h"
#include "content/exercise.h"
#include "content/explanations.h"
#include "content/markdown_citations.h"
#include "content/pages.h"
#include "content/planner_settings.h"
#include "content/text_form.h"
#include "content/translation.h"
#include "content/vocabulary.h"
#include "core/words.h"

namespace unclench::content {
namespace {

// Without their ending, .yaml.
const std::vector<std::string>& single_files() {
  static const std::vector<std::string> files = {"vocabulary",   "planner",    "references",
                                                 "explanations", "dose_bands", "figures"};
  return files;
}

const std::vector<std::string>& text_folders() {
  static const std::vector<std::string> folders = {"exercises",  "sources", "routines",
                                                   "conditions", "guides",  "pages"};
  return folders;
}

bool is_one_of(std::string_view word, const std::vector<std::string>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

class Loader {
 public:
  Loader(const FileTree& content, const EditionOptions& options, EditionMemory& memory,
         Diagnostics& diagnostics)
      : content_(content), options_(options), memory_(memory), diagnostics_(diagnostics) {}

  LoadedEdition run() {
    report_strays();
    read_words();
    read_articles_and_conditions();
    read_ways(vocabulary_, terms_, edition_, diagnostics_);
    if (content_.count("dose_bands.yaml") > 0)
      edition_.dose_bands =
          read_dose_bands(file("dose_bands.yaml"), edition_.terms, terms_, diagnostics_);
    edition_.terms.explanations = shipped_explanations();
    if (content_.count("explanations.yaml") > 0)
      read_explanations(file("explanations.yaml"), edition_.terms.explanations, diagnostics_);
    read_planner_settings(file("planner.yaml"), terms_, edition_.terms, diagnostics_);
    read_position_figures();
    read_data();
    edition_.shared = hash_of_shared();
    read_texts();
    check_all_relations();
    check_routines(edition_, drafts_["exercises"], diagnostics_);
    report_repeated_entries();
    report_names_taken();
    report_unknown_changes();
    check_texts(edition_);
    LoadedEdition loaded;
    for (const std::string& language : options_.languages) {
      loaded.translations.push_back(
          {language, translated(edition_, language, content_, options_, terms_, diagnostics_)});
      check_texts(loaded.translations.back().edition);
    }
    if (options_.texts) report_foreign_languages();
    terms_.set(Words::exercises, edition_.exercise_index);
    loaded.terms = std::move(terms_);
    loaded.edition = std::move(edition_);
    return loaded;
  }

 private:
  Document file(const std::string& name) {
    return yaml_file(content_, options_.root, name, diagnostics_);
  }

  static bool is_translated(std::string_view id) {
    return id == "vocabulary" || id == "explanations";
  }

  static bool has_place(std::string_view path) {
    const std::size_t slash = path.find('/');
    if (slash == std::string_view::npos) {
      const FileName file = split_name(path);
      return has_ending(path, ".yaml") && is_one_of(file.id, single_files()) &&
             (file.language.empty() || is_translated(file.id));
    }
    const std::string_view folder = path.substr(0, slash), name = path.substr(slash + 1);
    if (folder == "images") return true;
    if (name.find('/') != std::string_view::npos) return false;
    if (folder == "data") return has_ending(name, ".yaml") || has_ending(name, ".json");
    return has_ending(name, ".md") && is_one_of(folder, text_folders());
  }

  // A file that no reader takes would be lost without a word.
  void report_strays() {
    for (const auto& [path, bytes] : content_) {
      if (has_place(path)) continue;
      diagnostics_.add(Problem::stray_file, options_.root + "/" + path,
                       "this file has no place in the content", help_for_stray(path));
    }
  }

  // What was meant, if that can be seen.
  static std::string help_for_stray(const std::string& path) {
    const std::size_t slash = path.find('/');
    const std::string folder = slash == std::string::npos ? "" : path.substr(0, slash);
    const std::string name = slash == std::string::npos ? path : path.substr(slash + 1);
    const std::string stem = name.substr(0, name.rfind('.'));
    std::vector<std::string> names = folders();
    if (folder.empty() && is_one_of(split_name(path).id, single_files()) &&
        !split_name(path).language.empty() && has_ending(path, ".yaml"))
      return "only vocabulary.yaml and explanations.yaml are translated";
    if (folder.empty()) {
      names.clear();
      for (const std::string& file : single_files()) names.push_back(file + ".yaml");
    }
    if (folder.empty() || !is_one_of(folder, folders())) {
      const std::string right = did_you_mean(folder.empty() ? stem + ".yaml" : folder, names);
      return right.empty() ? "docs/content.md names the folders and files of the content" : right;
    }
    if (is_image_name(name)) return "pictures stand in images/";
    if (name.find('/') != std::string::npos) return "put it into the folder itself";
    const std::string ending = folder == "data" ? ".yaml" : ".md";
    return "the name of a file in " + folder + "/ ends in " + ending +
           (folder == "data" ? " or .json" : "");
  }

  static const std::vector<std::string>& folders() {
    static const std::vector<std::string> all = [] {
      std::vector<std::string> list = text_folders();
      list.insert(list.end(), {"data", "images"});
      return list;
    }();
    return all;
  }

  void report_foreign_languages() {
    for (const auto& [path, bytes] : content_) {
      const std::string language(split_name(path).language);
      const bool text = has_ending(path, ".md") || path.rfind("vocabulary.", 0) == 0 ||
                        path.rfind("explanations.", 0) == 0;
      if (language.empty() || !text || path.rfind("images/", 0) == 0) continue;
      if (!is_one_of(language, options_.languages))
        diagnostics_.add(Problem::unknown_language, options_.root + "/" + path,
                         "site.yaml does not name the language '" + language + "'",
                         did_you_mean(language, options_.languages).empty()
                             ? "add it to 'languages' there"
                             : did_you_mean(language, options_.languages));
    }
  }

  void read_words() {
    vocabulary_ = file("vocabulary.yaml");
    read_vocabulary(vocabulary_, edition_, terms_, diagnostics_);
    const Document references = file("references.yaml");
    edition_.references = read_references(references, terms_, diagnostics_);
    for (Reference& reference :
         edition_.references)  // a bad address was reported and leads nowhere
      if (!problem_of_form(Shape::Form::url, reference.url).empty()) reference.url.clear();
    references_are_complete_ = !references.broken;
  }

  // The context of a file: the words that are known so far, and how Markdown is read.
  ReadContext context() const {
    Hash hash = hash_of(options_.root);
    for (std::size_t w = 0; w < words_count; ++w) {
      hash = combine(hash, hash_all(terms_.ids(static_cast<Words>(w))));
      hash = combine(hash, terms_.is_complete(static_cast<Words>(w)));
      hash = combine(hash, hash_all(terms_.drafts(static_cast<Words>(w))));
    }
    const MarkdownOptions& markdown = options_.markdown;
    hash = combine(hash, hash_of(markdown.base));
    hash = combine(hash, markdown.raw_html ? 1 : 2);
    hash = combine(hash, markdown.smart ? 1 : 2);
    hash = combine(hash, options_.texts ? 1 : 2);
    for (const auto& [name, title] : markdown.block_titles)
      hash = combine(hash, hash_all({name, title}));
    for (const auto& [path, image] : markdown.images)
      hash = combine(hash, hash_all({path, image.url, std::to_string(image.width),
                                     std::to_string(image.height)}));
    const auto figures = content_.find("figures.yaml");
    if (figures != content_.end()) hash = combine(hash, hash_of(figures->second));
    return {terms_, markdown, hash, options_.texts, &figures_};
  }

  // Reads the files of a folder, reports their problems and keeps what is published.
  template <typename T, typename Read>
  Shared<T> read_folder(const std::string& folder, Memory<T>& memory, Read read) {
    Shared<T> list;
    read_files(files_in(content_, folder), options_.root, context(), options_.threads, memory,
               read);
    list.reserve(memory.size());
    for (const auto& file : memory) {
      if (file->value->draft) drafts_[folder].push_back(file->value->id);
      if (file->value->draft && !options_.drafts) {
        const std::string parent = folder == "pages" ? "/" : "/" + folder + "/";
        edition_.drafts.push_back(parent + file->value->id + "/");
        continue;
      }
      diagnostics_.add(file->problems);
      list.push_back(file->value);
    }
    return list;
  }

  template <typename T>
  static void sort_by_order(Shared<T>& list) {
    std::vector<std::pair<int, std::size_t>> places;
    places.reserve(list.size());
    for (const auto& page : list) places.emplace_back(page->order, places.size());
    std::sort(places.begin(), places.end());
    Shared<T> sorted;
    sorted.reserve(list.size());
    for (const auto& [order, place] : places) sorted.push_back(std::move(list[place]));
    list = std::move(sorted);
  }

  void read_articles_and_conditions() {
    edition_.articles = read_folder("sources", memory_.articles, read_article);
    sort_by_order(edition_.articles);
    std::vector<std::string> articles, citations;
    for (const Reference& reference : edition_.references) citations.push_back(reference.key);
    for (const auto& article : edition_.articles) {
      if (is_one_of(article->id, citations))
        diagnostics_.add(Problem::repeated_entry, article->file->path,
                         "the key '" + article->id + "' is in references.yaml too");
      if (article->id == editors_key)
        diagnostics_.add(Problem::bad_name, article->file->path,
                         "the article cannot be cited: [@editors] is our own judgement",
                         "give the file another name");
      articles.push_back(article->id);
      citations.push_back(article->id);
    }
    terms_.set(Words::articles, articles);
    if (references_are_complete_) terms_.set(Words::citations, citations);

    edition_.conditions = read_folder("conditions", memory_.conditions, read_condition);
    terms_.set_drafts(Words::conditions, drafts_["conditions"]);
    sort_by_order(edition_.conditions);
    std::vector<std::string> conditions;
    for (const auto& condition : edition_.conditions) {
      core::Term term;
      term.id = condition->id;
      term.label = condition->label;
      term.noun = core::lower_first(condition->label);
      edition_.terms.conditions.push_back(std::move(term));
      conditions.push_back(condition->id);
    }
    if (conditions.empty())
      diagnostics_.add(Problem::missing_file, options_.root + "/conditions",
                       "there are no conditions to keep people safe from", "add at least one");
    else
      terms_.set(Words::conditions, conditions);
    if (conditions.size() > most_terms)
      diagnostics_.add(Problem::too_many, edition_.conditions.back()->file->path,
                       "there are more than " + std::to_string(most_terms) + " conditions");
  }

  void read_position_figures() {
    if (content_.count("figures.yaml") == 0) return;
    figures_ = read_figures(file("figures.yaml"), diagnostics_);
    edition_.position_changes = figures_.changes;
    edition_.figures = hash_of(content_.at("figures.yaml"));
  }

  void read_data() {
    for (auto file = content_.lower_bound("data/");
         file != content_.end() && file->first.rfind("data/", 0) == 0; ++file) {
      Document document =
          parse_data_document(options_.root + "/" + file->first, file->second, diagnostics_);
      if (!split_name(file->first).language.empty())
        diagnostics_.add(Problem::bad_name, document.file->path,
                         "templates cannot name a data file with a dot in its name",
                         "write a hyphen or an underscore instead");
      if (!edition_.data.empty() && edition_.data.back().name == document.id)
        diagnostics_.add(Problem::repeated_entry, document.file->path,
                         "another data file has the name '" + document.id + "'",
                         "give one of them another name");
      edition_.data.push_back({document.id, std::move(document.front), document.file});
    }
  }

  // Everything but the pages' own texts: whatever a page says of the vocabulary, of conditions, of
  // articles, of references or of data.
  Hash hash_of_shared() const {
    Hash hash = context().hash;
    for (const char* name :
         {"vocabulary.yaml", "references.yaml", "planner.yaml", "explanations.yaml"}) {
      const auto found = content_.find(name);
      if (found != content_.end()) hash = combine(hash, hash_of(found->second));
    }
    for (auto file = content_.lower_bound("data/");
         file != content_.end() && file->first.rfind("data/", 0) == 0; ++file)
      hash = combine(combine(hash, hash_of(file->first)), file->second.hash());
    for (const auto& condition : edition_.conditions) hash = combine(hash, condition->head);
    for (const auto& article : edition_.articles) hash = combine(hash, article->head);
    return hash;
  }

  void read_texts() {
    edition_.exercises = read_folder("exercises", memory_.exercises, read_exercise);
    sort_by_order(edition_.exercises);
    index_exercises();
    edition_.routines = read_folder("routines", memory_.routines, read_routine);
    std::erase_if(edition_.routines,
                  [](const auto& routine) { return routine->article < 0 && !routine->request; });
    sort_by_order(edition_.routines);
    edition_.guides = read_folder("guides", memory_.guides, read_guide);
    sort_by_order(edition_.guides);
    edition_.pages = read_folder("pages", memory_.pages, read_page);
  }

  void index_exercises() {
    std::shared_ptr<const WordIndex>& index = memory_.exercise_index;
    const auto& exercises = edition_.exercises;
    const auto is_named = [](const std::string& id, const auto& page) { return page->id == id; };
    if (!index || !std::equal(index->words().begin(), index->words().end(), exercises.begin(),
                              exercises.end(), is_named)) {
      std::vector<std::string> ids;
      ids.reserve(exercises.size());
      for (const auto& exercise : exercises) ids.push_back(exercise->id);
      index = std::make_shared<const WordIndex>(std::move(ids));
      memory_.well_related.clear();
    }
    edition_.exercise_index = index;
  }

  void check_all_relations() {
    const std::size_t before = diagnostics_.size();
    check_relations(edition_, drafts_["exercises"], memory_.well_related, options_.threads,
                    diagnostics_);
    memory_.well_related.clear();
    if (diagnostics_.size() == before) memory_.well_related = edition_.exercises;
  }

  void report_repeated_entries() {
    std::unordered_set<std::string> seen;
    for (const auto& exercise : edition_.exercises)
      for (const ArticleEntry& entry : exercise->entries)
        if (!seen.insert(entry.id).second)
          diagnostics_.add(Problem::repeated_entry, *exercise->file, entry.span,
                           "the entry '" + entry.id + "' is given by another exercise too");
  }

  // A figure is found by its name alone.
  void report_names_taken() {
    for (const PlacedWord& name : figures_.change_names)
      if (edition_.find_exercise(name.word))
        diagnostics_.add(Problem::repeated_id, *figures_.file, name.span,
                         "'" + name.word + "' is the name of an exercise",
                         "give the change of position another name");
  }

  void report_unknown_changes() {
    if (edition_.terms.postures.empty()) return;
    std::vector<std::string> positions = {figure::bed_edge}, known;
    for (const auto& posture : edition_.terms.postures) positions.push_back(posture.id);
    for (const std::string& from : positions)
      for (const std::string& to : positions)
        if (from != to) known.push_back(from + "-to-" + to);
    for (const PlacedWord& word : figures_.shown)
      if (std::find(known.begin(), known.end(), word.word) == known.end())
        diagnostics_.add(Problem::bad_figure, *figures_.file, word.span,
                         "'" + word.word + "' is no change from one position to another",
                         did_you_mean(word.word, known));
  }

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
    const auto drafts = drafts_.find(path.word.substr(0, slash));
    if (other && other->file == page.file)
      diagnostics_.add(Problem::unknown_word, *page.file, path.span,
                       "'" + path.word + "' is this page itself", "name other pages");
    else if (!other && drafts != drafts_.end() &&
             is_one_of(path.word.substr(std::min(slash + 1, path.word.size())), drafts->second))
      diagnostics_.add(Problem::unfinished_page, *page.file, path.span,
                       "the page '" + path.word + "' is a draft",
                       "publish it, or build with --drafts");
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
      report_unknown_exercise(edition_, drafts_["exercises"], *page.file, {use.exercise, use.span},
                              diagnostics_);
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

  // A page that is not translated yet stands in the original language and was checked there.
  void check_texts(const Edition& edition) {
    for_each_page(edition, [&](const PageText& page) {
      if (page.language.empty()) check_text(page);
    });
  }

  const FileTree& content_;
  const EditionOptions& options_;
  EditionMemory& memory_;
  Diagnostics& diagnostics_;
  Terms terms_;
  Document vocabulary_;
  Figures figures_;
  bool references_are_complete_ = false;
  std::map<std::string, std::vector<std::string>> drafts_;  // ids, by folder
  Edition edition_;
};

}  // namespace

LoadedEdition load_edition(const FileTree& content, const EditionOptions& options,
                           EditionMemory& memory, Diagnostics& diagnostics) {
  return Loader(content, options, memory, diagnostics).run();
}

LoadedEdition load_edition(const FileTree& content, const std::string& root,
                           Diagnostics& diagnostics) {
  EditionOptions options;
  options.root = root;
  EditionMemory memory;
  return load_edition(content, options, memory, diagnostics);
}

core::Catalogue planning_catalogue(const Edition& edition) {
  core::Catalogue catalogue = edition.terms;
  const auto places = [&](const std::vector<PlacedWord>& words) {
    std::vector<int> list;
    for (const PlacedWord& word : words) {
      const int place = edition.place_of_exercise(word.word);
      if (place >= 0) list.push_back(place);
    }
    return list;
  };
  for (const auto& exercise : edition.exercises) {
    core::Movement movement = exercise->movement;
    movement.after = places(exercise->after);
    movement.parts = places(exercise->parts);
    catalogue.movements.push_back(std::move(movement));
  }
  return catalogue;
}

}  // namespace unclench::content
