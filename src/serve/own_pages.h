// The few pages that the server itself has to say.
#pragma once

#include <string>

namespace unclench::serve {

// Shown for every address until the first sound build. `problems` is a JSON array of the errors;
// `script` is an element to go at the end, or empty.
std::string errors_page(const std::string& problems, const std::string& script);

// For an address that is not below the site: where the site is.
std::string outside_page(const std::string& base);

// For a site without a page of its own for what was not found.
std::string not_found_page(const std::string& base);

}  // namespace unclench::serve
