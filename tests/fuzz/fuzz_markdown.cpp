// The text of a page to HTML, and to sentences. The first byte chooses: bit 0 allows raw HTML, bit
// 1 sets quotes and dashes well.
#include <algorithm>
#include <array>

#include "base/diagnostic_format.h"
#include "content/markdown.h"
#include "content/prose.h"
#include "fuzz/fuzz.h"
#include "lint/sentences.h"

using namespace unclench;
using namespace unclench::content;

namespace {

const std::string path = "content/exercises/fuzzed.md";
constexpr std::string_view front = "---\ntitle: A\n---\n";
constexpr int first_line = 4;

// The tags that we write when authors may not write their own.
constexpr std::array<std::string_view, 25> our_tags = {
    "a",  "aside", "blockquote", "br", "code", "em", "figcaption", "figure", "h1",
    "h2", "h3",    "h4",         "h5", "h6",   "hr", "img",        "li",     "ol",
    "p",  "pre",   "strong",     "ul", "td",   "th", "tr"};
constexpr std::array<std::string_view, 3> void_tags = {"br", "hr", "img"};

bool is_one_of(std::string_view name, const auto& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// Every tag is one of ours, and every one that opens is closed in its turn.
void require_balanced(std::string_view html) {
  std::vector<std::string_view> open;
  for (std::size_t at = html.find('<'); at != std::string_view::npos; at = html.find('<', at)) {
    if (html.substr(at, 4) == "<!--") {
      at = html.find("-->", at);
      fuzz::require(at != std::string_view::npos, "comments are closed");
      continue;
    }
    const std::size_t end = html.find('>', at);
    fuzz::require(end != std::string_view::npos, "tags end");
    const bool closes = html.substr(at + 1, 1) == "/";
    std::string_view name = html.substr(at + (closes ? 2 : 1), end - at - (closes ? 2 : 1));
    name = name.substr(0, name.find_first_of(" /"));
    fuzz::require(is_one_of(name, our_tags), "tags are ours");
    if (closes) {
      fuzz::require(!open.empty() && open.back() == name, "tags are closed in their turn");
      open.pop_back();
    } else if (!is_one_of(name, void_tags)) {
      open.push_back(name);
    }
    at = end;
  }
  fuzz::require(open.empty(), "every tag is closed");
}

bool has_insensitive(std::string_view text, std::string_view word) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
  return std::search(text.begin(), text.end(), word.begin(), word.end(),
                     [&](char a, char b) { return lower(a) == b; }) != text.end();
}

void require_safe(std::string_view html) {
  require_balanced(html);
  fuzz::require(!has_insensitive(html, "<script"), "no script comes out");
  fuzz::require(!has_insensitive(html, "href=\"javascript:"), "no link runs a script");
}

void require_places(const RenderedText& text, std::string_view file) {
  for (const Heading& heading : text.headings)
    fuzz::require_inside(file, heading.span, "headings lie in the file");
  for (const LinkUse& link : text.links)
    fuzz::require_inside(file, link.span, "links lie in the file");
  for (const DoseUse& dose : text.doses)
    fuzz::require_inside(file, dose.span, "doses lie in the file");
}

void require_sentences(const Body& body) {
  for (const Prose& prose : prose_of(body))
    for (std::string_view sentence : lint::sentences_of(prose.text)) {
      const auto offset = static_cast<std::size_t>(sentence.data() - prose.text.data());
      fuzz::require_inside(body.file->text, prose.place(offset, 1), "sentences lie in the file");
      lint::ReadingCount count;
      if (count.add(sentence) > 0)
        fuzz::require(count.syllables >= count.words, "a word has a syllable");
    }
}

MarkdownOptions known_pictures() {
  MarkdownOptions options;
  options.base = "/base/";
  options.images["content/images/a.png"] = {"/base/images/a.png", 4, 3};
  options.images["/b.svg"] = {"/base/b.svg", 0, 0};
  options.block_titles["note"] = "Note";
  return options;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const MarkdownOptions usual = known_pictures();
  if (size == 0) return 0;
  MarkdownOptions options = usual;
  options.raw_html = data[0] & 1;
  options.smart = data[0] & 2;
  const Bytes text =
      normalise_text(std::string(front) + std::string(fuzz::as_text(data + 1, size - 1)));
  // Other bytes are refused before Markdown is read.
  if (find_invalid_utf8(text) != std::string::npos) return 0;
  const SourceFile file{path, text};
  const Body body{&file, std::string_view(file.text).substr(front.size()), first_line};
  Diagnostics diagnostics;
  const RenderedText rendered = render_markdown(body, options, diagnostics);
  fuzz::require_sound(diagnostics, {{path, text}});
  require_places(rendered, text);
  require_sentences(body);
  if (!options.raw_html) {
    require_safe(rendered.lead);
    for (const Section& section : rendered.sections) {
      require_safe(section.title);
      require_safe(section.html);
    }
    require_balanced(render_commonmark(body.markdown, false));
  } else {
    render_commonmark(body.markdown, true);
  }
  return 0;
}
