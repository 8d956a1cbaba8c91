// Why a movement is in a routine.
#pragma once

#include <string>
#include <vector>

#include "core/phrase.h"
#include "core/solve.h"

namespace unclench::core {

// One to three things that earned the movement at this place its own, the weightiest first; and
// then what it builds on, where it does.
std::vector<Phrase> reasons_for(const Plan& plan, std::size_t place);

// The changes that the declared conditions ask for: "label: note".
std::vector<std::string> care_for(const Plan& plan, int movement);

// The targets that would lose most points if the movement at this place were taken out; at most
// two.
std::vector<int> main_targets(const Plan& plan, std::size_t place);

}  // namespace unclench::core
