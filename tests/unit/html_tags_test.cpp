#include "render/html_tags.h"

#include <doctest/doctest.h>

using namespace unclench;
using render::Tag;

namespace {

std::string unchanged(const std::string& html) {
  return render::rewrite_tags(html, [](Tag&) { return true; });
}

std::string without(const std::string& name, const std::string& html) {
  return render::rewrite_tags(html, [&](Tag& tag) { return tag.name != name; });
}

std::string tags_of(const std::string& html) {
  std::string text;
  render::visit_tags(html, [&](const Tag& tag) {
    text += tag.name;
    for (const auto& attribute : tag.attributes)
      text += "[" + attribute.name + "=" + attribute.value + "]";
    text += " ";
  });
  return text;
}

}  // namespace

TEST_CASE("what nobody changes stays as it was") {
  for (const char* html :
       {"", "text & <b>more</b>", "<!DOCTYPE html>\n<p class=\"a b\">1 &lt; 2<br>",
        "<svg><path d=\"M0 0\"/></svg>", "<!-- <p id=\"no\"> --><p>", "a < b", "<", "</p>",
        "<script>if (a<b) c(\"<p>\")</script><p>", "<style>p > a { color: red }</style>"})
    CHECK(unchanged(html) == html);
}

TEST_CASE("attributes are read however they are quoted") {
  CHECK(tags_of("<a href=x title='it \"is\"' hidden data-a = \"1\"><br/><input checked>") ==
        "a[href=x][title=it \"is\"][hidden=][data-a=1] br input[checked=] ");
  CHECK(unchanged("<a title='it \"is\"' href=x hidden>") ==
        "<a title='it \"is\"' href=\"x\" hidden>");
}

TEST_CASE("comments and scripts hold no tags") {
  CHECK(tags_of("<!-- <a> --><script>'<b>'</script><style>/*<i>*/</style><p>") ==
        "script style p ");
}

TEST_CASE("HTML that breaks off is read to its end") {
  for (const char* html :
       {"<a", "<a href", "<a href=", "<a href=\"x", "<script>a", "<!-- x", "<a /"})
    CHECK(tags_of(html).size() < 20);
}

TEST_CASE("a tag that is taken out takes its script and its line along") {
  CHECK(without("link", "<p>\n<link a=\"b\">\n<i>") == "<p>\n<i>");
  CHECK(without("link", "<p>a<link>\n<i>") == "<p>a\n<i>");
  CHECK(without("script", "<p>\n<script>a('</p>')</script>\n</p>") == "<p>\n</p>");
}

TEST_CASE("attributes can be changed and added") {
  const std::string html = render::rewrite_tags("<a id=\"x\">", [](Tag& tag) {
    tag.attributes[0].value = "y";
    tag.attributes.push_back({"hidden", ""});
    return true;
  });
  CHECK(html == "<a id=\"y\" hidden>");
}

TEST_CASE("names in capitals are the same names, and those of SVG stay as they are") {
  std::string seen;
  const std::string html = render::rewrite_tags(
      "<A HREF=\"/x/\">a</A><SCRIPT>'<b>'</SCRIPT><svg viewBox=\"0 0 1 1\"><clipPath>",
      [&](Tag& tag) {
        seen += tag.name + (tag.find("href") ? "! " : " ");
        return true;
      });
  CHECK(seen == "a! script svg clipPath ");
  CHECK(html == "<a href=\"/x/\">a</A><script>'<b>'</SCRIPT><svg viewBox=\"0 0 1 1\"><clipPath>");
}

TEST_CASE("an element and what stands around it") {
  const std::string html = "<head><title>T</title></head><main id=\"m\">x<p>y</main>z";
  const render::Element main = render::find_element(html, "main");
  CHECK(main.before == "<head><title>T</title></head>");
  CHECK(main.start_tag == "<main id=\"m\">");
  CHECK(main.inside == "x<p>y");
  CHECK(main.after == "</main>z");
  CHECK(render::find_element(html, "header").start_tag.empty());
  CHECK(render::find_element("<script>'<main>'</script>", "main").start_tag.empty());
}
