#include "render/template.h"

#include <doctest/doctest.h>

#include "base/diagnostic_format.h"

using namespace unclench;
using namespace unclench::render;

namespace {

FileTree with_page(const std::string& text) {
  return {{"templates/page.mustache", text}, {"templates/_note.mustache", "[{{text}}]"}};
}

// Words, each on a line of its own from line 1: "a" -> text.
WordList words(const std::vector<std::pair<std::string, std::string>>& list) {
  WordList words;
  std::string file;
  int line = 0;
  for (const auto& [key, text] : list) {
    words.words[key] = {text, {++line, static_cast<int>(key.size()) + 3, 1}};
    file += key + ": " + text + "\n";
  }
  words.file = std::make_shared<const SourceFile>(SourceFile{"site/words/en.yaml", file});
  return words;
}

struct Filled {
  std::string html;
  std::string problems;
};

Filled fill(const FileTree& site, const std::string& name, const Value& values,
            const WordList& list = words({})) {
  Diagnostics diagnostics;
  const Templates templates(site, "site", list, diagnostics);
  std::string html = templates.render(name, values, diagnostics);
  return {std::move(html), format_diagnostics(diagnostics)};
}

std::string problems_of(const std::string& text) {
  Diagnostics diagnostics;
  const Templates templates(with_page(text), "site", words({}), diagnostics);
  return format_diagnostics(diagnostics);
}

std::string rendered(const std::string& text, const Value& values) {
  const Filled filled = fill(with_page(text), "page", values);
  CHECK(filled.problems == "0 errors\n");
  return filled.html;
}

Value list_of(const char* key, const std::vector<std::string>& texts) {
  Value list = Value::List();
  for (const std::string& text : texts) list.add(object(key, text));
  return list;
}

}  // namespace

TEST_CASE("values are filled in, with their special signs written out") {
  CHECK(rendered("{{a}} {{{a}}} {{&a}}", object("a", "<b>")) == "&lt;b&gt; <b> <b>");
  CHECK(rendered("{{a}}", object("a", "\"&'")) == "&quot;&amp;'");
  CHECK(rendered("{{n}} {{ n }}", object("n", 7)) == "7 7");
}

TEST_CASE("sections repeat for lists and show for what is there") {
  const Value values = object("list", list_of("x", {"1", "2"}), "none", Value::List(), "empty", "",
                              "no", false, "nothing", Value(), "yes", true, "o", object());
  CHECK(rendered("{{#list}}{{x}},{{/list}}", values) == "1,2,");
  CHECK(rendered("{{#none}}x{{/none}}{{^none}}nothing{{/none}}", values) == "nothing");
  CHECK(rendered("{{#empty}}x{{/empty}}{{#no}}x{{/no}}{{#nothing}}x{{/nothing}}{{#yes}}y{{/yes}}",
                 values) == "y");
  CHECK(rendered("{{^list}}x{{/list}}{{^yes}}x{{/yes}}{{#o}}an object{{/o}}", values) ==
        "an object");
}

TEST_CASE("what is true and what is not") {
  CHECK_FALSE(Value().is_true());
  CHECK_FALSE(Value(false).is_true());
  CHECK_FALSE(Value("").is_true());
  CHECK_FALSE(Value::borrowed("").is_true());
  CHECK_FALSE(Value(Value::List()).is_true());
  CHECK(Value(true).is_true());
  CHECK(Value(0).is_true());
  CHECK(Value("false").is_true());
  CHECK(Value(Value::Object()).is_true());
  CHECK(Value(Value::List{Value()}).is_true());
}

TEST_CASE("lists stand inside lists, and the item itself is a dot") {
  Value inner = Value::List{Value("a"), Value("<b>")};
  Value outer = Value::List();
  outer.add(object("name", "one", "items", inner));
  outer.add(object("name", "two", "items", Value::List()));
  CHECK(rendered("{{#list}}{{name}}:{{#items}}({{.}}|{{{.}}}|{{name}}){{/items}}"
                 "{{^items}}none{{/items}};{{/list}}",
                 object("list", outer)) == "one:(a|a|one)(&lt;b&gt;|<b>|one);two:none;");
}

TEST_CASE("a name is looked up from the innermost section outwards") {
  const Value values =
      object("x", "out", "y", "far", "in", object("x", "in"), "flag", true, "text", "here");
  CHECK(rendered("{{#in}}{{x}} {{y}}{{/in}} {{x}}", values) == "in far out");
  CHECK(rendered("{{#flag}}{{x}}{{/flag}} {{#text}}{{.}}{{/text}}", values) == "out here");
}

TEST_CASE("partials see the values of where they stand") {
  CHECK(rendered("{{#list}}{{> _note}}{{/list}}", object("list", list_of("text", {"a", "b"}))) ==
        "[a][b]");
}

TEST_CASE("values of an inner mapping are reached with a dot") {
  const Value values = object("assets", object("theme_css", "/a.css", "deep", object("x", "1")),
                              "list", list_of("x", {"2"}));
  CHECK(rendered("{{assets.theme_css}} {{assets.deep.x}}", values) == "/a.css 1");
  CHECK(rendered("{{#assets.deep}}{{x}}{{/assets.deep}}", values) == "1");
}

TEST_CASE("a value that nothing gives is an error, with the nearest name") {
  const Filled filled =
      fill(with_page("<p>\n  {{titel}}</p>"), "page", object("title", "T", "summary", "S"));
  CHECK(filled.html == std::string("<p>") + unknown_mark + "</p>");
  CHECK(filled.problems ==
        "site/templates/page.mustache:2:3: error: no value 'titel' is given to this template "
        "[unknown-value]\n"
        "    {{titel}}</p>\n"
        "    ^~~~~~~~~\n"
        "  help: did you mean 'title'?\n"
        "1 error\n");
}

TEST_CASE("the nearest name is that of the part which is not known") {
  const Value values = object("assets", object("theme_css", "/a.css", "site_js", "/s.js"), "title",
                              "T", "data", object("links", object("list", "1")));
  const auto help = [&](const std::string& tag) {
    const std::string problems = fill(with_page(tag), "page", values).problems;
    const std::size_t start = problems.find("  help: ");
    return start == problems.npos ? problems
                                  : problems.substr(start, problems.find("\n1 error") - start);
  };
  CHECK(help("{{assets.theme_cs}}") == "  help: did you mean 'assets.theme_css'?");
  CHECK(help("{{asets.theme_css}}") == "  help: did you mean 'assets.theme_css'?");
  CHECK(help("{{Title}}") == "  help: did you mean 'title'?");
  CHECK(help("{{data.lnks.list}}") == "  help: did you mean 'data.links.list'?");
  CHECK(help("{{data.clinics}}") == "  help: 'data' has these: {{data.links}}");
  CHECK(help("{{data.links.list.x}}") == "  help: 'data.links.list' has no values inside it");
}

TEST_CASE("a list or a group of values is no text") {
  const Value values = object("list", list_of("x", {"1"}), "none", Value::List(), "group",
                              object("a", "1", "b", "2"), "empty", Value::Object());
  CHECK(fill(with_page("{{list}}"), "page", values).problems ==
        "site/templates/page.mustache:1:1: error: 'list' is a list, not a text [unknown-value]\n"
        "  {{list}}\n"
        "  ^~~~~~~~\n"
        "  help: show its items between {{#list}} and {{/list}}\n"
        "1 error\n");
  CHECK(fill(with_page("{{{none}}}"), "page", values).problems.find("'none' is a list") !=
        std::string::npos);
  const std::string empty = fill(with_page("{{empty}}"), "page", values).problems;
  CHECK(empty.find("'empty' is a group of values") != std::string::npos);
  CHECK(empty.find("help:") == std::string::npos);
  CHECK(fill(with_page("{{group}}"), "page", values).problems ==
        "site/templates/page.mustache:1:1: error: 'group' is a group of values, not a text "
        "[unknown-value]\n"
        "  {{group}}\n"
        "  ^~~~~~~~~\n"
        "  help: name one of its values: {{group.a}}, {{group.b}}\n"
        "1 error\n");
  CHECK(fill(with_page("{{#list}}{{.}}{{/list}}"), "page", values)
            .problems.find("name one of its values: {{x}}\n") != std::string::npos);
}

TEST_CASE("an unknown value in a partial is reported there, also as a section") {
  const FileTree site = {{"templates/page.mustache", "{{>_a}}"},
                         {"templates/_a.mustache", "\n{{#nothing}}x{{/nothing}}{{^no}}y{{/no}}"}};
  const Filled filled = fill(site, "page", object());
  CHECK(filled.html == std::string("\n") + lost_mark + lost_mark + "y");
  CHECK(filled.problems ==
        "site/templates/_a.mustache:2:1: error: no value 'nothing' is given to this template "
        "[unknown-value]\n"
        "  {{#nothing}}x{{/nothing}}{{^no}}y{{/no}}\n"
        "  ^~~~~~~~~~~~\n"
        "site/templates/_a.mustache:2:26: error: no value 'no' is given to this template "
        "[unknown-value]\n"
        "  {{#nothing}}x{{/nothing}}{{^no}}y{{/no}}\n"
        "                           ^~~~~~~\n"
        "2 errors\n");
}

TEST_CASE("what is in a section that is left out need not be there") {
  CHECK(rendered("{{#no}}{{unknown}}{{/no}}", object("no", false)) == "");
}

TEST_CASE("the page's own template stands in the layout, and sees the site's values") {
  const FileTree site = {{"templates/layout.mustache", "<{{title}}>{{>content}}</{{site}}>"},
                         {"templates/page.mustache", "{{title}} of {{site}}"}};
  Diagnostics diagnostics;
  const Templates templates(site, "site", words({}), diagnostics);
  CHECK(templates.render_page("page", object("site", "S"), object("title", "T"), diagnostics) ==
        "<T>T of S</S>");
  CHECK(format_diagnostics(diagnostics) == "0 errors\n");
}

TEST_CASE("only the layout holds the page's own template") {
  CHECK(problems_of("{{>content}}") ==
        "site/templates/page.mustache:1:1: error: there is no template 'content' "
        "[missing-template]\n"
        "  {{>content}}\n"
        "  ^~~~~~~~~~~~\n"
        "1 error\n");
}

TEST_CASE("words are pieces of template, with tags and other words in them") {
  const Filled filled =
      fill(with_page("{{words.hello}} {{{words.a.b}}}"), "page", object("name", "<N>"),
           words({{"hello", "Hi <b>{{name}}</b>, {{words.bye}}"}, {"bye", "bye"}, {"a.b", "&"}}));
  CHECK(filled.html == "Hi <b>&lt;N&gt;</b>, bye &");
  CHECK(filled.problems == "0 errors\n");
}

TEST_CASE("unknown words are reported, with the nearest") {
  CHECK(fill(with_page("a {{words.helo}}"), "page", object(), words({{"hello", "Hi"}})).problems ==
        "site/templates/page.mustache:1:3: error: there are no words 'helo' in "
        "site/words/en.yaml [unknown-words]\n"
        "  a {{words.helo}}\n"
        "    ^~~~~~~~~~~~~~\n"
        "  help: did you mean 'hello'?\n"
        "1 error\n");
}

TEST_CASE("words that several tags ask for are missing in the file of words, once") {
  const FileTree site = {{"templates/a.mustache", "{{words.x}}{{words.x}}{{>_p}}"},
                         {"templates/_p.mustache", "{{words.not_given}}"}};
  const WordList own = words({{"y", "Y"}, {"x", "X"}}), other = words({{"y", "Y"}});
  const auto problems = [&](const WordList& list, const WordList* of_edition) {
    Diagnostics diagnostics;
    const Templates templates(site, "site", list, diagnostics, of_edition);
    return format_diagnostics(diagnostics);
  };
  // What the program itself says is missed in the file, too.
  CHECK(problems(other, nullptr) ==
        "site/words/en.yaml:1:1: error: the words 'not_given' are missing [unknown-words]\n"
        "site/words/en.yaml:1:1: error: the words 'x' are missing, which templates ask for "
        "[unknown-words]\n"
        "  help: did you mean 'y'?\n"
        "2 errors\n");
  CHECK(problems(other, &own) ==
        "site/words/en.yaml:1:1: error: the words 'x' are missing, which templates ask for "
        "[unknown-words]\n"
        "  help: did you mean 'y'?\n"
        "1 error\n");
}

TEST_CASE("faults in words are reported in the file of words") {
  CHECK(fill(with_page("{{words.a}}"), "page", object("name", ""), words({{"a", "x {{nam}}"}}))
            .problems ==
        "site/words/en.yaml:1:6: error: no value 'nam' is given to this template "
        "[unknown-value]\n"
        "  a: x {{nam}}\n"
        "       ^~~~~~~\n"
        "  help: did you mean 'name'?\n"
        "1 error\n");
  CHECK(fill(with_page("{{words.a}}"), "page", object(), words({{"a", "{{#b}}"}})).problems ==
        "site/words/en.yaml:1:4: error: the section 'b' is not closed [template-syntax]\n"
        "  a: {{#b}}\n"
        "     ^~~~~~\n"
        "  help: end it with {{/b}}\n"
        "1 error\n");
}

TEST_CASE("words that end up in themselves are reported") {
  CHECK(fill(with_page("{{words.a}}"), "page", object(),
             words({{"a", "{{words.b}}"}, {"b", "{{words.a}}"}}))
            .problems ==
        "site/words/en.yaml:2:4: error: these words end up in themselves [template-cycle]\n"
        "  b: {{words.a}}\n"
        "     ^~~~~~~~~~~\n"
        "1 error\n");
}

TEST_CASE("spare space in templates does not reach the page") {
  CHECK(rendered("<ul>\n  <li>{{a}}</li>\n\n</ul>\n", object("a", "x")) == "<ul><li>x</li></ul>");
  CHECK(rendered("<b>{{a}}</b>   <i>{{a}}</i>", object("a", "x")) == "<b>x</b> <i>x</i>");
}

TEST_CASE("tags that change the tags, and names that are none, are reported") {
  CHECK(problems_of("{{=<% %>=}}") ==
        "site/templates/page.mustache:1:1: error: other tag signs are not supported "
        "[template-syntax]\n"
        "  {{=<% %>=}}\n"
        "  ^~~~~~~~~~~\n"
        "  help: keep {{ and }}\n"
        "1 error\n");
  CHECK(problems_of("{{a b}}") ==
        "site/templates/page.mustache:1:1: error: 'a b' is no name [template-syntax]\n"
        "  {{a b}}\n"
        "  ^~~~~~~\n"
        "  help: a tag holds one name\n"
        "1 error\n");
}

TEST_CASE("a template that is not UTF-8 is reported") {
  CHECK(problems_of("a\xff") ==
        "site/templates/page.mustache:1:2: error: this byte is not UTF-8 text [not-utf8]\n"
        "  a\xEF\xBF\xBD\n"
        "   ^\n"
        "  help: save the file as UTF-8\n"
        "1 error\n");
}

TEST_CASE("a tag that is not closed is reported") {
  CHECK(problems_of("<p>\n  {{title</p>\n") ==
        "site/templates/page.mustache:2:3: error: this tag is not closed [template-syntax]\n"
        "    {{title</p>\n"
        "    ^~\n"
        "  help: end it with }}\n"
        "1 error\n");
  CHECK(problems_of("{{{html}}\n") ==
        "site/templates/page.mustache:1:1: error: this tag is not closed [template-syntax]\n"
        "  {{{html}}\n"
        "  ^~\n"
        "  help: end it with }}}\n"
        "1 error\n");
}

TEST_CASE("a section that is not closed is reported") {
  CHECK(problems_of("a\n{{#list}}\nb\n") ==
        "site/templates/page.mustache:2:1: error: the section 'list' is not closed "
        "[template-syntax]\n"
        "  {{#list}}\n"
        "  ^~~~~~~~~\n"
        "  help: end it with {{/list}}\n"
        "1 error\n");
}

TEST_CASE("a section that is closed by another name is reported") {
  CHECK(problems_of("{{#list}}\n{{/lst}}\n") ==
        "site/templates/page.mustache:2:1: error: this closes 'lst', but 'list' is open "
        "[template-syntax]\n"
        "  {{/lst}}\n"
        "  ^~~~~~~~\n"
        "  help: it was opened in line 1\n"
        "1 error\n");
}

TEST_CASE("a section that was never opened is reported") {
  CHECK(
      problems_of("{{/list}}\n") ==
      "site/templates/page.mustache:1:1: error: no section 'list' is open here [template-syntax]\n"
      "  {{/list}}\n"
      "  ^~~~~~~~~\n"
      "1 error\n");
}

namespace {

// The problems of a template that is filled in, each by its place and its message.
std::vector<std::string> told(const std::string& text, const Value& values) {
  std::vector<std::string> told;
  const std::string problems = fill(with_page(text), "page", values).problems;
  const std::string path = "site/templates/page.mustache:";
  for (std::size_t at = problems.find(path); at != problems.npos;
       at = problems.find(path, at + 1)) {
    const std::size_t start = at + path.size();
    std::string line = problems.substr(start, problems.find(" [", start) - start);
    told.push_back(line.replace(line.find(": error"), 7, ""));
  }
  return told;
}

}  // namespace

TEST_CASE("a mistake in the syntax hides no other, and is told once") {
  using List = std::vector<std::string>;
  const Value values = object("a", "A", "b", list_of("x", {"1", "2"}), "no", false);
  CHECK(told("{{#b}}{{x}}{{y}}{{/c}}{{z}}{{>_q}}", values) ==
        List{"1:12: no value 'y' is given to this template",
             "1:17: this closes 'c', but 'b' is open",
             "1:23: no value 'z' is given to this template", "1:28: there is no template '_q'"});
  CHECK(told("{{#b}}{{x}}{{/b} {{y}} {{a}}", values) ==
        List{"1:12: this tag is not closed", "1:18: no value 'y' is given to this template"});
  CHECK(told("{{#b}{{x}}{{/b}}{{y}}", values) ==
        List{"1:1: this tag is not closed", "1:17: no value 'y' is given to this template"});
  CHECK(told("{{nothing here <p>{{a}}", values) == List{"1:1: this tag is not closed"});
  CHECK(told("{{#b}}{{#a}}{{/b}}", values) == List{"1:13: this closes 'b', but 'a' is open"});
  CHECK(told("{{#b}}{{/c}}{{/b}}", values) == List{"1:7: this closes 'c', but 'b' is open"});
  CHECK(told("{{#bb}}{{/b}}", values) == List{"1:8: this closes 'b', but 'bb' is open"});
  CHECK(told("{{#b}}{{x}}", values) == List{"1:1: the section 'b' is not closed"});
  CHECK(told("{{# b c}}{{/ b c}}", values) == List{"1:1: 'b c' is no name"});
}

TEST_CASE("a page keeps what a mistake in its template does not touch") {
  Diagnostics diagnostics;
  const Templates templates(with_page("<i>{{a</i>{{#no}}x{{/no}}<b>{{>_gone}}{{#a}}c"), "site",
                            words({}), diagnostics);
  CHECK(templates.render("page", object("a", "A", "no", false), diagnostics) ==
        std::string("<i>") + unknown_mark + "</i><b>" + lost_mark + doubtful_mark + "c");
}

TEST_CASE("a partial that is not there is reported, with the nearest") {
  CHECK(problems_of("{{> _noet }}\n") ==
        "site/templates/page.mustache:1:1: error: there is no template '_noet' [missing-template]\n"
        "  {{> _noet }}\n"
        "  ^~~~~~~~~~~~\n"
        "  help: did you mean '_note'?\n"
        "1 error\n");
}

TEST_CASE("a template that is no partial cannot stand inside another") {
  CHECK(fill({{"templates/page.mustache", "{{> note}}"}, {"templates/note.mustache", ""}}, "page",
             object())
            .problems ==
        "site/templates/page.mustache:1:1: error: 'note' is no partial [template-syntax]\n"
        "  {{> note}}\n"
        "  ^~~~~~~~~~\n"
        "  help: begin its name with an underscore\n"
        "1 error\n");
}

TEST_CASE("partials that end up in themselves are reported where they do") {
  CHECK(fill({{"templates/page.mustache", "{{> _one}}"},
              {"templates/_one.mustache", "{{> _two}}"},
              {"templates/_two.mustache", "\n{{> _one}}"}},
             "page", object())
            .problems ==
        "site/templates/_one.mustache:1:1: error: this template ends up in itself "
        "[template-cycle]\n"
        "  {{> _two}}\n"
        "  ^~~~~~~~~~\n"
        "site/templates/_two.mustache:2:1: error: this template ends up in itself "
        "[template-cycle]\n"
        "  {{> _one}}\n"
        "  ^~~~~~~~~~\n"
        "2 errors\n");
}

TEST_CASE("a tag without a name is reported") {
  CHECK(problems_of("a {{ }}\n") ==
        "site/templates/page.mustache:1:3: error: this tag has no name [template-syntax]\n"
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
      words({}), diagnostics);
  CHECK(diagnostics.size() == 3);
}

TEST_CASE("a template that pages need and nobody wrote is reported") {
  Diagnostics diagnostics;
  const Templates templates(with_page(""), "site", words({}), diagnostics);
  templates.require("page", diagnostics);
  CHECK(diagnostics.empty());
  templates.require("layout", diagnostics);
  CHECK(format_diagnostics(diagnostics) ==
        "site/templates/layout.mustache:1:1: error: this template is missing "
        "[missing-template]\n1 error\n");
  CHECK(templates.render("layout", object(), diagnostics) == "");
}

TEST_CASE("other files of the site folder are no templates") {
  Diagnostics diagnostics;
  const Templates templates({{"theme/a.mustache", "{{"}, {"templates/readme.txt", "{{"}}, "site",
                            words({}), diagnostics);
  CHECK(diagnostics.empty());
}
