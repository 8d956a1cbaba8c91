#include "content/vocabulary.h"

#include <algorithm>

#include "content/shapes.h"
#include "content/values.h"
#include "core/words.h"

namespace unclench::content {
namespace {

void read_label(const Values& values, core::Term& term) {
  term.label = values.text("label");
  term.noun = values.text("noun");
  if (term.noun.empty()) term.noun = core::lower_first(term.label);
}

class VocabularyReader {
 public:
  VocabularyReader(const Document& document, Terms& terms, Diagnostics& diagnostics)
      : document_(document),
        terms_(terms),
        values_(document.front, terms),
        diagnostics_(diagnostics) {}

  // Reads the terms of one vocabulary; `more` reads what is special about a kind of term.
  template <typename T, typename More>
  void read(const std::string& key, Words words, std::vector<T>& list,
            std::vector<std::string>& texts, More more) {
    const YamlNode* node = values_.find(key);
    if (!node || node->kind != YamlNode::Kind::mapping) return;
    std::vector<std::string> ids;
    for (const YamlEntry& entry : node->entries) {
      if (entry.value.kind != YamlNode::Kind::mapping) continue;
      const Values values = values_.of(entry.value);
      T term;
      term.id = entry.key.text;
      read_label(values, term);
      more(values, term);
      texts.push_back(values.text("description"));
      ids.push_back(term.id);
      list.push_back(std::move(term));
    }
    if (node->entries.empty())
      diagnostics_.add(Problem::empty_value, *document_.file, node->span,
                       "'" + key + "' has no terms");
    if (list.size() > most_terms)
      diagnostics_.add(Problem::too_many, *document_.file, node->span,
                       "'" + key + "' has more than " + std::to_string(most_terms) + " terms");
    terms_.set(words, std::move(ids));
  }

 private:
  const Document& document_;
  Terms& terms_;
  Values values_;
  Diagnostics& diagnostics_;
};

// Puts the words of a translated vocabulary over the terms; those without one stay.
template <typename T>
void translate_terms(const Values& file, const std::string& key, std::vector<T>& terms,
                     std::vector<std::string>& texts) {
  const Values list = file.mapping(key);
  for (std::size_t i = 0; i < terms.size(); ++i) {
    if (!list.find(terms[i].id)) continue;
    const Values values = list.mapping(terms[i].id);
    read_label(values, terms[i]);
    texts[i] = values.text("description");
    if constexpr (std::is_same_v<T, core::Phase>)
      if (values.find("verb")) terms[i].verb = values.text("verb");
  }
}

}  // namespace

void read_vocabulary(const Document& document, Edition& edition, Terms& terms,
                     Diagnostics& diagnostics) {
  if (document.broken) return;
  check_shape(*document.file, document.front, vocabulary_shape(), "", terms, diagnostics);
  core::Catalogue& catalogue = edition.terms;
  TermTexts& texts = edition.term_texts;
  VocabularyReader reader(document, terms, diagnostics);
  const auto nothing_more = [](const Values&, core::Term&) {};
  reader.read("stages", Words::stages, catalogue.stages, texts.stages, nothing_more);
  reader.read("phases", Words::phases, catalogue.phases, texts.phases,
              [](const Values& values, core::Phase& phase) { phase.verb = values.text("verb"); });
  reader.read(
      "postures", Words::postures, catalogue.postures, texts.postures,
      [](const Values& values, core::Posture& posture) { posture.lying = values.flag("lying"); });
  reader.read("surfaces", Words::surfaces, catalogue.surfaces, texts.surfaces, nothing_more);
  reader.read("equipment", Words::equipment, catalogue.equipment, texts.equipment, nothing_more);
  reader.read("targets", Words::targets, catalogue.targets, texts.targets, nothing_more);
  edition.vocabulary_file = document.file;
  if (!catalogue.phases.empty() && catalogue.phases.front().id != "rest")
    diagnostics.add(Problem::planner_settings, *document.file,
                    Values(document.front, terms).find("phases")->entries.front().key.span,
                    "the first phase must be 'rest'");
}

void read_ways(const Document& document, const Terms& terms, Edition& edition,
               Diagnostics& diagnostics) {
  if (document.broken) return;
  check_shape(*document.file, document.front, vocabulary_shape(), "", terms, diagnostics);
  const Values postures = Values(document.front, terms).mapping("postures");
  for (const core::Posture& posture : edition.terms.postures) {
    const Values ways = postures.mapping(posture.id).mapping("ways");
    std::vector<Way>& list = edition.term_texts.ways.emplace_back();
    for (const YamlEntry& entry : ways.entries()) {
      const int surface = ways.term_of(entry.key, Words::surfaces);
      if (surface < 0 || entry.value.kind != YamlNode::Kind::mapping) continue;
      const Values way = ways.of(entry.value);
      list.push_back({surface, way.texts("into"), way.texts("out_of"), way.texts("sources")});
    }
    std::sort(list.begin(), list.end(),
              [](const Way& a, const Way& b) { return a.surface < b.surface; });
  }
}

void translate_vocabulary(const Document& document, const Terms& terms, Edition& edition,
                          Diagnostics& diagnostics) {
  if (document.broken) return;
  check_shape(*document.file, document.front, vocabulary_translation_shape(), "", terms,
              diagnostics);
  const Values file(document.front, terms);
  core::Catalogue& catalogue = edition.terms;
  TermTexts& texts = edition.term_texts;
  translate_terms(file, "stages", catalogue.stages, texts.stages);
  translate_terms(file, "phases", catalogue.phases, texts.phases);
  translate_terms(file, "postures", catalogue.postures, texts.postures);
  translate_terms(file, "surfaces", catalogue.surfaces, texts.surfaces);
  translate_terms(file, "equipment", catalogue.equipment, texts.equipment);
  translate_terms(file, "targets", catalogue.targets, texts.targets);
}

std::vector<Reference> read_references(const Document& document, const Terms& terms,
                                       Diagnostics& diagnostics) {
  std::vector<Reference> references;
  if (document.broken) return references;
  check_shape(*document.file, document.front, references_shape(), "references", terms, diagnostics);
  for (const YamlEntry& entry : document.front.entries) {
    const Values values = Values(document.front, terms).of(entry.value);
    const YamlNode* url = values.find("url");
    references.push_back({entry.key.text, values.text("title"), values.text("url"),
                          url ? url->span : Span(), values.text("grade"), values.text("seen"),
                          values.text("note"), document.file});
  }
  return references;
}

}  // namespace unclench::content
