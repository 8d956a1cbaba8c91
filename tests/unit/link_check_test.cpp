#include "render/link_check.h"

#include <doctest/doctest.h>

#include "base/diagnostic_format.h"
#include "render/template.h"

using namespace unclench;

namespace {

// Pages by their paths, with the text that one of them comes from.
class Pages {
 public:
  explicit Pages(std::string base = "/") : base_(std::move(base)) {}

  Pages& page(const std::string& path, const std::string& html,
              const content::PageText* text = nullptr, const std::string& prefix = "") {
    made_.push_back(
        std::make_unique<Made>(Made{path, html, prefix, render::links_of_html(html, base_)}));
    const Made& made = *made_.back();
    pages_.push_back({made.path, &made.html, &made.links, text, made.prefix, false});
    return *this;
  }
  Pages& file(const std::string& path) {
    files_[path] = "";
    return *this;
  }
  Pages& known_good() {
    pages_.back().known_good = true;
    return *this;
  }
  std::string problems() const {
    Diagnostics diagnostics;
    render::check_links(pages_, files_, base_, {"/soon/"}, 2, diagnostics);
    return format_diagnostics(diagnostics);
  }

 private:
  struct Made {
    std::string path;
    Bytes html;
    std::string prefix;
    render::PageLinks links;
  };

  const std::string base_;
  std::vector<std::unique_ptr<Made>> made_;
  std::vector<render::CheckedPage> pages_;
  FileTree files_;
};

std::string problems_of(const std::string& html, const std::string& base = "/") {
  return Pages(base)
      .page("index.html", html)
      .page("about/index.html", "<h2 id=\"who\">Who</h2>")
      .page("404.html", "")
      .file("assets/a.css")
      .problems();
}

constexpr const char* of_template = "  help: the template that writes this page makes the link\n";

// A text with one link.
content::PageText text_with(const std::string& markdown, content::LinkUse link) {
  content::PageText text;
  text.file = std::make_shared<const SourceFile>(SourceFile{"content/pages/x.md", markdown});
  text.body.links.push_back(std::move(link));
  return text;
}

}  // namespace

TEST_CASE("links to pages, files and sections that are there are fine") {
  CHECK(problems_of("<a href=\"/\"></a><a href=\"/about/\"></a><a href=\"/about/#who\"></a>"
                    "<a href=\"/404.html\"></a>"
                    "<img src=\"/assets/a.css\"><link href=\"/assets/a.css\">") == "0 errors\n");
}

TEST_CASE("links to other sites are not followed") {
  CHECK(problems_of("<a href=\"https://example.org/\"></a><a href=\"mailto:a@b.c\"></a>"
                    "<a href=\"tel:111\"></a>") == "0 errors\n");
}

TEST_CASE("a link that a template makes is reported in the page that came out") {
  CHECK(problems_of("<p>\n<a href=\"/abuot/\">About</a>") ==
        std::string("index.html:2:10: error: there is no page at '/abuot/' [dangling-link]\n"
                    "  <a href=\"/abuot/\">About</a>\n"
                    "           ^~~~~~~\n") +
            of_template + "1 error\n");
}

TEST_CASE("a link that a template makes on every page is reported once") {
  const std::string html = "<a href=\"/x/\">";
  CHECK(Pages().page("b/index.html", html).page("a/index.html", html).problems() ==
        std::string("b/index.html:1:10: error: there is no page at '/x/' [dangling-link]\n"
                    "  <a href=\"/x/\">\n"
                    "           ^~~\n") +
            of_template + "1 error\n");
}

TEST_CASE("a folder without its slash is no page") {
  CHECK(problems_of("<a href=\"/about\"></a>") ==
        std::string("index.html:1:10: error: there is no page at '/about' [dangling-link]\n"
                    "  <a href=\"/about\"></a>\n"
                    "           ^~~~~~\n") +
            of_template + "1 error\n");
}

TEST_CASE("a section that is not there is reported") {
  CHECK(problems_of("<a href=\"/about/#why\"></a>") ==
        std::string(
            "index.html:1:10: error: the page '/about/' has no section 'why' [dangling-anchor]\n"
            "  <a href=\"/about/#why\"></a>\n"
            "           ^~~~~~~~~~~\n") +
            of_template + "1 error\n");
  CHECK(problems_of("<a href=\"#top\"></a>") ==
        std::string("index.html:1:10: error: the page has no section 'top' [dangling-anchor]\n"
                    "  <a href=\"#top\"></a>\n"
                    "           ^~~~\n") +
            of_template + "1 error\n");
  CHECK(problems_of("<p id=\"top\"><a href=\"#top\"></a><a href=\"#\"></a>") == "0 errors\n");
}

TEST_CASE("a state in a fragment is no section") {
  CHECK(problems_of("<a href=\"/about/#stage=sore&amp;minutes=8\"></a>") == "0 errors\n");
}

TEST_CASE("a link beside the base path is reported") {
  const std::string html = "<a href=\"/about/\"></a><a href=\"/sub/about/\"></a>";
  CHECK(problems_of(html, "/sub/") ==
        "index.html:1:10: error: the link '/about/' does not begin with '/sub/' [dangling-link]\n"
        "  " +
            html + "\n           ^~~~~~~\n" + of_template + "1 error\n");
}

TEST_CASE("a relative link would break in a folder, so it is reported") {
  CHECK(problems_of("<a href=\"about/\"></a>") ==
        std::string(
            "index.html:1:10: error: the link 'about/' does not begin with '/' [dangling-link]\n"
            "  <a href=\"about/\"></a>\n"
            "           ^~~~~~\n") +
            of_template + "1 error\n");
}

TEST_CASE("a query and written-out signs are no part of the path") {
  CHECK(problems_of("<a href=\"/about/?a=1&amp;b=2#who\"></a>") == "0 errors\n");
}

TEST_CASE("an id that stands twice in a page is reported where it stands again") {
  CHECK(problems_of("<p id=\"a\"></p>\n<p id=\"b\"></p>\n<p id=\"a\"></p>") ==
        "index.html:3:8: error: the id 'a' stands twice in this page [repeated-id]\n"
        "  <p id=\"a\"></p>\n"
        "         ^\n"
        "  help: the template that writes this page gives it twice\n"
        "1 error\n");
}

TEST_CASE("attributes whose names only end like an address or an id are neither") {
  const render::PageLinks links = render::links_of_html(
      "<a data-href=\"/x/\" data-id=\"a\" grid=\"b\" href=\"/y/\" id=\"c\">", "/");
  REQUIRE(links.addresses.size() == 1);
  CHECK(links.ids.size() == 1);
  CHECK(links.addresses[0].offset == 46);
  CHECK(links.addresses[0].length == 3);
}

TEST_CASE("a broken link of a text is reported there, with the nearest page, and only there") {
  const content::PageText text = text_with("See [about](/abuot/).", {{1, 13, 7}, "/abuot/", ""});
  CHECK(Pages()
            .page("x/index.html", "<a href=\"/abuot/\"></a>", &text)
            .page("about/index.html", "")
            .problems() ==
        "content/pages/x.md:1:13: error: there is no page at '/abuot/' [dangling-link]\n"
        "  See [about](/abuot/).\n"
        "              ^~~~~~~\n"
        "  help: did you mean '/about/'?\n"
        "1 error\n");
}

TEST_CASE("a section that a text links to must be there") {
  const auto problems_with = [](const std::string& fragment) {
    const content::PageText text =
        text_with("[a](/about/#" + fragment + ")", {{1, 5, 11}, "/about/", fragment});
    return Pages()
        .page("x/index.html", "<a href=\"/about/#" + fragment + "\">", &text)
        .page("about/index.html", "<h2 id=\"who\">")
        .problems();
  };
  CHECK(problems_with("who") == "0 errors\n");
  CHECK(problems_with("why") ==
        "content/pages/x.md:1:5: error: the page '/about/' has no section 'why' "
        "[dangling-anchor]\n"
        "  [a](/about/#why)\n"
        "      ^~~~~~~~~~~\n"
        "1 error\n");
}

TEST_CASE("a section of the text's own page must be there, and the nearest is named") {
  content::PageText text = text_with("[a](#stesp)", {{1, 5, 6}, "", "stesp"});
  text.body.headings.push_back({2, "Steps", "steps", {}});
  CHECK(Pages().page("x/index.html", "<h2 id=\"steps\"><a href=\"#stesp\">", &text).problems() ==
        "content/pages/x.md:1:5: error: the page has no section 'stesp' [dangling-anchor]\n"
        "  [a](#stesp)\n"
        "      ^~~~~~\n"
        "  help: did you mean 'steps'?\n"
        "1 error\n");
}

TEST_CASE("the links of a translation lead to the pages of its language") {
  const content::PageText text = text_with("[a](/about/)", {{1, 5, 7}, "/about/", ""});
  const std::string html = "<a href=\"/es/about/\">";
  CHECK(Pages()
            .page("es/x/index.html", html, &text, "es/")
            .page("es/about/index.html", "")
            .problems() == "0 errors\n");
  CHECK(
      Pages().page("es/x/index.html", html, &text, "es/").page("about/index.html", "").problems() ==
      "content/pages/x.md:1:5: error: there is no page at '/about/' [dangling-link]\n"
      "  [a](/about/)\n"
      "      ^~~~~~~\n"
      "1 error\n");
}

TEST_CASE("a link of a translation that names its language is told the original's address") {
  const content::PageText text = text_with("[a](/es/about/)", {{1, 5, 10}, "/es/about/", ""});
  const std::string html = "<a href=\"/es/es/about/\">";
  CHECK(Pages()
            .page("es/x/index.html", html, &text, "es/")
            .page("es/about/index.html", "")
            .problems() ==
        "content/pages/x.md:1:5: error: there is no page at '/es/about/' [dangling-link]\n"
        "  [a](/es/about/)\n"
        "      ^~~~~~~~~~\n"
        "  help: write '/about/', which leads to the page in the same language\n"
        "1 error\n");
}

TEST_CASE("a link to a draft says that it is one") {
  const content::PageText text = text_with("[a](/soon/)", {{1, 5, 6}, "/soon/", ""});
  CHECK(Pages().page("x/index.html", "<a href=\"/soon/\">", &text).problems() ==
        "content/pages/x.md:1:5: error: the page '/soon/' is a draft [unfinished-page]\n"
        "  [a](/soon/)\n"
        "      ^~~~~~\n"
        "  help: publish it, or build with --drafts\n"
        "1 error\n");
}

TEST_CASE("addresses are the same with characters written out and without") {
  const content::PageText text = text_with("[a](/ä b/)", {{1, 5, 5}, "/ä b/", ""});
  CHECK(Pages().page("x/index.html", "<a href=\"/%C3%A4%20b/\">", &text).problems() ==
        "content/pages/x.md:1:5: error: there is no page at '/ä b/' [dangling-link]\n"
        "  [a](/ä b/)\n"
        "      ^~~~~\n"
        "1 error\n");
  CHECK(Pages()
            .page("x/index.html", "<a href=\"/%C3%A4%20b.pdf\"><a href=\"#%C3%A4\" id=\"ä\">")
            .file("ä b.pdf")
            .problems() == "0 errors\n");
}

TEST_CASE("the file of a page has its sections, too") {
  CHECK(problems_of("<a href=\"/about/index.html#who\">") == "0 errors\n");
}

TEST_CASE("pages that are known to be good are not looked at again") {
  CHECK(Pages().page("index.html", "<a href=\"/x/\">").known_good().problems() == "0 errors\n");
}

TEST_CASE("attributes count with every kind of quote, and only in tags") {
  for (const char* html : {"<a href='/x/'></a>", "<a href=/x/></a>", "<a HREF=\"/x/\"></a>"})
    CHECK(problems_of(html).find("there is no page at '/x/'") != std::string::npos);
  CHECK(problems_of("<code>a href='/x/' and href=/x/</code>") == "0 errors\n");
  CHECK(problems_of("<p id='a'><p id=a>").find("the id 'a' stands twice") != std::string::npos);
}

TEST_CASE("an id of a template that a heading has is reported at the heading") {
  content::PageText text;
  text.file = std::make_shared<const SourceFile>(SourceFile{"content/pages/x.md", "## Facts"});
  text.body.headings.push_back({2, "Facts", "facts", {1, 4, 5}});
  CHECK(Pages().page("x/index.html", "<p id=\"facts\"><h2 id=\"facts\">", &text).problems() ==
        "content/pages/x.md:1:4: error: the id 'facts' stands twice in this page [repeated-id]\n"
        "  ## Facts\n"
        "     ^~~~~\n"
        "  help: the template of the page has it, too; end the heading with {#OTHER-ID}\n"
        "1 error\n");
}

TEST_CASE("links and ids of raw HTML are reported in the text") {
  content::PageText text;
  const std::string html = "<a href=\"/y/\" id=\"a\"><b id=\"a\">";
  text.file = std::make_shared<const SourceFile>(SourceFile{"content/pages/x.md", html});
  text.body.html = {{{1, 10, 3}, "/y/", false}, {{1, 19, 1}, "a", true}, {{1, 29, 1}, "a", true}};
  CHECK(Pages().page("x/index.html", html, &text).problems() ==
        "content/pages/x.md:1:10: error: there is no page at '/y/' [dangling-link]\n"
        "  " +
            html +
            "\n           ^~~\n"
            "content/pages/x.md:1:29: error: the id 'a' stands twice in this page [repeated-id]\n"
            "  " +
            html +
            "\n                              ^\n"
            "  help: write another one\n"
            "2 errors\n");
}

TEST_CASE("what a mistake in a template touches is not wrong once more") {
  const std::string unknown(1, render::unknown_mark), lost(1, render::lost_mark),
      doubtful(1, render::doubtful_mark);
  CHECK(problems_of("<a href=\"/" + unknown + "/\"></a>") == "0 errors\n");
  CHECK(problems_of(lost + "<a href=\"#top\"></a>") == "0 errors\n");
  CHECK(problems_of("<b id=\"" + unknown + "\"><a href=\"#top\"></a>") == "0 errors\n");
  CHECK(problems_of(doubtful + "<b id=\"a\"><b id=\"a\">") == "0 errors\n");
  CHECK(problems_of(lost + "<a href=\"/x/\">" + unknown) ==
        std::string("index.html:1:10: error: there is no page at '/x/' [dangling-link]\n"
                    "  <a href=\"/x/\">\n"
                    "           ^~~\n") +
            of_template + "1 error\n");
}
