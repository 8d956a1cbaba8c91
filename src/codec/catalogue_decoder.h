// Reads catalogue.json value by value.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "codec/json_value.h"
#include "core/catalogue.h"

namespace unclench::codec {

// Reads values of the expected type and range; one that is not there marks the whole as broken.
class CatalogueDecoder {
 public:
  bool sound() const { return sound_; }
  void require(bool condition) { sound_ = sound_ && condition; }

  const JsonValue& at(const JsonValue& json, const char* key);
  const JsonValue& array(const JsonValue& json, const char* key);
  const JsonValue& object(const JsonValue& json, const char* key);
  std::string text(const JsonValue& json, const char* key) { return text(at(json, key)); }
  std::string text(const JsonValue& value);
  bool flag(const JsonValue& json, const char* key);
  int number(const JsonValue& json, const char* key, int most) {
    return number(at(json, key), most);
  }
  int number(const JsonValue& value, int most);
  template <typename Terms>
  int term(const std::string& id, const Terms& terms) {
    const int index = core::find_term(terms, id);
    require(index >= 0);
    return index < 0 ? 0 : index;
  }
  template <typename Terms>
  core::Mask set(const JsonValue& json, const char* key, const Terms& terms) {
    core::Mask set = 0;
    for (const JsonValue& id : array(json, key)) set |= core::mask_of(term(text(id), terms));
    return set;
  }
  core::Range range(const JsonValue& json, const char* key, int most);
  std::vector<int> numbers(const JsonValue& json, const char* key, std::size_t count, int most);

 private:
  JsonValue nothing_;
  bool sound_ = true;
};

}  // namespace unclench::codec
