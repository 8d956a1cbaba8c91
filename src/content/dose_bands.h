// dose_bands.yaml: what doses usually are.
#pragma once

#include "content/document.h"
#include "content/model.h"

namespace unclench::content {

// By the stages and phases of the vocabulary; nothing where the file gives no band.
DoseBands read_dose_bands(const Document& document, const core::Catalogue& words,
                          const Terms& terms, Diagnostics& diagnostics);

}  // namespace unclench::content
