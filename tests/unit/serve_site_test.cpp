#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "serve/http.h"
#include "serve/own_pages.h"
#include "serve/served_site.h"
#include "serve/site_path.h"
#include "serve/watcher.h"

using namespace unclench;
using namespace unclench::serve;

namespace {

const FileTree files = {
    {"index.html", std::string("home")},        {"404.html", std::string("missing")},
    {"a/index.html", std::string("a")},         {"both.html", std::string("file")},
    {"both/index.html", std::string("folder")}, {"assets/x.png", std::string("x")}};

std::string found(const std::string& address, const std::string& base = "/some/path/") {
  const Found one = find_file(files, base, address);
  switch (one.kind) {
    case Found::Kind::file:
      return one.path;
    case Found::Kind::folder:
      return "folder";
    case Found::Kind::missing:
      return "missing";
    case Found::Kind::outside:
      return "outside";
  }
  return "";
}

nlohmann::json event_of(const ServedSite& site) {
  return nlohmann::json::parse(site.state().event);
}

Build sound(FileTree tree) {
  return {std::move(tree), true, "[]"};
}

}  // namespace

TEST_CASE("an address leads to a file, a folder, nothing, or out of the site") {
  CHECK(found("/some/path/") == "index.html");
  CHECK(found("/some/path") == "folder");
  CHECK(found("/some/pathology") == "outside");
  CHECK(found("/") == "outside");
  CHECK(found("") == "outside");
  CHECK(found("/some/path/a") == "folder");
  CHECK(found("/some/path/a/") == "a/index.html");
  CHECK(found("/some/path/both") == "both.html");
  CHECK(found("/some/path/both/") == "both/index.html");
  CHECK(found("/some/path/404") == "404.html");
  CHECK(found("/some/path/assets") == "folder");
  CHECK(found("/some/path/assets/") == "missing");
  CHECK(found("/some/path/../index.html") == "missing");
  CHECK(found("//", "/") == "missing");
}

TEST_CASE("only this machine's own names are answered") {
  for (const char* host : {"localhost", "LocalHost:8080", "127.0.0.1:1", "[::1]", "[::1]:8080"})
    CHECK(is_own_host(host));
  for (const char* host : {"", ":", ":80", "evil.example", "localhost.evil.example", "127.0.0.1.x",
                           "::1", "[::2]:80", "localhost:80:80"})
    CHECK_FALSE(is_own_host(host));
}

TEST_CASE("news names the build that changed a file, but not for new stylesheets") {
  ServedSite site("/");
  const std::string page = "<link href=\"/t-00000000.css\">";
  const std::string restyled = "<link href=\"/t-11111111.css\">";
  site.publish(sound({{"index.html", page}, {"t-00000000.css", std::string("a")}}));
  CHECK(event_of(site)["changed"].empty());

  CHECK(site.publish(sound({{"index.html", restyled}, {"t-11111111.css", std::string("b")}})) == 3);
  CHECK(event_of(site)["changed"].empty());
  CHECK(event_of(site)["styles"] == nlohmann::json::array({"/t-11111111.css"}));
  CHECK(site.state().site->older.contains("t-00000000.css"));

  site.publish(sound({{"index.html", restyled + "more"}, {"new.html", std::string("new")}}));
  CHECK(event_of(site)["changed"] == nlohmann::json{{"index.html", 3}, {"new.html", 3}});

  site.publish(sound({{"index.html", restyled + "more"}}));
  CHECK(event_of(site)["changed"] == nlohmann::json{{"index.html", 3}, {"new.html", 4}});
}

TEST_CASE("a broken build keeps the last sound site and tells its errors on one line") {
  ServedSite site("/");
  site.publish(sound({{"index.html", std::string("home")}}));
  site.publish({{}, false, "[\n{\"message\": \"wrong\"}]"});
  CHECK(site.state().site->files.contains("index.html"));
  CHECK(event_of(site)["problems"] == nlohmann::json::parse(R"([{"message": "wrong"}])"));
  CHECK(site.state().event.find('\n') == std::string::npos);
  site.publish({{}, false, "no JSON"});
  CHECK(event_of(site)["problems"].size() == 1);
}

TEST_CASE("the errors are a page with a caret under the span, and with nothing left as HTML") {
  const std::string page = errors_page(
      R"([{"path": "a.md", "line": 2, "column": 3, "length": 2, "message": "<b>",
           "help": "no", "line_text": "\tä&x"}])",
      "<script></script>");
  CHECK(page.find("a.md:2:3: &lt;b&gt;\n  \tä&amp;x\n  \t ^~\n  help: no\n") != page.npos);
  CHECK(page.find("<script></script>\n</body>") != page.npos);
}

TEST_CASE("editors' own files are told by their names") {
  for (const char* name : {".a.md.swp", ".#a.md", "#a.md#", "a.md~", "4913", "a.swp"})
    CHECK(is_editors_own(name));
  for (const char* name : {"a.md", "4913.md", "a#b.md", "swp"}) CHECK_FALSE(is_editors_own(name));
}
