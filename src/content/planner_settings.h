// planner.yaml: the planner's numbers.
#pragma once

#include "content/document.h"
#include "content/terms.h"
#include "core/catalogue.h"

namespace unclench::content {

// Fills the planner's settings; the vocabularies must be there.
void read_planner_settings(const Document& document, const Terms& terms, core::Catalogue& catalogue,
                           Diagnostics& diagnostics);

}  // namespace unclench::content
