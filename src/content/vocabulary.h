// vocabulary.yaml and planner.yaml: the words and the numbers.
#pragma once

#include "content/document.h"

namespace unclench::content {

// Fills the edition's vocabularies, but for the conditions, which have files of their own.
void read_vocabulary(const Document& document, Edition& edition, Diagnostics& diagnostics);

// Fills the planner's settings; the vocabularies must be there.
void read_planner_settings(const Document& document, core::Catalogue& catalogue,
                           Diagnostics& diagnostics);

}  // namespace unclench::content
