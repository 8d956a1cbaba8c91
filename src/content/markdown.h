// Markdown to HTML, with its links checked later: which addresses exist is known at the end.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "content/model.h"

namespace unclench::content {

// A link inside the site, found in a text.
struct LinkUse {
  const SourceFile* file = nullptr;
  Span span;
  std::string target;    // site path from the root: "/exercises/bridge/"; empty: the page itself
  std::string fragment;  // without #; may be empty
};

struct Section {
  std::string title;
  std::string id;  // of the heading; unique in its page
  std::string html;
};

struct RenderedText {
  std::string lead;  // HTML before the first second-level heading
  std::vector<Section> sections;
  std::vector<std::string> ids;  // of all headings
  std::vector<LinkUse> links;
};

// Renders a body. Site links are written with `base` in front (it begins and ends with a slash);
// links to other content files ("bridge.md", "../pages/about.md") become links to their pages.
// Raw HTML and links with unsafe schemes are reported.
RenderedText render_markdown(const Body& body, const std::string& base, Diagnostics& diagnostics);

std::string escape_html(std::string_view text);

}  // namespace unclench::content
