// The characters of a routine code: fields of digits between a version and a checksum. What the
// fields mean needs a catalogue; see routine_code.h.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/code/digits.h"
#include "core/sequence.h"

namespace unclench::core::code_layout {

// Widths of fields, in digits. Another width is another version.
inline constexpr int flags_width = 1;
inline constexpr int edition_width = 4;
inline constexpr int ids_width = 3;
inline constexpr int stage_width = 2;
inline constexpr int posture_width = 3;
inline constexpr int movement_width = 4;
inline constexpr int surface_width = 2;
inline constexpr int hold_width = 2;
inline constexpr int amount_width = 2;  // repetitions and sets
inline constexpr int note_length_width = 2;
inline constexpr int checksum_width = 6;

// Characters of a code that holds as many steps as there may be, each with the longest note.
inline constexpr std::size_t longest_code =
    1 + flags_width + edition_width + ids_width + stage_width + posture_width +
    Sequence::most_steps * (movement_width + surface_width + hold_width + amount_width +
                            note_length_width + digits_for(Step::longest_note)) +
    checksum_width;

// Movements, stage, posture and surfaces are short hashes of their ids.
struct CodedStep {
  std::uint32_t movement = 0;
  std::uint32_t surface = 0;
  int hold_seconds = 0;  // 0 to 4095
  int repetitions = 1;   // 1 to 256
  int sets = 1;          // 1 to 16
  std::string note;      // up to 4095 bytes
};

struct CodedRoutine {
  std::uint32_t edition = 0;  // the fingerprint of the catalogue
  std::uint32_t ids = 0;      // a hash over all ids that the routine names
  std::uint32_t stage = 0;
  std::optional<std::uint32_t> posture;
  std::vector<CodedStep> steps;
};

std::string write(const CodedRoutine& routine);

struct Read {
  CodedRoutine routine;
  std::string problem;  // why the text is no code, without its subject; empty when it is one
};

// Only what `write` gives is a code, with white space around it or without. Numbers may be larger
// than those of a routine.
Read read(std::string_view text);

// The text with its checksum behind it, by which every code ends.
std::string with_checksum(std::string text);

}  // namespace unclench::core::code_layout
