#include "render/catalogue.h"

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

Json ids_of(const core::Catalogue& catalogue, const std::vector<int>& movements) {
  Json ids = Json::array();
  for (int movement : movements)
    ids.push_back(catalogue.movements[static_cast<std::size_t>(movement)].id);
  return ids;
}

void add_texts(Json& terms, const std::vector<std::string>& texts) {
  for (std::size_t i = 0; i < texts.size(); ++i) terms[i]["description"] = texts[i];
}

void add_page(const Site& site, const content::Exercise& exercise, Json& json) {
  const core::Catalogue& catalogue = site.edition.catalogue;
  json["url"] = site.url(exercise_address(exercise));
  json["summary"] = exercise.summary;
  json["order"] = exercise.order;
  json["helps"] = Json::array();
  for (std::size_t e = 0; e < catalogue.equipment.size(); ++e)
    if (core::contains(exercise.helps, static_cast<int>(e)))
      json["helps"].push_back(catalogue.equipment[e].id);
  json["easier"] = ids_of(catalogue, exercise.easier);
  json["harder"] = ids_of(catalogue, exercise.harder);
  for (std::size_t s = 0; s < exercise.dose_sources.size(); ++s)
    if (json["dose"].contains(catalogue.stages[s].id))
      json["dose"][catalogue.stages[s].id]["sources"] = exercise.dose_sources[s];
  for (std::size_t c = 0; c < exercise.condition_sources.size(); ++c)
    json["conditions"][catalogue.conditions[c].id]["sources"] = exercise.condition_sources[c];
  json["sources"] = Json::array();
  for (const content::ArticleEntry& entry : exercise.entries)
    json["sources"].push_back(entry_json(entry));
  json["references"] = exercise.references;
}

}  // namespace

std::string catalogue_text(const Site& site) {
  const content::Edition& edition = site.edition;
  Json json = codec::encode_catalogue(edition.catalogue);
  add_texts(json["stages"], edition.stage_texts);
  add_texts(json["phases"], edition.phase_texts);
  add_texts(json["postures"], edition.posture_texts);
  add_texts(json["surfaces"], edition.surface_texts);
  add_texts(json["equipment"], edition.equipment_texts);
  add_texts(json["targets"], edition.target_texts);
  for (std::size_t c = 0; c < edition.conditions.size(); ++c) {
    json["conditions"][c]["description"] = edition.conditions[c].summary;
    json["conditions"][c]["url"] = site.url(condition_address(edition.conditions[c]));
  }
  for (std::size_t i = 0; i < edition.exercises.size(); ++i)
    add_page(site, edition.exercises[i], json["exercises"][i]);
  json["articles"] = Json::array();
  for (const content::Article& article : edition.articles)
    json["articles"].push_back({{"id", article.id},
                                {"title", article.title},
                                {"file", article.file},
                                {"url", site.url(article_address(article))}});
  return json.dump() + "\n";
}

}  // namespace unclench::render
