// Articles, routines, conditions, guides and plain pages.
#pragma once

#include "content/reading.h"

namespace unclench::content {

Article read_article(const Document& document, const ReadContext& context,
                     Diagnostics& diagnostics);
Condition read_condition(const Document& document, const ReadContext& context,
                         Diagnostics& diagnostics);
Routine read_routine(const Document& document, const ReadContext& context,
                     Diagnostics& diagnostics);
Guide read_guide(const Document& document, const ReadContext& context, Diagnostics& diagnostics);
PageText read_page(const Document& document, const ReadContext& context, Diagnostics& diagnostics);

// The article's entry that a step names; null when there is none.
const ArticleEntry* entry_of(const Edition& edition, const Routine& routine,
                             const RoutineStep& step);

// Reports what routines name and is not there: exercises, and an article's entries of them.
void check_routines(const Edition& edition, const std::vector<std::string>& drafts,
                    Diagnostics& diagnostics);

}  // namespace unclench::content
