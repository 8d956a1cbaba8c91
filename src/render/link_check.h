// Every link inside the site leads somewhere.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/file_tree.h"
#include "content/markdown.h"

namespace unclench::render {

// `files` is the finished site, `base` the path that it is published under. Broken links that stand
// in a text are reported there; those that a template makes, in the page that came out.
void check_links(const FileTree& files, const std::string& base,
                 const std::vector<content::LinkUse>& links, Diagnostics& diagnostics);

}  // namespace unclench::render
