// The files of a site that are not pages: theme, scripts, core, pictures.
#pragma once

#include <map>
#include <string>

#include "base/diagnostic.h"
#include "base/file_tree.h"
#include "base/hash.h"
#include "content/markdown.h"

namespace unclench::render {

struct Assets {
  FileTree files;                                // by path in the site; names carry a hash
  std::map<std::string, std::string> urls;       // by name with _ for . and -: "theme_css"
  std::map<std::string, content::Image> images;  // as texts name them
  Bytes worker;                                  // the service worker's code
  Hash hash = 0;                                 // of all addresses

  // Empty when there is no such file.
  std::string_view url(const std::string& name) const {
    const auto found = urls.find(name);
    return found == urls.end() ? std::string_view() : found->second;
  }
};

// What assets are made from, and what its paths begin with in messages.
struct AssetFolders {
  const FileTree& site;
  const FileTree& web;
  const FileTree& content;
  std::string site_root, web_root, content_root;
};

// Names everything in theme/ and the built scripts by their content, copies static/, and measures
// the pictures of static/ and of the content.
Assets gather_assets(const AssetFolders& folders, const std::string& base,
                     Diagnostics& diagnostics);

}  // namespace unclench::render
