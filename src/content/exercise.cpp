#include "content/exercise.h"

#include <algorithm>
#include <sstream>

namespace unclench::content {
namespace {

constexpr int longest_hold = 1800;
constexpr int most_repetitions = 100;
constexpr int most_sets = 10;
constexpr int most_times_a_day = 24;
constexpr const char* required_sections[] = {"What it is for", "Steps", "What you should feel",
                                             "Common mistakes", "Stop if"};

struct Direction {
  std::string id;
};

const std::vector<Direction>& directions() {
  static const std::vector<Direction> all = {{"neutral"}, {"flexion"}, {"extension"}, {"rotation"}};
  return all;
}

struct VerdictWord {
  std::string id;
};

const std::vector<VerdictWord>& verdicts() {
  static const std::vector<VerdictWord> all = {{"fine"}, {"care"}, {"avoid"}};
  return all;
}

class Reader {
 public:
  Reader(const Document& document, const CitationKeys& citations, const Edition& edition, int index,
         Diagnostics& diagnostics)
      : fields_(*document.file, document.front, "an exercise", diagnostics),
        document_(document),
        citations_(citations),
        edition_(edition),
        catalogue_(edition.catalogue),
        index_(index),
        diagnostics_(diagnostics) {}

  void read(core::Movement& movement, Exercise& exercise) {
    exercise.id = movement.id;
    movement.doses.resize(catalogue_.stages.size());
    exercise.dose_sources.resize(catalogue_.stages.size());
    movement.conditions.resize(catalogue_.conditions.size());
    exercise.condition_sources.resize(catalogue_.conditions.size());
    exercise.broken = document_.broken;
    if (exercise.broken) return;
    exercise.title = movement.title = fields_.text("title");
    exercise.summary = fields_.text("summary");
    exercise.order = fields_.number("order", 1, 1000000);
    exercise.reviewed = fields_.optional_text("reviewed");
    read_place(movement, exercise);
    read_work(movement);
    read_doses(movement, exercise);
    read_relations(movement, exercise);
    read_conditions(movement, exercise);
    read_sources(exercise);
    fields_.finish();
    exercise.body = document_.body;
    check_sections();
  }

 private:
  static int or_first(int index) { return std::max(0, index); }

  void read_place(core::Movement& movement, Exercise& exercise) {
    movement.phase = or_first(require_term(fields_, "phase", catalogue_.phases, "a phase"));
    movement.posture = or_first(require_term(fields_, "posture", catalogue_.postures, "a posture"));
    fields_.require("surfaces");
    movement.surfaces = term_set(fields_, "surfaces", catalogue_.surfaces, "a surface");
    if (const YamlNode* surfaces = fields_.find("surfaces"))
      if (surfaces->kind == YamlNode::Kind::sequence && surfaces->items.empty())
        fields_.report(*surfaces, "name at least one surface");
    Fields equipment = fields_.optional_mapping("equipment", "'equipment'");
    movement.needs_one_of =
        term_set(equipment, "needs_one_of", catalogue_.equipment, "a piece of equipment");
    exercise.helps = term_set(equipment, "helps", catalogue_.equipment, "a piece of equipment");
    equipment.finish();
  }

  void read_work(core::Movement& movement) {
    Fields targets = fields_.mapping("targets", "'targets'");
    for (const YamlEntry& entry : targets.entries()) {
      const int target = resolve_term(targets, entry.key, catalogue_.targets, "a target");
      const int weight = targets.number(entry.key.text, 1, 3);
      if (target >= 0) movement.targets.push_back({target, weight});
    }
    const int direction = require_term(fields_, "direction", directions(), "a direction");
    movement.direction = static_cast<core::Direction>(or_first(direction));
    movement.load = fields_.number("load", 0, 3);
    movement.sides = fields_.number("sides", 1, 2);
    movement.tempo = fields_.number("tempo", 0, 120);
  }

  void read_doses(core::Movement& movement, Exercise& exercise) {
    movement.not_offered = fields_.optional_text("not_offered");
    const YamlNode* node = fields_.find("dose");
    if (!movement.not_offered.empty()) {
      if (node) fields_.report(*node, "an exercise that is not offered has no dose");
      return;
    }
    Fields doses = fields_.mapping("dose", "'dose'");
    for (const YamlEntry& entry : doses.entries()) {
      const int stage = resolve_term(doses, entry.key, catalogue_.stages, "a stage");
      if (stage < 0) continue;
      Fields dose = doses.mapping(entry.key.text, "a dose");
      core::DoseRange& range = movement.doses[static_cast<std::size_t>(stage)].emplace();
      range.hold = dose.range("hold", 0, longest_hold);
      range.repetitions = dose.range("repetitions", 1, most_repetitions);
      range.sets = dose.range("sets", 1, most_sets, {1, 1});
      range.rest = dose.number("rest", 0, 600, 0);
      exercise.dose_sources[static_cast<std::size_t>(stage)] =
          read_citations(dose, "sources", citations_, true);
      if (range.hold.low + movement.tempo == 0)
        dose.report(entry.key, "this dose takes no time", "give a 'hold' or a 'tempo'");
      dose.finish();
    }
    if (node && node->kind == YamlNode::Kind::mapping && node->entries.empty())
      fields_.report(*node, "give a dose for at least one stage, or say why in 'not_offered'");
  }

  std::vector<int> movements(const std::string& key) {
    std::vector<int> indices;
    for (const YamlNode* node : fields_.texts(key)) {
      const int other = resolve_term(fields_, *node, catalogue_.movements, "an exercise");
      if (other == index_)
        fields_.report(*node, "an exercise cannot name itself in '" + key + "'");
      else if (other >= 0)
        indices.push_back(other);
    }
    return indices;
  }

  void read_relations(core::Movement& movement, Exercise& exercise) {
    movement.after = movements("after");
    movement.parts = movements("parts");
    exercise.easier = movements("easier");
    exercise.harder = movements("harder");
    const std::vector<const YamlNode*> after = fields_.texts("after");
    for (const YamlNode* node : after)
      if (core::find_term(catalogue_.movements, node->text) > index_)
        fields_.report(*node, "'" + node->text + "' must stand earlier in the catalogue",
                       "give it a smaller 'order' than this exercise has");
  }

  void read_conditions(core::Movement& movement, Exercise& exercise) {
    Fields list = fields_.mapping("conditions", "'conditions'");
    if (catalogue_.conditions.empty()) return;  // reported itself
    if (list.node().entries.empty()) {
      const YamlNode* empty = fields_.find("conditions");
      if (empty && empty->kind == YamlNode::Kind::mapping)
        fields_.report(*empty, "'conditions' is empty", "give every condition a verdict");
      return;
    }
    for (std::size_t c = 0; c < catalogue_.conditions.size(); ++c) {
      const std::string& id = catalogue_.conditions[c].id;
      const YamlNode* node = list.find(id);
      if (!node) {
        list.report(list.node(), "the condition '" + id + "' has no verdict",
                    "decide whether it is fine, needs care or must be avoided");
        continue;
      }
      Fields rule = list.mapping(id, "the condition '" + id + "'");
      const int verdict = require_term(rule, "verdict", verdicts(), "a verdict");
      movement.conditions[c].verdict = static_cast<core::Verdict>(or_first(verdict));
      movement.conditions[c].note = verdict > 0 ? rule.text("note") : rule.optional_text("note");
      exercise.condition_sources[c] = read_citations(rule, "sources", citations_, true);
      rule.finish();
    }
    list.finish();
  }

  std::optional<core::Range> given(Fields& fields, const std::string& key, int high) {
    if (!fields.find(key)) return std::nullopt;
    return fields.range(key, 1, high);
  }

  ArticleDose read_article_dose(Fields dose) {
    ArticleDose article;
    article.hold = given(dose, "hold", longest_hold);
    article.hold_note = dose.optional_text("hold_note");
    article.repetitions = given(dose, "repetitions", most_repetitions);
    article.repetitions_note = dose.optional_text("repetitions_note");
    article.sets = dose.number("sets", 1, most_sets, 0);
    article.sides_note = dose.optional_text("sides_note");
    article.per_day = given(dose, "per_day", most_times_a_day);
    article.per_day_note = dose.optional_text("per_day_note");
    dose.finish();
    return article;
  }

  void read_sources(Exercise& exercise) {
    for (Fields& fields : fields_.mappings("sources", "an article's entry")) {
      ArticleEntry entry;
      entry.id = fields.text("entry");
      if (const YamlNode* id = fields.find("entry")) entry.span = id->span;
      if (const YamlNode* article = fields.require("source")) {
        resolve_term(fields, *article, edition_.articles, "an article");
        entry.article = article->text;
      }
      entry.name = fields.text("name");
      entry.order = fields.number("order", 1, 1000);
      entry.start = fields.text("start");
      entry.surface = fields.text("surface");
      entry.dose = read_article_dose(fields.mapping("dose", "'dose'"));
      entry.caution = fields.optional_text("caution");
      entry.note = fields.optional_text("note");
      fields.finish();
      exercise.entries.push_back(std::move(entry));
    }
    exercise.references = read_citations(fields_, "references", citations_, false);
    if (exercise.entries.empty() && exercise.references.empty())
      fields_.report(fields_.node(), "an exercise needs 'sources' or 'references'",
                     "say where the movement comes from");
  }

  // The second-level headings of the text, outside of code.
  std::vector<std::string> headings() const {
    std::vector<std::string> found;
    std::istringstream lines(document_.body.markdown);
    bool in_code = false;
    for (std::string line; std::getline(lines, line);) {
      if (line.rfind("```", 0) == 0 || line.rfind("~~~", 0) == 0) in_code = !in_code;
      if (in_code || line.rfind("## ", 0) != 0) continue;
      line.erase(line.find_last_not_of(" \t#") + 1);
      found.push_back(line.substr(3));
    }
    return found;
  }

  void check_sections() {
    const std::vector<std::string> found = headings();
    const Span start{document_.body.first_line, 1, 1};
    auto last = found.begin();
    for (const char* section : required_sections) {
      const auto place = std::find(found.begin(), found.end(), section);
      if (place == found.end())
        diagnostics_.add(*document_.file, start,
                         "the section '" + std::string(section) + "' is missing",
                         "add a line `## " + std::string(section) + "`");
      else if (place < last)
        diagnostics_.add(*document_.file, start,
                         "the section '" + std::string(section) + "' stands too late or too early",
                         "keep the order of the sections that docs/content.md gives");
      else
        last = place;
    }
  }

  Fields fields_;
  const Document& document_;
  const CitationKeys& citations_;
  const Edition& edition_;
  const core::Catalogue& catalogue_;
  const int index_;
  Diagnostics& diagnostics_;
};

// The order that the front matter asks for; what it lacks is reported when it is read.
int order_of(const Document& document) {
  for (const YamlEntry& entry : document.front.entries)
    if (entry.key.text == "order" && entry.value.text.size() < 8)
      return std::atoi(entry.value.text.c_str());
  return 0;
}

}  // namespace

void read_exercises(std::vector<Document>& documents, const CitationKeys& citations,
                    Edition& edition, Diagnostics& diagnostics) {
  std::stable_sort(documents.begin(), documents.end(),
                   [](const Document& a, const Document& b) { return order_of(a) < order_of(b); });
  for (const Document& document : documents) {
    core::Movement movement;
    movement.id = document.id;
    edition.catalogue.movements.push_back(std::move(movement));
  }
  edition.exercises.resize(documents.size());
  for (std::size_t i = 0; i < documents.size(); ++i)
    Reader(documents[i], citations, edition, static_cast<int>(i), diagnostics)
        .read(edition.catalogue.movements[i], edition.exercises[i]);
}

}  // namespace unclench::content
