// The page of an article that exercises come from, and the list of them.
#pragma once

#include "render/view.h"

namespace unclench::render {

// {file, body, entries: [{order, name, exercise}], routine, citations}
void add_article_pages(const Site& site, std::vector<PageJob>& jobs);

}  // namespace unclench::render
