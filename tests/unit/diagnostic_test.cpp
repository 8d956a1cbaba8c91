#include "base/diagnostic.h"

#include <doctest/doctest.h>

using namespace unclench;

namespace {

// The one diagnostic about a span of the second line.
std::string about(const std::string& line, Span span, const std::string& help = "") {
  const SourceFile file{"content/a.md", "first\n" + line + "\nlast\n"};
  Diagnostics diagnostics;
  span.line = 2;
  diagnostics.add(file, span, "this is wrong", help);
  return format_diagnostics(diagnostics);
}

}  // namespace

TEST_CASE("a diagnostic shows its place, its line, a caret and what helps") {
  CHECK(about("phase: strech", {2, 8, 6}, "did you mean 'stretch'?") ==
        "content/a.md:2:8: error: this is wrong\n"
        "  phase: strech\n"
        "         ^~~~~~\n"
        "  help: did you mean 'stretch'?\n"
        "1 error\n");
}

TEST_CASE("without help there is no line for it") {
  CHECK(about("x", {2, 1, 1}) ==
        "content/a.md:2:1: error: this is wrong\n"
        "  x\n"
        "  ^\n"
        "1 error\n");
}

TEST_CASE("tabs stay tabs before the caret") {
  CHECK(about("\ta:\tb", {2, 5, 1}) ==
        "content/a.md:2:5: error: this is wrong\n"
        "  \ta:\tb\n"
        "  \t  \t^\n"
        "1 error\n");
}

TEST_CASE("the caret counts characters, not bytes") {
  CHECK(about("ä“ö”: wrong", {2, 7, 5}) ==
        "content/a.md:2:7: error: this is wrong\n"
        "  ä“ö”: wrong\n"
        "        ^~~~~\n"
        "1 error\n");
  CHECK(about("x: 🧘🧘", {2, 4, 2}) ==
        "content/a.md:2:4: error: this is wrong\n"
        "  x: 🧘🧘\n"
        "     ^~\n"
        "1 error\n");
}

TEST_CASE("the caret stops at the end of the line, and may stand right behind it") {
  CHECK(about("abc", {2, 2, 99}) ==
        "content/a.md:2:2: error: this is wrong\n"
        "  abc\n"
        "   ^~\n"
        "1 error\n");
  CHECK(about("abc", {2, 4, 5}) ==
        "content/a.md:2:4: error: this is wrong\n"
        "  abc\n"
        "     ^\n"
        "1 error\n");
}

TEST_CASE("an empty line and a missing file have no line to show") {
  CHECK(about("", {2, 1, 1}) ==
        "content/a.md:2:1: error: this is wrong\n"
        "1 error\n");
  Diagnostics diagnostics;
  diagnostics.add("site/site.yaml", "this file is missing", "write one");
  CHECK(format_diagnostics(diagnostics) ==
        "site/site.yaml:1:1: error: this file is missing\n"
        "  help: write one\n"
        "1 error\n");
}

TEST_CASE("diagnostics are sorted by path, line, column and message") {
  const SourceFile a{"a.md", "one\ntwo\n"}, b{"b.md", "one\n"};
  Diagnostics diagnostics;
  diagnostics.add(b, {1, 1, 1}, "in b");
  diagnostics.add(a, {2, 1, 1}, "second line");
  diagnostics.add(a, {1, 2, 1}, "second column");
  diagnostics.add(a, {1, 1, 1}, "message y");
  diagnostics.add(a, {1, 1, 1}, "message x");
  std::string order;
  for (const Diagnostic& diagnostic : diagnostics.sorted()) order += diagnostic.message + "|";
  CHECK(order == "message x|message y|second column|second line|in b|");
}

TEST_CASE("lines are sorted as numbers") {
  const SourceFile file{"a.md", std::string(20, '\n')};
  Diagnostics diagnostics;
  diagnostics.add(file, {10, 1, 1}, "ten");
  diagnostics.add(file, {9, 1, 1}, "nine");
  CHECK(format_diagnostics(diagnostics) ==
        "a.md:9:1: error: nine\n"
        "a.md:10:1: error: ten\n"
        "2 errors\n");
}

TEST_CASE("the same problem is reported once, another one at its place too") {
  const SourceFile file{"a.md", "one\n"};
  Diagnostics diagnostics;
  diagnostics.add(file, {1, 1, 3}, "wrong");
  diagnostics.add(file, {1, 1, 3}, "wrong");
  diagnostics.add(file, {1, 1, 3}, "also wrong");
  CHECK(format_diagnostics(diagnostics) ==
        "a.md:1:1: error: also wrong\n"
        "  one\n"
        "  ^~~\n"
        "a.md:1:1: error: wrong\n"
        "  one\n"
        "  ^~~\n"
        "2 errors\n");
}

TEST_CASE("no problem is no error") {
  CHECK(Diagnostics().empty());
  CHECK(format_diagnostics(Diagnostics()) == "0 errors\n");
}

TEST_CASE("did you mean names the nearest word, or nothing") {
  CHECK(did_you_mean("brigde", {"bird-dog", "bridge"}) == "did you mean 'bridge'?");
  CHECK(did_you_mean("walk", {"bird-dog", "bridge"}) == "");
}
