// vocabulary.yaml, planner.yaml, references.yaml and data files: the words and the numbers.
#pragma once

#include "content/document.h"
#include "content/model.h"

namespace unclench::content {

// Fills the edition's vocabularies, but for the conditions, which have files of their own, and
// names their words in the terms.
void read_vocabulary(const Document& document, Edition& edition, Terms& terms,
                     Diagnostics& diagnostics);

// Puts a translation's words in the place of the edition's own.
void translate_vocabulary(const Document& document, const Terms& terms, Edition& edition,
                          Diagnostics& diagnostics);

// Fills the planner's settings; the vocabularies must be there.
void read_planner_settings(const Document& document, const Terms& terms, core::Catalogue& catalogue,
                           Diagnostics& diagnostics);

std::vector<Reference> read_references(const Document& document, const Terms& terms,
                                       Diagnostics& diagnostics);

}  // namespace unclench::content
