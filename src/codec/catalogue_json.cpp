#include "codec/catalogue_json.h"

#include "core/limits.h"

namespace unclench::codec {
namespace {

using namespace core;

constexpr const char* directions[] = {"neutral", "flexion", "extension", "rotation"};
constexpr const char* verdicts[] = {"fine", "care", "avoid"};

template <typename Terms>
void write_set(JsonText& json, std::string_view key, Mask set, const Terms& terms) {
  json.key(key).begin_list();
  for (std::size_t i = 0; i < terms.size(); ++i)
    if (contains(set, static_cast<int>(i))) json.value(terms[i].id);
  json.end_list();
}

void write_movements(JsonText& json, std::string_view key, const std::vector<int>& indices,
                     const Catalogue& catalogue) {
  json.key(key).begin_list();
  for (int index : indices) json.value(catalogue.movements[static_cast<std::size_t>(index)].id);
  json.end_list();
}

template <typename Terms>
Json encode_terms(const Terms& terms) {
  Json list = Json::array();
  for (const Term& term : terms)
    list.push_back({{"id", term.id}, {"label", term.label}, {"noun", term.noun}});
  return list;
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

Json encode_planner(const Catalogue& catalogue) {
  const PlannerSettings& planner = catalogue.planner;
  Json json;
  json["switch_sides"] = planner.switch_sides;
  json["dose_units"] = planner.dose_units;
  json["coverage"] = Json::array();
  for (const CoverageSegment& segment : planner.coverage)
    json["coverage"].push_back({{"units", segment.units}, {"worth", segment.worth}});
  json["node_limit"] = planner.node_limit;
  const Preferences& preferences = planner.preferences;
  json["preferences"] = {{"focus", preferences.focus},
                         {"eases", preferences.eases},
                         {"against", preferences.against},
                         {"helped", preferences.helped},
                         {"hurt", preferences.hurt},
                         {"recent", preferences.recent},
                         {"variety_percent", preferences.variety_percent}};
  json["stages"] = Json::array();
  for (const StageSettings& stage : planner.stages)
    json["stages"].push_back({{"get_ready", stage.get_ready},
                              {"maximum_load", stage.maximum_load},
                              {"comfortable_load", stage.comfortable_load},
                              {"effort", stage.effort},
                              {"position_changes", stage.position_changes},
                              {"stay_first", stage.stay_first},
                              {"strain_percent", stage.strain_percent},
                              {"need", stage.need},
                              {"fit", stage.fit}});
  json["changes"] = Json::array();
  for (const auto& row : planner.changes) {
    Json changes = Json::array();
    for (const PositionChange& change : row)
      changes.push_back({{"seconds", change.seconds}, {"strain", change.strain}});
    json["changes"].push_back(std::move(changes));
  }
  json["progress"] = encode_progress(catalogue);
  return json;
}

// Reads values of the expected type and range; one that is not there marks the whole as broken.
class Decoder {
 public:
  bool sound() const { return sound_; }
  void require(bool condition) { sound_ = sound_ && condition; }

  const Json& at(const Json& json, const char* key) {
    static const Json nothing;
    const auto found = json.is_object() ? json.find(key) : json.end();
    const bool present = json.is_object() && found != json.end();
    require(present);
    return present ? *found : nothing;
  }
  const Json& array(const Json& json, const char* key) {
    static const Json none = Json::array();
    const Json& value = at(json, key);
    require(value.is_array());
    return value.is_array() ? value : none;
  }
  const Json& object(const Json& json, const char* key) {
    static const Json none = Json::object();
    const Json& value = at(json, key);
    require(value.is_object());
    return value.is_object() ? value : none;
  }
  std::string text(const Json& json, const char* key) { return text(at(json, key)); }
  std::string text(const Json& value) {
    require(value.is_string());
    return value.is_string() ? value.get<std::string>() : std::string();
  }
  bool flag(const Json& json, const char* key) {
    const Json& value = at(json, key);
    require(value.is_boolean());
    return value == true;
  }
  int number(const Json& json, const char* key, int most) { return number(at(json, key), most); }
  int number(const Json& value, int most) {
    const bool valid = value.is_number_unsigned() &&
                       value.get<std::uint64_t>() <= static_cast<std::uint64_t>(most);
    require(valid);
    return valid ? value.get<int>() : 0;
  }
  template <typename Terms>
  int term(const std::string& id, const Terms& terms) {
    const int index = find_term(terms, id);
    require(index >= 0);
    return index < 0 ? 0 : index;
  }
  template <typename Terms>
  Mask set(const Json& json, const char* key, const Terms& terms) {
    Mask set = 0;
    for (const Json& id : array(json, key)) set |= mask_of(term(text(id), terms));
    return set;
  }
  Range range(const Json& json, const char* key, int most) {
    const Json& pair = array(json, key);
    require(pair.size() == 2);
    if (pair.size() != 2) return {};
    const Range range{number(pair[0], most), number(pair[1], most)};
    require(range.low >= 0 && range.low <= range.high);
    return range;
  }
  std::vector<int> numbers(const Json& json, const char* key, std::size_t count, int most) {
    std::vector<int> values;
    for (const Json& value : array(json, key)) values.push_back(number(value, most));
    require(values.size() == count);
    values.resize(count);
    return values;
  }

 private:
  bool sound_ = true;
};

template <typename T>
void decode_term(Decoder& decoder, const Json& json, T& term) {
  term.id = decoder.text(json, "id");
  term.label = decoder.text(json, "label");
  term.noun = decoder.text(json, "noun");
}

std::vector<Term> decode_terms(Decoder& decoder, const Json& catalogue, const char* key) {
  std::vector<Term> terms;
  for (const Json& json : decoder.array(catalogue, key)) {
    terms.emplace_back();
    decode_term(decoder, json, terms.back());
    decoder.require(find_term(terms, terms.back().id) + 1 == static_cast<int>(terms.size()));
  }
  decoder.require(terms.size() <= 32);
  return terms;
}

template <typename Ids>
int position_in(Decoder& decoder, const std::string& id, const Ids& ids) {
  int index = 0;
  for (const char* known : ids) {
    if (id == known) return index;
    ++index;
  }
  decoder.require(false);
  return 0;
}

std::vector<int> decode_earlier(Decoder& decoder, const Json& json, const char* key,
                                const Catalogue& catalogue) {
  std::vector<int> indices;
  for (const Json& id : decoder.array(json, key))
    indices.push_back(decoder.term(decoder.text(id), catalogue.movements));
  return indices;
}

Movement decode_movement(Decoder& decoder, const Json& json, const Catalogue& catalogue) {
  Movement movement;
  movement.id = decoder.text(json, "id");
  decoder.require(find_term(catalogue.movements, movement.id) < 0);
  movement.title = decoder.text(json, "title");
  movement.phase = decoder.term(decoder.text(json, "phase"), catalogue.phases);
  movement.posture = decoder.term(decoder.text(json, "posture"), catalogue.postures);
  movement.surfaces = decoder.set(json, "surfaces", catalogue.surfaces);
  decoder.require(movement.surfaces != 0);
  movement.needs_one_of = decoder.set(json, "needs_one_of", catalogue.equipment);
  for (const auto& [id, weight] : decoder.object(json, "targets").items())
    movement.targets.push_back(
        {decoder.term(id, catalogue.targets), decoder.number(weight, limits::weight)});
  movement.direction =
      static_cast<Direction>(position_in(decoder, decoder.text(json, "direction"), directions));
  movement.load = decoder.number(json, "load", limits::load);
  movement.sides = decoder.number(json, "sides", 2);
  decoder.require(movement.sides == 1 || movement.sides == 2);
  movement.tempo = decoder.number(json, "tempo", limits::tempo);
  movement.doses.resize(catalogue.stages.size());
  for (const auto& [id, dose] : decoder.object(json, "dose").items()) {
    DoseRange& range =
        movement.doses[static_cast<std::size_t>(decoder.term(id, catalogue.stages))].emplace();
    range.hold = decoder.range(dose, "hold", limits::hold);
    range.repetitions = decoder.range(dose, "repetitions", limits::repetitions);
    range.sets = decoder.range(dose, "sets", limits::sets);
    range.rest = decoder.number(dose, "rest", limits::rest);
    decoder.require(range.repetitions.low >= 1 && range.sets.low >= 1);
  }
  movement.not_offered = decoder.text(json, "not_offered");
  movement.after = decode_earlier(decoder, json, "after", catalogue);
  movement.conditions.resize(catalogue.conditions.size());
  const Json& conditions = decoder.object(json, "conditions");
  decoder.require(conditions.size() == catalogue.conditions.size());
  for (const auto& [id, rule] : conditions.items()) {
    ConditionRule& condition =
        movement.conditions[static_cast<std::size_t>(decoder.term(id, catalogue.conditions))];
    condition.verdict =
        static_cast<Verdict>(position_in(decoder, decoder.text(rule, "verdict"), verdicts));
    condition.note = decoder.text(rule, "note");
  }
  return movement;
}

Json encode_explanations(const Explanations& words) {
  Json json;
  json["lists"] = {{"both", words.both}, {"either", words.either}, {"more", words.more}};
  json["title"] = words.title;
  for (std::size_t n = 0; n < number_count; ++n)
    json["numbers"][slot_id(static_cast<Slot>(first_number + n))] = {
        {"one", words.numbers[n].one}, {"other", words.numbers[n].other}};
  for (std::size_t p = 0; p < phrase_count; ++p)
    json["phrases"][kind_of(static_cast<PhraseId>(p)).id] = words.phrases[p];
  return json;
}

Explanations decode_explanations(Decoder& decoder, const Json& json) {
  Explanations words;
  const Json& lists = decoder.object(json, "lists");
  words.both = decoder.text(lists, "both");
  words.either = decoder.text(lists, "either");
  words.more = decoder.text(lists, "more");
  words.title = decoder.text(json, "title");
  const Json& numbers = decoder.object(json, "numbers");
  for (std::size_t n = 0; n < number_count; ++n) {
    const char* key = slot_id(static_cast<Slot>(first_number + n));
    const Json& forms = decoder.object(numbers, key);
    words.numbers[n].one = decoder.text(forms, "one");
    words.numbers[n].other = decoder.text(forms, "other");
  }
  const Json& phrases = decoder.object(json, "phrases");
  for (std::size_t p = 0; p < phrase_count; ++p)
    words.phrases[p] = decoder.text(phrases, kind_of(static_cast<PhraseId>(p)).id);
  return words;
}

StageSettings decode_stage(Decoder& decoder, const Json& json, const Catalogue& catalogue) {
  StageSettings stage;
  stage.get_ready = decoder.number(json, "get_ready", limits::get_ready);
  decoder.require(stage.get_ready >= 1);
  stage.maximum_load = decoder.number(json, "maximum_load", limits::load);
  stage.comfortable_load = decoder.number(json, "comfortable_load", limits::load);
  stage.effort = decoder.number(json, "effort", limits::points);
  stage.position_changes = decoder.number(json, "position_changes", limits::position_changes);
  if (json.is_object() && json.contains("stay_first"))
    stage.stay_first = decoder.flag(json, "stay_first");
  stage.strain_percent = decoder.number(json, "strain_percent", limits::strain_percent);
  stage.need = decoder.numbers(json, "need", catalogue.targets.size(), limits::points);
  stage.fit = decoder.numbers(json, "fit", catalogue.phases.size(), limits::points);
  return stage;
}

Preferences decode_preferences(Decoder& decoder, const Json& json) {
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

void decode_progress(Decoder& decoder, const Json& json, Catalogue& catalogue) {
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
  const Json& sources = decoder.object(json, "sources");
  for (std::size_t rule = 0; rule < progress_rules; ++rule)
    for (const Json& key : decoder.array(sources, progress_rule_ids[rule]))
      progress.sources[rule].push_back(decoder.text(key));
}

void decode_planner(Decoder& decoder, const Json& json, Catalogue& catalogue) {
  PlannerSettings& planner = catalogue.planner;
  planner.switch_sides = decoder.number(json, "switch_sides", limits::switch_sides);
  const std::vector<int> units =
      decoder.numbers(json, "dose_units", dose_steps, limits::dose_units);
  for (std::size_t i = 0; i < planner.dose_units.size(); ++i) planner.dose_units[i] = units[i];
  for (const Json& segment : decoder.array(json, "coverage"))
    planner.coverage.push_back({decoder.number(segment, "units", limits::stretch_units),
                                decoder.number(segment, "worth", limits::stretch_worth)});
  decoder.require(planner.coverage.size() <= static_cast<std::size_t>(limits::stretches));
  for (std::size_t i = 1; i < planner.coverage.size(); ++i)
    decoder.require(planner.coverage[i].worth <= planner.coverage[i - 1].worth);
  planner.node_limit = decoder.number(json, "node_limit", limits::node_limit);
  if (json.contains("preferences"))
    planner.preferences = decode_preferences(decoder, decoder.object(json, "preferences"));
  for (const Json& stage : decoder.array(json, "stages"))
    planner.stages.push_back(decode_stage(decoder, stage, catalogue));
  decoder.require(planner.stages.size() == catalogue.stages.size());
  for (const Json& row : decoder.array(json, "changes")) {
    planner.changes.emplace_back();
    if (row.is_array())
      for (const Json& change : row)
        planner.changes.back().push_back({decoder.number(change, "seconds", limits::change_seconds),
                                          decoder.number(change, "strain", limits::points)});
    decoder.require(planner.changes.back().size() == catalogue.postures.size());
  }
  decoder.require(planner.changes.size() == catalogue.postures.size());
  if (json.contains("progress"))
    decode_progress(decoder, decoder.object(json, "progress"), catalogue);
}

}  // namespace

const char* direction_id(Direction direction) {
  return directions[static_cast<int>(direction)];
}
const char* verdict_id(Verdict verdict) {
  return verdicts[static_cast<int>(verdict)];
}

void write_range(JsonText& json, std::string_view key, const Range& range) {
  json.key(key).begin_list().value(range.low).value(range.high).end_list();
}

void write_movement(JsonText& json, const Movement& movement, const Catalogue& catalogue,
                    const MovementSources* sources) {
  json.member("id", movement.id).member("title", movement.title);
  json.member("phase", catalogue.phases[static_cast<std::size_t>(movement.phase)].id);
  json.member("posture", catalogue.postures[static_cast<std::size_t>(movement.posture)].id);
  write_set(json, "surfaces", movement.surfaces, catalogue.surfaces);
  write_set(json, "needs_one_of", movement.needs_one_of, catalogue.equipment);
  json.key("targets").begin_object();
  for (const TargetWeight& target : movement.targets)
    json.member(catalogue.targets[static_cast<std::size_t>(target.target)].id, target.weight);
  json.end_object();
  json.member("direction", direction_id(movement.direction));
  json.member("load", movement.load).member("sides", movement.sides);
  json.member("tempo", movement.tempo).key("dose").begin_object();
  for (std::size_t s = 0; s < movement.doses.size(); ++s) {
    const auto& dose = movement.doses[s];
    if (!dose) continue;
    json.key(catalogue.stages[s].id).begin_object();
    write_range(json, "hold", dose->hold);
    write_range(json, "repetitions", dose->repetitions);
    write_range(json, "sets", dose->sets);
    json.member("rest", dose->rest);
    if (sources) json.member("sources", sources->doses[s]);
    json.end_object();
  }
  json.end_object().member("not_offered", movement.not_offered).key("conditions").begin_object();
  for (std::size_t c = 0; c < movement.conditions.size(); ++c) {
    json.key(catalogue.conditions[c].id).begin_object();
    json.member("verdict", verdict_id(movement.conditions[c].verdict));
    json.member("note", movement.conditions[c].note);
    if (sources) json.member("sources", sources->conditions[c]);
    json.end_object();
  }
  json.end_object();
}

std::string encode_catalogue(const Catalogue& catalogue) {
  Json json;
  json["version"] = catalogue_version;
  json["stages"] = encode_terms(catalogue.stages);
  json["phases"] = encode_terms(catalogue.phases);
  for (std::size_t i = 0; i < catalogue.phases.size(); ++i)
    json["phases"][i]["verb"] = catalogue.phases[i].verb;
  json["postures"] = encode_terms(catalogue.postures);
  for (std::size_t i = 0; i < catalogue.postures.size(); ++i)
    json["postures"][i]["lying"] = catalogue.postures[i].lying;
  json["surfaces"] = encode_terms(catalogue.surfaces);
  json["equipment"] = encode_terms(catalogue.equipment);
  json["targets"] = encode_terms(catalogue.targets);
  json["conditions"] = encode_terms(catalogue.conditions);
  json["planner"] = encode_planner(catalogue);
  json["explanations"] = encode_explanations(catalogue.explanations);
  JsonText exercises;
  exercises.begin_list();
  for (const Movement& movement : catalogue.movements) {
    exercises.begin_object();
    write_movement(exercises, movement, catalogue);
    write_movements(exercises, "after", movement.after, catalogue);
    write_movements(exercises, "parts", movement.parts, catalogue);
    exercises.end_object();
  }
  std::string text = json.dump();
  text.back() = ',';
  return text + "\"exercises\":" + exercises.end_list().take() + "}";
}

std::optional<Catalogue> decode_catalogue(std::string_view text) {
  const Json json = Json::parse(text.begin(), text.end(), nullptr, false);
  if (!json.is_object()) return std::nullopt;
  Decoder decoder;
  decoder.require(decoder.number(json, "version", catalogue_version) == catalogue_version);
  Catalogue catalogue;
  catalogue.stages = decode_terms(decoder, json, "stages");
  for (const Json& phase : decoder.array(json, "phases")) {
    catalogue.phases.emplace_back();
    decode_term(decoder, phase, catalogue.phases.back());
    catalogue.phases.back().verb = decoder.text(phase, "verb");
  }
  for (const Json& posture : decoder.array(json, "postures")) {
    catalogue.postures.emplace_back();
    decode_term(decoder, posture, catalogue.postures.back());
    catalogue.postures.back().lying = decoder.flag(posture, "lying");
  }
  catalogue.surfaces = decode_terms(decoder, json, "surfaces");
  catalogue.equipment = decode_terms(decoder, json, "equipment");
  catalogue.targets = decode_terms(decoder, json, "targets");
  catalogue.conditions = decode_terms(decoder, json, "conditions");
  decoder.require(!catalogue.stages.empty() && !catalogue.phases.empty() &&
                  !catalogue.postures.empty() && !catalogue.surfaces.empty());
  if (!decoder.sound()) return std::nullopt;

  const Json& exercises = decoder.array(json, "exercises");
  for (const Json& exercise : exercises)
    catalogue.movements.push_back(decode_movement(decoder, exercise, catalogue));
  for (std::size_t i = 0; i < exercises.size(); ++i)
    catalogue.movements[i].parts = decode_earlier(decoder, exercises[i], "parts", catalogue);
  decode_planner(decoder, decoder.object(json, "planner"), catalogue);
  if (json.contains("explanations"))
    catalogue.explanations = decode_explanations(decoder, decoder.object(json, "explanations"));
  if (!decoder.sound()) return std::nullopt;
  return catalogue;
}

}  // namespace unclench::codec
