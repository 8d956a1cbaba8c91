#include "content/translation.h"

#include <algorithm>

#include "content/explanations.h"
#include "content/vocabulary.h"

namespace unclench::content {
namespace {

class Translator {
 public:
  Translator(const Edition& original, const std::string& language, const FileTree& content,
             const EditionOptions& options, const Terms& terms, Diagnostics& diagnostics)
      : language_(language),
        content_(content),
        options_(options),
        markdown_(options.markdown),
        context_{terms, markdown_},
        diagnostics_(diagnostics),
        edition_(original) {
    markdown_.base = options.base_of_language(language);
    const auto titles = options.translated_titles.find(language);
    if (titles != options.translated_titles.end()) markdown_.block_titles = titles->second;
  }

  Edition run() {
    const auto vocabulary = content_.find("vocabulary." + language_ + ".yaml");
    if (vocabulary != content_.end())
      translate_vocabulary(parse_yaml_document(options_.root + "/" + vocabulary->first,
                                               vocabulary->second, diagnostics_),
                           context_.terms, edition_, diagnostics_);
    const auto explanations = content_.find("explanations." + language_ + ".yaml");
    if (explanations != content_.end())
      read_explanations(parse_yaml_document(options_.root + "/" + explanations->first,
                                            explanations->second, diagnostics_),
                        edition_.terms.explanations, diagnostics_);
    translate_folder("exercises", edition_.exercises, [&](const Values& values, Exercise& page) {
      page.movement.title = page.title;
      // Whether it is offered is for the original to say.
      if (values.find("not_offered") && !page.movement.not_offered.empty())
        page.movement.not_offered = values.text("not_offered");
      const Values notes = values.mapping("notes");
      for (const YamlEntry& entry : notes.entries()) {
        const int condition = notes.term_of(entry.key, Words::conditions);
        if (condition >= 0)
          page.movement.conditions[static_cast<std::size_t>(condition)].note = entry.value.text;
      }
    });
    translate_folder("conditions", edition_.conditions, [](const Values& values, Condition& page) {
      if (values.find("label")) page.label = values.text("label");
    });
    for (std::size_t c = 0; c < edition_.conditions.size(); ++c) {
      core::Term& term = edition_.terms.conditions[c];
      if (term.label == edition_.conditions[c]->label) continue;
      term.label = term.noun = edition_.conditions[c]->label;
    }
    const auto nothing_more = [](const Values&, PageText&) {};
    translate_folder("sources", edition_.articles, nothing_more);
    translate_folder("routines", edition_.routines, nothing_more);
    translate_folder("guides", edition_.guides, nothing_more);
    translate_folder("pages", edition_.pages, nothing_more);
    edition_.shared = combine(hash_shared(), hash_of(language_));
    return std::move(edition_);
  }

 private:
  Hash hash_shared() const {
    Hash hash = edition_.shared;
    for (const char* name : {"vocabulary.", "explanations."}) {
      const auto found = content_.find(name + language_ + ".yaml");
      if (found != content_.end()) hash = combine(hash, hash_of(found->second));
    }
    for (const auto& condition : edition_.conditions) hash = combine(hash, condition->head);
    for (const auto& article : edition_.articles) hash = combine(hash, article->head);
    return hash;
  }

  template <typename T, typename More>
  void translate_folder(const std::string& folder, Shared<T>& list, More more) {
    std::vector<std::string> ids;
    for (auto& page : list) {
      ids.push_back(page->id);
      const auto file = content_.find(folder + "/" + page->id + "." + language_ + ".md");
      const bool found = file != content_.end();
      auto copy = std::make_shared<T>(*page);
      if (!found || !translate(*file, *copy, more)) {
        copy = std::make_shared<T>(*page);
        copy->language = options_.language;
      }
      page = std::move(copy);
    }
    report_orphans(folder, ids);
  }

  // False when the translation cannot be used.
  template <typename T, typename More>
  bool translate(const FileTree::value_type& file, T& page, More more) {
    const std::string path = options_.root + "/" + file.first;
    Diagnostics problems;
    const Document document = parse_markdown_document(path, file.second, problems);
    PageText text;
    const bool readable = read_head(document, translation_shape(), context_, text, problems);
    if (text.draft && !options_.drafts) return false;
    diagnostics_.add(problems);
    if (!readable) return false;
    page.title = text.title;
    page.summary = text.summary;
    page.file = text.file;
    check_sections(page, text);
    page.body = std::move(text.body);
    const Values values(document.front, context_.terms);
    report_foreign_fields(document, page);
    more(values, page);
    page.head = combine(combine(page.head, hash_of(language_)),
                        hash_all({page.title, page.summary, values.text("label")}));
    page.whole = combine(page.whole, file.second.hash());
    return true;
  }

  // Fields that only translations of other pages have.
  template <typename T>
  void report_foreign_fields(const Document& document, const T& page) {
    const auto means_something = [&](const std::string& field) {
      if (field == "label") return std::is_same_v<T, Condition>;
      if (field == "notes") return std::is_same_v<T, Exercise>;
      if (field != "not_offered") return true;
      if constexpr (std::is_same_v<T, Exercise>)
        return !page.movement.not_offered.empty();
      else
        return false;
    };
    for (const YamlEntry& entry : document.front.entries)
      if (!means_something(entry.key.text))
        diagnostics_.add(
            Problem::bad_translation, *document.file, entry.key.span,
            "the original of this page has nothing that '" + entry.key.text + "' translates",
            "take it out");
  }

  // A translation has the sections of its original, in its own words.
  void check_sections(const PageText& original, const PageText& text) {
    if (original.body.sections.size() == text.body.sections.size()) return;
    diagnostics_.add(Problem::bad_translation, text.file->path,
                     "this translation has " + std::to_string(text.body.sections.size()) +
                         " sections, and its original has " +
                         std::to_string(original.body.sections.size()),
                     "translate each section in its order");
  }

  void report_orphans(const std::string& folder, const std::vector<std::string>& ids) {
    const std::string prefix = folder + "/";
    for (auto file = content_.lower_bound(prefix);
         file != content_.end() && file->first.rfind(prefix, 0) == 0; ++file) {
      const FileName name = split_name(file->first);
      const std::string id(name.id);
      const bool drafted = content_.count(prefix + id + ".md") > 0;
      if (name.language != language_ || drafted ||
          std::find(ids.begin(), ids.end(), id) != ids.end())
        continue;
      diagnostics_.add(Problem::bad_translation, options_.root + "/" + file->first,
                       "there is no '" + id + ".md' that this translates", did_you_mean(id, ids));
    }
  }

  const std::string& language_;
  const FileTree& content_;
  const EditionOptions& options_;
  MarkdownOptions markdown_;
  const ReadContext context_;
  Diagnostics& diagnostics_;
  Edition edition_;
};

}  // namespace

Edition translated(const Edition& original, const std::string& language, const FileTree& content,
                   const EditionOptions& options, const Terms& terms, Diagnostics& diagnostics) {
  return Translator(original, language, content, options, terms, diagnostics).run();
}

}  // namespace unclench::content
