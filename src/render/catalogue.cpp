#include "render/catalogue.h"

#include "base/parallel.h"
#include "codec/catalogue_json.h"

namespace unclench::render {
namespace {

Json range_or_null(const std::optional<core::Range>& range) {
  return range ? Json::array({range->low, range->high}) : Json();
}

Json entry_json(const content::ArticleEntry& entry) {
  const content::ArticleDose& dose = entry.dose;
  return {{"entry", entry.id},
          {"source", entry.article},
          {"name", entry.name},
          {"order", entry.order},
          {"start", entry.start},
          {"surface", entry.surface},
          {"dose",
           {{"hold", range_or_null(dose.hold)},
            {"hold_note", dose.hold_note},
            {"repetitions", range_or_null(dose.repetitions)},
            {"repetitions_note", dose.repetitions_note},
            {"sets", dose.sets > 0 ? Json(dose.sets) : Json()},
            {"sides_note", dose.sides_note},
            {"per_day", range_or_null(dose.per_day)},
            {"per_day_note", dose.per_day_note}}},
          {"caution", entry.caution},
          {"note", entry.note}};
}

Json ids_of(const std::vector<content::PlacedWord>& words) {
  Json ids = Json::array();
  for (const content::PlacedWord& word : words) ids.push_back(word.word);
  return ids;
}

void add_texts(Json& terms, const std::vector<std::string>& texts) {
  for (std::size_t i = 0; i < texts.size(); ++i) terms[i]["description"] = texts[i];
}

Json exercise_json(const Site& site, const content::Exercise& exercise) {
  const core::Catalogue& terms = site.edition.terms;
  Json json = codec::encode_movement(exercise.movement, terms);
  json["after"] = ids_of(exercise.after);
  json["parts"] = ids_of(exercise.parts);
  json["url"] = site.url(exercise_address(exercise));
  json["summary"] = exercise.summary;
  json["order"] = exercise.order;
  json["helps"] = Json::array();
  for (std::size_t e = 0; e < terms.equipment.size(); ++e)
    if (core::contains(exercise.helps, static_cast<int>(e)))
      json["helps"].push_back(terms.equipment[e].id);
  json["easier"] = ids_of(exercise.easier);
  json["harder"] = ids_of(exercise.harder);
  for (std::size_t s = 0; s < exercise.dose_sources.size(); ++s)
    if (json["dose"].contains(terms.stages[s].id))
      json["dose"][terms.stages[s].id]["sources"] = exercise.dose_sources[s];
  for (std::size_t c = 0; c < exercise.condition_sources.size(); ++c)
    json["conditions"][terms.conditions[c].id]["sources"] = exercise.condition_sources[c];
  json["sources"] = Json::array();
  for (const content::ArticleEntry& entry : exercise.entries)
    json["sources"].push_back(entry_json(entry));
  json["references"] = exercise.references;
  return json;
}

Json frame_json(const Site& site) {
  const content::Edition& edition = site.edition;
  Json json = codec::encode_catalogue(edition.terms);
  add_texts(json["stages"], edition.term_texts.stages);
  add_texts(json["phases"], edition.term_texts.phases);
  add_texts(json["postures"], edition.term_texts.postures);
  add_texts(json["surfaces"], edition.term_texts.surfaces);
  add_texts(json["equipment"], edition.term_texts.equipment);
  add_texts(json["targets"], edition.term_texts.targets);
  for (std::size_t c = 0; c < edition.conditions.size(); ++c) {
    json["conditions"][c]["description"] = edition.conditions[c]->summary;
    json["conditions"][c]["url"] = site.url(condition_address(*edition.conditions[c]));
  }
  json["articles"] = Json::array();
  for (const auto& article : edition.articles)
    json["articles"].push_back({{"id", article->id},
                                {"title", article->title},
                                {"file", article->file_name},
                                {"url", site.url(article_address(*article))}});
  return json;
}

}  // namespace

std::string catalogue_text(const Site& site, Hash shared, unsigned threads,
                           CatalogueMemory& memory) {
  const auto& exercises = site.edition.exercises;
  std::vector<CatalogueEntry> entries(exercises.size());
  for_each_index(exercises.size(), threads, [&](std::size_t i) {
    const Hash inputs = combine(exercises[i]->whole, shared);
    const auto known = memory.find(exercises[i]->id);
    if (known != memory.end() && known->second.inputs == inputs)
      entries[i] = known->second;
    else
      entries[i] = {inputs,
                    std::make_shared<const std::string>(exercise_json(site, *exercises[i]).dump())};
  });
  memory.clear();
  std::string list;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    list += (i == 0 ? "" : ",\n") + *entries[i].json;
    memory.emplace(exercises[i]->id, std::move(entries[i]));
  }
  std::string text;
  const Json frame = frame_json(site);
  for (const auto& [key, value] : frame.items())
    text += (text.empty() ? "{" : ",\n") + Json(key).dump() + ":" +
            (key == "exercises" ? "[\n" + list + "\n]" : value.dump());
  return text + "}\n";
}

}  // namespace unclench::render
