// A table from hashes to values. It is small and lies in one piece, so that a great many lookups
// stay near the processor.
#pragma once

#include <bit>
#include <cstddef>
#include <vector>

#include "base/hash.h"

namespace unclench {

template <typename Value>
class HashTable {
 public:
  // For so many values at most.
  explicit HashTable(std::size_t values) : slots_(std::bit_ceil(2 * values + 1)) {}

  // Keeps the value that is there already: one of the same hash that `is_same` says yes to.
  template <typename IsSame>
  void insert(Hash hash, const Value& value, IsSame is_same) {
    Slot& slot = slots_[place_of(hash, is_same)];
    if (!slot.used) slot = {hash, value, true};
  }
  void insert(Hash hash, const Value& value) { insert(hash, value, any); }

  // Null when there is none.
  template <typename IsSame>
  const Value* find(Hash hash, IsSame is_same) const {
    const Slot& slot = slots_[place_of(hash, is_same)];
    return slot.used ? &slot.value : nullptr;
  }
  const Value* find(Hash hash) const { return find(hash, any); }

 private:
  struct Slot {
    Hash hash = 0;
    Value value{};
    bool used = false;
  };

  static bool any(const Value&) { return true; }

  // Where such a value is, or the free slot where it would be.
  template <typename IsSame>
  std::size_t place_of(Hash hash, IsSame is_same) const {
    std::size_t place = hash & (slots_.size() - 1);
    while (slots_[place].used && (slots_[place].hash != hash || !is_same(slots_[place].value)))
      place = (place + 1) & (slots_.size() - 1);
    return place;
  }

  std::vector<Slot> slots_;
};

}  // namespace unclench
