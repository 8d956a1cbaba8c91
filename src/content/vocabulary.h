// vocabulary.yaml and references.yaml: the words.
#pragma once

#include "content/document.h"
#include "content/model.h"

namespace unclench::content {

// Fills the edition's vocabularies, but for the conditions, which have files of their own, and
// names their words in the terms.
void read_vocabulary(const Document& document, Edition& edition, Terms& terms,
                     Diagnostics& diagnostics);

// Reads how to get into postures and out of them, when surfaces and citations are known.
void read_ways(const Document& document, const Terms& terms, Edition& edition,
               Diagnostics& diagnostics);

// Puts a translation's words in the place of the edition's own.
void translate_vocabulary(const Document& document, const Terms& terms, Edition& edition,
                          Diagnostics& diagnostics);

std::vector<Reference> read_references(const Document& document, const Terms& terms,
                                       Diagnostics& diagnostics);

}  // namespace unclench::content
