// catalogue.json: what the planner needs and what pages say about it, for the browser and for
// others.
#pragma once

#include "render/view.h"

namespace unclench::render {

std::string catalogue_text(const Site& site);

}  // namespace unclench::render
