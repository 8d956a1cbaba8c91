#include "render/weights_view.h"

namespace unclench::render {
namespace {

using core::StageSettings;

template <typename Of>
Value cells(const core::PlannerSettings& planner, Of of) {
  Value list = Value::List();
  for (const StageSettings& stage : planner.stages) list.add(object("text", of(stage)));
  return list;
}

// A row for each term that counts at some stage.
template <typename Terms>
Value rows(const core::PlannerSettings& planner, const Terms& terms,
           std::vector<int> StageSettings::*numbers) {
  Value list = Value::List();
  for (std::size_t t = 0; t < terms.size(); ++t) {
    // A stage with errors, which were reported, may lack its numbers.
    const auto number = [&](const StageSettings& stage) {
      return t < (stage.*numbers).size() ? (stage.*numbers)[t] : 0;
    };
    bool counts = false;
    for (const StageSettings& stage : planner.stages) counts = counts || number(stage) != 0;
    if (counts)
      list.add(object("label", Value::borrowed(terms[t].label), "cells", cells(planner, number)));
  }
  return list;
}

Value position_changes(const core::Catalogue& terms) {
  Value list = Value::List();
  const auto& postures = terms.postures;
  const auto& changes = terms.planner.changes;
  if (changes.size() != postures.size()) return list;  // settings with errors, which were reported
  for (std::size_t from = 0; from < postures.size(); ++from)
    for (std::size_t to = 0; to < postures.size(); ++to) {
      const core::PositionChange& there = changes[from][to];
      const core::PositionChange& back = changes[to][from];
      const bool both = there.seconds == back.seconds && there.strain == back.strain;
      if (from == to || (both && to < from)) continue;
      list.add(object("from", Value::borrowed(postures[from].label), "to",
                      Value::borrowed(postures[to].label), "both", both, "seconds", there.seconds,
                      "strain", there.strain));
    }
  return list;
}

}  // namespace

Value weights_values(const Site& site) {
  const core::Catalogue& terms = site.edition.terms;
  const core::PlannerSettings& planner = terms.planner;
  Value stages = Value::List(), coverage = Value::List(), doses = Value::List();
  for (const core::Term& stage : terms.stages)
    stages.add(object("label", Value::borrowed(stage.label)));
  for (const core::CoverageSegment& segment : planner.coverage)
    coverage.add(object("units", segment.units, "worth", segment.worth));
  for (std::size_t step = 0; step < planner.dose_units.size(); ++step)
    doses.add(object("step", step, "units", planner.dose_units[step]));
  const core::Preferences& preferences = planner.preferences;
  Value values =
      object("stages", std::move(stages), "coverage", std::move(coverage), "doses",
             std::move(doses), "need", rows(planner, terms.targets, &StageSettings::need), "fit",
             rows(planner, terms.phases, &StageSettings::fit), "changes", position_changes(terms));
  const auto setting = [&](const Key& name, int StageSettings::*number) {
    values.set(name, cells(planner, [&](const StageSettings& stage) { return stage.*number; }));
  };
  setting("get_ready", &StageSettings::get_ready);
  setting("maximum_load", &StageSettings::maximum_load);
  setting("comfortable_load", &StageSettings::comfortable_load);
  setting("effort", &StageSettings::effort);
  setting("position_changes", &StageSettings::position_changes);
  setting("strain_percent", &StageSettings::strain_percent);
  values.set("switch_sides", planner.switch_sides);
  values.set("focus", preferences.focus);
  values.set("eases", preferences.eases);
  values.set("against", preferences.against);
  values.set("helped", preferences.helped);
  values.set("hurt", preferences.hurt);
  values.set("recent", preferences.recent);
  values.set("variety_percent", preferences.variety_percent);
  return values;
}

}  // namespace unclench::render
