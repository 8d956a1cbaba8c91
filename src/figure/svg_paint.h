// Elements as the figure paints them.
#pragma once

#include <functional>
#include <string>

#include "figure/parts.h"

namespace unclench::figure {

struct Ink {
  std::string id;     // ids of elements begin with it
  bool dark = false;  // the colours that stand in the file
};

// ` fill="#3a5382"` for a class of the palette.
std::string colour_attribute(const char* attribute, std::string_view name, const Ink& ink);
// Class and colours of a painted part.
std::string paint(const Painted& painted, const Ink& ink);
std::string path_element(const std::string& attributes, const std::string& d,
                         const std::string& tag = "");
// Around a body: parts are outlined in the colour of the paper.
std::string body_element(const std::string& parts, const Ink& ink);
// Whether one path can paint both: of one colour and without outlines.
bool join(const Painted& a, const Painted& b);
bool begins_with_hip(const Group& group);
// A group as it is; neighbours of one colour become one path.
std::string group_paths(const Group& group, const Ink& ink,
                        const std::function<std::string(Part)>& path_of_part);

}  // namespace unclench::figure
