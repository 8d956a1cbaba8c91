// The pages of exercises and of the articles' routines.
#pragma once

#include "render/view.h"

namespace unclench::render {

// The page of an exercise, by its place in the catalogue.
PageJob exercise_job(const Site& site, std::size_t place);

void add_routine_pages(const Site& site, std::vector<PageJob>& jobs);

}  // namespace unclench::render
