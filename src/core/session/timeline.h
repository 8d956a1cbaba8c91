// A played session, moment by moment: what a player shows, says and counts is read from here.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/sequence.h"

namespace unclench::core {

enum class CueKind {
  change,        // changing position, into the posture of the step
  ready,         // getting ready
  move,          // one repetition: moving
  hold,          // one repetition: holding
  switch_sides,  // from the first side to the second
  rest,          // between two sets
  done           // the end, of no length
};

// A cue that prepares something names what comes next: the step, the set, the side.
struct Cue {
  CueKind kind = CueKind::done;
  int place = 0;            // index of the step; for `done` the number of steps
  std::int64_t start = 0;   // milliseconds from the beginning
  std::int64_t length = 0;  // milliseconds; 0 only for `done`
  int set = 0;              // from 1; of move, hold, switch_sides and rest, else 0
  int repetition = 0;       // from 1, anew in every set and on every side; of move and hold, else 0
  int side = 0;             // 1 or 2; 0 when both sides move together
  int from = -1;            // postures of a change, else -1
  int to = -1;
};

// The cues of a session, in order. Each begins where the one before it ends, and `done` is last:
// its start is total_seconds(catalogue, sequence) * 1000. What takes no time has no cue.
std::vector<Cue> timeline(const Catalogue& catalogue, const Sequence& sequence);

// The name of the words for a change of position: "supine-to-standing".
std::string change_instruction(const Catalogue& catalogue, const Cue& change);

}  // namespace unclench::core
