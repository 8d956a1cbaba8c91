// Exercise pages.
#pragma once

#include "content/citations.h"

namespace unclench::content {

// Reads all exercises into the edition, in catalogue order. The vocabularies, the conditions and
// the articles must be there.
void read_exercises(std::vector<Document>& documents, const CitationKeys& citations,
                    Edition& edition, Diagnostics& diagnostics);

}  // namespace unclench::content
