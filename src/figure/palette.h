// The colours of the figure, by class. A class ending in "2" is the far side: paler on light paper,
// deeper on dark.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace unclench::figure {

struct Colour {
  std::string_view name;  // class
  std::string_view light, dark;
};
const std::vector<Colour>& colours();

// The colour of a class.
std::string_view colour_of(std::string_view name, bool dark);

// The rules that turn the colours of this drawing dark: those of the classes that it uses.
std::string dark_rules(const std::string& drawing);

}  // namespace unclench::figure
