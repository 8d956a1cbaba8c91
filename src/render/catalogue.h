// catalogue.json: everything the builder and other programs need to know.
#pragma once

#include "render/view.h"

namespace unclench::render {

// The entries of exercises that were written before, by id.
struct CatalogueEntry {
  Hash inputs = 0;
  std::shared_ptr<const std::string> json;
};
using CatalogueMemory = std::unordered_map<std::string, CatalogueEntry>;

std::string catalogue_text(const Site& site, Hash shared, unsigned threads,
                           CatalogueMemory& memory);

}  // namespace unclench::render
