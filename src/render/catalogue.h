// catalogue.json: everything the builder and other programs need to know.
#pragma once

#include "render/view.h"

namespace unclench::render {

// Where the entry of an exercise stands.
struct CatalogueEntry {
  std::size_t offset = 0, length = 0;
};

// The catalogue as it was, and its entries by everything that they are made of.
struct CatalogueMemory {
  Bytes text;
  std::unordered_map<Hash, CatalogueEntry> entries;
};

// `shared` is the hash of what all entries depend on.
Bytes catalogue_text(const Site& site, Hash shared, CatalogueMemory& memory);

}  // namespace unclench::render
