// Drawings as pixels.
#pragma once

#include <string>

namespace unclench::cli {

// An SVG drawing as PNG, so many pixels wide, in its own proportions. Returns an error, or nothing.
std::string png_of(const std::string& svg, int width, std::string& png);

}  // namespace unclench::cli
