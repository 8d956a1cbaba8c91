// Home, guides, routines, references and plain pages; and all lists, by the views that make them.
#pragma once

#include "render/view.h"

namespace unclench::render {

void add_list_pages(const Site& site, std::vector<PageJob>& jobs);

// The page for addresses that do not exist.
PageJob not_found_page(const Site& site);

// "/old/place/": leads to the page's address.
PageJob redirect_page(const Site& site, const content::PlacedWord& alias, const std::string& target,
                      const content::PageText& page);

}  // namespace unclench::render
