// What may stand in the folder of a site.
#pragma once

#include "base/diagnostic.h"
#include "base/file_tree.h"
#include "render/settings.h"

namespace unclench::render {

// Reports files that were meant for the program and that nothing reads: in a wrong folder, with a
// wrong name or ending, and words of a language that the settings do not name. Files of other
// kinds, such as a README, may stand anywhere.
void report_stray_site_files(const FileTree& site, const std::string& root,
                             const Settings& settings, Diagnostics& diagnostics);

}  // namespace unclench::render
