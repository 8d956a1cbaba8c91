// The planner's part of catalogue.json.
#pragma once

#include <optional>
#include <string_view>

#include "codec/json.h"
#include "codec/json_text.h"
#include "core/catalogue.h"

namespace unclench::codec {

inline constexpr int catalogue_version = 1;

// The whole catalogue as JSON text.
std::string encode_catalogue(const core::Catalogue& catalogue);

// Where doses and verdicts come from; the planner does not need to know.
struct MovementSources {
  const std::vector<std::vector<std::string>>& doses;       // by stage
  const std::vector<std::vector<std::string>>& conditions;  // by condition
};

// Writes the members of one exercise into an open object, but for the movements that it names:
// `after` and `parts`.
void write_movement(JsonText& json, const core::Movement& movement,
                    const core::Catalogue& catalogue, const MovementSources* sources = nullptr);
void write_range(JsonText& json, std::string_view key, const core::Range& range);

// Nothing when the text is not a catalogue of this version, complete and consistent.
// Fields that the planner does not use may be present.
std::optional<core::Catalogue> decode_catalogue(std::string_view text);

const char* direction_id(core::Direction direction);
const char* verdict_id(core::Verdict verdict);

}  // namespace unclench::codec
