#include "cli/png.h"

namespace unclench::cli {

const bool draws_png = false;

std::string png_of(const Collage&, std::string&) {
  return "this program was built without librsvg, which draws PNG";
}

}  // namespace unclench::cli
