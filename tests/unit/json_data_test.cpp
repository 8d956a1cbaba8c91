#include "content/json_data.h"

#include <doctest/doctest.h>

#include "base/diagnostic_format.h"

using namespace unclench;
using namespace unclench::content;

namespace {

struct Parsed {
  SourceFile file;
  Diagnostics diagnostics;
  YamlNode root;

  explicit Parsed(const std::string& text)
      : file{"a.json", text}, root(parse_json(file, diagnostics)) {}
};

std::string problem_of(const std::string& text) {
  const Parsed parsed(text);
  CHECK(parsed.root.broken);
  const std::string problems = format_diagnostics(parsed.diagnostics);
  return problems.substr(0, problems.find(" ["));
}

std::string text_of(const std::string& json) {
  const Parsed parsed(json);
  CHECK(parsed.diagnostics.empty());
  return parsed.root.text;
}

}  // namespace

TEST_CASE("JSON is read with its places") {
  const Parsed parsed("{\n\t\"a\": [1, -2.5e3, true, null, \"ä\"],\n\t\"b\": {}\n}\n");
  CHECK(parsed.diagnostics.empty());
  REQUIRE(parsed.root.entries.size() == 2);
  const YamlEntry& a = parsed.root.entries[0];
  CHECK(a.key.text == "a");
  CHECK(a.key.span.line == 2);
  CHECK(a.key.span.column == 2);
  CHECK(a.key.span.length == 3);
  REQUIRE(a.value.items.size() == 5);
  CHECK(a.value.items[1].text == "-2.5e3");
  CHECK(a.value.items[1].plain);
  CHECK(a.value.items[3].is_null());
  CHECK(a.value.items[4].text == "ä");
  CHECK_FALSE(a.value.items[4].plain);
  CHECK(a.value.items[4].span.column == 31);
}

TEST_CASE("the root of JSON may be of any kind") {
  CHECK(Parsed("[1, 2]").root.items.size() == 2);
  CHECK(text_of(" \"x\" ") == "x");
  CHECK(text_of("12") == "12");
}

TEST_CASE("every escape of JSON is known, those of pictographs too") {
  CHECK(text_of(R"("\ud83d\ude00 \u00e4 \/ \\ \" \n")") == "😀 ä / \\ \" \n");
  CHECK(problem_of(R"("\ud83d")") == "a.json:1:2: error: there is no such escape");
  CHECK(problem_of(R"("\ud83d\u0041")") == "a.json:1:2: error: there is no such escape");
  CHECK(problem_of(R"("\u00")") == "a.json:1:2: error: there is no such escape");
  CHECK(problem_of(R"("\u0000")") == "a.json:1:2: error: there is no such escape");
  CHECK(problem_of("\"\\") == "a.json:1:2: error: there is no such escape");
}

TEST_CASE("keys and texts of JSON may be long") {
  const std::string key(5'000, 'k');
  const Parsed parsed("{\"" + key + "\": \"" + key + "\", \"b\": 1}");
  CHECK(parsed.diagnostics.empty());
  CHECK(parsed.root.entries.size() == 2);
}

TEST_CASE("what is no JSON is reported where it stands") {
  CHECK(problem_of("") == "a.json:1:1: error: the JSON ends too early");
  CHECK(problem_of("{\"a\": 1,\n\"b\": }") == "a.json:2:6: error: a value is missing here");
  CHECK(problem_of("{\"a\": 1,}") == "a.json:1:9: error: a key in double quotes should stand here");
  CHECK(problem_of("{a: 1}") == "a.json:1:2: error: a key in double quotes should stand here");
  CHECK(problem_of("{\"a\" 1}") == "a.json:1:6: error: a colon is missing here");
  CHECK(problem_of("[1 2]") == "a.json:1:4: error: a comma or a closing bracket is missing here");
  CHECK(problem_of("{\"a\": 1 \"b\": 2}") ==
        "a.json:1:9: error: a comma or a closing brace is missing here");
  CHECK(problem_of("[1, 2") == "a.json:1:6: error: a comma or a closing bracket is missing here");
  CHECK(problem_of("[NaN]") == "a.json:1:2: error: this is no JSON value");
  for (const char* number : {"[01]", "[1.]", "[.5]", "[+1]", "[1e]", "[-]"})
    CHECK(problem_of(number) == "a.json:1:2: error: this is no JSON value");
  CHECK(problem_of("{\"a\": \"b\n\"}") == "a.json:1:7: error: this quote is not closed");
  CHECK(problem_of("{} x") == "a.json:1:4: error: something follows the end of the JSON");
  CHECK(problem_of(std::string(100, '[')) == "a.json:1:34: error: nested too deeply");
}

TEST_CASE("a key that is given twice in JSON is reported") {
  const Parsed parsed("{\"a\": 1,\n\"a\": 2}");
  CHECK(format_diagnostics(parsed.diagnostics) ==
        "a.json:2:1: error: 'a' is given twice [repeated-key]\n"
        "  \"a\": 2}\n"
        "  ^~~\n"
        "  help: it first stands in line 1\n"
        "1 error\n");
}
