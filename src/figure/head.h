// The head: its outlines, hair, ears and eyes, from every side.
#pragma once

#include "figure/outline.h"

namespace unclench::figure {

std::vector<Polygon> head_outlines(const Body& body, const View& view);
Polygon hair_outline(const Body& body, const View& view);
Polygon ear_outline(const Body& body, const View& view, Side side);
// A closed eye: the four points of a crescent.
Polygon eye_outline(const Body& body, const View& view, Side side);

// How much of them is seen, 0 to 1: an ear only on the side of the head that faces the viewer, an
// eye only in a face that does. They shrink to nothing on their way out of sight.
double ear_openness(const Body& body, const View& view, Side side);
double eye_openness(const Body& body, const View& view, Side side);

}  // namespace unclench::figure
