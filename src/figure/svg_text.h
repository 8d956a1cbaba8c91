// Numbers and paths as SVG writes them. Every value is rounded to a whole number of its last digit
// before it is written, so that the text does not depend on how a machine prints fractions.
#pragma once

#include <string>

#include "figure/vec.h"

namespace unclench::figure {

// A number with up to so many decimals: "-1.5", ".25" for 0.25 where the zero may be left out.
std::string decimal(double value, int digits, bool leading_zero = true);

// Numbers with no more between them than SVG needs: "3-4 5".
void append_number(std::string& list, int value);

// A closed quadratic B-spline with these control points, which are put on even numbers, so that
// everything between them is whole. In view units.
std::string spline_path(const Polygon& control);
// A closed eye: a crescent of four points.
std::string crescent_path(const Polygon& points);
// Straight lines.
std::string line_path(const Polygon& points, bool closed);

// For texts and attributes.
std::string escaped(const std::string& text);

}  // namespace unclench::figure
