#include "codec/phrase_json.h"

#include "core/catalogue.h"

namespace unclench::codec {
namespace {

using namespace core;

bool is_list(Slot slot) {
  return slot == Slot::movements || slot == Slot::targets || slot == Slot::equipment ||
         slot == Slot::surfaces;
}

Json encode_argument(const Catalogue& catalogue, const Argument& argument) {
  if (argument.slot == Slot::note) return argument.text;
  if (argument.terms.empty() && !is_list(argument.slot)) return argument.number;
  if (!is_list(argument.slot)) return id_in_slot(catalogue, argument.slot, argument.terms[0]);
  Json ids = Json::array();
  for (int term : argument.terms) ids.push_back(id_in_slot(catalogue, argument.slot, term));
  return ids;
}

}  // namespace

Json encode_phrase(const Catalogue& catalogue, const Phrase& phrase) {
  Json json;
  json["id"] = kind_of(phrase.id).id;
  for (const Argument& argument : phrase.arguments)
    json[slot_id(argument.slot)] = encode_argument(catalogue, argument);
  return json;
}

Json encode_phrases(const Catalogue& catalogue, const std::vector<Phrase>& phrases) {
  Json list = Json::array();
  for (const Phrase& phrase : phrases) list.push_back(encode_phrase(catalogue, phrase));
  return list;
}

}  // namespace unclench::codec
