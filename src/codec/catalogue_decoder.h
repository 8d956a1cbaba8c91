// Reads catalogue.json value by value.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "codec/json.h"
#include "core/catalogue.h"

namespace unclench::codec {

// Reads values of the expected type and range; one that is not there marks the whole as broken.
class CatalogueDecoder {
 public:
  bool sound() const { return sound_; }
  void require(bool condition) { sound_ = sound_ && condition; }

  const Json& at(const Json& json, const char* key) {
    static const Json nothing;
    const auto found = json.is_object() ? json.find(key) : json.end();
    const bool present = json.is_object() && found != json.end();
    require(present);
    return present ? *found : nothing;
  }
  const Json& array(const Json& json, const char* key) {
    static const Json none = Json::array();
    const Json& value = at(json, key);
    require(value.is_array());
    return value.is_array() ? value : none;
  }
  const Json& object(const Json& json, const char* key) {
    static const Json none = Json::object();
    const Json& value = at(json, key);
    require(value.is_object());
    return value.is_object() ? value : none;
  }
  std::string text(const Json& json, const char* key) { return text(at(json, key)); }
  std::string text(const Json& value) {
    require(value.is_string());
    return value.is_string() ? value.get<std::string>() : std::string();
  }
  bool flag(const Json& json, const char* key) {
    const Json& value = at(json, key);
    require(value.is_boolean());
    return value == true;
  }
  int number(const Json& json, const char* key, int most) { return number(at(json, key), most); }
  int number(const Json& value, int most) {
    const bool valid = value.is_number_unsigned() &&
                       value.get<std::uint64_t>() <= static_cast<std::uint64_t>(most);
    require(valid);
    return valid ? value.get<int>() : 0;
  }
  template <typename Terms>
  int term(const std::string& id, const Terms& terms) {
    const int index = core::find_term(terms, id);
    require(index >= 0);
    return index < 0 ? 0 : index;
  }
  template <typename Terms>
  core::Mask set(const Json& json, const char* key, const Terms& terms) {
    core::Mask set = 0;
    for (const Json& id : array(json, key)) set |= core::mask_of(term(text(id), terms));
    return set;
  }
  core::Range range(const Json& json, const char* key, int most) {
    const Json& pair = array(json, key);
    require(pair.size() == 2);
    if (pair.size() != 2) return {};
    const core::Range range{number(pair[0], most), number(pair[1], most)};
    require(range.low >= 0 && range.low <= range.high);
    return range;
  }
  std::vector<int> numbers(const Json& json, const char* key, std::size_t count, int most) {
    std::vector<int> values;
    for (const Json& value : array(json, key)) values.push_back(number(value, most));
    require(values.size() == count);
    values.resize(count);
    return values;
  }

 private:
  bool sound_ = true;
};

}  // namespace unclench::codec
