// The planner's words in catalogue.json.
#pragma once

#include "codec/catalogue_decoder.h"
#include "codec/json.h"
#include "core/phrase.h"

namespace unclench::codec {

Json encode_explanations(const core::Explanations& words);
core::Explanations decode_explanations(CatalogueDecoder& decoder, const JsonValue& json);

}  // namespace unclench::codec
