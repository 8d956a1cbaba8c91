#include "render/catalogue.h"

#include <algorithm>

#include "base/parallel.h"
#include "codec/catalogue_json.h"

namespace unclench::render {
namespace {

using codec::JsonText;

void write_given(JsonText& json, std::string_view key, const std::optional<core::Range>& range) {
  if (range)
    codec::write_range(json, key, *range);
  else
    json.key(key).null();
}

void write_article_dose(JsonText& json, const content::ArticleDose& dose) {
  json.key("dose").begin_object();
  write_given(json, "hold", dose.hold);
  json.member("hold_note", dose.hold_note);
  write_given(json, "repetitions", dose.repetitions);
  json.member("repetitions_note", dose.repetitions_note);
  if (dose.sets > 0)
    json.member("sets", dose.sets);
  else
    json.key("sets").null();
  json.member("sides_note", dose.sides_note);
  write_given(json, "per_day", dose.per_day);
  json.member("per_day_note", dose.per_day_note).end_object();
}

void write_entries(JsonText& json, const std::vector<content::ArticleEntry>& entries) {
  json.key("sources").begin_list();
  for (const content::ArticleEntry& entry : entries) {
    json.begin_object().member("entry", entry.id).member("source", entry.article);
    json.member("name", entry.name).member("order", entry.order).member("start", entry.start);
    json.member("surface", entry.surface);
    write_article_dose(json, entry.dose);
    json.member("caution", entry.caution).member("note", entry.note).end_object();
  }
  json.end_list();
}

void write_words(JsonText& json, std::string_view key,
                 const std::vector<content::PlacedWord>& words) {
  json.key(key).begin_list();
  for (const content::PlacedWord& word : words) json.value(word.word);
  json.end_list();
}

void write_figure(JsonText& json, const Site& site, const content::Exercise& exercise) {
  const DrawnFigure* drawn = drawn_figure(site, exercise);
  if (!drawn) return;
  json.key("figure").begin_object();
  json.member("thumbnail", figure_url(site, exercise.id, "-thumb"));
  json.member("animated", figure_url(site, exercise.id, ""));
  if (!drawn->other_side.empty())
    json.member("other_side", figure_url(site, exercise.id, "-mirrored"));
  json.member("description", drawn->description).member("milliseconds", drawn->times.whole);
  json.member("held_from", drawn->times.held_from);
  json.member("held_until", drawn->times.held_until).end_object();
}

bool is_in_bed(const figure::Movement& change) {
  return std::any_of(change.props.begin(), change.props.end(),
                     [](const figure::Prop& prop) { return prop.kind == figure::Prop::Kind::bed; });
}

// How to get from one position to another, as far as that is drawn.
Json changes_json(const Site& site) {
  Json changes = Json::array();
  if (!site.figures) return changes;
  for (std::size_t i = 0; i < site.edition.position_changes.size(); ++i) {
    const figure::Movement& change = *site.edition.position_changes[i];
    const DrawnFigure* drawn = site.figures->changes[i].get();
    if (change.shows.empty() || !drawn) continue;
    changes.push_back({{"id", change.id},
                       {"shows", change.shows},
                       {"in_bed", is_in_bed(change)},
                       {"animated", figure_url(site, change.id, "")},
                       {"description", drawn->description},
                       {"milliseconds", drawn->times.whole}});
  }
  return changes;
}

std::string exercise_text(const Site& site, const content::Exercise& exercise) {
  const core::Catalogue& terms = site.edition.terms;
  const codec::MovementSources sources{exercise.dose_sources, exercise.condition_sources};
  JsonText json;
  json.begin_object();
  codec::write_movement(json, exercise.movement, terms, &sources);
  write_words(json, "after", exercise.after);
  write_words(json, "parts", exercise.parts);
  json.member("url", site.url_of("exercises", exercise.id)).member("summary", exercise.summary);
  write_figure(json, site, exercise);
  json.member("order", exercise.order).key("helps").begin_list();
  for (std::size_t e = 0; e < terms.equipment.size(); ++e)
    if (core::contains(exercise.helps, static_cast<int>(e))) json.value(terms.equipment[e].id);
  json.end_list();
  write_words(json, "easier", exercise.easier);
  write_words(json, "harder", exercise.harder);
  write_entries(json, exercise.entries);
  json.member("references", exercise.references);
  std::string text = json.end_object().take();
  text.shrink_to_fit();
  return text;
}

void add_texts(Json& terms, const std::vector<std::string>& texts) {
  for (std::size_t i = 0; i < texts.size(); ++i) terms[i]["description"] = texts[i];
}

Json frame_json(const Site& site) {
  const content::Edition& edition = site.edition;
  Json json = Json::parse(codec::encode_catalogue(edition.terms));
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
  json["changes"] = changes_json(site);
  return json;
}

// An entry that was written before, which is likely to stand where it stood or one beside it.
const CatalogueEntry* find_entry(const CatalogueMemory& memory, std::size_t place, Hash inputs) {
  const auto& entries = memory.entries;
  for (std::size_t near = place == 0 ? 0 : place - 1; near < std::min(place + 2, entries.size());
       ++near)
    if (entries[near].inputs == inputs) return &entries[near];
  return nullptr;
}

}  // namespace

Bytes catalogue_text(const Site& site, Hash shared, CatalogueMemory& memory) {
  const auto& exercises = site.edition.exercises;
  CatalogueMemory made;
  made.entries.reserve(exercises.size());
  std::string text;
  const auto append_entries = [&] {
    text += "[\n";
    for (const auto& exercise : exercises) {
      if (exercise != exercises.front()) text += ",\n";
      const std::size_t start = text.size();
      const Hash inputs = combine(combine(exercise->whole, exercise->head), shared);
      if (const CatalogueEntry* known = find_entry(memory, made.entries.size(), inputs))
        text.append(memory.text.str(), known->offset, known->length);
      else
        text += exercise_text(site, *exercise);
      made.entries.push_back({inputs, start, text.size() - start});
      if (exercise == exercises.front())
        text.reserve(std::max(memory.text.size(), (text.size() - start) * exercises.size()) * 9 /
                     8);
    }
    text += "\n]";
  };
  const Json frame = frame_json(site);
  for (const auto& [key, value] : frame.items()) {
    text += (text.empty() ? "{" : ",\n") + Json(key).dump() + ":";
    if (key == "exercises")
      append_entries();
    else
      text += value.dump();
  }
  text += "}\n";
  made.text = std::move(text);
  memory = std::move(made);
  return memory.text;
}

}  // namespace unclench::render
