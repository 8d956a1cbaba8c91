#include "content/markdown.h"

#include <doctest/doctest.h>

#include "base/diagnostic_format.h"

using namespace unclench;
using namespace unclench::content;

namespace {

MarkdownOptions options_at(const std::string& base) {
  MarkdownOptions options;
  options.base = base;
  options.images["/bridge.svg"] = {base + "bridge.svg", 0, 0};
  options.images["content/images/knee.png"] = {base + "assets/knee.png", 120, 80};
  options.block_titles = {{"note", "Good to know"}, {"tip", "Tip"}, {"warning", "Take care"}};
  return options;
}

// A body that begins in line 5 of its file.
struct Text {
  SourceFile file;
  Diagnostics diagnostics;
  RenderedText rendered;

  explicit Text(const std::string& markdown, const MarkdownOptions& options = options_at("/"))
      : file{"content/exercises/bridge.md", "---\na: 1\nb: 2\n---\n" + markdown},
        rendered(render_markdown({&file, markdown, 5}, options, diagnostics)) {}

  std::string problems() const { return format_diagnostics(diagnostics); }
};

std::string html_of(const std::string& markdown, const std::string& base = "/") {
  const Text page(markdown, options_at(base));
  CHECK(page.problems() == "0 errors\n");
  return page.rendered.lead;
}

std::string problems_of(const std::string& markdown) {
  return Text(markdown).problems();
}

}  // namespace

TEST_CASE("a text is split at its second-level headings") {
  const Text page("Before.\n\n## First part\n\nOne.\n\n### Inside\n\nTwo.\n\n## Second\n");
  CHECK(page.problems() == "0 errors\n");
  CHECK(page.rendered.lead == "<p>Before.</p>");
  REQUIRE(page.rendered.sections.size() == 2);
  CHECK(page.rendered.sections[0].title == "First part");
  CHECK(page.rendered.sections[0].id == "first-part");
  CHECK(page.rendered.sections[0].html == "<p>One.</p><h3 id=\"inside\">Inside</h3><p>Two.</p>");
  CHECK(page.rendered.sections[1].title == "Second");
  CHECK(page.rendered.sections[1].html == "");
}

TEST_CASE("ids have letters, digits and hyphens, and are unique in their page") {
  const Text page(
      "## What's *this*, 2nd try?\n\n## Stop\n\n## Stop\n\n### Stop\n\n## ???\n\n## Über\n");
  std::vector<std::string> ids;
  for (const Heading& heading : page.rendered.headings) ids.push_back(heading.id);
  CHECK(ids == std::vector<std::string>{"what-s-this-2nd-try", "stop", "stop-2", "stop-3",
                                        "section", "über"});
}

TEST_CASE("ids keep the letters of every language") {
  const Text page(
      "## Größe & Übung\n\n## ¿Qué es «esto»?\n\n## ما هو؟\n\n## 腰の痛み、とは。\n\n## ΆΣΚΗΣΗ\n\n"
      "## Боль – 2\n\n## हिन्दी\n\n## Ngồi THẲNG\n\n## 😀 ok\n\n## 123\n\n## Größe & Übung\n");
  std::vector<std::string> ids;
  for (const Heading& heading : page.rendered.headings) ids.push_back(heading.id);
  CHECK(ids == std::vector<std::string>{"größe-übung", "qué-es-esto", "ما-هو", "腰の痛み-とは",
                                        "άσκηση", "боль-2", "हिन्दी", "ngồi-thẳng", "ok", "123",
                                        "größe-übung-2"});
}

TEST_CASE("quotes and dashes are set well, and special signs are written out") {
  CHECK(html_of("\"Rest\" -- a & b < c...") == "<p>“Rest” – a &amp; b &lt; c…</p>");
}

TEST_CASE("links of the site get the base path in front") {
  CHECK(html_of("[b](/exercises/bridge/#steps)", "/sub/path/") ==
        "<p><a href=\"/sub/path/exercises/bridge/#steps\">b</a></p>");
  CHECK(html_of("[home](/)", "/sub/") == "<p><a href=\"/sub/\">home</a></p>");
  CHECK(html_of("![picture](/bridge.svg)", "/sub/") ==
        "<p><img src=\"/sub/bridge.svg\" alt=\"picture\" loading=\"lazy\" decoding=\"async\"></p>");
}

TEST_CASE("a fragment alone stays in its page") {
  CHECK(html_of("[s](#steps)", "/sub/") == "<p><a href=\"#steps\">s</a></p>");
}

TEST_CASE("links to content files become links to their pages") {
  CHECK(html_of("[x](pelvic-tilt.md)", "/sub/") ==
        "<p><a href=\"/sub/exercises/pelvic-tilt/\">x</a></p>");
  CHECK(html_of("[x](./pelvic-tilt.md#steps)") ==
        "<p><a href=\"/exercises/pelvic-tilt/#steps\">x</a></p>");
  CHECK(html_of("[x](../conditions/disc.md)") == "<p><a href=\"/conditions/disc/\">x</a></p>");
  CHECK(html_of("[x](../pages/about.md)", "/sub/") == "<p><a href=\"/sub/about/\">x</a></p>");
}

TEST_CASE("links to other sites, mail and telephone stay as they are") {
  CHECK(html_of("[n](https://www.nhs.uk/a?b=c#d)", "/sub/") ==
        "<p><a href=\"https://www.nhs.uk/a?b=c#d\">n</a></p>");
  CHECK(html_of("[m](mailto:a@b.c) [t](tel:111)") ==
        "<p><a href=\"mailto:a@b.c\">m</a> <a href=\"tel:111\">t</a></p>");
}

TEST_CASE("links of the site are remembered with their places") {
  const Text page("One\n[two](/get-help/#now) and\n[three](../pages/about.md)\n");
  REQUIRE(page.rendered.links.size() == 2);
  CHECK(page.rendered.links[0].target == "/get-help/");
  CHECK(page.rendered.links[0].fragment == "now");
  CHECK(page.rendered.links[0].span.line == 6);
  CHECK(page.rendered.links[0].span.column == 7);
  CHECK(page.rendered.links[0].span.length == 14);
  CHECK(page.rendered.links[1].target == "/about/");
  CHECK(page.rendered.links[1].fragment == "");
  CHECK(page.rendered.links[1].span.line == 7);
  CHECK(page.rendered.links[1].span.column == 9);
}

TEST_CASE("a picture in a link, and a link by reference, have places of their own") {
  CHECK(problems_of("[![a](none.png)](/x/)\n") ==
        "content/exercises/bridge.md:5:7: error: there is no picture "
        "'content/exercises/none.png' [bad-image]\n"
        "  [![a](none.png)](/x/)\n"
        "        ^~~~~~~~\n"
        "1 error\n");
  const Text page("[a] and [b]\n\n[c]: /x/#now-and-then\n[b]: /x/#now\n[a]: /y/\n");
  REQUIRE(page.rendered.links.size() == 2);
  CHECK(page.rendered.links[0].span.line == 9);
  CHECK(page.rendered.links[1].span.line == 8);
}

TEST_CASE("raw HTML is refused at its place") {
  CHECK(problems_of("Text with <b>bold</b> words.\n\n<div>block</div>\n") ==
        "content/exercises/bridge.md:5:11: error: raw HTML is not allowed [raw-html]\n"
        "  Text with <b>bold</b> words.\n"
        "            ^~~\n"
        "  help: write it in Markdown\n"
        "content/exercises/bridge.md:5:18: error: raw HTML is not allowed [raw-html]\n"
        "  Text with <b>bold</b> words.\n"
        "                   ^~~~\n"
        "  help: write it in Markdown\n"
        "content/exercises/bridge.md:7:1: error: raw HTML is not allowed [raw-html]\n"
        "  <div>block</div>\n"
        "  ^~~~~~~~~~~~~~~~\n"
        "  help: write it in Markdown\n"
        "3 errors\n");
}

TEST_CASE("raw HTML never reaches the page, reported or not") {
  const Text page("a <script>alert(1)</script>\n\n<script>alert(2)</script>\n");
  CHECK(page.rendered.lead.find("<script") == std::string::npos);
}

TEST_CASE("columns count characters, also behind other languages' letters") {
  CHECK(problems_of("“Ä” <b>\n") ==
        "content/exercises/bridge.md:5:5: error: raw HTML is not allowed [raw-html]\n"
        "  “Ä” <b>\n"
        "      ^~~\n"
        "  help: write it in Markdown\n"
        "1 error\n");
}

TEST_CASE("unsafe schemes are refused") {
  for (const char* scheme : {"javascript", "data", "file", "JavaScript", "ftp"}) {
    const std::string link = std::string(scheme) + ":x";
    CHECK(problems_of("[a](" + link + ")\n") ==
          "content/exercises/bridge.md:5:5: error: links with '" + std::string(scheme) +
              ":' are not allowed [bad-link]\n  [a](" + link + ")\n      ^" +
              std::string(link.size() - 1, '~') +
              "\n  help: use https:, http:, mailto: or tel:\n1 error\n");
  }
}

TEST_CASE("a scheme that is hidden in entities is refused too") {
  const Text page("[a](java&#115;cript:alert(1))\n");
  CHECK(page.diagnostics.size() == 1);
  CHECK(page.rendered.lead.find("script:") == std::string::npos);
}

TEST_CASE("pictures from elsewhere are refused") {
  CHECK(problems_of("![a](https://example.org/a.png)\n") ==
        "content/exercises/bridge.md:5:6: error: pictures from other sites are not allowed "
        "[bad-image]\n"
        "  ![a](https://example.org/a.png)\n"
        "       ^~~~~~~~~~~~~~~~~~~~~~~~~\n"
        "  help: put the picture into the images folder beside the content\n"
        "1 error\n");
}

TEST_CASE("pictures between links, and what references lead to, are found where they stand") {
  CHECK(problems_of("[a](//a) ![p](q.png) [b](//b)\n\n![r](r.png) [c][c] [d](//d)\n\n[c]: //c\n") ==
        "content/exercises/bridge.md:5:5: error: '//a' is not an address of this site [bad-link]\n"
        "  [a](//a) ![p](q.png) [b](//b)\n"
        "      ^~~\n"
        "  help: write https: in front of it\n"
        "content/exercises/bridge.md:5:15: error: there is no picture 'content/exercises/q.png' "
        "[bad-image]\n"
        "  [a](//a) ![p](q.png) [b](//b)\n"
        "                ^~~~~\n"
        "content/exercises/bridge.md:5:26: error: '//b' is not an address of this site [bad-link]\n"
        "  [a](//a) ![p](q.png) [b](//b)\n"
        "                           ^~~\n"
        "  help: write https: in front of it\n"
        "content/exercises/bridge.md:7:6: error: there is no picture 'content/exercises/r.png' "
        "[bad-image]\n"
        "  ![r](r.png) [c][c] [d](//d)\n"
        "       ^~~~~\n"
        "content/exercises/bridge.md:7:24: error: '//d' is not an address of this site [bad-link]\n"
        "  ![r](r.png) [c][c] [d](//d)\n"
        "                         ^~~\n"
        "  help: write https: in front of it\n"
        "content/exercises/bridge.md:9:6: error: '//c' is not an address of this site [bad-link]\n"
        "  [c]: //c\n"
        "       ^~~\n"
        "  help: write https: in front of it\n"
        "6 errors\n");
}

TEST_CASE("addresses are found where they stand, however they are written") {
  const auto places_of = [](const std::string& markdown) {
    const Text page(markdown);
    std::string places;
    for (const Diagnostic& problem : page.diagnostics.sorted())
      places += std::to_string(problem.span.line) + ":" + std::to_string(problem.span.column) +
                "+" + std::to_string(problem.span.length) + " ";
    return places;
  };
  CHECK(places_of("[![p](q.png)](r/) [s](t/)\n") == "5:7+5 5:15+2 5:23+2 ");
  CHECK(places_of("One\n[a](b&amp;c) and\n[d](e\\_f) [g](h)\n") == "6:5+7 7:5+4 7:15+1 ");
  CHECK(places_of("`[a](b)` [a](b)\n") == "5:14+1 ");
  CHECK(places_of("[a]() [b]()\n") == "5:5+1 5:11+1 ");
  CHECK(places_of("See here [here][1] and [there][2].\n\n[1]: here\n[2]: <there>\n") ==
        "7:6+4 8:7+5 ");
  CHECK(places_of("[a][a]\n\n[b](c)\n\n[a]: c\n") == "7:5+1 9:6+1 ");
  CHECK(places_of("<ftp:a> <ftp:b>\n") == "5:2+5 5:10+5 ");
}

TEST_CASE("addresses that lead nowhere are refused") {
  CHECK(problems_of("[a](//example.org/)\n") ==
        "content/exercises/bridge.md:5:5: error: '//example.org/' is not an address of this site "
        "[bad-link]\n"
        "  [a](//example.org/)\n"
        "      ^~~~~~~~~~~~~~\n"
        "  help: write https: in front of it\n"
        "1 error\n");
  CHECK(problems_of("[a](bridge/)\n") ==
        "content/exercises/bridge.md:5:5: error: 'bridge/' is not an address of this site "
        "[bad-link]\n"
        "  [a](bridge/)\n"
        "      ^~~~~~~\n"
        "  help: begin it with a slash, or name a Markdown file\n"
        "1 error\n");
  CHECK(problems_of("[a]()\n") ==
        "content/exercises/bridge.md:5:5: error: this link leads nowhere [bad-link]\n"
        "  [a]()\n"
        "      ^\n"
        "  help: write an address between the parentheses\n"
        "1 error\n");
}

TEST_CASE("a heading without a title is refused") {
  CHECK(problems_of("Text.\n\n  ##\n\n### ###\n\n## `a`\n") ==
        "content/exercises/bridge.md:7:3: error: this heading is empty [bad-text]\n"
        "    ##\n"
        "    ^~\n"
        "  help: write its title, or take it out\n"
        "content/exercises/bridge.md:9:1: error: this heading is empty [bad-text]\n"
        "  ### ###\n"
        "  ^~~\n"
        "  help: write its title, or take it out\n"
        "2 errors\n");
}

TEST_CASE("a first-level heading is refused: the title is one") {
  CHECK(problems_of("Text.\n\n# Title\n") ==
        "content/exercises/bridge.md:7:3: error: a page has one first-level heading, its title "
        "[heading-level]\n"
        "  # Title\n"
        "    ^~~~~\n"
        "  help: use ## for the sections\n"
        "1 error\n");
}

TEST_CASE("the same fault in two places is reported at both") {
  const std::string problems = problems_of("[a](bad/) x\n\n[b](bad/)\n");
  CHECK(problems.find(":5:5: error: 'bad/'") != std::string::npos);
  CHECK(problems.find(":7:5: error: 'bad/'") != std::string::npos);
}

TEST_CASE("text for HTML has its special signs written out") {
  CHECK(escape_html("a < b > \"c\" & 'd'") == "a &lt; b &gt; &quot;c&quot; &amp; 'd'");
}

TEST_CASE("a citation supports the last sentence before it") {
  const Text page(
      "Lie down. Start with `five`, *slowly*. [@NHSI-EX; @SFH] Then rest. [@editors]\n\n"
      "- no pain at all [@BOOK]\n");
  CHECK(page.problems() == "0 errors\n");
  CHECK(page.rendered.lead ==
        "<p>Lie down. Start with <code>five</code>, <em>slowly</em>.<!--cite 0--> Then rest."
        "<!--cite 1--></p><ul><li>no pain at all<!--cite 2--></li></ul>");
  const auto& citations = page.rendered.citations;
  REQUIRE(citations.size() == 3);
  CHECK(citations[0].claim == "Start with five, slowly.");
  REQUIRE(citations[0].keys.size() == 2);
  CHECK(citations[0].keys[0].key == "NHSI-EX");
  CHECK(citations[0].keys[1].key == "SFH");
  CHECK(citations[0].keys[1].span.line == 5);
  CHECK(citations[0].keys[1].span.column == 52);
  CHECK(citations[1].claim == "Then rest.");
  CHECK(citations[1].keys.empty());
  CHECK(citations[1].editors);
  CHECK(citations[2].claim == "no pain at all");
}

TEST_CASE("what looks like a citation in code stays as it is") {
  const Text page("Write `[@KEY]` behind it.\n\n    [@KEY]\n");
  CHECK(page.problems() == "0 errors\n");
  CHECK(page.rendered.citations.empty());
}

TEST_CASE("with a backslash before it, what looks like a citation is text") {
  const Text page(
      "Write \\[@KEY] or [\\@KEY] behind it, and `[@CODE]` too. [@KEY]\n\n"
      "## How \\[@KEY] is written \\{#written}\n\n## Next \\{#here} {#next}\n");
  CHECK(page.problems() == "0 errors\n");
  CHECK(page.rendered.lead ==
        "<p>Write [@KEY] or [@KEY] behind it, and <code>[@CODE]</code> too."
        "<!--cite 0--></p>");
  REQUIRE(page.rendered.citations.size() == 1);
  CHECK(page.rendered.citations[0].claim == "Write [@KEY] or [@KEY] behind it, and [@CODE] too.");
  CHECK(page.rendered.citations[0].keys[0].span.column == 58);
  REQUIRE(page.rendered.sections.size() == 2);
  CHECK(page.rendered.sections[0].title == "How [@KEY] is written {#written}");
  CHECK(page.rendered.sections[0].id == "how-key-is-written-written");
  CHECK(page.rendered.sections[1].title == "Next {#here}");
  CHECK(page.rendered.sections[1].id == "next");
}

TEST_CASE("a citation is found behind the same one in code and with a backslash") {
  CHECK(problems_of("`[@A, B]` and \\[@A, B] and [@A, B].\n") ==
        "content/exercises/bridge.md:5:28: error: this is not a citation [unknown-source]\n"
        "  `[@A, B]` and \\[@A, B] and [@A, B].\n"
        "                             ^~~~~~~\n"
        "  help: write [@KEY] or [@KEY; @OTHER]\n"
        "1 error\n");
  const Text page("Two backslashes are one: \\\\[@KEY]\n");
  CHECK(page.rendered.citations.size() == 1);
}

TEST_CASE("a citation that cannot be read is reported") {
  CHECK(problems_of("One. [@] Two. [@A, @B] Three. [@A; B]\n\nSee [it [@A]](/it/).\n") ==
        "content/exercises/bridge.md:5:6: error: this is not a citation [unknown-source]\n"
        "  One. [@] Two. [@A, @B] Three. [@A; B]\n"
        "       ^~~\n"
        "  help: write [@KEY] or [@KEY; @OTHER]\n"
        "content/exercises/bridge.md:5:15: error: this is not a citation [unknown-source]\n"
        "  One. [@] Two. [@A, @B] Three. [@A; B]\n"
        "                ^~~~~~~~\n"
        "  help: write [@KEY] or [@KEY; @OTHER]\n"
        "content/exercises/bridge.md:5:31: error: this is not a citation [unknown-source]\n"
        "  One. [@] Two. [@A, @B] Three. [@A; B]\n"
        "                                ^~~~~~~\n"
        "  help: write [@KEY] or [@KEY; @OTHER]\n"
        "content/exercises/bridge.md:7:9: error: a citation cannot stand in a link "
        "[unknown-source]\n"
        "  See [it [@A]](/it/).\n"
        "          ^~~~\n"
        "  help: put it behind the sentence that it supports\n"
        "4 errors\n");
}

TEST_CASE("a citation that goes on in another line is reported") {
  CHECK(problems_of("One [@A;\n@B].\n") ==
        "content/exercises/bridge.md:5:5: error: this citation does not end in its line "
        "[unknown-source]\n"
        "  One [@A;\n"
        "      ^~~~\n"
        "  help: write [@KEY; @OTHER] in one line\n"
        "1 error\n");
}

TEST_CASE("a citation stands where a number can be shown, not in headings and pictures") {
  CHECK(problems_of("## Rest [@A]\n\nSo. ![A knee [@A]](/knee.svg)\n")
            .find(":5:9: error: a citation cannot stand in a heading [unknown-source]\n") !=
        std::string::npos);
  CHECK(problems_of("So. ![A knee [@A]](/knee.svg)\n")
            .find(":5:14: error: a citation cannot stand in a picture [unknown-source]\n") !=
        std::string::npos);
  CHECK(problems_of("So. ![A knee [@A]](/bridge.svg)\n")
            .find(":5:14: error: a citation cannot stand in a picture [unknown-source]\n") !=
        std::string::npos);
}
