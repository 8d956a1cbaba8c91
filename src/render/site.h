// From the folders of an edition to the files of its site.
#pragma once

#include "base/file_tree.h"
#include "content/edition.h"
#include "content/external_links.h"
#include "render/catalogue.h"
#include "render/link_check.h"
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
  bool drafts = false;         // publish drafts as well
  bool external = false;       // list the links to other sites
  bool unpublished = false;    // pages do not say at which address they are published
  unsigned threads = 1;
  DrawPng draw_png = nullptr;  // without it the site has no pictures in pixels
};

// A page as it was made.
struct MadePage {
  Hash inputs = 0;  // everything that it was made from
  Bytes html;
  std::shared_ptr<const PageLinks> links;
  std::string title, summary;
  Diagnostics problems;
};

// What was made before. With it, a site is made again in the time that its changes take; the
// result is the same as without.
struct SiteMemory {
  struct Page {
    std::string path;  // in the site
    std::shared_ptr<const MadePage> made;
  };

  content::EditionMemory edition;
  std::vector<Page> pages;                            // in the order in which they are made
  std::map<std::string, CatalogueMemory> catalogues;  // by language
  std::map<std::string, PlannedMemory> planned;       // likewise
  FigureMemory figures;
  Hash checked_addresses = 0;  // all addresses and ids, when all links were good; else 0
};

struct MadeSite {
  FileTree files;
  std::string base;                             // the path that it was made for
  std::vector<content::ExternalLink> external;  // when they were asked for
  Settings settings;
  // What it was made from: large, and best let go when nobody waits.
  std::shared_ptr<const content::LoadedEdition> edition = nullptr;
};

// All files of the site. Everything that is wrong with the texts, the templates and the links is
// reported; the files are fit to publish when nothing was.
MadeSite make_site(const Inputs& inputs, const Options& options, SiteMemory& memory,
                   Diagnostics& diagnostics);

}  // namespace unclench::render
