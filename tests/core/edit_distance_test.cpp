#include "base/edit_distance.h"

#include <doctest/doctest.h>

using unclench::edit_distance;
using unclench::nearest_word;

TEST_CASE("equal words are no edit apart") {
  CHECK(edit_distance("", "") == 0);
  CHECK(edit_distance("bridge", "bridge") == 0);
}

TEST_CASE("every insertion, deletion and substitution counts one") {
  CHECK(edit_distance("", "abc") == 3);
  CHECK(edit_distance("abc", "") == 3);
  CHECK(edit_distance("bridge", "bridges") == 1);
  CHECK(edit_distance("bridge", "ridge") == 1);
  CHECK(edit_distance("bridge", "fridge") == 1);
  CHECK(edit_distance("kitten", "sitting") == 3);
}

TEST_CASE("two swapped neighbours count one") {
  CHECK(edit_distance("brigde", "bridge") == 1);
  CHECK(edit_distance("ab", "ba") == 1);
  CHECK(edit_distance("abcd", "badc") == 2);
}

TEST_CASE("letters swapped over a distance are two substitutions") {
  CHECK(edit_distance("abc", "cba") == 2);
}

TEST_CASE("the distance is the same in both directions") {
  CHECK(edit_distance("stretch", "strengthen") == edit_distance("strengthen", "stretch"));
}

TEST_CASE("the nearest word may have a third of its letters wrong") {
  CHECK(nearest_word("brigde", {"bird-dog", "bridge"}) == "bridge");
  CHECK(nearest_word("brXdYe", {"bridge"}) == "bridge");
  CHECK(nearest_word("XrXdYe", {"bridge"}) == "");
  CHECK(nearest_word("so", {"go"}) == "go");
  CHECK(nearest_word("so", {"at"}) == "");
}

TEST_CASE("never more than three letters may be wrong") {
  CHECK(nearest_word("single-knee-to-cXYZt", {"single-knee-to-chest"}) == "single-knee-to-chest");
  CHECK(nearest_word("siWgle-knee-to-cXYZt", {"single-knee-to-chest"}) == "");
}

TEST_CASE("of equally near words the earlier one is named") {
  CHECK(nearest_word("bat", {"dog", "cat", "rat"}) == "cat");
}

TEST_CASE("nothing is near when there is nothing to choose from") {
  CHECK(nearest_word("bridge", {}) == "");
}
