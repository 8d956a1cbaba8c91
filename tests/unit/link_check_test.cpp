#include "render/link_check.h"

#include <doctest/doctest.h>

using namespace unclench;

namespace {

std::string problems_of(const FileTree& files, const std::string& base = "/",
                        const std::vector<content::LinkUse>& links = {}) {
  Diagnostics diagnostics;
  render::check_links(files, base, links, diagnostics);
  return format_diagnostics(diagnostics);
}

std::string problems_of(const std::string& html, const std::string& base = "/") {
  return problems_of(FileTree{{"index.html", html},
                              {"about/index.html", "<h2 id=\"who\">Who</h2>"},
                              {"assets/a.css", ""}},
                     base);
}

}  // namespace

TEST_CASE("links to pages, files and sections that are there are fine") {
  CHECK(problems_of("<a href=\"/\"></a><a href=\"/about/\"></a><a href=\"/about/#who\"></a>"
                    "<img src=\"/assets/a.css\"><link href=\"/assets/a.css\">") == "0 errors\n");
}

TEST_CASE("links to other sites are not followed") {
  CHECK(problems_of("<a href=\"https://example.org/\"></a><a href=\"mailto:a@b.c\"></a>"
                    "<a href=\"tel:111\"></a>") == "0 errors\n");
}

TEST_CASE("a link that a template makes is reported in the page that came out") {
  CHECK(problems_of("<p>\n<a href=\"/abuot/\">About</a>") ==
        "index.html:2:10: error: there is no page at '/abuot/'\n"
        "  <a href=\"/abuot/\">About</a>\n"
        "           ^~~~~~~\n"
        "  help: the template that writes this page makes the link\n"
        "1 error\n");
}

TEST_CASE("a folder without its slash is no page") {
  CHECK(problems_of("<a href=\"/about\"></a>") ==
        "index.html:1:10: error: there is no page at '/about'\n"
        "  <a href=\"/about\"></a>\n"
        "           ^~~~~~\n"
        "  help: the template that writes this page makes the link\n"
        "1 error\n");
}

TEST_CASE("a section that is not there is reported") {
  CHECK(problems_of("<a href=\"/about/#why\"></a>") ==
        "index.html:1:10: error: the page '/about/' has no section 'why'\n"
        "  <a href=\"/about/#why\"></a>\n"
        "           ^~~~~~~~~~~\n"
        "  help: the template that writes this page makes the link\n"
        "1 error\n");
  CHECK(problems_of("<a href=\"#top\"></a>") ==
        "index.html:1:10: error: the page has no section 'top'\n"
        "  <a href=\"#top\"></a>\n"
        "           ^~~~\n"
        "  help: the template that writes this page makes the link\n"
        "1 error\n");
  CHECK(problems_of("<p id=\"top\"><a href=\"#top\"></a><a href=\"#\"></a>") == "0 errors\n");
}

TEST_CASE("a link beside the base path is reported") {
  const std::string html = "<a href=\"/about/\"></a><a href=\"/sub/about/\"></a>";
  CHECK(problems_of(html, "/sub/") ==
        "index.html:1:10: error: the link '/about/' does not begin with '/sub/'\n"
        "  " +
            html +
            "\n"
            "           ^~~~~~~\n"
            "  help: the template that writes this page makes the link\n"
            "1 error\n");
}

TEST_CASE("a relative link would break in a folder, so it is reported") {
  CHECK(problems_of("<a href=\"about/\"></a>") ==
        "index.html:1:10: error: the link 'about/' does not begin with '/'\n"
        "  <a href=\"about/\"></a>\n"
        "           ^~~~~~\n"
        "  help: the template that writes this page makes the link\n"
        "1 error\n");
}

TEST_CASE("a query and written-out signs are no part of the path") {
  CHECK(problems_of("<a href=\"/about/?a=1&amp;b=2#who\"></a>") == "0 errors\n");
}

TEST_CASE("a broken link of a text is reported there, with the nearest page, and only there") {
  const SourceFile file{"content/pages/x.md", "See [about](/abuot/)."};
  const FileTree files = {{"index.html", "<a href=\"/abuot/\"></a>"}, {"about/index.html", ""}};
  CHECK(problems_of(files, "/", {{&file, {1, 13, 7}, "/abuot/", ""}}) ==
        "content/pages/x.md:1:13: error: there is no page at '/abuot/'\n"
        "  See [about](/abuot/).\n"
        "              ^~~~~~~\n"
        "  help: did you mean '/about/'?\n"
        "1 error\n");
}

TEST_CASE("a section that a text links to must be there") {
  const SourceFile file{"content/pages/x.md", "[a](/about/#why)"};
  const FileTree files = {{"about/index.html", "<h2 id=\"who\">"}};
  CHECK(problems_of(files, "/", {{&file, {1, 5, 11}, "/about/", "who"}}) == "0 errors\n");
  CHECK(problems_of(files, "/", {{&file, {1, 5, 11}, "/about/", "why"}}) ==
        "content/pages/x.md:1:5: error: the page '/about/' has no section 'why'\n"
        "  [a](/about/#why)\n"
        "      ^~~~~~~~~~~\n"
        "1 error\n");
}
