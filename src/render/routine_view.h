// The pages of routines: those of articles as published, and those that are planned.
#pragma once

#include "render/view.h"

namespace unclench::render {

void add_routine_pages(const Site& site, std::vector<PageJob>& jobs);

}  // namespace unclench::render
