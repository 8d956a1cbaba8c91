// The pages of exercises.
#pragma once

#include "render/view.h"

namespace unclench::render {

// The page of an exercise, by its place in the catalogue.
PageJob exercise_job(const Site& site, std::size_t place);

// What an article gives for a movement: its name, its place, its dose and what it warns of.
Value entry_values(const Site& site, const content::ArticleEntry& entry);

}  // namespace unclench::render
