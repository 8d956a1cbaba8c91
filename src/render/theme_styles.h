// The stylesheets of a theme, as they are published.
#pragma once

#include <map>
#include <string>

#include "base/diagnostic.h"
#include "base/file_tree.h"

namespace unclench::render {

// The stylesheets that no other one imports, by name, which may have folders in it. The text of
// every file that one imports at its start by `@import "NAME";` stands in the place of that rule,
// each `url(...)` has the name that its file has in the site, and the whole is compact. Names are
// seen from the folder of the file that they stand in. `renamed` has the other files by their names
// seen from the theme, with those that they are published under, seen from the same place.
// Reported, at their places below `root`: imports and addresses of what is not there and of other
// sites, and imports with conditions, in circles and behind rules.
std::map<std::string, std::string> theme_styles(const FileTree& stylesheets,
                                                const std::map<std::string, std::string>& renamed,
                                                const std::string& root, Diagnostics& diagnostics);

}  // namespace unclench::render
