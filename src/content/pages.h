// Articles, their routines, conditions and plain pages.
#pragma once

#include "content/reading.h"

namespace unclench::content {

Article read_article(const Document& document, const ReadContext& context,
                     Diagnostics& diagnostics);
Condition read_condition(const Document& document, const ReadContext& context,
                         Diagnostics& diagnostics);
ArticleRoutine read_routine(const Document& document, const ReadContext& context,
                            Diagnostics& diagnostics);
PageText read_page(const Document& document, const ReadContext& context, Diagnostics& diagnostics);

// The article's entry that a step names; null when there is none.
const ArticleEntry* entry_of(const Edition& edition, const ArticleRoutine& routine,
                             const RoutineStep& step);

// Reports steps that name no exercise or no entry of it.
void check_steps(const Edition& edition, const std::vector<std::string>& drafts,
                 Diagnostics& diagnostics);

}  // namespace unclench::content
