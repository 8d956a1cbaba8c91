#include "core/phrase.h"

#include <algorithm>

#include "core/catalogue.h"

namespace unclench::core {
namespace {

constexpr const char* slot_ids[slot_count] = {
    "movements", "targets", "equipment", "surfaces", "phase",   "posture", "stage", "condition",
    "note",      "points",  "seconds",   "minutes",  "changes", "days",    "pain"};

const Term& term_in(const Catalogue& catalogue, Slot slot, int term) {
  switch (slot) {
    case Slot::targets:
      return catalogue.targets[at(term)];
    case Slot::equipment:
      return catalogue.equipment[at(term)];
    case Slot::surfaces:
      return catalogue.surfaces[at(term)];
    case Slot::phase:
      return catalogue.phases[at(term)];
    case Slot::posture:
      return catalogue.postures[at(term)];
    case Slot::stage:
      return catalogue.stages[at(term)];
    default:
      return catalogue.conditions[at(term)];
  }
}

bool is_number(Slot slot) {
  return static_cast<std::size_t>(slot) >= first_number;
}

struct Part {
  std::string name;
  std::string text;
};

// The pattern with each {name} replaced; what is put in is never looked at again.
std::string filled(const std::string& pattern, const std::vector<Part>& parts) {
  std::string text;
  std::size_t from = 0;
  while (from < pattern.size()) {
    const std::size_t open = std::min(pattern.find('{', from), pattern.size());
    text.append(pattern, from, open - from);
    const std::size_t close = pattern.find('}', open);
    if (close == std::string::npos) return text.append(pattern, open, std::string::npos);
    const std::string name = pattern.substr(open + 1, close - open - 1);
    const auto part = std::find_if(parts.begin(), parts.end(),
                                   [&](const Part& known) { return known.name == name; });
    text += part != parts.end() ? part->text : pattern.substr(open, close - open + 1);
    from = close + 1;
  }
  return text;
}

// "a", "a and b", "a, b and c"
std::string listed(const Explanations& words, const std::string& last_pattern,
                   const std::vector<std::string>& parts) {
  if (parts.empty()) return "";
  std::string text = parts.back();
  for (std::size_t i = parts.size() - 1; i-- > 0;)
    text = filled(i + 2 == parts.size() ? last_pattern : words.more,
                  {{"first", parts[i]}, {"last", text}});
  return text;
}

std::string word_for(const Catalogue& catalogue, Slot slot, int term) {
  if (slot == Slot::movements)
    return filled(catalogue.explanations.title, {{"title", catalogue.movements[at(term)].title}});
  if (slot == Slot::phase) return catalogue.phases[at(term)].verb;
  return term_in(catalogue, slot, term).noun;
}

// From two minutes on nobody counts seconds. Minutes are rounded up, so that no time is promised
// that is not there.
Argument in_units_people_use(const Argument& argument) {
  constexpr std::int64_t minute = 60;
  if (argument.slot != Slot::seconds || argument.number < 2 * minute) return argument;
  return amount(Slot::minutes, (argument.number + minute - 1) / minute);
}

std::string in_words(const Catalogue& catalogue, const Argument& argument) {
  const Explanations& words = catalogue.explanations;
  if (argument.slot == Slot::note) return argument.text;
  if (is_number(argument.slot)) {
    const Explanations::Counted& forms =
        words.numbers[static_cast<std::size_t>(argument.slot) - first_number];
    return filled(argument.number == 1 ? forms.one : forms.other,
                  {{"number", std::to_string(argument.number)}});
  }
  std::vector<std::string> parts;
  for (int term : argument.terms) parts.push_back(word_for(catalogue, argument.slot, term));
  const bool either = argument.slot == Slot::equipment || argument.slot == Slot::surfaces;
  return listed(words, either ? words.either : words.both, parts);
}

std::string as_data(const Catalogue& catalogue, const Phrase& phrase) {
  std::string text = kind_of(phrase.id).id;
  for (const Argument& argument : phrase.arguments) {
    text += std::string(" ") + slot_id(argument.slot) + "=" + argument.text;
    if (is_number(argument.slot)) text += std::to_string(argument.number);
    for (std::size_t i = 0; i < argument.terms.size(); ++i)
      text += (i > 0 ? "," : "") + id_in_slot(catalogue, argument.slot, argument.terms[i]);
  }
  return text;
}

}  // namespace

const PhraseKind& kind_of(PhraseId id) {
  static constexpr PhraseKind kinds[phrase_count] = {
      {"opens", {}},
      {"closes", {}},
      {"works-on", {Slot::phase, Slot::targets}},
      {"asked", {}},
      {"helped", {}},
      {"eases", {}},
      {"focus", {Slot::targets}},
      {"prepares", {Slot::movements}},
      {"begins", {Slot::posture}},
      {"stays", {}},
      {"suits", {}},
      {"builds-on", {Slot::movements}},
      {"condition", {Slot::condition, Slot::note}},
      {"not-offered", {Slot::note}},
      {"excluded", {}},
      {"stage", {Slot::stage}},
      {"surface", {Slot::surfaces}},
      {"equipment", {Slot::equipment}},
      {"order", {Slot::movements}},
      {"part-of", {Slot::movements}},
      {"repeats", {Slot::movements}},
      {"same-work", {Slot::targets, Slot::movements}},
      {"over-time", {Slot::seconds}},
      {"instead", {Slot::movements, Slot::points}},
      {"instead-equal", {Slot::movements}},
      {"adds-nothing", {Slot::points}},
      {"several", {}},
      {"another-one", {}},
      {"time", {Slot::minutes}},
      {"position", {Slot::changes}},
      {"direction", {}},
      {"start", {Slot::posture}},
      {"rest", {}},
      {"no-order", {}},
      {"together-twice", {}},
      {"together-time", {Slot::minutes}},
      {"together-position", {Slot::changes}},
      {"together-direction", {}},
      {"together-start", {Slot::posture}},
      {"together-rest", {}},
      {"together-no-order", {}},
      {"not-with-these", {}},
      {"nothing-in-time", {Slot::minutes}},
      {"nothing-from-here", {Slot::posture}},
      {"nothing-within-changes", {Slot::changes}},
      {"nothing-fits", {}},
      {"allow-minutes", {Slot::minutes}},
      {"add-surfaces", {Slot::surfaces}},
      {"add-equipment", {Slot::equipment}},
      {"do-without", {Slot::movements}},
      {"allow-again", {Slot::movements}},
      {"allow-position-changes", {Slot::changes}},
      {"move-first", {}},
      {"stands-twice", {}},
      {"dose-outside", {Slot::stage}},
      {"dose-fixed", {}},
      {"not-on-surface", {Slot::surfaces}},
      {"other-surface", {Slot::surfaces}},
      {"goes-back", {Slot::movements}},
      {"rest-between", {}},
      {"must-follow", {Slot::movements}},
      {"bends-against", {Slot::movements}},
      {"no-opening-rest", {}},
      {"no-closing-rest", {}},
      {"too-long", {Slot::seconds}},
      {"too-many-changes", {Slot::changes}},
      {"changes-first", {}},
      {"missing", {Slot::movements}},
      {"stopped", {}},
      {"hurt", {}},
      {"no-longer", {}},
      {"down-leg-symptoms", {Slot::movements}},
      {"down-high-pain", {Slot::movements, Slot::pain}},
      {"down-not-settled", {Slot::movements, Slot::pain}},
      {"down-morning-unknown", {Slot::movements, Slot::pain}},
      {"down-hurt", {Slot::movements}},
      {"down-other-stage", {Slot::movements}},
      {"down-pause", {Slot::movements, Slot::days}},
      {"up", {Slot::movements, Slot::days}},
      {"advice-leg-symptoms", {}},
      {"advice-ease-off", {Slot::days}},
      {"advice-leave-out", {Slot::movements}},
      {"advice-note-morning", {}},
  };
  return kinds[static_cast<std::size_t>(id)];
}

const char* slot_id(Slot slot) {
  return slot_ids[static_cast<std::size_t>(slot)];
}

Argument::Argument(Slot its_slot, std::vector<int> its_terms, std::int64_t its_number,
                   std::string its_text)
    : slot(its_slot), terms(std::move(its_terms)), number(its_number), text(std::move(its_text)) {}
Argument::Argument(const Argument& other) = default;
Argument::Argument(Argument&& other) noexcept = default;
Argument& Argument::operator=(const Argument& other) = default;
Argument& Argument::operator=(Argument&& other) noexcept = default;
Argument::~Argument() = default;

Phrase::Phrase() : id(PhraseId::suits) {}
Phrase::Phrase(PhraseId its_id, std::initializer_list<Argument> its_arguments)
    : id(its_id), arguments(its_arguments) {}
Phrase::Phrase(const Phrase& other) = default;
Phrase::Phrase(Phrase&& other) noexcept = default;
Phrase& Phrase::operator=(const Phrase& other) = default;
Phrase& Phrase::operator=(Phrase&& other) noexcept = default;
Phrase::~Phrase() = default;

Argument about(Slot slot, std::vector<int> terms) {
  return {slot, std::move(terms), 0, ""};
}
Argument about(Slot slot, int term) {
  return {slot, {term}, 0, ""};
}
Argument amount(Slot slot, std::int64_t number) {
  return {slot, {}, number, ""};
}
Argument note(std::string text) {
  return {Slot::note, {}, 0, std::move(text)};
}

const std::string& id_in_slot(const Catalogue& catalogue, Slot slot, int term) {
  return slot == Slot::movements ? catalogue.movements[at(term)].id
                                 : term_in(catalogue, slot, term).id;
}

std::string sentence(const Catalogue& catalogue, const Phrase& phrase) {
  const std::string& pattern = catalogue.explanations.phrases[static_cast<std::size_t>(phrase.id)];
  if (pattern.empty()) return as_data(catalogue, phrase);
  std::vector<Part> parts;
  for (const Argument& argument : phrase.arguments)
    parts.push_back({slot_id(argument.slot), in_words(catalogue, in_units_people_use(argument))});
  return filled(pattern, parts);
}

std::string sentences(const Catalogue& catalogue, const std::vector<Phrase>& phrases) {
  std::string text;
  for (const Phrase& phrase : phrases)
    text += (text.empty() ? "" : " ") + sentence(catalogue, phrase);
  return text;
}

}  // namespace unclench::core
