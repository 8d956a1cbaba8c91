// Pages that a script fills: the builder, the session, kept routines, progress and the search.
#pragma once

#include "render/view.h"

namespace unclench::render {

// The builder, and those of the others of which the edition has the template.
void add_app_pages(const Site& site, std::vector<PageJob>& jobs);

// Only a script finds something with it. An edition without the template has no search.
void add_search_page(const Site& site, std::vector<PageJob>& jobs);

}  // namespace unclench::render
