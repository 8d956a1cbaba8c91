// The planner's part of catalogue.json.
#pragma once

#include <optional>
#include <string_view>

#include "codec/json.h"
#include "core/catalogue.h"

namespace unclench::codec {

inline constexpr int catalogue_version = 1;

Json encode_catalogue(const core::Catalogue& catalogue);

// One exercise of it, but for the movements that it names: `after` and `parts`.
Json encode_movement(const core::Movement& movement, const core::Catalogue& catalogue);

// Nothing when the text is not a catalogue of this version, complete and consistent.
// Fields that the planner does not use may be present.
std::optional<core::Catalogue> decode_catalogue(std::string_view text);

const char* direction_id(core::Direction direction);
const char* verdict_id(core::Verdict verdict);

}  // namespace unclench::codec
