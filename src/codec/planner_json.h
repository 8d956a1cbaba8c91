// The planner's settings in catalogue.json: stages, preferences, coverage, changes, progress.
#pragma once

#include "codec/catalogue_decoder.h"
#include "codec/json.h"
#include "core/catalogue.h"

namespace unclench::codec {

Json encode_planner(const core::Catalogue& catalogue);

// Fills the catalogue's planner settings; its vocabularies must be there.
void decode_planner(CatalogueDecoder& decoder, const JsonValue& json, core::Catalogue& catalogue);

}  // namespace unclench::codec
