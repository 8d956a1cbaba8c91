// The person, the props and the arrows as SVG elements.
#pragma once

#include "figure/animation.h"
#include "figure/scene.h"

namespace unclench::figure {

struct Ink {
  std::string id;     // ids of elements begin with it
  bool dark = false;  // the colours that stand in the file
};

std::string svg_props(const std::vector<PropShape>& props, const Fit& fit, const Ink& ink);
std::string svg_arrows(const std::vector<Polygon>& arrows, const Fit& fit, const Ink& ink);

// One pose.
std::string svg_body(const Body& body, const Painting& painting, const View& view, const Fit& fit,
                     const Ink& ink);
// The whole motion, which must have a transition.
std::string svg_moving_body(const Motion& motion, const Painting& painting, const View& view,
                            const Fit& fit, const Ink& ink);

}  // namespace unclench::figure
