// The person, the props and the arrows as SVG elements, standing still.
#pragma once

#include "figure/scene.h"
#include "figure/svg_paint.h"

namespace unclench::figure {

std::string svg_props(const std::vector<PropShape>& props, const Fit& fit, const Ink& ink);
// `width` is that of the shafts.
std::string svg_arrows(const std::vector<Polygon>& arrows, const Fit& fit, int width,
                       const Ink& ink);

// One pose.
std::string svg_body(const Body& body, const Painting& painting, const View& view, const Fit& fit,
                     const Ink& ink);

}  // namespace unclench::figure
