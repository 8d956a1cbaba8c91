// The same folders always become the same site.
#include <doctest/doctest.h>

#include "unit/scratch.h"
#include "unit/small_site.h"
#include "unit/synthetic_edition.h"

using namespace unclench;
using namespace unclench::test;

TEST_CASE("one thread and eight make the same site and the same errors") {
  Random random(3);
  render::Inputs inputs = synthetic_edition(60, random);
  render::Options one, eight;
  eight.threads = 8;
  CHECK(make(inputs, one).files == make(inputs, eight).files);
  for (int i = 1; i < 40; i += 3) {
    const std::string path =
        "exercises/e0" + std::string(i < 10 ? "0" : "") + std::to_string(i) + ".md";
    inputs.content[path] = inputs.content.at(path).str() + "\n[a](/nowhere/) <b>\n\n::: nte\n:::\n";
  }
  inputs.site["templates/term.mustache"] = "{{titel}}<a href=\"/x/\">";
  const Made sequential = make(inputs, one);
  for (int i = 0; i < 5; ++i) {
    const Made parallel = make(inputs, eight);
    CHECK(parallel.problems == sequential.problems);
    CHECK(parallel.files == sequential.files);
  }
}

TEST_CASE("one thread and eight give the same advice") {
  Random random(5);
  const render::Inputs inputs = synthetic_edition(200, random);
  lint::Options one, eight;
  one.today = eight.today = "2026-11-21";
  one.pedantic = eight.pedantic = true;
  eight.threads = 8;
  const std::string sequential = advice(inputs, {}, one);
  CHECK(sequential != "0 errors\n");
  for (int i = 0; i < 5; ++i) CHECK(advice(inputs, {}, eight) == sequential);
}

TEST_CASE("the order in which files were written does not matter") {
  const FileTree content = small_inputs().content;
  const Scratch forwards, backwards;
  for (const auto& [path, bytes] : content) forwards.write(path, bytes);
  for (auto file = content.rbegin(); file != content.rend(); ++file)
    backwards.write(file->first, file->second);
  CHECK(tree_at(forwards.folder()) == content);
  CHECK(tree_at(backwards.folder()) == content);
}

TEST_CASE("a memory of another edition does no harm") {
  Random random(4);
  render::SiteMemory memory;
  make(synthetic_edition(30, random), {}, memory);
  const Made made = make(small_inputs(), {}, memory);
  CHECK(made.problems == "0 errors\n");
  CHECK(made.files == make(small_inputs()).files);
}
