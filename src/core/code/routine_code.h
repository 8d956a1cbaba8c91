// A routine as a short text for links, which means the same for ever. docs/routine-format.md has
// the format, character by character.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/request.h"
#include "core/sequence.h"

namespace unclench::core {

struct RoutineCode {
  std::string text;                  // A-Z, a-z, 0-9, - and _; empty when there are errors
  std::vector<RequestError> errors;  // by the fields of a routine: "movements[2].id"
};

struct DecodedRoutine {
  Sequence sequence;                 // empty when there are errors
  bool same_catalogue = false;       // the code was made with the same fingerprint
  std::vector<RequestError> errors;  // of the field `code`
};

// The code of a routine whose stage, posture, movements and surfaces are in the catalogue. Equal
// routines have equal codes. Up to 120 characters for ten movements without notes.
RoutineCode encode_routine_code(const Catalogue& catalogue, const Sequence& sequence);

// The routine that a code means in this catalogue: the one that it was made of, or errors. White
// space around the code is passed over. Two codes of one routine differ only in the edition that
// they were made with.
DecodedRoutine decode_routine_code(const Catalogue& catalogue, std::string_view text);

}  // namespace unclench::core
