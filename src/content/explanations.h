// explanations.yaml: the sentences with which the planner explains itself.
#pragma once

#include "content/document.h"
#include "core/phrase.h"

namespace unclench::content {

// The sentences of the edition that the program was built with.
const core::Explanations& shipped_explanations();

// Puts the file's sentences in the place of those that are there. A name in braces that a sentence
// does not have is reported.
void read_explanations(const Document& document, core::Explanations& explanations,
                       Diagnostics& diagnostics);

}  // namespace unclench::content
