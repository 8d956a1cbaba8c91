// What the layout says of a page.
#pragma once

#include "render/site_language.h"

namespace unclench::render {

struct LayoutSources {
  const Settings& settings;
  const std::string& base;  // the path that the site is published under
  const Assets& assets;
  const Pictures& pictures;
  const std::vector<Language>& languages;
  bool is_published = true;  // pages say at which address
};

// The path of the picture that stands for a page; empty when there is none.
std::string_view picture_of(const PageJob& job, const Pictures& pictures);

// Adds the layout's values to those of the page, which may name what it cites and runs.
void add_layout_values(const LayoutSources& sources, const Language& language, const PageJob& job,
                       PageView& view);

}  // namespace unclench::render
