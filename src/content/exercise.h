// Exercise pages.
#pragma once

#include "content/reading.h"

namespace unclench::content {

// Reads one exercise. Its relations to others are checked when all are there.
Exercise read_exercise(const Document& document, const ReadContext& context,
                       Diagnostics& diagnostics);

// Says that there is no published exercise of that name.
void report_unknown_exercise(const Edition& edition, const std::vector<std::string>& drafts,
                             const SourceFile& file, const PlacedWord& word,
                             Diagnostics& diagnostics);

// Reports relations that lead nowhere or stand the wrong way round. `drafts` are ids of exercises
// that are not published, `known_good` the same exercises when they had good relations.
void check_relations(const Edition& edition, const std::vector<std::string>& drafts,
                     const Shared<Exercise>& known_good, unsigned threads,
                     Diagnostics& diagnostics);

}  // namespace unclench::content
