// Every other page: home, library, terms, conditions, articles, references, plain pages.
#pragma once

#include "render/view.h"

namespace unclench::render {

// All pages of the site but for exercises and routines.
std::vector<PageView> other_pages(const Site& site);

}  // namespace unclench::render
