#include "render/single_file.h"

#include <doctest/doctest.h>

#include "base/encoding.h"

using namespace unclench;

namespace {

std::string page(const std::string& title, const std::string& main) {
  return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
         "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'self'\">\n"
         "<title>" +
         title +
         "</title>\n<link rel=\"icon\" href=\"/b/icon.svg\">\n"
         "<link rel=\"manifest\" href=\"/b/manifest.webmanifest\">\n"
         "<link rel=\"stylesheet\" href=\"/b/theme.css\">\n"
         "<script src=\"/b/site.js\" data-worker=\"/b/sw.js\"></script>\n</head>\n<body>\n"
         "<header><a href=\"/b/\">Home</a> <a href=\"/b/a/\">A</a></header>\n"
         "<main id=\"main\">\n" +
         main + "</main>\n<footer></footer>\n</body>\n</html>\n";
}

FileTree small_site() {
  return {{"index.html", page("Home", "<h1>Home</h1>\n")},
          {"404.html", page("None", "<h1>None</h1>\n")},
          {"a/index.html", page("\"A\"", "<h1 id=\"top\">A</h1>\n")},
          {"icon.svg", "<svg/>"},
          {"theme.css", "p{}"},
          {"site.js", "site()"},
          {"sw.js", "worker()"},
          {"manifest.webmanifest", "{}"}};
}

std::string made_from(const FileTree& site) {
  return render::single_file(site, "/b/", {"route()", "main{}"});
}

// What the page "/a/" of the small site becomes.
std::string article(const std::string& main, FileTree site = small_site()) {
  site["a/index.html"] = page("A", main);
  const std::string html = made_from(site);
  const std::string opening = "data-title=\"A\">\n";
  const std::size_t start = html.find(opening) + opening.size();
  return html.substr(start, html.find("</article>", start) - start);
}

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a small site as one file") {
  const std::string style = "\np{}main{}";
  const auto hash = [](const std::string& text) { return "'sha256-" + sha256_base64(text) + "'"; };
  CHECK(made_from(small_site()) ==
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src " +
            hash("route()") + " " + hash("site()") + "; style-src " + hash(style) +
            "; img-src data:; font-src data:; media-src data:; base-uri 'none'; "
            "form-action 'none'\">\n"
            "<title>Home</title>\n<link rel=\"icon\" href=\"data:image/svg+xml,%3Csvg/%3E\">\n"
            "<style>" +
            style +
            "</style>\n</head>\n<body>\n"
            "<header><a href=\"#/\">Home</a> <a href=\"#/a/\">A</a></header>\n"
            "<main id=\"main\">\n"
            "<article class=\"page\" id=\"/\" data-title=\"Home\">\n\n<h1>Home</h1>\n</article>\n"
            "<article class=\"page\" id=\"/a/\" data-title=\"&quot;A&quot;\">\n\n"
            "<h1 id=\"/a/top\">A</h1>\n</article>\n"
            "<article class=\"page\" id=\"/404.html\" data-title=\"None\" hidden>\n\n"
            "<h1>None</h1>\n</article>\n"
            "</main>\n<footer></footer>\n"
            "<script>route()</script>\n<script>site()</script>\n</body>\n</html>\n");
}

TEST_CASE("links between pages become fragments") {
  CHECK(article("<a href=\"/b/\"></a><a href=\"/b/a/\"></a><a href=\"/b/a/#x\"></a>") ==
        "\n<a href=\"#/\"></a><a href=\"#/a/\"></a><a href=\"#x\"></a>");
  CHECK(article("<a href=\"/b/a/#x\" id=\"x\"></a><a href=\"#x\"></a><a href=\"#\"></a>") ==
        "\n<a href=\"#/a/x\" id=\"/a/x\"></a><a href=\"#/a/x\"></a><a href=\"#/a/\"></a>");
  CHECK(article("<a href=\"/b/gone/\"></a><a href=\"https://example.org/b/\"></a>"
                "<a href=\"tel:1\"></a><a href=\"/other/\"></a>") ==
        "\n<a href=\"#/gone/\"></a><a href=\"https://example.org/b/\"></a>"
        "<a href=\"tel:1\"></a><a href=\"/other/\"></a>");
}

TEST_CASE("what an address writes out as %C3 and the like is found") {
  CHECK(
      article(
          "<p id=\"größe\"><a href=\"#gr%C3%B6%C3%9Fe\"></a><a href=\"/b/a/#gr%C3%B6%C3%9Fe\">") ==
      "\n<p id=\"/a/größe\"><a href=\"#/a/größe\"></a><a href=\"#/a/größe\">");
  FileTree site = small_site();
  site["ä b.png"] = "P";
  CHECK(article("<img src=\"/b/%C3%A4%20b.png\">", site) ==
        "\n<img src=\"data:image/png;base64,UA==\">");
}

TEST_CASE("a state stands behind a question mark, and leads to its page without scripts too") {
  FileTree site = small_site();
  site["index.html"] = page("Home", "<a href=\"/b/a/#p=1&amp;q=2\"></a>");
  CHECK(holds(made_from(site), "<a href=\"#/a/?p=1&amp;q=2\">"));
  CHECK(article("<p>", site) == "<span id=\"/a/?p=1&amp;q=2\"></span>\n\n<p>");
}

TEST_CASE("ids and what refers to them go together") {
  CHECK(article("<p id=\"a\"><p id=\"b\" aria-labelledby=\"a b main\"><label for=\"a\">"
                "<path fill=\"url(#a)\"/><use href=\"#b\"/><td headers=\"\">") ==
        "\n<p id=\"/a/a\"><p id=\"/a/b\" aria-labelledby=\"/a/a /a/b main\"><label for=\"/a/a\">"
        "<path fill=\"url(#/a/a)\"/><use href=\"#/a/b\"/><td headers>");
}

TEST_CASE("a page with scripts of its own keeps its ids") {
  FileTree site = small_site();
  site["a.js"] = "a()";
  const std::string main =
      "<p id=\"x\" aria-details=\"x\"><a href=\"#x\"><a href=\"/b/a/#x\"><a href=\"#s=1\">"
      "<script src=\"/b/a.js\"></script>\n";
  CHECK(article(main, site) ==
        "<span id=\"/a/?s=1\"></span>\n\n<p id=\"x\" aria-details=\"x\"><a href=\"#x\">"
        "<a href=\"#x\"><a href=\"#/a/?s=1\">\n");
  site["a/index.html"] = page("A", main);
  CHECK(holds(made_from(site), "<script>site()</script>\n<script>a()</script>\n"));
}

TEST_CASE("pictures and other files become data addresses") {
  FileTree site = small_site();
  site["p.png"] = "P";
  site["t.txt"] = "T";
  const std::string png = "data:image/png;base64,UA==";
  CHECK(article("<img src=\"/b/p.png\" srcset=\"/b/p.png 1x, /b/p.png 2x\">", site) ==
        "\n<img src=\"" + png + "\" srcset=\"" + png + " 1x, " + png + " 2x\">");
  CHECK(article("<img src=\"/b/icon.svg#v\"><img src=\"/b/none.png\">", site) ==
        "\n<img src=\"data:image/svg+xml,%3Csvg/%3E#v\"><img src=\"/b/none.png\">");
  CHECK(article("<a href=\"/b/t.txt\">", site) ==
        "\n<a href=\"data:text/plain;base64,VA==\" download=\"t.txt\">");
}

TEST_CASE("files for scripts become part of the page, with their addresses changed") {
  FileTree site = small_site();
  site["c.json"] = R"({"items":[{"url":"/b/a/","icon":"/b/icon.svg","text":"/b </script>"}]})";
  site["core.wasm"] = "W";
  const std::string main = "<p data-a=\"/b/c.json\" data-b=\"/b/core.wasm\" data-c=\"/b/a/\">";
  CHECK(article(main, site) == "\n<p data-a=\"#/c.json\" data-b=\"#/core.wasm\" data-c=\"#/a/\">");
  site["a/index.html"] = page("A", main);
  const std::string html = made_from(site);
  CHECK(holds(html,
              "<script type=\"application/json\" id=\"/c.json\">{\"items\":[{\"url\":\"#/a/\","
              "\"icon\":\"data:image/svg+xml,%3Csvg/%3E\",\"text\":\"/b \\u003c/script>\"}]}"
              "</script>\n<script type=\"application/wasm\" id=\"/core.wasm\">Vw==</script>\n"));
  CHECK(holds(html, "' 'wasm-unsafe-eval'; style-src"));
}

TEST_CASE("pages in another language say so") {
  FileTree site = small_site();
  std::string german = page("DE", "");
  german.replace(german.find("lang=\"en\""), 9, "lang=\"de\"");
  site["de/index.html"] = german;
  CHECK(holds(made_from(site), "id=\"/de/\" data-title=\"DE\" lang=\"de\">"));
}

TEST_CASE("pages that lead on at once, and pages without content, are left away") {
  FileTree site = small_site();
  site["old/index.html"] =
      "<head><meta http-equiv=\"refresh\" content=\"0; url=/b/a/\"></head><main>Moved</main>";
  site["bare.html"] = "<p>Bare";
  const std::string html = made_from(site);
  CHECK_FALSE(holds(html, "Moved"));
  CHECK_FALSE(holds(html, "Bare"));
}

TEST_CASE("links to a page that leads on lead where it does") {
  FileTree site = small_site();
  site["c/index.html"] = page("C", "<h2 id=\"h\">H</h2>");
  site["old.html"] =
      "<head><meta http-equiv=\"refresh\" content=\"0; url=/b/c/\"></head><main>Moved</main>";
  CHECK(article("<a href=\"/b/old.html\"></a><a href=\"/b/old.html#h\"></a>", site) ==
        "\n<a href=\"#/c/\"></a><a href=\"#/c/h\"></a>");
}

TEST_CASE("without a home page with a head and a main there is nothing to make") {
  CHECK(made_from({}) == "");
  CHECK(made_from({{"index.html", "<p>Home"}}) == "");
  CHECK(made_from({{"index.html", "<main>Home</main>"}}) == "");
}

TEST_CASE("files that a page announces are not announced where they stand in the page") {
  FileTree site = small_site();
  site["core.wasm"] = "core";
  CHECK(article("<link rel=\"modulepreload\" href=\"/b/site.js\">\n"
                "<link rel=\"preload\" href=\"/b/core.wasm\" as=\"fetch\" crossorigin>\n<p>A</p>\n",
                site) == "\n<p>A</p>\n");
}

TEST_CASE("pages of another language have a frame of that language, and long ids") {
  const auto in_hebrew = [](std::string html) {
    const std::string lang = "<html lang=\"en\">";
    return html.replace(html.find(lang), lang.size(), "<html lang=\"he\" dir=\"rtl\">");
  };
  const std::string tool = "<p id=\"tool\"></p>\n<script src=\"/b/tool.js\"></script>\n";
  FileTree site = small_site();
  site["a/index.html"] = page("A", tool);
  site["he/a/index.html"] = in_hebrew(page("A2", tool));
  site["he/index.html"] = in_hebrew(page("Home2", "<h1>Home2</h1>\n"));
  site["tool.js"] = "tool()";
  const std::string html = made_from(site);
  CHECK(holds(html, "<article class=\"page\" id=\"/a/\" data-title=\"A\">\n\n<p id=\"tool\"></p>"));
  CHECK(holds(html,
              "<article class=\"page\" id=\"/he/a/\" data-title=\"A2\" lang=\"he\" dir=\"rtl\" "
              "data-scripted>\n\n<p id=\"/he/a/tool\"></p>"));
  CHECK(holds(html,
              "<article class=\"page\" id=\"/he/\" data-title=\"Home2\" lang=\"he\" dir=\"rtl\">"));
  CHECK(holds(html, "<template class=\"frame\" lang=\"he\" dir=\"rtl\">"));
  CHECK(holds(html, "<main></main>\n<footer></footer>\n</template>"));
  CHECK(html.find("<template") == html.rfind("<template"));
}
