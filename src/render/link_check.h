// Every link inside the site leads somewhere.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/file_tree.h"
#include "base/hash.h"
#include "content/model.h"

namespace unclench::render {

// An address in the HTML of a page that may lead into the site: an href or a src. Or an id.
struct AddressUse {
  std::uint32_t offset = 0;  // of the address in the page
  std::uint32_t length = 0;
  Hash path = 0;  // of the path below the base that it is; 0 when there is more to it
};

// What the check needs to know of a page. It stays the same as long as the page does.
struct PageLinks {
  std::vector<Hash> ids;  // of its elements
  std::vector<AddressUse> addresses;
  std::vector<AddressUse> repeated_ids;  // where ids stand again
  bool is_whole = true;  // otherwise ids may be missing, for a reason that was reported
};

// `base` is the path that the site is published under. The page may have the marks of templates
// that could not be filled in; what they touch is left out.
PageLinks links_of_html(const std::string& html, std::string_view base);

// A finished page. The text is the one whose links stand in it, if it comes from a file.
struct CheckedPage {
  std::string_view path;  // of its file in the site: "exercises/bridge/index.html"
  const Bytes* html = nullptr;
  const PageLinks* links = nullptr;
  const content::PageText* text = nullptr;
  std::string_view prefix;  // what its text's links stand under: "" or "es/"
  bool known_good = false;  // nothing that its links depend on has changed since they were checked
};

// Checks the links of all pages. `files` are the site's other files, `base` is the path that the
// site is published under, `drafts` are addresses of pages that are not published yet. Broken links
// that stand in a text are reported there; those that a template makes, once, in the first page
// that came out.
void check_links(const std::vector<CheckedPage>& pages, const FileTree& files,
                 const std::string& base, const std::vector<std::string>& drafts, unsigned threads,
                 Diagnostics& diagnostics);

}  // namespace unclench::render
