#include "content/yaml.h"

#include <doctest/doctest.h>

#include "base/diagnostic_format.h"

using namespace unclench;
using namespace unclench::content;

namespace {

struct Parsed {
  SourceFile file;
  Diagnostics diagnostics;
  YamlNode root;

  explicit Parsed(const std::string& text, int first_line = 1)
      : file{"a.yaml", std::string(static_cast<std::size_t>(first_line - 1), '\n') + text},
        root(parse_yaml(file, text, first_line, diagnostics)) {}

  std::string problems() const { return format_diagnostics(diagnostics); }
};

std::string problems_of(const std::string& text) {
  return Parsed(text).problems();
}

bool is_at(const Span& span, int line, int column, int length) {
  return span.line == line && span.column == column && span.length == length;
}

}  // namespace

TEST_CASE("keys, texts, lists and mappings are read with their places") {
  const Parsed parsed("title: Bridge\nlist: [one, 'two']\ninner:\n  key: \"öß\"  # remark\n");
  CHECK(parsed.problems() == "0 errors\n");
  REQUIRE(parsed.root.entries.size() == 3);

  const YamlEntry& title = parsed.root.entries[0];
  CHECK(title.key.text == "title");
  CHECK(is_at(title.key.span, 1, 1, 5));
  CHECK(title.value.text == "Bridge");
  CHECK(title.value.plain);
  CHECK(is_at(title.value.span, 1, 8, 6));

  const YamlNode& list = parsed.root.entries[1].value;
  CHECK(list.kind == YamlNode::Kind::sequence);
  CHECK(is_at(list.span, 2, 7, 1));
  REQUIRE(list.items.size() == 2);
  CHECK(list.items[1].text == "two");
  CHECK_FALSE(list.items[1].plain);
  CHECK(is_at(list.items[1].span, 2, 13, 5));

  const YamlNode& inner = parsed.root.entries[2].value;
  CHECK(inner.kind == YamlNode::Kind::mapping);
  REQUIRE(inner.entries.size() == 1);
  CHECK(inner.entries[0].value.text == "öß");
  CHECK(is_at(inner.entries[0].value.span, 4, 8, 4));
}

TEST_CASE("places count from the given first line and in characters") {
  const Parsed parsed("ö: ä\n", 7);
  CHECK(is_at(parsed.root.entries.at(0).key.span, 7, 1, 1));
  CHECK(is_at(parsed.root.entries.at(0).value.span, 7, 4, 1));
}

TEST_CASE("an empty text is an empty mapping") {
  for (const char* text : {"", "# only a remark\n", "---\n", "~\n", "null\n"}) {
    CAPTURE(std::string(text));
    const Parsed parsed(text);
    CHECK(parsed.problems() == "0 errors\n");
    CHECK(parsed.root.kind == YamlNode::Kind::mapping);
    CHECK(parsed.root.entries.empty());
  }
}

TEST_CASE("only plain empty values are null") {
  const Parsed parsed("a:\nb: ~\nc: null\nd: ''\ne: 'null'\nf: []\n");
  std::string nulls;
  for (const YamlEntry& entry : parsed.root.entries)
    if (entry.value.is_null()) nulls += entry.key.text;
  CHECK(nulls == "abc");
}

TEST_CASE("a root that is no mapping is reported") {
  CHECK(problems_of("- one\n- two\n") ==
        "a.yaml:1:1: error: this should be a mapping of keys to values [wrong-type]\n"
        "  - one\n"
        "  ^\n"
        "  help: write `key: value` lines\n"
        "1 error\n");
  CHECK(problems_of("just words\n") ==
        "a.yaml:1:1: error: this should be a mapping of keys to values [wrong-type]\n"
        "  just words\n"
        "  ^~~~~~~~~~\n"
        "  help: write `key: value` lines\n"
        "1 error\n");
}

TEST_CASE("a key that is given twice is reported where it stands again") {
  const Parsed parsed("a: 1\nb: 2\na: 3\n");
  CHECK(parsed.problems() ==
        "a.yaml:3:1: error: 'a' is given twice [repeated-key]\n"
        "  a: 3\n"
        "  ^\n"
        "  help: it first stands in line 1\n"
        "1 error\n");
  CHECK(parsed.root.entries.size() == 2);
  CHECK(parsed.root.entries[0].value.text == "1");
}

TEST_CASE("a key inside another mapping is another key") {
  CHECK(problems_of("a: 1\nb:\n  a: 2\n") == "0 errors\n");
}

TEST_CASE("anchors and aliases are reported") {
  CHECK(problems_of("a: &x 1\nb: *x\n") ==
        "a.yaml:1:4: error: anchors are not supported [yaml-feature]\n"
        "  a: &x 1\n"
        "     ^~~~\n"
        "  help: write the value out\n"
        "a.yaml:2:4: error: aliases are not supported [yaml-feature]\n"
        "  b: *x\n"
        "     ^~\n"
        "  help: write the value out\n"
        "2 errors\n");
  const Parsed parsed("a: [*x, *x]\n*y : 1\n");
  CHECK(parsed.diagnostics.size() == 3);
  CHECK(parsed.root.entries.size() == 1);
  CHECK(parsed.root.entries[0].value.items[0].broken);
}

TEST_CASE("tags are reported") {
  CHECK(problems_of("a: !!str 1\n") ==
        "a.yaml:1:4: error: tags are not supported [yaml-feature]\n"
        "  a: !!str 1\n"
        "     ^~~~~~~\n"
        "  help: remove the tag\n"
        "1 error\n");
}

TEST_CASE("a key that is no text is reported") {
  CHECK(problems_of("[a, b]: 1\n") ==
        "a.yaml:1:1: error: a key must be a text [wrong-type]\n"
        "  [a, b]: 1\n"
        "  ^\n"
        "1 error\n");
}

TEST_CASE("wrong indentation is reported") {
  CHECK(problems_of("a:\n  b: 1\n c: 2\n") ==
        "a.yaml:3:2: error: did not find expected key [yaml-syntax]\n"
        "   c: 2\n"
        "   ^\n"
        "1 error\n");
}

TEST_CASE("a tab for indentation is reported") {
  CHECK(
      problems_of("a:\n\tb: 1\n") ==
      "a.yaml:2:1: error: found character that cannot start any token [yaml-syntax]\n"
      "  \tb: 1\n"
      "  ^\n"
      "  help: indent with spaces, and put texts that start with a special sign in double quotes\n"
      "1 error\n");
}

TEST_CASE("a colon inside an unquoted text is reported") {
  CHECK(problems_of("title: Stretch: the long one\n") ==
        "a.yaml:1:15: error: mapping values are not allowed in this context [yaml-syntax]\n"
        "  title: Stretch: the long one\n"
        "                ^\n"
        "  help: put a text that contains `: ` in double quotes\n"
        "1 error\n");
}

TEST_CASE("a quote that is not closed is reported") {
  CHECK(problems_of("a: \"open\nb: 1\n") ==
        "a.yaml:1:4: error: this quote is not closed [yaml-syntax]\n"
        "  a: \"open\n"
        "     ^\n"
        "  help: end the text with the same quote\n"
        "1 error\n");
}

TEST_CASE("a list that is not closed is reported") {
  CHECK(problems_of("a: [1, 2\nb: 3\n") ==
        "a.yaml:2:2: error: did not find expected ',' or ']' [yaml-syntax]\n"
        "  b: 3\n"
        "   ^\n"
        "  help: a bracket of line 1 is still open here\n"
        "1 error\n");
  CHECK(problems_of("a:\n  {b: [1], c: 2\n") ==
        "a.yaml:3:1: error: did not find expected ',' or '}' [yaml-syntax]\n"
        "  help: a bracket of line 2 is still open here\n"
        "1 error\n");
  CHECK(problems_of("a: [1, {b: 2]\n") ==
        "a.yaml:1:13: error: did not find expected ',' or '}' [yaml-syntax]\n"
        "  a: [1, {b: 2]\n"
        "              ^\n"
        "1 error\n");
}

TEST_CASE("a key without its colon is reported where it stands") {
  CHECK(problems_of("a: 1\nb:2\nc: 3\n") ==
        "a.yaml:2:1: error: could not find expected ':' [yaml-syntax]\n"
        "  b:2\n"
        "  ^\n"
        "  help: write a colon and a space behind the key\n"
        "1 error\n");
}

TEST_CASE("a second document is reported") {
  CHECK(problems_of("a: 1\n---\nb: 2\n") ==
        "a.yaml:2:1: error: a second YAML document begins here [yaml-feature]\n"
        "  ---\n"
        "  ^~~\n"
        "  help: keep one document in a file\n"
        "1 error\n");
}

TEST_CASE("very deep nesting is reported, not followed") {
  const std::string deep = "a: " + std::string(40, '[') + std::string(40, ']') + "\n";
  CHECK(problems_of(deep) ==
        "a.yaml:1:36: error: nested too deeply [yaml-nesting]\n"
        "  " +
            deep + "  " + std::string(35, ' ') +
            "^\n"
            "1 error\n");
  CHECK(problems_of("a: " + std::string(31, '[') + std::string(31, ']') + "\n") == "0 errors\n");
  CHECK(Parsed("a: " + std::string(100000, '[')).diagnostics.size() == 1);
}

TEST_CASE("a character that YAML does not allow is reported at its place") {
  CHECK(problems_of("a: 1\nö: \x01\n") ==
        "a.yaml:2:4: error: control characters are not allowed [yaml-syntax]\n"
        "  ö: ?\n"
        "     ^\n"
        "1 error\n");
}

TEST_CASE("a character that XML cannot hold is reported, however it is written") {
  for (const char* code : {"\\x01", "\\x80", "\\uFFFE", "\\uFFFF"}) {
    CAPTURE(code);
    const std::string text = "\"b" + std::string(code) + "\"";
    CHECK(problems_of("a: " + text + "\n") ==
          "a.yaml:1:4: error: this text has a control character in it [bad-text]\n"
          "  a: " +
              text + "\n     ^" + std::string(text.size() - 1, '~') +
              "\n"
              "  help: take the character out\n"
              "1 error\n");
  }
  CHECK(problems_of("a: \"\\uFFFD\\uFEFFö\"\n") == "0 errors\n");
}
