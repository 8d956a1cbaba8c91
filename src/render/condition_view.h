// The page of a condition, and the list of them.
#pragma once

#include "render/view.h"

namespace unclench::render {

// {body, body_citations, groups: [{title, verdict, any, rules: [{title, url, summary, note,
// editors,
//  citations}]}], citations}: what to avoid, what to do with care and what is fine.
void add_condition_pages(const Site& site, std::vector<PageJob>& jobs);

}  // namespace unclench::render
