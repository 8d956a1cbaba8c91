#include "base/problem.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>

using namespace unclench;

TEST_CASE("every problem has an id of its own, in lower case with hyphens, and is explained") {
  std::set<std::string_view> ids;
  int place = 0;
  for (const ProblemText& text : problem_texts()) {
    CAPTURE(std::string(text.id));
    CHECK(static_cast<int>(text.problem) == place++);
    CHECK(ids.insert(text.id).second);
    CHECK(std::all_of(text.id.begin(), text.id.end(), [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    }));
    CHECK(text.id.front() != '-');
    CHECK(text.id.back() != '-');
    CHECK(!text.title.empty());
    CHECK(text.title.back() != '.');
    CHECK(text.explanation.size() > text.id.size());
    CHECK(text.explanation.back() == '.');
    CHECK(id_of(text.problem) == text.id);
    CHECK(find_problem(text.id) == &text);
  }
  CHECK(place == static_cast<int>(Problem::old_review) + 1);
}

TEST_CASE("an id that is none has no explanation") {
  CHECK(find_problem("no-such-problem") == nullptr);
  CHECK(find_problem("") == nullptr);
}
