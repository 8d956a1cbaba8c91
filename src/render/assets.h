// Stylesheets, scripts and the core: copied under names that change with their content.
#pragma once

#include "base/diagnostic.h"
#include "base/file_tree.h"
#include "codec/json.h"

namespace unclench::render {

struct Assets {
  FileTree files;      // "assets/theme-0123456789abcdef.css"
  Json names;          // {"theme_css": "/base/assets/theme-0123456789abcdef.css"}
  std::string worker;  // the service worker's code, which keeps its name
};

// Takes theme/*.css of the site folder and the built scripts and core of the web folder; what is
// missing there is reported. Files below static/ are copied as they are.
Assets gather_assets(const FileTree& site, const FileTree& web, const std::string& web_root,
                     const std::string& base, Diagnostics& diagnostics);

}  // namespace unclench::render
