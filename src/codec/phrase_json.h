// What the planner says, as JSON: { "id": ID, and each argument under its name }.
#pragma once

#include <vector>

#include "codec/json.h"
#include "core/phrase.h"

namespace unclench::codec {

Json encode_phrase(const core::Catalogue& catalogue, const core::Phrase& phrase);
Json encode_phrases(const core::Catalogue& catalogue, const std::vector<core::Phrase>& phrases);

}  // namespace unclench::codec
