#include "core/code/code_layout.h"

#include <algorithm>

#include "core/code/stable_hash.h"
#include "core/limits.h"

namespace unclench::core::code_layout {
namespace {

constexpr char version = '1';

constexpr std::uint32_t has_posture = 1;
constexpr std::uint32_t has_notes = 2;

// Two digits have room for 256 repetitions and 16 sets.
constexpr int sets_room = 16;
static_assert(limits::hold < 64 * 64 && limits::sets <= sets_room &&
              limits::repetitions <= 64 * 64 / sets_room && Step::longest_note < 64 * 64);

std::uint32_t amount_of(const CodedStep& step) {
  return static_cast<std::uint32_t>((step.repetitions - 1) * sets_room + step.sets - 1);
}

bool any_note(const CodedRoutine& routine) {
  return std::any_of(routine.steps.begin(), routine.steps.end(),
                     [](const CodedStep& step) { return !step.note.empty(); });
}

CodedStep read_step(DigitReader& digits, bool notes) {
  CodedStep step;
  step.movement = digits.number(movement_width);
  step.surface = digits.number(surface_width);
  step.hold_seconds = static_cast<int>(digits.number(hold_width));
  const int amount = static_cast<int>(digits.number(amount_width));
  step.repetitions = amount / sets_room + 1;
  step.sets = amount % sets_room + 1;
  if (notes) step.note = digits.bytes(digits.number(note_length_width));
  return step;
}

// The fields between version and checksum. Answers with what is wrong, or with nothing.
std::string read_fields(std::string_view text, CodedRoutine& routine) {
  constexpr const char* not_laid_out = "is not laid out as a routine code";
  DigitReader digits(text);
  const std::uint32_t flags = digits.number(flags_width);
  if (flags > (has_posture | has_notes)) return not_laid_out;
  const bool notes = (flags & has_notes) != 0;
  routine.edition = digits.number(edition_width);
  routine.ids = digits.number(ids_width);
  routine.stage = digits.number(stage_width);
  if ((flags & has_posture) != 0) routine.posture = digits.number(posture_width);
  while (digits.sound() && !digits.at_end()) {
    if (routine.steps.size() == Sequence::most_steps)
      return "has more than " + std::to_string(Sequence::most_steps) + " movements";
    routine.steps.push_back(read_step(digits, notes));
  }
  if (!digits.sound() || notes != any_note(routine)) return not_laid_out;
  return routine.steps.empty() ? "has no movements" : "";
}

std::string_view without_space_around(std::string_view text) {
  constexpr const char* space = " \t\n\v\f\r";
  const std::size_t start = text.find_first_not_of(space);
  if (start == std::string_view::npos) return {};
  return text.substr(start, text.find_last_not_of(space) - start + 1);
}

// What keeps the text from being a code of any version.
std::string wrong_text(std::string_view text) {
  if (text.empty()) return "is empty";
  if (text[0] < '1' || text[0] > '9') return "is not a routine code";
  if (text.size() > longest_code)
    return "is longer than " + std::to_string(longest_code) + " characters";
  for (std::size_t i = 0; i < text.size(); ++i)
    if (digit_value(text[i]) < 0)
      return "character " + std::to_string(i + 1) + " does not belong in a code";
  const std::size_t sealed = text.size() - std::min<std::size_t>(text.size(), checksum_width);
  if (with_checksum(std::string(text.substr(0, sealed))) != text) return "is cut off or damaged";
  return "";
}

}  // namespace

std::string write(const CodedRoutine& routine) {
  const bool notes = any_note(routine);
  std::string text(1, version);
  append_number(text, (routine.posture ? has_posture : 0) | (notes ? has_notes : 0), flags_width);
  append_number(text, routine.edition, edition_width);
  append_number(text, routine.ids, ids_width);
  append_number(text, routine.stage, stage_width);
  if (routine.posture) append_number(text, *routine.posture, posture_width);
  for (const CodedStep& step : routine.steps) {
    append_number(text, step.movement, movement_width);
    append_number(text, step.surface, surface_width);
    append_number(text, static_cast<std::uint32_t>(step.hold_seconds), hold_width);
    append_number(text, amount_of(step), amount_width);
    if (!notes) continue;
    append_number(text, static_cast<std::uint32_t>(step.note.size()), note_length_width);
    append_bytes(text, step.note);
  }
  return with_checksum(std::move(text));
}

Read read(std::string_view text) {
  Read read;
  text = without_space_around(text);
  read.problem = wrong_text(text);
  if (!read.problem.empty()) return read;
  if (text[0] != version)
    read.problem = "was made by a newer version of this program; open it there, or update this one";
  else
    read.problem = read_fields(text.substr(1, text.size() - 1 - checksum_width), read.routine);
  return read;
}

std::string with_checksum(std::string text) {
  const std::uint32_t checksum = crc32(text);
  append_number(text, checksum, checksum_width);
  return text;
}

}  // namespace unclench::core::code_layout
