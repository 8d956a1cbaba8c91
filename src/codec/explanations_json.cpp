#include "codec/explanations_json.h"

namespace unclench::codec {

using namespace core;

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

Explanations decode_explanations(CatalogueDecoder& decoder, const JsonValue& json) {
  Explanations words;
  const JsonValue& lists = decoder.object(json, "lists");
  words.both = decoder.text(lists, "both");
  words.either = decoder.text(lists, "either");
  words.more = decoder.text(lists, "more");
  words.title = decoder.text(json, "title");
  const JsonValue& numbers = decoder.object(json, "numbers");
  for (std::size_t n = 0; n < number_count; ++n) {
    const char* key = slot_id(static_cast<Slot>(first_number + n));
    const JsonValue& forms = decoder.object(numbers, key);
    words.numbers[n].one = decoder.text(forms, "one");
    words.numbers[n].other = decoder.text(forms, "other");
  }
  const JsonValue& phrases = decoder.object(json, "phrases");
  for (std::size_t p = 0; p < phrase_count; ++p)
    words.phrases[p] = decoder.text(phrases, kind_of(static_cast<PhraseId>(p)).id);
  return words;
}

}  // namespace unclench::codec
