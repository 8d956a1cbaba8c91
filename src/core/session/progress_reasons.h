// What progress decided, as sentences.
#pragma once

#include "core/phrase.h"
#include "core/session/progress.h"

namespace unclench::core {

Phrase reason_for(const StepChange& change);
Phrase sentence_of(const Advice& advice);

}  // namespace unclench::core
