// The rest of a session, planned anew from where the person is, with the time that is left.
#pragma once

#include "core/plan.h"
#include "core/sequence.h"

namespace unclench::core {

enum class Interruption {
  stop,  // nothing but a rest position to end in
  ease,  // what is left, each at a smaller dose if it has one; nothing new
  swap,  // something else in the place of this movement
  late   // what is left, as far as the time goes; nothing new
};

struct Interrupted {
  Interruption why = Interruption::stop;
  std::size_t place = 0;  // of the movement that was interrupted; those before it are done
  int seconds_left = 0;
  int posture = -1;  // how the person is now; -1: in the posture of the movement
};

// The answer has no movement that was done, keeps to the phases from the one that was reached, and
// knows what was done before: what must come first, how the back was bent last, where the person
// lay down, and the changes of position that were made. What is left of the routine stays if it
// can. No dose is larger than in the routine, and what is new has its smallest. `left_out` names
// what stood in the rest of the routine and is no longer there. After `stop` the limit on changes
// of position gives way when no rest position can be reached without.
Routine replan(const Catalogue& catalogue, const Request& request, const Sequence& routine,
               const Interrupted& interrupted);

}  // namespace unclench::core
