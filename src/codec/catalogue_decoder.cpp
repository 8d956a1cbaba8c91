#include "codec/catalogue_decoder.h"

namespace unclench::codec {

const JsonValue& CatalogueDecoder::at(const JsonValue& json, const char* key) {
  const JsonValue* found = json.find(key);
  require(found != nullptr);
  return found ? *found : nothing_;
}

const JsonValue& CatalogueDecoder::array(const JsonValue& json, const char* key) {
  const JsonValue& value = at(json, key);
  require(value.is_list());
  return value.is_list() ? value : nothing_;
}

const JsonValue& CatalogueDecoder::object(const JsonValue& json, const char* key) {
  const JsonValue& value = at(json, key);
  require(value.is_object());
  return value.is_object() ? value : nothing_;
}

std::string CatalogueDecoder::text(const JsonValue& value) {
  require(value.is_text());
  return value.text();
}

bool CatalogueDecoder::flag(const JsonValue& json, const char* key) {
  const JsonValue& value = at(json, key);
  require(value.is_flag());
  return value.is_flag() && value.flag();
}

int CatalogueDecoder::number(const JsonValue& value, int most) {
  const std::int64_t number = value.natural().value_or(-1);
  const bool valid = number >= 0 && number <= most;
  require(valid);
  return valid ? static_cast<int>(number) : 0;
}

core::Range CatalogueDecoder::range(const JsonValue& json, const char* key, int most) {
  const std::vector<int> pair = numbers(json, key, 2, most);
  require(pair[0] <= pair[1]);
  return {pair[0], pair[1]};
}

std::vector<int> CatalogueDecoder::numbers(const JsonValue& json, const char* key,
                                           std::size_t count, int most) {
  std::vector<int> values;
  for (const JsonValue& value : array(json, key)) values.push_back(number(value, most));
  require(values.size() == count);
  values.resize(count);
  return values;
}

}  // namespace unclench::codec
