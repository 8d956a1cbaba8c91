// The files for machines: sitemap, feed, manifest, robots, service worker.
#pragma once

#include "render/pictures.h"
#include "render/view.h"

namespace unclench::render {

// What these files say of a page.
struct ListedPage {
  std::string url;  // absolute
  std::string_view title, summary;
  std::string_view updated;   // 2026-11-21, or empty
  std::string_view language;  // of its text where that is another than its site's; else empty
};

// The most addresses that one site map may have. Source: sitemaps.org/protocol.html.
inline constexpr std::size_t pages_in_sitemap = 50'000;

// "sitemap.xml"; with more pages than one may have, an index of "sitemap-1.xml" and so on.
FileTree sitemap_files(const std::vector<ListedPage>& pages, const std::string& base_url);

// The last pages that say when they changed, as an Atom feed; empty when none does.
std::string feed_text(const Settings& settings, const std::string& language,
                      const std::string& home_url, const std::string& feed_url,
                      const std::vector<ListedPage>& pages);

std::string manifest_text(const Settings& settings, const std::string& language,
                          const std::string& base, const std::vector<Icon>& icons);

std::string robots_text(const Settings& settings);

// The service worker with the list of everything that it keeps for use without a network.
std::string worker_text(const FileTree& files, const Bytes& code, bool network_first);

}  // namespace unclench::render
