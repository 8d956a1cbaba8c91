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
#include "content/strays.h"
#include "content/text_form.h"
#include "content/translation.h"
#include "content/uses.h"
#include "content/vocabulary.h"
#include "core/words.h"

namespace unclench::content {
namespace {

class Loader {
 public:
  Loader(const FileTree& content, const EditionOptions& options, EditionMemory& memory,
         Diagnostics& diagnostics)
      : content_(content), options_(options), memory_(memory), diagnostics_(diagnostics) {}

  LoadedEdition run() {
    report_strays(content_, options_.root, diagnostics_);
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
    check_routines(edition_, drafts_.of("exercises"), diagnostics_);
    report_repeated_entries();
    report_names_taken();
    report_unknown_changes();
    check_uses(edition_, edition_, terms_, drafts_, diagnostics_);
    LoadedEdition loaded;
    for (const std::string& language : options_.languages) {
      loaded.translations.push_back(
          {language, translated(edition_, language, content_, options_, terms_, diagnostics_)});
      check_uses(loaded.translations.back().edition, edition_, terms_, drafts_, diagnostics_);
    }
    if (options_.texts)
      report_foreign_languages(content_, options_.root, options_.languages, diagnostics_);
    terms_.set(Words::exercises, edition_.exercise_index);
    loaded.terms = std::move(terms_);
    loaded.edition = std::move(edition_);
    return loaded;
  }

 private:
  Document file(const std::string& name) {
    return yaml_file(content_, options_.root, name, diagnostics_);
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
      if (file->value->draft) drafts_.add(folder, file->value->id);
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
      if (std::find(citations.begin(), citations.end(), article->id) != citations.end())
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
    terms_.set_drafts(Words::articles, drafts_.of("sources"));
    terms_.set_drafts(Words::citations, drafts_.of("sources"));
    if (references_are_complete_) terms_.set(Words::citations, citations);

    edition_.conditions = read_folder("conditions", memory_.conditions, read_condition);
    terms_.set_drafts(Words::conditions, drafts_.of("conditions"));
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
      const bool has_dot = !split_name(file->first).language.empty();
      if (has_dot || document.id.find_first_of(" {}") != document.id.npos)
        diagnostics_.add(Problem::bad_name, document.file->path,
                         "templates cannot name a data file with a " +
                             std::string(has_dot ? "dot" : "space or a brace") + " in its name",
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
    check_relations(edition_, drafts_.of("exercises"), memory_.well_related, options_.threads,
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

  const FileTree& content_;
  const EditionOptions& options_;
  EditionMemory& memory_;
  Diagnostics& diagnostics_;
  Terms terms_;
  Document vocabulary_;
  Figures figures_;
  bool references_are_complete_ = false;
  Drafts drafts_;
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
