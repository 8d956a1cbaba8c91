// Exercise pages and article routines.
#pragma once

#include "render/view.h"

namespace unclench::render {

PageView exercise_page(const Site& site, int exercise);
PageView routine_page(const Site& site, const content::ArticleRoutine& routine);

}  // namespace unclench::render
