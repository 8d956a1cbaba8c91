#include "content/blocks.h"

#include <doctest/doctest.h>

#include "base/diagnostic_format.h"
#include "content/markdown.h"

using namespace unclench;
using namespace unclench::content;

namespace {

struct Text {
  std::string html, problems;
};

// A body that begins in line 3 of its file.
Text text_of(const std::string& markdown) {
  const SourceFile file{"content/pages/x.md", "---\n---\n" + markdown};
  MarkdownOptions options;
  options.images["content/images/knee.png"] = {"/assets/knee.png", 12, 8};
  options.block_titles = {{"note", "Good to know"}};
  Diagnostics diagnostics;
  const RenderedText text = render_markdown({&file, markdown, 3}, options, diagnostics);
  std::string html = text.lead;
  for (const Section& section : text.sections) html += "[" + section.id + "]" + section.html;
  return {html, format_diagnostics(diagnostics)};
}

std::string html_of(const std::string& markdown) {
  const Text text = text_of(markdown);
  CHECK(text.problems == "0 errors\n");
  return text.html;
}

}  // namespace

TEST_CASE("a block line has a name, words and values") {
  const MarkedText marked = mark_blocks("a\n::: figure x.png alt=\"A <b> c\" k=v\n:::\n");
  REQUIRE(marked.lines.size() == 2);
  const BlockLine& line = marked.lines[0];
  CHECK(line.name == "figure");
  CHECK(line.name_span.line == 2);
  CHECK(line.name_span.column == 5);
  CHECK(line.rest == "x.png alt=\"A <b> c\" k=v");
  REQUIRE(line.arguments.size() == 3);
  CHECK(line.arguments[0].value == "x.png");
  CHECK(line.arguments[1].key == "alt");
  CHECK(line.arguments[1].value == "A <b> c");
  CHECK(line.arguments[2].value == "v");
  CHECK(marked.lines[1].closes());
}

TEST_CASE("callouts have a title of their own or the usual one") {
  CHECK(html_of("::: note\nText.\n:::\n") ==
        "<aside class=\"callout callout--note\" role=\"note\"><p class=\"callout-title\">Good to "
        "know</p>"
        "<p>Text.</p></aside>");
  CHECK(html_of("::: tip A <b> tip\nText.\n:::\n") ==
        "<aside class=\"callout callout--tip\" role=\"note\"><p class=\"callout-title\">A "
        "&lt;b&gt; tip</p>"
        "<p>Text.</p></aside>");
  CHECK(html_of("::: warning\n:::\n") ==
        "<aside class=\"callout callout--warning\" role=\"note\"></aside>");
}

TEST_CASE("a text in quotes may hold quotes") {
  const auto alt = [](const std::string& value) {
    const BlockLine line = mark_blocks("::: figure x.png alt=" + value + " k\n").lines.at(0);
    REQUIRE(line.arguments.size() == 3);
    CHECK_FALSE(line.arguments[1].is_open);
    return line.arguments[1].value;
  };
  CHECK(alt(R"("a \"b\"")") == "a \"b\"");
  CHECK(alt(R"('a "b"')") == "a \"b\"");
  CHECK(alt(R"("it's \\")") == "it's \\");
  CHECK(alt(R"("a\b")") == "a\\b");
  CHECK(html_of("::: figure ../images/knee.png alt=\"a \\\"b\\\"\"\n:::\n")
            .find("alt=\"a &quot;b&quot;\"") != std::string::npos);
}

TEST_CASE("a figure has a picture and may have a caption") {
  const std::string image =
      "<img src=\"/assets/knee.png\" alt=\"A knee\" width=\"12\" height=\"8\" loading=\"lazy\" "
      "decoding=\"async\">";
  CHECK(html_of("::: figure ../images/knee.png alt=\"A knee\"\n:::\n") ==
        "<figure>" + image + "</figure>");
  CHECK(html_of("::: figure ../images/knee.png alt=\"A knee\"\nIt *bends*.\n:::\n") ==
        "<figure>" + image + "<figcaption><p>It <em>bends</em>.</p></figcaption></figure>");
}

TEST_CASE("a dose leaves a mark for what is known later") {
  CHECK(html_of("::: dose bridge well\n:::\n") == dose_mark(0));
}

TEST_CASE("blocks may hold lists, code and headings, and stand in sections") {
  CHECK(html_of("## One\n\n::: tip\n- a\n- b\n\n### Inner\n:::\n\nAfter.\n") ==
        "[one]<aside class=\"callout callout--tip\" role=\"note\"><ul><li>a</li><li>b</li></ul>"
        "<h3 id=\"inner\">Inner</h3></aside><p>After.</p>");
}

TEST_CASE("block lines inside code are text") {
  CHECK(html_of("```\n::: note\n:::\n```\n") == "<pre><code>::: note\n:::\n</code></pre>\n");
  CHECK(html_of("a ::: b\n\n    ::: note\n") ==
        "<p>a ::: b</p><pre><code>::: note\n</code></pre>\n");
}

TEST_CASE("block lines inside an HTML comment are a part of it") {
  const std::string markdown = "<!--\n::: note\n\nNot yet.\n\n:::\n-->\n\nText.\n";
  const SourceFile file{"content/pages/x.md", markdown};
  MarkdownOptions options;
  options.raw_html = true;
  Diagnostics diagnostics;
  const RenderedText text = render_markdown({&file, markdown, 1}, options, diagnostics);
  CHECK(diagnostics.empty());
  CHECK(text.lead == "<!--\n::: note\n\nNot yet.\n\n:::\n-->\n<p>Text.</p>");
  CHECK(text_of(markdown).problems ==
        "content/pages/x.md:3:1: error: raw HTML is not allowed [raw-html]\n"
        "  <!--\n"
        "  ^~~~\n"
        "  help: write it in Markdown\n"
        "1 error\n");
}

TEST_CASE("an unknown block is reported with the nearest or with all") {
  CHECK(text_of("::: nte\n:::\n").problems ==
        "content/pages/x.md:3:5: error: there is no block 'nte' [bad-block]\n"
        "  ::: nte\n"
        "      ^~~\n"
        "  help: did you mean 'note'?\n"
        "1 error\n");
  CHECK(text_of("::: spoiler\n:::\n").problems ==
        "content/pages/x.md:3:5: error: there is no block 'spoiler' [bad-block]\n"
        "  ::: spoiler\n"
        "      ^~~~~~~\n"
        "  help: use one of: note, tip, warning, figure, dose, movement, weights\n"
        "1 error\n");
}

TEST_CASE("a block that does not end, and an end without a block, are reported") {
  CHECK(text_of("::: tip\nText.\n").problems ==
        "content/pages/x.md:3:5: error: this block is not closed [bad-block]\n"
        "  ::: tip\n"
        "      ^~~\n"
        "  help: end it with a line of three colons\n"
        "1 error\n");
  CHECK(text_of("Text.\n\n:::\n").problems ==
        "content/pages/x.md:5:1: error: no block is open here [bad-block]\n"
        "  :::\n"
        "  ^~~\n"
        "  help: open one with `::: NAME`\n"
        "1 error\n");
}

TEST_CASE("a figure without a picture or a description is reported") {
  CHECK(text_of("::: figure\n:::\n").problems ==
        "content/pages/x.md:3:5: error: this figure names no picture [bad-block]\n"
        "  ::: figure\n"
        "      ^~~~~~\n"
        "  help: write `::: figure ../images/NAME.svg alt=\"what it shows\"`\n"
        "content/pages/x.md:3:5: error: this picture has no description [bad-image]\n"
        "  ::: figure\n"
        "      ^~~~~~\n"
        "  help: say what it shows: alt=\"…\"\n"
        "2 errors\n");
  CHECK(text_of("::: figure ../images/kne.png atl=\"x\" alt=\"y\"\n:::\n").problems ==
        "content/pages/x.md:3:12: error: there is no picture 'content/images/kne.png' "
        "[bad-image]\n"
        "  ::: figure ../images/kne.png atl=\"x\" alt=\"y\"\n"
        "             ^~~~~~~~~~~~~~~~~\n"
        "  help: did you mean '../images/knee.png'?\n"
        "content/pages/x.md:3:30: error: 'atl' means nothing to the block 'figure' [bad-block]\n"
        "  ::: figure ../images/kne.png atl=\"x\" alt=\"y\"\n"
        "                               ^~~\n"
        "  help: did you mean 'alt'?\n"
        "2 errors\n");
}

TEST_CASE("a quote that is not closed is reported") {
  CHECK(text_of("::: figure ../images/knee.png alt=\"a knee\n:::\n").problems ==
        "content/pages/x.md:3:36: error: this quote is not closed [bad-block]\n"
        "  ::: figure ../images/knee.png alt=\"a knee\n"
        "                                     ^~~~~~\n"
        "  help: end the text with the same quote\n"
        "1 error\n");
}

TEST_CASE("a block that is not seen as one is reported, in a list, a quotation or behind spaces") {
  const std::string help =
      "  help: take it out of the list or the quotation, and the spaces before it\n1 error\n";
  const std::string message = "a block begins and ends at the beginning of a line [bad-block]\n";
  CHECK(text_of("- a\n\n  ::: note\n  b\n  :::\n").problems ==
        "content/pages/x.md:5:3: error: " + message + "    ::: note\n    ^~~~~~~~\n" + help);
  CHECK(text_of("> ::: note\n> b\n> :::\n").problems ==
        "content/pages/x.md:3:3: error: " + message + "  > ::: note\n    ^~~~~~~~\n" + help);
  CHECK(text_of("a\n\n  ::: note\n").problems ==
        "content/pages/x.md:5:3: error: " + message + "    ::: note\n    ^~~~~~~~\n" + help);
  CHECK(text_of("`::: note` and a ::: b\n\n    ::: note\n").problems == "0 errors\n");
}

TEST_CASE("a dose with too many words or with text is reported") {
  CHECK(text_of("::: dose bridge well now\nText.\n:::\n").problems ==
        "content/pages/x.md:3:22: error: 'now' means nothing to the block 'dose' [bad-block]\n"
        "  ::: dose bridge well now\n"
        "                       ^~~\n"
        "content/pages/x.md:4:1: error: the block 'dose' has nothing between its two lines "
        "[bad-block]\n"
        "  Text.\n"
        "  ^\n"
        "  help: write the text below the block\n"
        "2 errors\n");
}

TEST_CASE("headings have the ids that authors give them, once each") {
  CHECK(html_of("## Later {#now}\n\n## *Bold* {#b}\n\n### In\n") ==
        "[now][b]<h3 id=\"in\">In</h3>");
  CHECK(html_of("## Braces \\{#Not an id}\n") == "[braces-not-an-id]");
  CHECK(text_of("## Braces {#Not an id}\n").problems ==
        "content/pages/x.md:3:11: error: 'Not an id' cannot be the name of a heading [bad-name]\n"
        "  ## Braces {#Not an id}\n"
        "            ^~~~~~~~~~~~\n"
        "  help: use lower-case letters, digits and hyphens, or write \\{# where it is text\n"
        "1 error\n");
  CHECK(text_of("## A {#x}\n\nSee [it](/).\n\n## B {#x}\n").problems ==
        "content/pages/x.md:7:4: error: the id 'x' stands twice in this page [repeated-id]\n"
        "  ## B {#x}\n"
        "     ^\n"
        "  help: give the heading another name\n"
        "1 error\n");
}
