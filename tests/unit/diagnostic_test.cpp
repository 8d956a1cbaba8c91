#include <doctest/doctest.h>

#include "base/diagnostic_format.h"

using namespace unclench;

namespace {

// The one diagnostic about a span of the second line.
std::string about(const std::string& line, Span span, const std::string& help = "") {
  const SourceFile file{"content/a.md", "first\n" + line + "\nlast\n"};
  Diagnostics diagnostics;
  span.line = 2;
  diagnostics.add(Problem::wrong_type, file, span, "this is wrong", help);
  return format_diagnostics(diagnostics);
}

}  // namespace

TEST_CASE("a diagnostic shows its place, its line, a caret and what helps") {
  CHECK(about("phase: strech", {2, 8, 6}, "did you mean 'stretch'?") ==
        "content/a.md:2:8: error: this is wrong [wrong-type]\n"
        "  phase: strech\n"
        "         ^~~~~~\n"
        "  help: did you mean 'stretch'?\n"
        "1 error\n");
}

TEST_CASE("without help there is no line for it") {
  CHECK(about("x", {2, 1, 1}) ==
        "content/a.md:2:1: error: this is wrong [wrong-type]\n"
        "  x\n"
        "  ^\n"
        "1 error\n");
}

TEST_CASE("tabs stay tabs before the caret") {
  CHECK(about("\ta:\tb", {2, 5, 1}) ==
        "content/a.md:2:5: error: this is wrong [wrong-type]\n"
        "  \ta:\tb\n"
        "  \t  \t^\n"
        "1 error\n");
}

TEST_CASE("columns count characters, and the caret is as wide as they are") {
  CHECK(about("ä“ö”: wrong", {2, 7, 5}) ==
        "content/a.md:2:7: error: this is wrong [wrong-type]\n"
        "  ä“ö”: wrong\n"
        "        ^~~~~\n"
        "1 error\n");
  CHECK(about("x: 🧘🧘", {2, 4, 2}) ==
        "content/a.md:2:4: error: this is wrong [wrong-type]\n"
        "  x: 🧘🧘\n"
        "     ^~~~\n"
        "1 error\n");
}

TEST_CASE("the caret stops at the end of the line, and may stand right behind it") {
  CHECK(about("abc", {2, 2, 99}) ==
        "content/a.md:2:2: error: this is wrong [wrong-type]\n"
        "  abc\n"
        "   ^~\n"
        "1 error\n");
  CHECK(about("abc", {2, 4, 5}) ==
        "content/a.md:2:4: error: this is wrong [wrong-type]\n"
        "  abc\n"
        "     ^\n"
        "1 error\n");
}

TEST_CASE("an empty line and a missing file have no line to show") {
  CHECK(about("", {2, 1, 1}) ==
        "content/a.md:2:1: error: this is wrong [wrong-type]\n"
        "1 error\n");
  Diagnostics diagnostics;
  diagnostics.add(Problem::missing_file, "site/site.yaml", "this file is missing", "write one");
  CHECK(format_diagnostics(diagnostics) ==
        "site/site.yaml:1:1: error: this file is missing [missing-file]\n"
        "  help: write one\n"
        "1 error\n");
}

TEST_CASE("diagnostics are sorted by path, line, column and message") {
  const SourceFile a{"a.md", "one\ntwo\n"}, b{"b.md", "one\n"};
  Diagnostics diagnostics;
  diagnostics.add(Problem::wrong_type, b, {1, 1, 1}, "in b");
  diagnostics.add(Problem::wrong_type, a, {2, 1, 1}, "second line");
  diagnostics.add(Problem::wrong_type, a, {1, 2, 1}, "second column");
  diagnostics.add(Problem::wrong_type, a, {1, 1, 1}, "message y");
  diagnostics.add(Problem::wrong_type, a, {1, 1, 1}, "message x");
  std::string order;
  for (const Diagnostic& diagnostic : diagnostics.sorted()) order += diagnostic.message + "|";
  CHECK(order == "message x|message y|second column|second line|in b|");
}

TEST_CASE("lines are sorted as numbers") {
  const SourceFile file{"a.md", std::string(20, '\n')};
  Diagnostics diagnostics;
  diagnostics.add(Problem::wrong_type, file, {10, 1, 1}, "ten");
  diagnostics.add(Problem::wrong_type, file, {9, 1, 1}, "nine");
  CHECK(format_diagnostics(diagnostics) ==
        "a.md:9:1: error: nine [wrong-type]\n"
        "a.md:10:1: error: ten [wrong-type]\n"
        "2 errors\n");
}

TEST_CASE("the same problem is reported once, another one at its place too") {
  const SourceFile file{"a.md", "one\n"};
  Diagnostics diagnostics;
  diagnostics.add(Problem::wrong_type, file, {1, 1, 3}, "wrong");
  diagnostics.add(Problem::wrong_type, file, {1, 1, 3}, "wrong");
  diagnostics.add(Problem::wrong_type, file, {1, 1, 3}, "also wrong");
  CHECK(format_diagnostics(diagnostics) ==
        "a.md:1:1: error: also wrong [wrong-type]\n"
        "  one\n"
        "  ^~~\n"
        "a.md:1:1: error: wrong [wrong-type]\n"
        "  one\n"
        "  ^~~\n"
        "2 errors\n");
}

TEST_CASE("what is there and cannot be read is not called missing") {
  Diagnostics diagnostics;
  diagnostics.add(Problem::too_large, "site/site.yaml", "this text has 100 MB");
  diagnostics.add(Problem::missing_file, "site/site.yaml", "this file is missing");
  diagnostics.add(Problem::missing_file, "site/words/en.yaml", "this file is missing");
  CHECK(diagnostics.sorted().size() == 2);
}

TEST_CASE("no problem is no error") {
  CHECK(Diagnostics().empty());
  CHECK(format_diagnostics(Diagnostics()) == "0 errors\n");
}

TEST_CASE("did you mean names the nearest word, or nothing") {
  CHECK(did_you_mean("brigde", {"bird-dog", "bridge"}) == "did you mean 'bridge'?");
  CHECK(did_you_mean("walk", {"bird-dog", "bridge"}) == "");
}

TEST_CASE("the problems of another list are taken over") {
  Diagnostics some, all;
  some.add(Problem::wrong_type, "b.md", "wrong");
  all.add(Problem::wrong_type, "a.md", "wrong");
  all.add(some);
  all.add(Diagnostics());
  CHECK(all.size() == 2);
  CHECK(all.sorted()[1].path == "b.md");
}

TEST_CASE("a very long line is cut at a whole character, and its caret with it") {
  const std::string text = "x" + std::string(398, 'a') + "ö" + std::string(1000000, 'b');
  const std::string shown = "x" + std::string(398, 'a');
  CHECK(about(text, {2, 2, 3}) ==
        "content/a.md:2:2: error: this is wrong [wrong-type]\n  " + shown + "…\n   ^~~\n1 error\n");
  const std::string round = "…" + std::string(400, 'b') + "…";
  CHECK(about(text, {2, 5000, 3}) == "content/a.md:2:5000: error: this is wrong [wrong-type]\n  " +
                                         round + "\n  " + std::string(61, ' ') + "^~~\n1 error\n");
}

TEST_CASE("control characters never reach the terminal") {
  CHECK(about("a\033[31mb\x7f\rc", {2, 1, 1}, "say \033[0m") ==
        "content/a.md:2:1: error: this is wrong [wrong-type]\n"
        "  a?[31mb??c\n"
        "  ^\n"
        "  help: say ?[0m\n"
        "1 error\n");
  CHECK(about("é\u009b31m\u0085c", {2, 6, 1}, "\u00a0") ==
        "content/a.md:2:6: error: this is wrong [wrong-type]\n"
        "  é?31m?c\n"
        "       ^\n"
        "  help: \u00a0\n"
        "1 error\n");
}
