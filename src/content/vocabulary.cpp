#include "content/vocabulary.h"

#include "core/words.h"

namespace unclench::content {
namespace {

constexpr std::size_t most_terms = 32;

// Reads the terms of one vocabulary; `more` reads what is special about a kind of term.
template <typename T, typename More>
void read_terms(Fields& file, const std::string& key, std::vector<T>& terms,
                std::vector<std::string>& texts, More more) {
  Fields list = file.mapping(key, "'" + key + "'");
  for (const YamlEntry& entry : list.entries()) {
    if (!is_id(entry.key.text))
      list.report(entry.key, "'" + entry.key.text + "' cannot be an id",
                  "use lower-case letters, digits and hyphens");
    if (entry.value.kind != YamlNode::Kind::mapping) {
      list.report(entry.value, "a term must be a mapping with label and description");
      continue;
    }
    Fields fields(list.file(), entry.value, "a term", list.diagnostics());
    T term;
    term.id = entry.key.text;
    term.label = fields.text("label");
    term.noun = fields.optional_text("noun");
    if (term.noun.empty()) term.noun = core::lower_first(term.label);
    texts.push_back(fields.text("description"));
    more(fields, term);
    fields.finish();
    terms.push_back(std::move(term));
  }
  if (terms.empty() && file.find(key)) file.report(*file.find(key), "'" + key + "' has no terms");
  if (terms.size() > most_terms)
    list.report(list.node(),
                "'" + key + "' has more than " + std::to_string(most_terms) + " terms");
}

std::vector<int> points_by_term(Fields fields, const auto& terms, const std::string& what) {
  std::vector<int> points(terms.size(), 0);
  for (const YamlEntry& entry : fields.entries()) {
    const int term = resolve_term(fields, entry.key, terms, what);
    const int value = fields.number(entry.key.text, 0, 10000);
    if (term >= 0) points[static_cast<std::size_t>(term)] = value;
  }
  return points;
}

core::StageSettings read_stage(Fields fields, const core::Catalogue& catalogue) {
  core::StageSettings stage;
  stage.get_ready = fields.number("get_ready", 1, 120);
  stage.maximum_load = fields.number("maximum_load", 0, 3);
  stage.comfortable_load = fields.number("comfortable_load", 0, 3);
  stage.effort = fields.number("effort", 0, 10000);
  stage.position_changes = fields.number("position_changes", 0, 50);
  stage.strain_percent = fields.number("strain_percent", 0, 1000);
  stage.need = points_by_term(fields.mapping("need", "'need'"), catalogue.targets, "a target");
  stage.fit = points_by_term(fields.mapping("fit", "'fit'"), catalogue.phases, "a phase");
  fields.finish();
  return stage;
}

void read_stages(Fields& file, core::Catalogue& catalogue) {
  Fields stages = file.mapping("stages", "'stages'");
  if (catalogue.stages.empty()) return;  // reported with the vocabulary
  for (const core::Term& stage : catalogue.stages)
    catalogue.planner.stages.push_back(
        read_stage(stages.mapping(stage.id, "the stage '" + stage.id + "'"), catalogue));
  stages.finish();
}

void read_coverage(Fields& file, core::PlannerSettings& planner) {
  int last_worth = 1000;
  file.require("coverage");
  for (Fields& fields : file.mappings("coverage", "a stretch of the coverage")) {
    core::CoverageSegment segment;
    segment.units = fields.number("units", 1, 1000);
    segment.worth = fields.number("worth", 0, 100);
    if (segment.worth > last_worth)
      fields.report(fields.node(), "this stretch is worth more than the one before it",
                    "a second helping must not count more than a first");
    last_worth = segment.worth;
    fields.finish();
    planner.coverage.push_back(segment);
  }
}

void read_dose_units(Fields& file, core::PlannerSettings& planner) {
  const YamlNode* list = file.require("dose_units");
  if (!list) return;
  bool valid = list->items.size() == core::dose_steps;
  int last = 0;
  for (std::size_t i = 0; i < list->items.size() && valid; ++i) {
    const std::string& text = list->items[i].text;
    const bool digits = !text.empty() && text.size() <= 3 &&
                        text.find_first_not_of("0123456789") == std::string::npos;
    const int units = digits ? std::stoi(text) : 0;
    valid = digits && units > last;
    last = planner.dose_units[i] = units;
  }
  if (!valid)
    file.report(*list, "'dose_units' must be four rising whole numbers, one for each dose step");
}

void read_position_changes(Fields& file, core::Catalogue& catalogue) {
  const std::size_t postures = catalogue.postures.size();
  auto& changes = catalogue.planner.changes;
  changes.assign(postures, std::vector<core::PositionChange>(postures));
  std::vector<std::vector<bool>> given(postures, std::vector<bool>(postures, false));
  for (Fields& fields : file.mappings("position_changes", "a position change")) {
    const int from = require_term(fields, "from", catalogue.postures, "a posture");
    const int to = require_term(fields, "to", catalogue.postures, "a posture");
    core::PositionChange change;
    change.seconds = fields.number("seconds", 0, 600);
    change.strain = fields.number("strain", 0, 10000);
    fields.finish();
    if (from < 0 || to < 0) continue;
    const auto f = static_cast<std::size_t>(from), t = static_cast<std::size_t>(to);
    if (from == to || given[f][t])
      fields.report(fields.node(), "this position change is given twice or leads nowhere");
    changes[f][t] = change;
    given[f][t] = true;
    if (!given[t][f]) changes[t][f] = change;
  }
  const YamlNode* list = file.require("position_changes");
  for (std::size_t f = 0; f < postures; ++f)
    for (std::size_t t = f + 1; t < postures; ++t)
      if (list && !given[f][t] && !given[t][f])
        file.report(*list, "the change between '" + catalogue.postures[f].id + "' and '" +
                               catalogue.postures[t].id + "' is missing");
}

}  // namespace

void read_vocabulary(const Document& document, Edition& edition, Diagnostics& diagnostics) {
  if (document.broken) return;
  core::Catalogue& catalogue = edition.catalogue;
  Fields file(*document.file, document.front, "the vocabulary", diagnostics);
  const auto nothing_more = [](Fields&, core::Term&) {};
  read_terms(file, "stages", catalogue.stages, edition.stage_texts, nothing_more);
  read_terms(file, "phases", catalogue.phases, edition.phase_texts,
             [](Fields& fields, core::Phase& phase) { phase.verb = fields.text("verb"); });
  read_terms(file, "postures", catalogue.postures, edition.posture_texts,
             [](Fields& fields, core::Posture& posture) { posture.lying = fields.flag("lying"); });
  read_terms(file, "surfaces", catalogue.surfaces, edition.surface_texts, nothing_more);
  read_terms(file, "equipment", catalogue.equipment, edition.equipment_texts, nothing_more);
  read_terms(file, "targets", catalogue.targets, edition.target_texts, nothing_more);
  file.finish();
  if (!catalogue.phases.empty() && catalogue.phases.front().id != "rest")
    file.report(file.node(), "the first phase must be 'rest'");
}

void read_planner_settings(const Document& document, core::Catalogue& catalogue,
                           Diagnostics& diagnostics) {
  if (document.broken) return;
  Fields file(*document.file, document.front, "the planner's settings", diagnostics);
  core::PlannerSettings& planner = catalogue.planner;
  planner.switch_sides = file.number("switch_sides", 0, 60);
  planner.node_limit = file.number("node_limit", 1000, 1000000);
  read_dose_units(file, planner);
  read_coverage(file, planner);
  read_stages(file, catalogue);
  read_position_changes(file, catalogue);
  file.finish();
}

}  // namespace unclench::content
