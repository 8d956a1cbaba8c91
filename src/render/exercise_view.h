// The pages of exercises and of the articles' routines.
#pragma once

#include "render/view.h"

namespace unclench::render {

void add_exercise_pages(const Site& site, std::vector<PageJob>& jobs);
void add_routine_pages(const Site& site, std::vector<PageJob>& jobs);

}  // namespace unclench::render
