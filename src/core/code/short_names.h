// Terms and movements by short hashes of their ids, as routine codes name them: whatever the order
// of the catalogue.
#pragma once

#include <string>
#include <vector>

#include "core/catalogue.h"
#include "core/code/digits.h"
#include "core/code/stable_hash.h"

namespace unclench::core {

class ShortNames {
 public:
  // `width`: digits of a name. Terms: anything with an `id`; they outlive the names.
  template <typename Terms>
  ShortNames(const Terms& terms, int width) {
    for (const auto& term : terms)
      names_.push_back({short_hash(term.id, digit_bits * width), &term.id});
  }

  std::uint32_t of(int index) const { return names_[at(index)].hash; }
  const std::string& id_of(int index) const { return *names_[at(index)].id; }

  // Everything of this name, in the order of the catalogue. More than one: two ids have the same
  // hash, and nobody can tell which is meant.
  std::vector<int> find(std::uint32_t hash) const {
    std::vector<int> found;
    for (std::size_t i = 0; i < names_.size(); ++i)
      if (names_[i].hash == hash) found.push_back(static_cast<int>(i));
    return found;
  }

 private:
  struct Name {
    std::uint32_t hash = 0;
    const std::string* id = nullptr;
  };
  std::vector<Name> names_;
};

}  // namespace unclench::core
