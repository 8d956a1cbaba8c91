#include "render/template.h"

#include <doctest/doctest.h>

using namespace unclench;
using namespace unclench::render;

namespace {

FileTree with_page(const std::string& text) {
  return {{"templates/page.mustache", text}, {"templates/_note.mustache", "[{{text}}]"}};
}

std::string problems_of(const std::string& text) {
  Diagnostics diagnostics;
  const Templates templates(with_page(text), "site", diagnostics);
  return format_diagnostics(diagnostics);
}

std::string rendered(const std::string& text, const Json& values) {
  Diagnostics diagnostics;
  const Templates templates(with_page(text), "site", diagnostics);
  CHECK(format_diagnostics(diagnostics) == "0 errors\n");
  return templates.render("page", values);
}

}  // namespace

TEST_CASE("values are filled in, with their special signs written out") {
  CHECK(rendered("{{a}} {{{a}}} {{&a}}", {{"a", "<b>"}}) == "&lt;b&gt; <b> <b>");
  CHECK(rendered("{{n}}", {{"n", 7}}) == "7");
}

TEST_CASE("sections repeat for lists and show for what is there") {
  const Json values{{"list", Json::array({{{"x", "1"}}, {{"x", "2"}}})},
                    {"none", Json::array()},
                    {"empty", ""},
                    {"no", false},
                    {"null", Json()},
                    {"yes", true}};
  CHECK(rendered("{{#list}}{{x}},{{/list}}", values) == "1,2,");
  CHECK(rendered("{{#none}}x{{/none}}{{^none}}nothing{{/none}}", values) == "nothing");
  CHECK(rendered("{{#empty}}x{{/empty}}{{#no}}x{{/no}}{{#null}}x{{/null}}{{#yes}}y{{/yes}}",
                 values) == "y");
}

TEST_CASE("partials see the values of where they stand") {
  CHECK(rendered("{{#list}}{{> _note}}{{/list}}",
                 {{"list", Json::array({{{"text", "a"}}, {{"text", "b"}}})}}) == "[a][b]");
}

TEST_CASE("values of an inner mapping are reached with a dot") {
  CHECK(rendered("{{assets.theme_css}}", {{"assets", {{"theme_css", "/a.css"}}}}) == "/a.css");
}

TEST_CASE("a tag that is not closed is reported") {
  CHECK(problems_of("<p>\n  {{title</p>\n") ==
        "site/templates/page.mustache:2:3: error: this tag is not closed\n"
        "    {{title</p>\n"
        "    ^~\n"
        "  help: end it with }}\n"
        "1 error\n");
  CHECK(problems_of("{{{html}}\n") ==
        "site/templates/page.mustache:1:1: error: this tag is not closed\n"
        "  {{{html}}\n"
        "  ^~\n"
        "  help: end it with }}}\n"
        "1 error\n");
}

TEST_CASE("a section that is not closed is reported") {
  CHECK(problems_of("a\n{{#list}}\nb\n") ==
        "site/templates/page.mustache:2:1: error: the section 'list' is not closed\n"
        "  {{#list}}\n"
        "  ^~~~~~~~~\n"
        "  help: end it with {{/list}}\n"
        "1 error\n");
}

TEST_CASE("a section that is closed by another name is reported") {
  CHECK(problems_of("{{#list}}\n{{/lst}}\n") ==
        "site/templates/page.mustache:2:1: error: this closes 'lst', but 'list' is open\n"
        "  {{/lst}}\n"
        "  ^~~~~~~~\n"
        "  help: it was opened in line 1\n"
        "1 error\n");
}

TEST_CASE("a section that was never opened is reported") {
  CHECK(problems_of("{{/list}}\n") ==
        "site/templates/page.mustache:1:1: error: no section 'list' is open here\n"
        "  {{/list}}\n"
        "  ^~~~~~~~~\n"
        "1 error\n");
}

TEST_CASE("a partial that is not there is reported, with the nearest") {
  CHECK(problems_of("{{> _noet }}\n") ==
        "site/templates/page.mustache:1:1: error: there is no template '_noet'\n"
        "  {{> _noet }}\n"
        "  ^~~~~~~~~~~~\n"
        "  help: did you mean '_note'?\n"
        "1 error\n");
}

TEST_CASE("a template that is no partial cannot stand inside another") {
  Diagnostics diagnostics;
  const Templates templates(
      {{"templates/page.mustache", "{{> note}}"}, {"templates/note.mustache", ""}}, "site",
      diagnostics);
  CHECK(diagnostics.size() == 1);
}

TEST_CASE("partials that end up in themselves are reported where they do") {
  Diagnostics diagnostics;
  const Templates templates({{"templates/page.mustache", "{{> _one}}"},
                             {"templates/_one.mustache", "{{> _two}}"},
                             {"templates/_two.mustache", "\n{{> _one}}"}},
                            "site", diagnostics);
  CHECK(format_diagnostics(diagnostics) ==
        "site/templates/_one.mustache:1:1: error: this template ends up in itself\n"
        "  {{> _two}}\n"
        "  ^~~~~~~~~~\n"
        "site/templates/_two.mustache:2:1: error: this template ends up in itself\n"
        "  {{> _one}}\n"
        "  ^~~~~~~~~~\n"
        "2 errors\n");
  CHECK(templates.render("page", Json::object()).empty());
}

TEST_CASE("a tag without a name is reported") {
  CHECK(problems_of("a {{ }}\n") ==
        "site/templates/page.mustache:1:3: error: this tag has no name\n"
        "  a {{ }}\n"
        "    ^~~~~\n"
        "1 error\n");
}

TEST_CASE("remarks may say anything") {
  CHECK(problems_of("{{! /list # > nothing }}\n{{!}}\n") == "0 errors\n");
}

TEST_CASE("all faults of all templates are reported") {
  Diagnostics diagnostics;
  const Templates templates(
      {{"templates/a.mustache", "{{/x}}{{/y}}"}, {"templates/b.mustache", "{{z"}}, "site",
      diagnostics);
  CHECK(diagnostics.size() == 3);
}

TEST_CASE("a template that pages need and nobody wrote is reported") {
  Diagnostics diagnostics;
  const Templates templates(with_page(""), "site", diagnostics);
  templates.require("page", diagnostics);
  CHECK(diagnostics.empty());
  templates.require("layout", diagnostics);
  CHECK(format_diagnostics(diagnostics) ==
        "site/templates/layout.mustache:1:1: error: this template is missing\n1 error\n");
  CHECK(templates.render("layout", {}) == "");
}

TEST_CASE("other files of the site folder are no templates") {
  Diagnostics diagnostics;
  const Templates templates({{"theme/a.mustache", "{{"}, {"templates/readme.txt", "{{"}}, "site",
                            diagnostics);
  CHECK(diagnostics.empty());
}
