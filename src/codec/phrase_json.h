// What the planner says, as JSON: { "id": ID, and each argument under its name }.
#pragma once

#include <string_view>
#include <vector>

#include "codec/json_text.h"
#include "core/phrase.h"

namespace unclench::codec {

// Writes the member `key`, a list.
void write_phrases(JsonText& json, std::string_view key, const core::Catalogue& catalogue,
                   const std::vector<core::Phrase>& phrases);

}  // namespace unclench::codec
