#include "base/diagnostic_format.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

using namespace unclench;

namespace {

Diagnostics two_problems() {
  const SourceFile file{"content/a,b:c.md", "load: 5 %\n"};
  Diagnostics diagnostics;
  diagnostics.add(Problem::out_of_range, file, {1, 7, 1}, "50% is too\nmuch", "less, please: 3");
  diagnostics.add(Problem::missing_file, "site/site.yaml", "this file is missing");
  return diagnostics;
}

}  // namespace

TEST_CASE("as JSON, problems are a list of objects with all that is known") {
  const std::string text = format_diagnostics(two_problems(), DiagnosticFormat::json);
  const auto list = nlohmann::json::parse(text);
  REQUIRE(list.size() == 2);
  CHECK(list[0]["id"] == "out-of-range");
  CHECK(list[0]["severity"] == "error");
  CHECK(list[0]["path"] == "content/a,b:c.md");
  CHECK(list[0]["line"] == 1);
  CHECK(list[0]["column"] == 7);
  CHECK(list[0]["length"] == 1);
  CHECK(list[0]["message"] == "50% is too\nmuch");
  CHECK(list[0]["help"] == "less, please: 3");
  CHECK(list[0]["line_text"] == "load: 5 %");
  CHECK(list[1]["help"] == "");
  CHECK(text.back() == '\n');
}

TEST_CASE("the caret stands under its characters, however wide they are") {
  const auto caret = [](const std::string& line, int column, int length) {
    Diagnostics diagnostics;
    diagnostics.add(Problem::bad_text, SourceFile{"a.md", line + "\n"}, {1, column, length}, "no");
    const std::string text = format_diagnostics(diagnostics);
    const std::size_t start = text.find('\n', text.find('\n') + 1) + 3;
    return text.substr(start, text.find('\n', start) - start);
  };
  CHECK(caret("a b", 3, 1) == "  ^");
  CHECK(caret("a\tb", 3, 1) == " \t^");
  CHECK(caret("日本 x", 4, 1) == "     ^");
  CHECK(caret("日本 x", 2, 1) == "  ^~");
  CHECK(caret("e\u0301 x", 4, 1) == "  ^");
  CHECK(caret("x", 2, 1) == " ^");
}

TEST_CASE("of a long line, what stands round the place is shown") {
  const SourceFile file{"a.md", std::string(2'000, 'a') + "ä日x" + std::string(2'000, 'b') + "\n"};
  Diagnostics diagnostics;
  diagnostics.add(Problem::bad_text, file, {1, 2'003, 1}, "no");
  const Diagnostic shown = diagnostics.sorted().front();
  CHECK(shown.span.column == 2'003);
  CHECK(shown.line_start == 1'942);
  CHECK(shown.line_text.rfind("…aaa", 0) == 0);
  CHECK(shown.line_text.find("ä日xb") != std::string::npos);
  CHECK(shown.line_text.size() < 420);
  const std::string text = format_diagnostics(diagnostics);
  CHECK(text.find("\n  " + std::string(62, ' ') + "^\n") != std::string::npos);
}

TEST_CASE("no problems are an empty list, and no annotation") {
  CHECK(format_diagnostics({}, DiagnosticFormat::json) == "[]\n");
  CHECK(format_diagnostics({}, DiagnosticFormat::github) == "");
}

TEST_CASE("JSON stays JSON whatever stands in a file") {
  Diagnostics diagnostics;
  diagnostics.add(Problem::bad_name, "a\xff\"\x01.md", "wrong \xfe");
  const auto list = nlohmann::json::parse(format_diagnostics(diagnostics, DiagnosticFormat::json));
  CHECK(list[0]["message"] == "wrong \xEF\xBF\xBD");
}

TEST_CASE("for GitHub, every problem is one line with its special signs written out") {
  CHECK(format_diagnostics(two_problems(), DiagnosticFormat::github) ==
        "::error file=content/a%2Cb%3Ac.md,line=1,col=7,endColumn=8,title=out-of-range"
        "::50%25 is too%0Amuch%0Ahelp: less, please: 3\n"
        "::error file=site/site.yaml,line=1,col=1,endColumn=2,title=missing-file"
        "::this file is missing\n");
}

TEST_CASE("bytes that are no text reach neither the terminal nor GitHub") {
  Diagnostics diagnostics;
  diagnostics.add(Problem::bad_name, "a\xff\x1b[31m.md", "wrong \xfe");
  CHECK(format_diagnostics(diagnostics) ==
        "a\xEF\xBF\xBD?[31m.md:1:1: error: wrong \xEF\xBF\xBD [bad-name]\n1 error\n");
  CHECK(format_diagnostics(diagnostics, DiagnosticFormat::github) ==
        "::error file=a\xEF\xBF\xBD?[31m.md,line=1,col=1,endColumn=2,title=bad-name"
        "::wrong \xEF\xBF\xBD\n");
}

TEST_CASE("a warning is called so in every format, and counted apart") {
  const SourceFile file{"a.md", "x: y\n"};
  Diagnostics diagnostics;
  diagnostics.add(Problem::long_sentence, file, {1, 4, 1}, "long");
  CHECK(format_diagnostics(diagnostics) ==
        "a.md:1:4: warning: long [long-sentence]\n"
        "  x: y\n"
        "     ^\n"
        "1 warning\n");
  CHECK(format_diagnostics(diagnostics, DiagnosticFormat::github) ==
        "::warning file=a.md,line=1,col=4,endColumn=5,title=long-sentence::long\n");
  const auto list = nlohmann::json::parse(format_diagnostics(diagnostics, DiagnosticFormat::json));
  CHECK(list[0]["severity"] == "warning");
  diagnostics.add(Problem::old_review, file, {1, 4, 1}, "old");
  diagnostics.add(Problem::wrong_type, file, {1, 4, 1}, "wrong");
  const std::string text = format_diagnostics(diagnostics);
  CHECK(text.substr(text.rfind('\n', text.size() - 2)) == "\n1 error, 2 warnings\n");
}

TEST_CASE("colours stand around words, never inside them, and end") {
  const SourceFile file{"a.md", "x: y\n"};
  Diagnostics diagnostics;
  diagnostics.add(Problem::wrong_type, file, {1, 4, 1}, "wrong", "mend it");
  const std::string text = format_diagnostics(diagnostics, DiagnosticFormat::text, true);
  CHECK(text ==
        "\033[1ma.md:1:4: \033[1;31merror: \033[0m\033[1mwrong\033[0m [wrong-type]\n"
        "  x: y\n"
        "  \033[1;31m   ^\033[0m\n"
        "  \033[36mhelp: \033[0mmend it\n"
        "1 error\n");
  std::string plain = text;
  for (std::size_t at = plain.find('\033'); at != std::string::npos; at = plain.find('\033'))
    plain.erase(at, plain.find('m', at) - at + 1);
  CHECK(plain == format_diagnostics(diagnostics));
}
