// Drawings laid out on a picture in pixels.
#pragma once

#include <string>
#include <vector>

namespace unclench {

// An SVG in a box, as large as it fits without changing its proportions.
struct Layer {
  std::string svg;
  int x = 0, y = 0, width = 0, height = 0;
};

struct Collage {
  int width = 0, height = 0;
  std::vector<Layer> layers;  // from back to front
};

}  // namespace unclench
