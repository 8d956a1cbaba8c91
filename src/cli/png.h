// Drawings as pixels.
#pragma once

#include <string>

#include "base/collage.h"

namespace unclench::cli {

// Whether this program was built with what draws PNG.
extern const bool draws_png;

// Returns an error, or nothing. May be called from many threads.
std::string png_of(const Collage& collage, std::string& png);

}  // namespace unclench::cli
