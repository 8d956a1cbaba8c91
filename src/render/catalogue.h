// catalogue.json: everything the builder and other programs need to know.
#pragma once

#include "render/view.h"

namespace unclench::render {

// Where the entry of an exercise stands, and the hash of everything that it is made of.
struct CatalogueEntry {
  Hash inputs = 0;
  std::size_t offset = 0, length = 0;
};

// The catalogue as it was.
struct CatalogueMemory {
  Bytes text;
  std::vector<CatalogueEntry> entries;  // in their order
};

// `shared` is the hash of what all entries depend on.
Bytes catalogue_text(const Site& site, Hash shared, CatalogueMemory& memory);

}  // namespace unclench::render
