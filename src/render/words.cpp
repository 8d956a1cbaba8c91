#include "render/words.h"

#include <algorithm>

#include "codec/json.h"
#include "content/document.h"
#include "render/inlining.h"

namespace unclench::render {
namespace {

constexpr std::string_view shared_prefix = "app.";    // for the scripts of all pages
constexpr std::string_view script_part = ".script.";  // "session.script.": for those of one

bool begins_with(std::string_view text, std::string_view start) {
  return text.substr(0, start.size()) == start;
}

void collect(const content::YamlNode& node, const std::string& prefix, const SourceFile& file,
             std::map<std::string, Word>& words, Diagnostics& diagnostics) {
  for (const content::YamlEntry& entry : node.entries) {
    const std::string key = prefix + entry.key.text;
    if (entry.value.kind == content::YamlNode::Kind::mapping)
      collect(entry.value, key + ".", file, words, diagnostics);
    else if (entry.value.is_null())
      diagnostics.add(Problem::empty_value, file, entry.value.span, "'" + key + "' has no text",
                      "write one, or \"\" where there is nothing to say");
    else if (entry.value.kind == content::YamlNode::Kind::scalar)
      words[key] = {entry.value.text, entry.value.span};
    else
      diagnostics.add(Problem::wrong_type, file, entry.value.span, "'" + key + "' must be a text");
  }
}

}  // namespace

const std::vector<std::string>& phrase_keys() {
  static const std::vector<std::string> keys = {"blocks.note",
                                                "blocks.tip",
                                                "blocks.warning",
                                                "range",
                                                "seconds.one",
                                                "seconds.many",
                                                "minutes.one",
                                                "minutes.many",
                                                "minutes_and_seconds",
                                                "times.once",
                                                "times.twice",
                                                "times.many",
                                                "dose.hold",
                                                "dose.stay",
                                                "dose.repeat",
                                                "dose.repeat_once",
                                                "dose.each_side",
                                                "dose.sets",
                                                "dose.sets_with_rest",
                                                "not_given",
                                                "noted",
                                                "per_day.once",
                                                "per_day.many",
                                                "article_dose.hold",
                                                "article_dose.repetitions",
                                                "article_dose.sets",
                                                "article_dose.sides",
                                                "article_dose.per_day",
                                                "load.0",
                                                "load.1",
                                                "load.2",
                                                "load.3",
                                                "facts.posture",
                                                "facts.surfaces",
                                                "facts.needs_one_of",
                                                "facts.helps",
                                                "facts.targets",
                                                "facts.phase",
                                                "facts.load",
                                                "verdicts.avoid",
                                                "verdicts.care",
                                                "verdicts.fine",
                                                "condition.avoid",
                                                "condition.care",
                                                "condition.fine",
                                                "source_note",
                                                "page.home",
                                                "filters.position.label",
                                                "filters.position.all",
                                                "filters.surface.label",
                                                "filters.surface.all",
                                                "filters.phase.label",
                                                "filters.phase.all",
                                                "filters.target.label",
                                                "filters.target.all",
                                                "filters.equipment.label",
                                                "filters.equipment.all",
                                                "filters.condition.label",
                                                "filters.condition.all",
                                                "filters.effort.label",
                                                "filters.effort.all",
                                                "search.title",
                                                "search.summary",
                                                "design.title",
                                                "design.summary",
                                                "lists.exercises.title",
                                                "lists.exercises.summary",
                                                "lists.postures.title",
                                                "lists.postures.summary",
                                                "lists.targets.title",
                                                "lists.targets.summary",
                                                "lists.equipment.title",
                                                "lists.equipment.summary",
                                                "lists.conditions.title",
                                                "lists.conditions.summary",
                                                "lists.sources.title",
                                                "lists.sources.summary",
                                                "lists.routines.title",
                                                "lists.routines.summary",
                                                "lists.evidence.title",
                                                "lists.evidence.summary",
                                                "lists.guides.title",
                                                "lists.guides.summary",
                                                "lists.references.title",
                                                "lists.references.summary",
                                                "builder.title",
                                                "builder.summary",
                                                "not_found.title",
                                                "not_found.summary"};
  return keys;
}

WordList read_words(const FileTree& site, const std::string& root, const std::string& language,
                    Diagnostics& diagnostics) {
  WordList list;
  list.file = std::make_shared<const SourceFile>();
  if (language.empty()) return list;  // the settings do not name it, which was reported
  const content::Document document =
      content::yaml_file(site, root, "words/" + language + ".yaml", diagnostics);
  list.file = document.file;
  const std::size_t before = diagnostics.size();
  if (!document.broken) collect(document.front, "", *document.file, list.words, diagnostics);
  if (!document.broken && list.words.empty() && diagnostics.size() == before)
    diagnostics.add(Problem::unknown_words, document.file->path, "this file has no words",
                    "write those of another language here in this one");
  return list;
}

bool is_for_script(std::string_view key) {
  return begins_with(key, shared_prefix) || key.find(script_part) != std::string_view::npos;
}

Phrases::Phrases(const WordList& words, Diagnostics& diagnostics) : words_(words) {
  if (words.words.empty()) return;  // reported itself
  std::vector<std::string> given;
  for (const auto& [key, word] : words.words) {
    given.push_back(key);
    texts_.emplace(key, &word.text);
  }
  for (const std::string& key : phrase_keys())
    if (!words.words.count(key))
      diagnostics.add(Problem::unknown_words, words.file->path,
                      "the words '" + key + "' are missing", did_you_mean(key, given));
}

const std::string& Phrases::get(std::string_view key) const {
  static const std::string missing;  // reported when the phrases were made
  const auto text = texts_.find(key);
  return text == texts_.end() ? missing : *text->second;
}

std::string Phrases::get(std::string_view key, std::initializer_list<std::string> parts) const {
  const std::string_view phrase = get(key);
  std::string text;
  for (std::size_t at = 0; at < phrase.size();) {
    const std::size_t mark = std::min(phrase.find('{', at), phrase.size());
    text += phrase.substr(at, mark - at);
    const std::size_t number = mark + 2 < phrase.size() && phrase[mark + 2] == '}'
                                   ? std::size_t(phrase[mark + 1] - '0')
                                   : parts.size();
    if (number < parts.size())
      text += parts.begin()[number];
    else
      text += phrase.substr(mark, 1);
    at = mark + (number < parts.size() ? 3 : 1);
  }
  return text;
}

std::string Phrases::get_or(const std::string& key, const std::string& given) const {
  const auto text = texts_.find(key);
  return text == texts_.end() ? given : *text->second;
}

std::string Phrases::script_json(const std::string& page) const {
  Json json = Json::object();
  for (const std::string& prefix : {std::string(shared_prefix), page + std::string(script_part)})
    for (const auto& [key, word] : words_.words)
      if (begins_with(key, prefix)) json[key.substr(prefix.size())] = word.text;
  return inlined_json(json.dump());
}

std::string Phrases::range(const core::Range& range) const {
  const std::string low = std::to_string(range.low);
  return range.low == range.high ? low : get("range", {low, std::to_string(range.high)});
}

std::string Phrases::seconds(const core::Range& seconds) const {
  if (seconds.low >= 60 && seconds.low % 60 == 0 && seconds.high % 60 == 0) {
    const core::Range minutes{seconds.low / 60, seconds.high / 60};
    return get(minutes.high == 1 ? "minutes.one" : "minutes.many", {range(minutes)});
  }
  return get(seconds.high == 1 ? "seconds.one" : "seconds.many", {range(seconds)});
}

std::string Phrases::duration(int duration) const {
  const int minutes = duration / 60, rest = duration % 60;
  if (minutes == 0 || rest == 0) return seconds({duration, duration});
  return get("minutes_and_seconds", {seconds({60 * minutes, 60 * minutes}), seconds({rest, rest})});
}

std::string Phrases::times(const core::Range& times) const {
  if (times.high == 1) return get("times.once");
  if (times.low == 2 && times.high == 2) return get("times.twice");
  return get("times.many", {range(times)});
}

std::string Phrases::dose(const core::Movement& movement, const core::DoseRange& dose) const {
  const bool once = dose.repetitions.high == 1;
  std::string text;
  if (dose.hold.high > 0 && movement.tempo == 0 && once)
    text = get("dose.stay", {seconds(dose.hold)});
  else if (dose.hold.high > 0)
    text = get("dose.hold", {seconds(dose.hold), times(dose.repetitions)});
  else
    text = once ? get("dose.repeat_once") : get("dose.repeat", {range(dose.repetitions)});
  if (movement.sides == 2) text += get("dose.each_side");
  if (dose.sets.high > 1)
    text += dose.rest > 0
                ? get("dose.sets_with_rest", {range(dose.sets), std::to_string(dose.rest)})
                : get("dose.sets", {range(dose.sets)});
  return text;
}

}  // namespace unclench::render
