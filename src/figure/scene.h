// What stands around the figure, and where on the picture everything lies.
#pragma once

#include "figure/drawing.h"
#include "figure/parts.h"

namespace unclench::figure {

// From cm on the picture plane, y up, to view units, y down.
struct Fit {
  double scale = 1;
  Vec2 centre, top;  // this point of the plane lies at `top` of the picture
  double right = 1;  // -1: turned over
  Vec2 operator()(Vec2 p) const {
    return {top.x + (p.x - centre.x) * scale * right, top.y - (p.y - centre.y) * scale};
  }
  Picture operator()(const Picture& picture) const;
};

struct Box {
  int x = 0, y = 0, width = picture_width, height = picture_height;
};

// A piece of a prop, in cm on the picture plane, with the class of its colour.
struct PropShape {
  enum class Kind { polygon, round, line };
  Kind kind = Kind::polygon;
  std::string_view colour;
  Polygon points;
};
// Everything behind the body. `bodies` are all that will be shown in front of it.
std::vector<PropShape> props_of(const Motion& motion, const View& view,
                                const std::vector<const Body*>& bodies);

// The arrows of the panel that shows this pose, as nine points each, in cm on the picture plane.
std::vector<Polygon> arrows_of(const Motion& motion, const View& view, int pose);

// The same scale for all boxes; in each, the bodies stand in the same place.
struct Layout {
  std::vector<PropShape> props;
  std::vector<Fit> fits;  // by box
};
Layout layout(const Motion& motion, const View& view, const std::vector<const Body*>& bodies,
              const std::vector<Box>& boxes, double margin, const std::vector<Polygon>& arrows);

// The boxes of so many panels: whichever grid draws the figures largest.
struct Panels {
  std::vector<Box> boxes;
  Layout layout;
};
Panels panels(const Motion& motion, const View& view, const std::vector<int>& poses);

}  // namespace unclench::figure
