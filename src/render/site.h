// From an edition to the files of a site.
#pragma once

#include "base/file_tree.h"
#include "content/edition.h"
#include "render/settings.h"

namespace unclench::render {

// The folders that a site is made from, and what their paths begin with in messages.
struct Inputs {
  FileTree content, site, web;
  std::string content_root = "content";
  std::string site_root = "site";
  std::string web_root = "build/web";
};

struct Options {
  std::string base_url;        // absolute, ends in a slash; empty: the one of site.yaml
  bool network_first = false;  // the service worker asks the network before its cache
};

// All files of the site. Everything that is wrong with the texts, the templates and the links is
// reported; the files are fit to publish when nothing was.
FileTree render_site(const content::Edition& edition, const Inputs& inputs, const Options& options,
                     Diagnostics& diagnostics);

}  // namespace unclench::render
