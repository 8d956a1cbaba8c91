// Every folder of tests/cases becomes exactly the site, the errors or the advice that stand beside
// it. When that is meant to change, run the tests once with UNCLENCH_UPDATE=1 and read the
// difference.
#include <doctest/doctest.h>

#include <cstdlib>
#include <set>

#include "unit/case.h"

using namespace unclench;
using namespace unclench::test;

namespace {

void compare(const FileTree& files, const FileTree& expected) {
  for (const auto& [path, bytes] : expected) {
    CAPTURE(path);
    if (!files.count(path))
      FAIL_CHECK("this file is missing in the site");
    else
      CHECK(files.at(path).str() == bytes.str());
  }
  for (const auto& [path, bytes] : files) {
    CAPTURE(path);
    CHECK_MESSAGE(expected.count(path) == 1, "this file should not be in the site");
  }
}

// Problems that no text of an edition can cause: they need files that are none.
const std::set<Problem> of_special_files = {Problem::unreadable, Problem::linked_folder,
                                            Problem::too_large};

// With the advice, where that is what the case is about.
Made made_of(const Case& one) {
  if (one.warns()) return {{}, advice(one.inputs, one.options, one.advice)};
  return make(one.inputs, one.options);
}

}  // namespace

TEST_CASE("every case becomes exactly the site, the errors or the advice beside it") {
  const bool update = std::getenv("UNCLENCH_UPDATE") != nullptr;
  // The small edition comes first, because the others are written down as differences from it.
  std::vector<std::string> names = case_names();
  names.insert(names.begin(), "mini");
  for (const std::string& name : names) {
    CAPTURE(name);
    const Case one = read_case(name);
    Made made = made_of(one);
    if (update) write_expected(one, made);
    if (one.fails() || one.warns()) {
      std::string problems;
      CHECK(read_file(one.folder / "problems.txt", problems) == "");
      CHECK(made.problems == problems);
      CHECK(made.problems != "0 errors\n");
    } else {
      CHECK(made.problems == "0 errors\n");
      if (name != "mini") made.files.erase("sw.js");
      compare(made.files, expected_site(one));
    }
  }
}

TEST_CASE("nothing is advised on the small edition") {
  CHECK(advice(small_inputs(), {}, read_case("mini").advice) == "0 errors\n");
}

TEST_CASE("what is advised is no error, and the other way round") {
  for (const std::string& name : case_names()) {
    CAPTURE(name);
    const Case one = read_case(name);
    if (one.fails()) CHECK(!holds(made_of(one).problems, ": warning: "));
    if (one.warns()) CHECK(!holds(made_of(one).problems, ": error: "));
  }
}

TEST_CASE("every kind of problem that an edition can have appears in a case") {
  std::string problems;
  for (const std::string& name : case_names())
    if (const Case one = read_case(name); one.fails() || one.warns())
      problems += made_of(one).problems;
  for (const ProblemText& text : problem_texts()) {
    CAPTURE(std::string(text.id));
    const bool appears = holds(problems, " [" + std::string(text.id) + "]\n");
    CHECK(appears != (of_special_files.count(text.problem) > 0));
  }
}
