// The page of all claims: every dose, caution and cited sentence with its sources.
#pragma once

#include "render/view.h"

namespace unclench::render {

PageJob evidence_job(const Site& site);

}  // namespace unclench::render
