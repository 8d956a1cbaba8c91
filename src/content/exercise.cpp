#include "content/exercise.h"

#include <algorithm>

namespace unclench::content {
namespace {

int or_first(int index) {
  return std::max(0, index);
}

Citations known_citations(const Values& values, const std::string& key, const Terms& terms) {
  Citations citations = values.texts(key);
  if (terms.is_complete(Words::citations))
    std::erase_if(citations, [&](const std::string& citation) {
      return terms.find(Words::citations, citation) < 0;
    });
  return citations;
}

class Reader {
 public:
  Reader(const Document& document, const ReadContext& context, Diagnostics& diagnostics)
      : document_(document),
        context_(context),
        terms_(context.terms),
        values_(document.front, context.terms),
        diagnostics_(diagnostics) {}

  void read(Exercise& exercise) {
    core::Movement& movement = exercise.movement;
    movement.title = exercise.title;
    exercise.order = values_.number("order");
    read_place(movement, exercise);
    read_work(movement);
    read_doses(movement, exercise);
    read_conditions(movement, exercise);
    read_entries(exercise);
    exercise.after = placed_words(values_, "after");
    exercise.parts = placed_words(values_, "parts");
    exercise.easier = placed_words(values_, "easier");
    exercise.harder = placed_words(values_, "harder");
    exercise.references = known_citations(values_, "references", terms_);
    read_drawing(exercise);
    exercise.card = hash_of_card(exercise);
    if (context_.texts) check_sections(document_, exercise.body, exercise_sections(), diagnostics_);
  }

 private:
  void report(Problem problem, const YamlNode& node, const std::string& message,
              const std::string& help = "") {
    diagnostics_.add(problem, *document_.file, node.span, message, help);
  }

  void read_place(core::Movement& movement, Exercise& exercise) {
    movement.phase = or_first(values_.term("phase", Words::phases));
    movement.posture = or_first(values_.term("posture", Words::postures));
    movement.surfaces = values_.term_set("surfaces", Words::surfaces);
    const Values equipment = values_.mapping("equipment");
    movement.needs_one_of = equipment.term_set("needs_one_of", Words::equipment);
    exercise.helps = equipment.term_set("helps", Words::equipment);
  }

  static int place_in(const std::vector<std::string>& words, const std::string& word) {
    const auto found = std::find(words.begin(), words.end(), word);
    return found == words.end() ? 0 : static_cast<int>(found - words.begin());
  }

  void read_work(core::Movement& movement) {
    const Values targets = values_.mapping("targets");
    for (const YamlEntry& entry : targets.entries()) {
      const int target = targets.term_of(entry.key, Words::targets);
      if (target >= 0) movement.targets.push_back({target, targets.number(entry.key.text, 1)});
    }
    movement.direction = static_cast<core::Direction>(
        place_in({"neutral", "flexion", "extension", "rotation"}, values_.text("direction")));
    movement.load = std::clamp(values_.number("load"), 0, 3);
    movement.sides = values_.number("sides", 1);
    movement.tempo = values_.number("tempo");
  }

  void read_doses(core::Movement& movement, Exercise& exercise) {
    movement.not_offered = values_.text("not_offered");
    const YamlNode* node = values_.find("dose");
    if (!node || !movement.not_offered.empty()) return;
    const Values doses = values_.mapping("dose");
    for (const YamlEntry& entry : doses.entries()) {
      const int stage = doses.term_of(entry.key, Words::stages);
      if (stage < 0 || entry.value.kind != YamlNode::Kind::mapping) continue;
      const Values dose = doses.of(entry.value);
      core::DoseRange& range = movement.doses[static_cast<std::size_t>(stage)].emplace();
      range.hold = dose.range("hold").value_or(core::Range{});
      range.repetitions = dose.range("repetitions").value_or(core::Range{1, 1});
      range.sets = dose.range("sets").value_or(core::Range{1, 1});
      range.rest = dose.number("rest");
      exercise.dose_sources[static_cast<std::size_t>(stage)] =
          known_citations(dose, "sources", terms_);
      exercise.dose_notes[static_cast<std::size_t>(stage)] = dose.text("note");
      if (dose.find("hold") && range.hold.low + movement.tempo == 0)
        report(Problem::bad_dose, entry.key, "this dose takes no time",
               "give a 'hold' or a 'tempo'");
    }
    if (node->kind == YamlNode::Kind::mapping && node->entries.empty())
      report(Problem::bad_dose, *node,
             "give a dose for at least one stage, or say why in 'not_offered'");
  }

  void read_conditions(core::Movement& movement, Exercise& exercise) {
    avoid_drafts(movement);
    const Values rules = values_.mapping("conditions");
    for (const YamlEntry& entry : rules.entries()) {
      const int condition = rules.term_of(entry.key, Words::conditions);
      if (condition < 0 || entry.value.kind != YamlNode::Kind::mapping) continue;
      const auto c = static_cast<std::size_t>(condition);
      const Values rule = rules.of(entry.value);
      core::ConditionRule& verdict = movement.conditions[c];
      verdict.verdict =
          static_cast<core::Verdict>(place_in({"fine", "care", "avoid"}, rule.text("verdict")));
      verdict.note = rule.text("note");
      exercise.condition_sources[c] = known_citations(rule, "sources", terms_);
      if (verdict.verdict != core::Verdict::fine && !rule.find("note"))
        report(Problem::missing_field, entry.value,
               "the condition '" + entry.key.text + "' needs 'note'",
               verdict.verdict == core::Verdict::care ? "say what to change" : "say why");
    }
  }

  // Nobody need have judged a condition that is a draft; until then it is not safe.
  void avoid_drafts(core::Movement& movement) {
    for (const std::string& id : terms_.drafts(Words::conditions)) {
      const int condition = terms_.find(Words::conditions, id);
      if (condition >= 0)
        movement.conditions[static_cast<std::size_t>(condition)] = {core::Verdict::avoid,
                                                                    "Nobody has judged it yet."};
    }
  }

  ArticleDose read_article_dose(const Values& dose) const {
    ArticleDose article;
    article.hold = dose.range("hold");
    article.hold_note = dose.text("hold_note");
    article.repetitions = dose.range("repetitions");
    article.repetitions_note = dose.text("repetitions_note");
    article.sets = dose.number("sets");
    article.sides_note = dose.text("sides_note");
    article.per_day = dose.range("per_day");
    article.per_day_note = dose.text("per_day_note");
    return article;
  }

  void read_entries(Exercise& exercise) {
    for (const Values& values : values_.mappings("sources")) {
      ArticleEntry entry;
      entry.id = values.text("entry");
      if (const YamlNode* id = values.find("entry")) entry.span = id->span;
      entry.article = values.text("source");
      entry.name = values.text("name");
      entry.order = values.number("order");
      entry.start = values.text("start");
      entry.surface = values.text("surface");
      entry.dose = read_article_dose(values.mapping("dose"));
      entry.caution = values.text("caution");
      entry.note = values.text("note");
      exercise.entries.push_back(std::move(entry));
    }
  }

  void read_drawing(Exercise& exercise) {
    static const Figures none;
    const YamlNode* node = values_.find("figure");
    if (!node) return;
    exercise.figure = read_figure(*document_.file, *node, exercise.id, exercise.title,
                                  context_.figures ? *context_.figures : none, diagnostics_);
    if (exercise.figure) exercise.head = combine(exercise.head, hash_of("figure"));
  }

  static Hash hash_of_card(const Exercise& exercise) {
    const core::Movement& movement = exercise.movement;
    Hash hash = 0;
    for (const int number : {movement.phase, movement.posture, movement.load})
      hash = combine(hash, static_cast<Hash>(number));
    hash = combine(combine(hash, movement.surfaces), movement.needs_one_of);
    for (const core::TargetWeight& target : movement.targets)
      hash = combine(hash, static_cast<Hash>(target.target));
    for (const core::ConditionRule& rule : movement.conditions)
      hash = combine(hash, static_cast<Hash>(rule.verdict));
    for (const ArticleEntry& entry : exercise.entries) hash = combine(hash, hash_of(entry.name));
    return hash;
  }

  const Document& document_;
  const ReadContext& context_;
  const Terms& terms_;
  const Values values_;
  Diagnostics& diagnostics_;
};

std::vector<std::string> ids_of(const Edition& edition) {
  std::vector<std::string> ids;
  for (const auto& exercise : edition.exercises) ids.push_back(exercise->id);
  return ids;
}

class RelationCheck {
 public:
  RelationCheck(const Edition& edition, const std::vector<std::string>& drafts,
                Diagnostics& diagnostics)
      : edition_(edition), drafts_(drafts), diagnostics_(diagnostics) {}

  // Whether there may be something to report; quick, and safe on several threads.
  bool is_doubtful(const Exercise& exercise) const {
    const auto unknown = [&](const PlacedWord& word) {
      return word.word == exercise.id || !edition_.find_exercise(word.word);
    };
    return !exercise.after.empty() ||
           std::any_of(exercise.parts.begin(), exercise.parts.end(), unknown) ||
           std::any_of(exercise.easier.begin(), exercise.easier.end(), unknown) ||
           std::any_of(exercise.harder.begin(), exercise.harder.end(), unknown);
  }

  void check(const Exercise& exercise) {
    check_list(exercise, exercise.after, "after");
    check_list(exercise, exercise.parts, "parts");
    check_list(exercise, exercise.easier, "easier");
    check_list(exercise, exercise.harder, "harder");
    const int own = edition_.place_of_exercise(exercise.id);
    for (const PlacedWord& word : exercise.after) {
      if (edition_.place_of_exercise(word.word) > own)
        diagnostics_.add(Problem::bad_relation, *exercise.file, word.span,
                         "'" + word.word + "' must stand earlier in the catalogue",
                         "give it a smaller 'order' than this exercise has");
    }
  }

 private:
  void check_list(const Exercise& exercise, const std::vector<PlacedWord>& words,
                  const std::string& key) {
    for (const PlacedWord& word : words) {
      if (word.word == exercise.id) {
        diagnostics_.add(Problem::bad_relation, *exercise.file, word.span,
                         "an exercise cannot name itself in '" + key + "'");
      } else if (!edition_.find_exercise(word.word)) {
        report_unknown_exercise(edition_, drafts_, *exercise.file, word, diagnostics_);
      }
    }
  }

  const Edition& edition_;
  const std::vector<std::string>& drafts_;
  Diagnostics& diagnostics_;
};

}  // namespace

void report_unknown_exercise(const Edition& edition, const std::vector<std::string>& drafts,
                             const SourceFile& file, const PlacedWord& word,
                             Diagnostics& diagnostics) {
  if (std::find(drafts.begin(), drafts.end(), word.word) != drafts.end())
    diagnostics.add(Problem::unfinished_page, file, word.span,
                    "the exercise '" + word.word + "' is a draft", help_for_drafts);
  else
    diagnostics.add(Problem::unknown_word, file, word.span,
                    "'" + word.word + "' is not an exercise",
                    did_you_mean(word.word, ids_of(edition)));
}

Exercise read_exercise(const Document& document, const ReadContext& context,
                       Diagnostics& diagnostics) {
  Exercise exercise;
  core::Movement& movement = exercise.movement;
  const std::size_t stages = context.terms.ids(Words::stages).size();
  const std::size_t conditions = context.terms.ids(Words::conditions).size();
  movement.id = document.id;
  movement.doses.resize(stages);
  movement.conditions.resize(conditions);
  exercise.dose_sources.resize(stages);
  exercise.dose_notes.resize(stages);
  exercise.condition_sources.resize(conditions);
  if (read_head(document, exercise_shape(), context, exercise, diagnostics))
    Reader(document, context, diagnostics).read(exercise);
  return exercise;
}

void check_relations(const Edition& edition, const std::vector<std::string>& drafts,
                     const Shared<Exercise>& known_good, unsigned threads,
                     Diagnostics& diagnostics) {
  RelationCheck check(edition, drafts, diagnostics);
  std::vector<char> doubtful(edition.exercises.size(), 0);
  for_each_index(doubtful.size(), threads, [&](std::size_t i) {
    const bool known = i < known_good.size() && known_good[i] == edition.exercises[i];
    doubtful[i] = !known && check.is_doubtful(*edition.exercises[i]);
  });
  for (std::size_t i = 0; i < doubtful.size(); ++i)
    if (doubtful[i]) check.check(*edition.exercises[i]);
}

}  // namespace unclench::content
