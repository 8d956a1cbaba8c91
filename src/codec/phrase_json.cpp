#include "codec/phrase_json.h"

#include "core/catalogue.h"

namespace unclench::codec {
namespace {

using namespace core;

bool is_list(Slot slot) {
  return slot == Slot::movements || slot == Slot::targets || slot == Slot::equipment ||
         slot == Slot::surfaces;
}

void write_argument(JsonText& json, const Catalogue& catalogue, const Argument& argument) {
  json.key(slot_id(argument.slot));
  if (argument.slot == Slot::note) {
    json.value(argument.text);
  } else if (is_list(argument.slot)) {
    json.begin_list();
    for (int term : argument.terms) json.value(id_in_slot(catalogue, argument.slot, term));
    json.end_list();
  } else if (argument.terms.empty()) {
    json.value(argument.number);
  } else {
    json.value(id_in_slot(catalogue, argument.slot, argument.terms[0]));
  }
}

}  // namespace

void write_phrases(JsonText& json, std::string_view key, const Catalogue& catalogue,
                   const std::vector<Phrase>& phrases) {
  json.key(key).begin_list();
  for (const Phrase& phrase : phrases) {
    json.begin_object().member("id", kind_of(phrase.id).id);
    for (const Argument& argument : phrase.arguments) write_argument(json, catalogue, argument);
    json.end_object();
  }
  json.end_list();
}

}  // namespace unclench::codec
