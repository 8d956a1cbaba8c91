#include "codec/planner_json.h"

#include "core/limits.h"

namespace unclench::codec {
namespace {

using namespace core;

Json encode_preferences(const Preferences& preferences) {
  return {{"focus", preferences.focus},
          {"eases", preferences.eases},
          {"against", preferences.against},
          {"helped", preferences.helped},
          {"hurt", preferences.hurt},
          {"recent", preferences.recent},
          {"variety_percent", preferences.variety_percent}};
}

Json encode_stage(const StageSettings& stage) {
  return {{"get_ready", stage.get_ready},
          {"maximum_load", stage.maximum_load},
          {"comfortable_load", stage.comfortable_load},
          {"effort", stage.effort},
          {"position_changes", stage.position_changes},
          {"stay_first", stage.stay_first},
          {"strain_percent", stage.strain_percent},
          {"need", stage.need},
          {"fit", stage.fit}};
}

Json encode_changes(const std::vector<std::vector<PositionChange>>& table) {
  Json rows = Json::array();
  for (const auto& row : table) {
    Json changes = Json::array();
    for (const PositionChange& change : row)
      changes.push_back({{"seconds", change.seconds}, {"strain", change.strain}});
    rows.push_back(std::move(changes));
  }
  return rows;
}

Json encode_progress(const Catalogue& catalogue) {
  const ProgressSettings& progress = catalogue.planner.progress;
  Json json;
  json["go_limit"] = progress.go_limit;
  json["caution_limit"] = progress.caution_limit;
  json["level_days"] = progress.level_days;
  json["level_sessions"] = progress.level_sessions;
  json["flare_days"] = progress.flare_days;
  json["pause_days"] = progress.pause_days;
  json["recent_days"] = progress.recent_days;
  json["stages"] = Json::array();
  for (std::size_t s = 0; s < catalogue.stages.size(); ++s)
    if (contains(progress.stages, static_cast<int>(s)))
      json["stages"].push_back(catalogue.stages[s].id);
  for (std::size_t rule = 0; rule < progress_rules; ++rule)
    json["sources"][progress_rule_ids[rule]] = progress.sources[rule];
  return json;
}

StageSettings decode_stage(CatalogueDecoder& decoder, const JsonValue& json,
                           const Catalogue& catalogue) {
  StageSettings stage;
  stage.get_ready = decoder.number(json, "get_ready", limits::get_ready);
  decoder.require(stage.get_ready >= 1);
  stage.maximum_load = decoder.number(json, "maximum_load", limits::load);
  stage.comfortable_load = decoder.number(json, "comfortable_load", limits::load);
  stage.effort = decoder.number(json, "effort", limits::points);
  stage.position_changes = decoder.number(json, "position_changes", limits::position_changes);
  if (json.find("stay_first")) stage.stay_first = decoder.flag(json, "stay_first");
  stage.strain_percent = decoder.number(json, "strain_percent", limits::strain_percent);
  stage.need = decoder.numbers(json, "need", catalogue.targets.size(), limits::points);
  stage.fit = decoder.numbers(json, "fit", catalogue.phases.size(), limits::points);
  return stage;
}

Preferences decode_preferences(CatalogueDecoder& decoder, const JsonValue& json) {
  Preferences preferences;
  preferences.focus = decoder.number(json, "focus", limits::points);
  preferences.eases = decoder.number(json, "eases", limits::points);
  preferences.against = decoder.number(json, "against", limits::points);
  preferences.helped = decoder.number(json, "helped", limits::points);
  preferences.hurt = decoder.number(json, "hurt", limits::points);
  preferences.recent = decoder.number(json, "recent", limits::points);
  preferences.variety_percent = decoder.number(json, "variety_percent", limits::variety_percent);
  return preferences;
}

void decode_coverage(CatalogueDecoder& decoder, const JsonValue& json,
                     std::vector<CoverageSegment>& coverage) {
  for (const JsonValue& segment : decoder.array(json, "coverage"))
    coverage.push_back({decoder.number(segment, "units", limits::stretch_units),
                        decoder.number(segment, "worth", limits::stretch_worth)});
  decoder.require(coverage.size() <= static_cast<std::size_t>(limits::stretches));
  for (std::size_t i = 1; i < coverage.size(); ++i)
    decoder.require(coverage[i].worth <= coverage[i - 1].worth);
}

void decode_changes(CatalogueDecoder& decoder, const JsonValue& json, std::size_t postures,
                    std::vector<std::vector<PositionChange>>& table) {
  for (const JsonValue& row : decoder.array(json, "changes")) {
    table.emplace_back();
    if (row.is_list())
      for (const JsonValue& change : row)
        table.back().push_back({decoder.number(change, "seconds", limits::change_seconds),
                                decoder.number(change, "strain", limits::points)});
    decoder.require(table.back().size() == postures);
  }
  decoder.require(table.size() == postures);
}

void decode_progress(CatalogueDecoder& decoder, const JsonValue& json, Catalogue& catalogue) {
  ProgressSettings& progress = catalogue.planner.progress;
  const auto count = [&](const char* key, int most) {
    const int value = decoder.number(json, key, most);
    decoder.require(value >= 1);
    return value;
  };
  progress.go_limit = decoder.number(json, "go_limit", limits::pain);
  progress.caution_limit = decoder.number(json, "caution_limit", limits::pain);
  decoder.require(progress.caution_limit >= progress.go_limit);
  progress.level_days = count("level_days", limits::progress_days);
  progress.level_sessions = count("level_sessions", limits::level_sessions);
  progress.flare_days = count("flare_days", limits::progress_days);
  progress.pause_days = count("pause_days", limits::progress_days);
  progress.recent_days = count("recent_days", limits::progress_days);
  progress.stages = decoder.set(json, "stages", catalogue.stages);
  const JsonValue& sources = decoder.object(json, "sources");
  for (std::size_t rule = 0; rule < progress_rules; ++rule)
    for (const JsonValue& key : decoder.array(sources, progress_rule_ids[rule]))
      progress.sources[rule].push_back(decoder.text(key));
}

}  // namespace

Json encode_planner(const Catalogue& catalogue) {
  const PlannerSettings& planner = catalogue.planner;
  Json json;
  json["switch_sides"] = planner.switch_sides;
  json["dose_units"] = planner.dose_units;
  json["coverage"] = Json::array();
  for (const CoverageSegment& segment : planner.coverage)
    json["coverage"].push_back({{"units", segment.units}, {"worth", segment.worth}});
  json["node_limit"] = planner.node_limit;
  json["preferences"] = encode_preferences(planner.preferences);
  json["stages"] = Json::array();
  for (const StageSettings& stage : planner.stages) json["stages"].push_back(encode_stage(stage));
  json["changes"] = encode_changes(planner.changes);
  json["progress"] = encode_progress(catalogue);
  return json;
}

void decode_planner(CatalogueDecoder& decoder, const JsonValue& json, Catalogue& catalogue) {
  PlannerSettings& planner = catalogue.planner;
  planner.switch_sides = decoder.number(json, "switch_sides", limits::switch_sides);
  const std::vector<int> units =
      decoder.numbers(json, "dose_units", dose_steps, limits::dose_units);
  for (std::size_t i = 0; i < planner.dose_units.size(); ++i) planner.dose_units[i] = units[i];
  decode_coverage(decoder, json, planner.coverage);
  planner.node_limit = decoder.number(json, "node_limit", limits::node_limit);
  if (json.find("preferences"))
    planner.preferences = decode_preferences(decoder, decoder.object(json, "preferences"));
  for (const JsonValue& stage : decoder.array(json, "stages"))
    planner.stages.push_back(decode_stage(decoder, stage, catalogue));
  decoder.require(planner.stages.size() == catalogue.stages.size());
  decode_changes(decoder, json, catalogue.postures.size(), planner.changes);
  if (json.find("progress")) decode_progress(decoder, decoder.object(json, "progress"), catalogue);
}

}  // namespace unclench::codec
