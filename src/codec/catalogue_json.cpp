#include "codec/catalogue_json.h"

#include "codec/catalogue_decoder.h"
#include "codec/explanations_json.h"
#include "codec/planner_json.h"
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

template <typename T>
void decode_term(CatalogueDecoder& decoder, const JsonValue& json, T& term) {
  term.id = decoder.text(json, "id");
  term.label = decoder.text(json, "label");
  term.noun = decoder.text(json, "noun");
}

std::vector<Term> decode_terms(CatalogueDecoder& decoder, const JsonValue& catalogue,
                               const char* key) {
  std::vector<Term> terms;
  for (const JsonValue& json : decoder.array(catalogue, key)) {
    terms.emplace_back();
    decode_term(decoder, json, terms.back());
    decoder.require(find_term(terms, terms.back().id) + 1 == static_cast<int>(terms.size()));
  }
  decoder.require(terms.size() <= 32);
  return terms;
}

template <typename Ids>
int position_in(CatalogueDecoder& decoder, const std::string& id, const Ids& ids) {
  int index = 0;
  for (const char* known : ids) {
    if (id == known) return index;
    ++index;
  }
  decoder.require(false);
  return 0;
}

std::vector<int> decode_earlier(CatalogueDecoder& decoder, const JsonValue& json, const char* key,
                                const Catalogue& catalogue) {
  std::vector<int> indices;
  for (const JsonValue& id : decoder.array(json, key))
    indices.push_back(decoder.term(decoder.text(id), catalogue.movements));
  return indices;
}

Movement decode_movement(CatalogueDecoder& decoder, const JsonValue& json,
                         const Catalogue& catalogue) {
  Movement movement;
  movement.id = decoder.text(json, "id");
  decoder.require(find_term(catalogue.movements, movement.id) < 0);
  movement.title = decoder.text(json, "title");
  movement.phase = decoder.term(decoder.text(json, "phase"), catalogue.phases);
  movement.posture = decoder.term(decoder.text(json, "posture"), catalogue.postures);
  movement.surfaces = decoder.set(json, "surfaces", catalogue.surfaces);
  decoder.require(movement.surfaces != 0);
  movement.needs_one_of = decoder.set(json, "needs_one_of", catalogue.equipment);
  for (const JsonValue& weight : decoder.object(json, "targets"))
    movement.targets.push_back(
        {decoder.term(weight.key(), catalogue.targets), decoder.number(weight, limits::weight)});
  movement.direction =
      static_cast<Direction>(position_in(decoder, decoder.text(json, "direction"), directions));
  movement.load = decoder.number(json, "load", limits::load);
  movement.sides = decoder.number(json, "sides", 2);
  decoder.require(movement.sides == 1 || movement.sides == 2);
  movement.tempo = decoder.number(json, "tempo", limits::tempo);
  movement.doses.resize(catalogue.stages.size());
  for (const JsonValue& dose : decoder.object(json, "dose")) {
    DoseRange& range = movement.doses[at(decoder.term(dose.key(), catalogue.stages))].emplace();
    range.hold = decoder.range(dose, "hold", limits::hold);
    range.repetitions = decoder.range(dose, "repetitions", limits::repetitions);
    range.sets = decoder.range(dose, "sets", limits::sets);
    range.rest = decoder.number(dose, "rest", limits::rest);
    decoder.require(range.repetitions.low >= 1 && range.sets.low >= 1);
  }
  movement.not_offered = decoder.text(json, "not_offered");
  movement.after = decode_earlier(decoder, json, "after", catalogue);
  movement.conditions.resize(catalogue.conditions.size());
  const JsonValue& conditions = decoder.object(json, "conditions");
  decoder.require(conditions.size() == catalogue.conditions.size());
  for (const JsonValue& rule : conditions) {
    ConditionRule& condition =
        movement.conditions[at(decoder.term(rule.key(), catalogue.conditions))];
    condition.verdict =
        static_cast<Verdict>(position_in(decoder, decoder.text(rule, "verdict"), verdicts));
    condition.note = decoder.text(rule, "note");
  }
  return movement;
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
  std::optional<Catalogue> decoded;
  const std::optional<JsonDocument> document = read_json(text);
  if (!document || !document->root().is_object()) return decoded;
  const JsonValue& json = document->root();
  CatalogueDecoder decoder;
  decoder.require(decoder.number(json, "version", catalogue_version) == catalogue_version);
  Catalogue& catalogue = decoded.emplace();
  catalogue.stages = decode_terms(decoder, json, "stages");
  for (const JsonValue& phase : decoder.array(json, "phases")) {
    catalogue.phases.emplace_back();
    decode_term(decoder, phase, catalogue.phases.back());
    catalogue.phases.back().verb = decoder.text(phase, "verb");
  }
  for (const JsonValue& posture : decoder.array(json, "postures")) {
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
  if (!decoder.sound()) {
    decoded.reset();
    return decoded;
  }

  const JsonValue& exercises = decoder.array(json, "exercises");
  for (const JsonValue& exercise : exercises)
    catalogue.movements.push_back(decode_movement(decoder, exercise, catalogue));
  std::size_t read = 0;
  for (const JsonValue& exercise : exercises)
    catalogue.movements[read++].parts = decode_earlier(decoder, exercise, "parts", catalogue);
  decode_planner(decoder, decoder.object(json, "planner"), catalogue);
  if (json.find("explanations"))
    catalogue.explanations = decode_explanations(decoder, decoder.object(json, "explanations"));
  if (!decoder.sound()) decoded.reset();
  return decoded;
}

}  // namespace unclench::codec
