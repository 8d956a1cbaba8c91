// The numbers by which routines are chosen, as tables.
#pragma once

#include "render/view.h"

namespace unclench::render {

// {stages: [{label}], need, fit: [{label, cells}], one list of cells for each setting of a stage,
//  coverage: [{units, worth}], doses: [{step, units}], preferences, changes: [{from, to, seconds,
//  strain}]}; cells are [{text}], one for each stage.
Value weights_values(const Site& site);

}  // namespace unclench::render
