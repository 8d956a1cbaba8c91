// Markdown to HTML, with its links checked later: which addresses exist is known at the end.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/diagnostic.h"

namespace unclench::content {

// A Markdown text and where it begins in its file.
struct Body {
  const SourceFile* file = nullptr;
  std::string_view markdown;
  int first_line = 1;
};

// A picture that a text may show.
struct Image {
  std::string url;
  int width = 0, height = 0;  // pixels; 0: not known
};

using BlockTitles = std::map<std::string, std::string>;  // "note" -> "Good to know"

struct MarkdownOptions {
  std::string base = "/";  // put before site addresses; it begins and ends with a slash
  bool raw_html = false;
  bool smart = true;                    // curly quotes, dashes
  std::map<std::string, Image> images;  // by path: "content/images/knee.png" or "/knee.svg"
  BlockTitles block_titles;             // of blocks that have none of their own
};

// A link inside the site, found in a text.
struct LinkUse {
  Span span;
  std::string target;    // site path from the root: "/exercises/bridge/"; empty: the page itself
  std::string fragment;  // without #; may be empty
};

// A link to another site, found in a text.
struct ExternalUse {
  Span span;
  std::string url;
};

// An address or an id in the raw HTML of a text, as it is written there.
struct HtmlUse {
  Span span;
  std::string value;
  bool is_id = false;
};

// A dose of an exercise, shown in a text: its HTML is put in when all exercises are known.
struct DoseUse {
  Span span;
  std::string exercise;
  std::string stage;  // empty: every stage
  Span stage_span;    // if there is one
};

// A figure of an exercise or of a change of position, shown in a text: likewise.
struct MovementUse {
  Span span;
  std::string name;
};

struct CitedKey {
  std::string key;  // of references.yaml, or the id of an article
  Span span;
};

// A citation in a text: its numbers are put in when the page's sources are counted.
struct CitationUse {
  Span span;
  std::vector<CitedKey> keys;
  bool editors = false;  // it is the editors' own judgement, in part or as a whole
  std::string claim;     // the sentence that it supports, as plain text
};

struct Heading {
  int level = 2;
  std::string title;  // plain text
  std::string id;     // unique in its page
  Span span;
};

struct Section {
  std::string title;  // HTML
  std::string id;     // of the heading
  std::string html;
};

struct RenderedText {
  std::string lead;  // HTML before the first second-level heading
  std::vector<Section> sections;
  std::vector<Heading> headings;
  std::vector<LinkUse> links;
  std::vector<ExternalUse> external;
  std::vector<HtmlUse> html;
  std::vector<DoseUse> doses;          // the n-th stands for dose_mark(n) in the HTML
  std::vector<MovementUse> movements;  // the n-th stands for movement_mark(n)
  std::vector<CitationUse> citations;  // the n-th stands for citation_mark(n)
};

// Stands in the HTML for a dose.
std::string dose_mark(std::size_t number);

// Stands in the HTML for the figure of a movement.
std::string movement_mark(std::size_t number);

// Stands in the HTML for the numbers by which routines are chosen.
inline constexpr const char* weights_mark = "<!--weights-->";

// Stands in the HTML for the numbers of a citation.
std::string citation_mark(std::size_t number);

// Renders a body. Site links are written with the base in front; links to other content files
// ("bridge.md", "../pages/about.md") become links to their pages. Raw HTML, unsafe links, unknown
// blocks and missing pictures are reported.
RenderedText render_markdown(const Body& body, const MarkdownOptions& options,
                             Diagnostics& diagnostics);

// One piece of HTML, as the CommonMark specification wants it.
std::string render_commonmark(std::string_view markdown, bool raw_html);

std::string escape_html(std::string_view text);

}  // namespace unclench::content
