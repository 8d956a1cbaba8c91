// Drafts, aliases, translations, data, feed and sitemap: what is published where.
#include <doctest/doctest.h>

#include "render/site_files.h"
#include "render/site_language.h"
#include "unit/small_site.h"

using namespace unclench;
using namespace unclench::test;

namespace {

constexpr const char* page = "---\ntitle: New\nsummary: S.\n---\n\nText.\n";
constexpr const char* draft = "---\ntitle: New\nsummary: S.\ndraft: true\n---\n\nText.\n";

Small in_spanish() {
  Small small;
  small.replace("site/site.yaml", "author:", "languages: [es]\nauthor:");
  return small.write("site/words/es.yaml", small_inputs().site.at("words/en.yaml"));
}

}  // namespace

TEST_CASE("a draft is left out of everything, and shown when asked for") {
  Small small;
  small.write("content/pages/new.md", draft);
  CHECK(small.files().count("new/index.html") == 0);
  CHECK(small.files() == Small().files());
  CHECK(small.with_drafts().files().count("new/index.html") == 1);
}

TEST_CASE("faults of a draft wait until it is published") {
  Small small;
  small.write("content/pages/new.md", std::string(draft) + "<b>\n\n[x](/nowhere/)\n");
  CHECK(small.problems() == "0 errors\n");
  CHECK(holds(small.with_drafts().problems(), "raw HTML is not allowed"));
}

TEST_CASE("a link to a draft says that it is one") {
  Small small;
  small.write("content/pages/new.md", draft).append("content/pages/help.md", "\n[n](/new/)\n");
  CHECK(holds(small.problems(), "the page '/new/' is a draft [unfinished-page]\n"));
  CHECK(small.with_drafts().problems() == "0 errors\n");
}

TEST_CASE("a relation, a dose and a routine's step to a draft say that it is one") {
  Small small;
  small.replace("content/exercises/bend.md", "order: 20", "order: 20\ndraft: true")
      .replace("content/exercises/lie.md", "(bend.md#steps)", "(/help/)")
      .append("content/pages/help.md", "\n::: dose bend\n:::\n");
  CHECK(count(small.problems(), "the exercise 'bend' is a draft [unfinished-page]\n") == 3);
  CHECK(small.with_drafts().problems() == "0 errors\n");
}

TEST_CASE("an alias leads on, and stands in no list") {
  Small small;
  small.replace("content/pages/help.md", "title: Help", "title: Help\naliases: [/old/, /o.html]");
  const FileTree files = small.files();
  CHECK(holds(files.at("old/index.html"), "<a href=\"/sub/help/\">Help</a>"));
  CHECK(holds(files.at("o.html"), "<a href=\"/sub/help/\">Help</a>"));
  CHECK(holds(files.at("o.html"), "<meta http-equiv=\"refresh\" content=\"0; url=/sub/help/\">"));
  CHECK_FALSE(holds(files.at("help/index.html"), "refresh"));
  CHECK_FALSE(holds(files.at("old/index.html"), "rel=\"canonical\""));
  CHECK_FALSE(holds(files.at("sitemap.xml"), "/old/"));
}

TEST_CASE("a page that is not translated says its language in each other one") {
  const FileTree files = in_spanish().files();
  const std::string& fallback = files.at("es/help/index.html");
  CHECK(holds(fallback, "<html lang=\"es\""));
  CHECK(holds(fallback, "<main lang=\"en\">"));
  CHECK(holds(fallback, "This page has not been translated yet."));
  CHECK_FALSE(holds(files.at("help/index.html"), "not been translated"));
  CHECK(holds(files.at("help/index.html"),
              "hreflang=\"es\" href=\"https://mini.example/sub/es/help/\""));
}

TEST_CASE("the shared texts of a fallback link inside its language") {
  CHECK(holds(in_spanish().file("es/exercises/index.html"), "href=\"/sub/es/exercises/lie/\""));
}

TEST_CASE("a translated title stands wherever its page is named") {
  Small small = in_spanish();
  small.write("content/pages/help.es.md",
              "---\ntitle: Ayuda\nsummary: S.\n---\n\nPare.\n\n## Ahora\n\nLlame.\n");
  const FileTree files = small.files();
  CHECK(holds(files.at("es/help/index.html"), "<h1>Ayuda</h1>"));
  CHECK_FALSE(holds(files.at("es/help/index.html"), "<main lang"));
  CHECK(holds(files.at("es/help/index.html"), "<h2 id=\"ahora\">"));
}

TEST_CASE("a draft of a translation leaves the original in its place") {
  Small small = in_spanish();
  small.write("content/pages/help.es.md",
              "---\ntitle: Ayuda\nsummary: S.\ndraft: true\n---\n\nPare.\n");
  CHECK(holds(small.file("es/help/index.html"), "<h1>Help</h1>"));
}

TEST_CASE("a translation of a draft is no orphan") {
  Small small = in_spanish();
  small.write("content/pages/new.md", draft)
      .write("content/pages/new.es.md", "---\ntitle: N\nsummary: S.\n---\n\nT.\n");
  CHECK(small.problems() == "0 errors\n");
}

TEST_CASE("templates reach data by the names of its files") {
  Small small;
  small.write("content/data/a-b.yaml", "list: [1, two]\nno: false\n")
      .append("site/templates/home.mustache",
              "{{#data.a-b.list}}({{.}}){{/data.a-b.list}}{{^data.a-b.no}}!{{/data.a-b.no}}");
  CHECK(holds(small.file("index.html"), "(1)(two)!"));
  CHECK(
      holds(small.replace("site/templates/home.mustache", "data.a-b.no", "data.a-b.noo").problems(),
            "error: "));
}

TEST_CASE("the sitemap names every page that is meant to be found, once, with its date") {
  Small small;
  small.replace("content/pages/help.md", "title: Help", "title: Help\nupdated: 2026-11-21");
  const std::string sitemap = small.file("sitemap.xml");
  CHECK(holds(sitemap,
              "<url><loc>https://mini.example/sub/help/</loc>"
              "<lastmod>2026-11-21</lastmod></url>"));
  CHECK(count(sitemap, "<loc>https://mini.example/sub/</loc>") == 1);
  CHECK_FALSE(holds(sitemap, "404"));
}

TEST_CASE("more pages than a sitemap may have stand in several, which it names") {
  using namespace unclench::render;
  std::vector<ListedPage> pages(pages_in_sitemap);
  for (std::size_t i = 0; i < pages.size(); ++i)
    pages[i].url = "https://mini.example/" + std::to_string(i) + "/";
  CHECK(sitemap_files(pages, "https://mini.example/").size() == 1);
  pages.push_back({"https://mini.example/last/", "", "", "", ""});
  const FileTree files = sitemap_files(pages, "https://mini.example/");
  REQUIRE(files.size() == 3);
  CHECK(files.at("sitemap.xml").str() ==
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
        "  <sitemap><loc>https://mini.example/sitemap-1.xml</loc></sitemap>\n"
        "  <sitemap><loc>https://mini.example/sitemap-2.xml</loc></sitemap>\n"
        "</sitemapindex>\n");
  CHECK(count(files.at("sitemap-1.xml"), "<loc>") == static_cast<int>(pages_in_sitemap));
  CHECK(files.at("sitemap-2.xml").str() ==
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
        "  <url><loc>https://mini.example/last/</loc></url>\n"
        "</urlset>\n");
}

TEST_CASE("there is a feed as soon as a page says when it changed") {
  CHECK(Small().files().count("feed.xml") == 0);
  CHECK_FALSE(holds(Small().file("index.html"), "feed.xml"));
  Small small;
  small.write("content/pages/new.md",
              "---\ntitle: A & <b>\nsummary: \"\\\"S\\\"\"\nupdated: 2026-11-21\n---\n\nT.\n");
  const FileTree files = small.files();
  CHECK(holds(files.at("feed.xml"), "<title>A &amp; &lt;b&gt;</title>"));
  CHECK(holds(files.at("feed.xml"), "<updated>2026-11-21T00:00:00Z</updated>"));
  CHECK(holds(files.at("index.html"), "href=\"/sub/feed.xml\""));
}

TEST_CASE("what is not translated says its language to search engines and in the feed") {
  Small small = in_spanish();
  small.replace("content/pages/help.md", "title: Help", "title: Help\nupdated: 2026-11-21");
  const FileTree files = small.files();
  CHECK(holds(files.at("es/help/index.html"), "\"inLanguage\":\"en\""));
  CHECK(holds(files.at("es/feed.xml"), "xml:lang=\"es\""));
  CHECK(holds(files.at("es/feed.xml"), "<entry xml:lang=\"en\">"));
  CHECK(holds(files.at("feed.xml"), "<entry>"));
}

TEST_CASE("a language runs as its script does, the usual one or one that is named") {
  for (const char* language : {"ar", "he-IL", "ckb", "ur-PK", "az-Arab", "pa-arab-PK", "uz-Arab"})
    CHECK(std::string(render::direction_of(language)) == "rtl");
  for (const char* language : {"en-GB", "az", "ku-Latn", "ar-Latn-EG", "de-1901", "es-419", "arn"})
    CHECK(std::string(render::direction_of(language)) == "ltr");
}

TEST_CASE("an address that is taken is told once, at the alias, in however many languages") {
  Small small = in_spanish();
  small.replace("content/pages/help.md", "title: Help", "title: Help\naliases: [/exercises/lie/]");
  CHECK(count(small.problems(), "[repeated-address]") == 1);
  small = in_spanish();
  small.replace("content/pages/help.md", "title: Help", "title: Help\naliases: [/es/help/]");
  CHECK(holds(small.problems(),
              "content/pages/help.md:3:11: error: the address '/es/help/' is that of "
              "content/pages/help.md [repeated-address]"));
}

TEST_CASE("a page may stand where no other page does") {
  CHECK(Small().write("content/pages/new.md", page).problems() == "0 errors\n");
  CHECK(Small().write("content/pages/builder.md", page).problems() ==
        "content/pages/builder.md:1:1: error: the address '/builder/' is that of a page "
        "which the program makes [repeated-address]\n"
        "  help: choose another name\n"
        "1 error\n");
}

TEST_CASE("the published schemas name this edition's own words") {
  const std::string schema = Small().file("schema/exercise.json");
  CHECK(holds(schema, "\"https://mini.example/sub/schema/exercise.json\""));
  CHECK(holds(schema, "\"supine\""));
  CHECK(holds(schema, "\"dizziness\""));
  for (const char* name : {"source", "routine", "condition", "page", "translation", "vocabulary",
                           "planner", "references", "site", "catalogue"})
    CHECK(Small().files().count(std::string("schema/") + name + ".json") == 1);
}

TEST_CASE("spaces behind the lines of hyphens do no harm") {
  Small small;
  small.write("content/pages/new.md", "---  \ntitle: New\nsummary: S.\n---\t\n\n[a](/nowhere/)\n");
  CHECK(holds(small.problems(), "content/pages/new.md:6:5: error: there is no page"));
  small.write("content/pages/new.md", "--- a\ntitle: New\nsummary: S.\n---\n");
  CHECK(holds(small.problems(), "the front matter is missing"));
}
