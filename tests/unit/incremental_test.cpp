// A site that is made again with the memory of earlier builds is the same as one that is made from
// nothing. UNCLENCH_SEED and UNCLENCH_EDITS choose another or a longer run.
#include <doctest/doctest.h>

#include <cstdlib>

#include "unit/small_site.h"
#include "unit/synthetic_edition.h"

using namespace unclench;
using namespace unclench::test;

namespace {

#if defined(__SANITIZE_ADDRESS__)
constexpr int usual_edits = 60;
#else
constexpr int usual_edits = 300;
#endif

int number_from(const char* variable, int usual) {
  const char* text = std::getenv(variable);
  return text ? std::atoi(text) : usual;
}

// The first file that differs, with both texts; empty when all are the same.
std::string difference(const FileTree& a, const FileTree& b) {
  for (const auto& [path, bytes] : a) {
    const auto other = b.find(path);
    if (other == b.end()) return path + " is only in the first";
    if (!(bytes == other->second))
      return path + " differs:\n" + bytes.str() + "\n--- and ---\n" + other->second.str();
  }
  for (const auto& [path, bytes] : b)
    if (!a.count(path)) return path + " is only in the second";
  return "";
}

// Says how far the run got when it was sound, and fails at the first difference.
int edit_and_compare(int seed, int edits) {
  Random random(static_cast<std::uint64_t>(seed));
  render::Inputs inputs = synthetic_edition(60, random);
  render::Options options;
  render::SiteMemory memory;
  Author author(inputs, options, random);
  const Made first = make(inputs, options, memory);
  REQUIRE(first.problems == "0 errors\n");
  author.saw(true);
  int sound = 0;
  std::string last[3];
  for (int i = 0; i < edits; ++i) {
    last[0] = last[1], last[1] = last[2];
    last[2] = author.change();
    options.threads = random.one_in(2) ? 1 : 4;
    const Made again = make(inputs, options, memory);
    options.threads = 1;
    const Made fresh = make(inputs, options);
    CAPTURE(seed);
    CAPTURE(i);
    CAPTURE(last[0]);
    CAPTURE(last[1]);
    CAPTURE(last[2]);
    REQUIRE(again.problems == fresh.problems);
    const std::string different = difference(again.files, fresh.files);
    REQUIRE(different == "");
    const bool is_sound = fresh.problems == "0 errors\n";
    author.saw(is_sound);
    if (is_sound) ++sound;
  }
  return sound;
}

}  // namespace

TEST_CASE("after any edit, a site made with a memory is the site made without one") {
  const int edits = number_from("UNCLENCH_EDITS", usual_edits);
  const int sound = edit_and_compare(number_from("UNCLENCH_SEED", 1), edits);
  CHECK(sound >= edits / 4);
}

TEST_CASE("without an edit, everything is taken from the memory") {
  Random random(7);
  const render::Inputs inputs = synthetic_edition(20, random);
  render::SiteMemory memory;
  const Made first = make(inputs, {}, memory);
  const Made again = make(inputs, {}, memory);
  CHECK(again.problems == first.problems);
  for (const auto& [path, bytes] : first.files)
    if (has_ending(path, ".html")) CHECK(again.files.at(path).is(bytes));
}

TEST_CASE("an edit of one text makes its page again, and no other of its kind") {
  Random random(7);
  render::Inputs inputs = synthetic_edition(20, random);
  render::SiteMemory memory;
  const Made first = make(inputs, {}, memory);
  inputs.content["exercises/e007.md"] = inputs.content["exercises/e007.md"].str() + "\nMore.\n";
  const Made again = make(inputs, {}, memory);
  int changed = 0;
  for (const auto& [path, bytes] : first.files)
    if (path.find("exercises/") != std::string::npos && !again.files.at(path).is(bytes)) ++changed;
  CHECK(changed == 2);  // in both languages
  CHECK(
      !again.files.at("exercises/e007/index.html").is(first.files.at("exercises/e007/index.html")));
}
