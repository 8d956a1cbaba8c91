// Stylesheets without what a browser does not read.
#pragma once

#include <string>
#include <string_view>

namespace unclench::render {

// Takes out comments, white space that separates nothing, and the semicolon before a closing brace.
// Every rule, every value and their order stay: strings, url(), values of custom properties and
// comments that begin with "/*!" keep every byte. A stylesheet that is not put together soundly, so
// that its meaning hangs on how a browser recovers, comes back unchanged.
std::string compact_stylesheet(std::string_view css);

}  // namespace unclench::render
