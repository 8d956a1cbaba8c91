#include "content/planner_settings.h"

#include "content/shapes.h"
#include "content/text_form.h"
#include "content/values.h"

namespace unclench::content {
namespace {

std::vector<int> points_by_term(const Values& values, Words words, std::size_t count) {
  std::vector<int> points(count, 0);
  for (const YamlEntry& entry : values.entries()) {
    const int place = values.term_of(entry.key, words);
    if (place >= 0) points[static_cast<std::size_t>(place)] = values.number(entry.key.text);
  }
  return points;
}

core::StageSettings read_stage(const Values& values, const core::Catalogue& catalogue) {
  core::StageSettings stage;
  stage.get_ready = values.number("get_ready");
  stage.maximum_load = values.number("maximum_load");
  stage.comfortable_load = values.number("comfortable_load");
  stage.effort = values.number("effort");
  stage.position_changes = values.number("position_changes");
  stage.stay_first = values.flag("stay_first");
  stage.strain_percent = values.number("strain_percent");
  stage.need = points_by_term(values.mapping("need"), Words::targets, catalogue.targets.size());
  stage.fit = points_by_term(values.mapping("fit"), Words::phases, catalogue.phases.size());
  return stage;
}

core::Preferences read_preferences(const Values& values) {
  core::Preferences preferences;
  preferences.focus = values.number("focus");
  preferences.eases = values.number("eases");
  preferences.against = values.number("against");
  preferences.helped = values.number("helped");
  preferences.hurt = values.number("hurt");
  preferences.recent = values.number("recent");
  preferences.variety_percent = values.number("variety_percent");
  return preferences;
}

class PlannerReader {
 public:
  PlannerReader(const Document& document, const Terms& terms, core::Catalogue& catalogue,
                Diagnostics& diagnostics)
      : file_(*document.file),
        values_(document.front, terms),
        catalogue_(catalogue),
        planner_(catalogue.planner),
        diagnostics_(diagnostics) {}

  void read() {
    planner_.switch_sides = values_.number("switch_sides");
    planner_.node_limit = values_.number("node_limit");
    planner_.preferences = read_preferences(values_.mapping("preferences"));
    read_dose_units();
    read_coverage();
    const Values stages = values_.mapping("stages");
    for (const core::Term& stage : catalogue_.stages)
      planner_.stages.push_back(read_stage(stages.mapping(stage.id), catalogue_));
    read_position_changes();
    if (values_.find("progress")) read_progress(values_.mapping("progress"), planner_.progress);
  }

 private:
  void report(const YamlNode& node, const std::string& message, const std::string& help = "") {
    diagnostics_.add(Problem::planner_settings, file_, node.span, message, help);
  }

  void read_dose_units() {
    const YamlNode* list = values_.find("dose_units");
    if (!list || list->items.size() != core::dose_steps) return;
    int last = 0;
    bool rising = true;
    for (std::size_t i = 0; i < list->items.size(); ++i) {
      const int units = whole_number(list->items[i]).value_or(0);
      rising = rising && units > last;
      last = planner_.dose_units[i] = units;
    }
    if (!rising) report(*list, "'dose_units' must rise from dose step to dose step");
  }

  void read_coverage() {
    int last_worth = 1000;
    for (const Values& values : values_.mappings("coverage")) {
      const core::CoverageSegment segment{values.number("units"), values.number("worth")};
      if (segment.worth > last_worth)
        report(values.node(), "this stretch is worth more than the one before it",
               "a second helping must not count more than a first");
      last_worth = segment.worth;
      planner_.coverage.push_back(segment);
    }
  }

  void read_position_changes() {
    const std::size_t postures = catalogue_.postures.size();
    planner_.changes.assign(postures, std::vector<core::PositionChange>(postures));
    std::vector<std::vector<bool>> given(postures, std::vector<bool>(postures, false));
    for (const Values& values : values_.mappings("position_changes")) {
      const int from = values.term("from", Words::postures);
      const int to = values.term("to", Words::postures);
      if (from < 0 || to < 0) continue;
      const core::PositionChange change{values.number("seconds"), values.number("strain")};
      const auto f = static_cast<std::size_t>(from), t = static_cast<std::size_t>(to);
      if (from == to || given[f][t])
        report(values.node(), "this position change is given twice or leads nowhere");
      planner_.changes[f][t] = change;
      given[f][t] = true;
      if (!given[t][f]) planner_.changes[t][f] = change;
    }
    const YamlNode* list = values_.find("position_changes");
    for (std::size_t f = 0; f < postures; ++f)
      for (std::size_t t = f + 1; t < postures; ++t)
        if (list && !given[f][t] && !given[t][f])
          report(*list, "the change between '" + catalogue_.postures[f].id + "' and '" +
                            catalogue_.postures[t].id + "' is missing");
  }

  void read_progress(const Values& values, core::ProgressSettings& progress) {
    progress.go_limit = values.number("go_limit");
    progress.caution_limit = values.number("caution_limit");
    progress.level_days = values.number("level_days");
    progress.level_sessions = values.number("level_sessions");
    progress.flare_days = values.number("flare_days");
    progress.pause_days = values.number("pause_days");
    progress.recent_days = values.number("recent_days");
    progress.stages = values.term_set("stages", Words::stages);
    const Values sources = values.mapping("sources");
    for (std::size_t rule = 0; rule < core::progress_rules; ++rule)
      progress.sources[rule] = sources.texts(core::progress_rule_ids[rule]);
    const YamlNode* caution = values.find("caution_limit");
    if (caution && progress.caution_limit < progress.go_limit)
      report(*caution, "'caution_limit' must not be below 'go_limit'");
  }

  const SourceFile& file_;
  const Values values_;
  core::Catalogue& catalogue_;
  core::PlannerSettings& planner_;
  Diagnostics& diagnostics_;
};

}  // namespace

void read_planner_settings(const Document& document, const Terms& terms, core::Catalogue& catalogue,
                           Diagnostics& diagnostics) {
  if (document.broken) return;
  check_shape(*document.file, document.front, planner_shape(), "", terms, diagnostics);
  PlannerReader(document, terms, catalogue, diagnostics).read();
}

}  // namespace unclench::content
