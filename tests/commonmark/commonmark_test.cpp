// Every example of the CommonMark specification, as it is and through the pages' own way.
#include <doctest/doctest.h>

#include <map>

#include "base/file_tree.h"
#include "commonmark/plain_html.h"
#include "commonmark/specification.h"
#include "content/markdown.h"

using namespace unclench;
using namespace unclench::content;
using namespace unclench::test;

namespace {

constexpr const char* specification = UNCLENCH_SOURCE_DIR "/node_modules/commonmark-spec/spec.txt";
constexpr std::size_t examples_in_0_30 = 652;
const std::string base = "/base/";

// Where pages differ on purpose, and why.
constexpr const char* no_address = "an address that is none of the site is reported and left out";
const std::map<int, std::string> differences = {
    {483, "a link to a Markdown file leads to that file's page: [](./target.md)"},
    {194, no_address},
    {195, no_address},
    {203, no_address},
    {204, no_address},
    {491, no_address},
    {494, no_address},
    {495, no_address},
    {497, no_address},
    {498, no_address},
    {501, no_address},
    {502, no_address},
    {503, no_address},
    {521, no_address}};

const std::vector<Example>& examples() {
  static const std::vector<Example> list = [] {
    std::string text;
    const std::string error = read_file(specification, text);
    INFO(specification);
    REQUIRE(error == "");
    return examples_in(text);
  }();
  return list;
}

// Every picture of the example is there.
std::map<std::string, Image> pictures_of(const Example& example) {
  const std::string source = "<img src=\"";
  std::map<std::string, Image> images;
  for (std::size_t at = example.html.find(source); at != std::string::npos;
       at = example.html.find(source, at)) {
    at += source.size();
    const std::string url = example.html.substr(at, example.html.find('"', at) - at);
    const bool from_root = url.substr(0, 1) == "/";
    images[from_root ? url : "content/pages/" + url] =
        Image{from_root ? base + url.substr(1) : url, 40, 30};
  }
  return images;
}

std::string as_page(const Example& example) {
  const SourceFile file{"content/pages/example.md", example.markdown};
  MarkdownOptions options;
  options.base = base;
  options.raw_html = true;
  options.smart = false;
  options.images = pictures_of(example);
  Diagnostics diagnostics;
  const RenderedText text = render_markdown({&file, file.text, 1}, options, diagnostics);
  std::string html = text.lead;
  for (const Section& section : text.sections)
    html += "<h2 id=\"" + section.id + "\">" + section.title + "</h2>" + section.html;
  return html;
}

}  // namespace

TEST_CASE("the specification has all of its examples") {
  REQUIRE(examples().size() == examples_in_0_30);
  CHECK(examples().front().markdown == "\tfoo\tbaz\t\tbim\n");
  CHECK(examples().front().html == "<pre><code>foo\tbaz\t\tbim\n</code></pre>\n");
  CHECK(examples().back().markdown == "Multiple     spaces\n");
}

TEST_CASE("Markdown becomes the HTML of the specification, byte for byte") {
  for (const Example& example : examples()) {
    CAPTURE(example.number);
    CHECK(render_commonmark(example.markdown, true) == example.html);
  }
}

TEST_CASE("a page shows what the specification says, but for the differences that are named") {
  for (const Example& example : examples()) {
    CAPTURE(example.number);
    CAPTURE(example.markdown);
    const std::string expected = plain_html(example.html, base);
    const std::string actual = plain_html(as_page(example), base);
    if (differences.count(example.number))
      CHECK_MESSAGE(actual != expected, "this example is the same now; take it off the list");
    else
      CHECK(actual == expected);
  }
}

TEST_CASE("without raw HTML no tag of an author comes out") {
  for (const Example& example : examples()) {
    CAPTURE(example.number);
    const std::string html = render_commonmark(example.markdown, false);
    for (const char* tag : {"<script", "<style", "<div", "<table", "<del", "<b>"})
      CHECK(html.find(tag) == std::string::npos);
  }
}
