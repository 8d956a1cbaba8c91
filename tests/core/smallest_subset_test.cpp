#include "core/smallest_subset.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <numeric>

#include "core/random.h"

using namespace unclench::core;
using namespace unclench::test;

namespace {

using Set = std::vector<int>;

bool holds(const Set& set, const Set& part) {
  return std::all_of(part.begin(), part.end(), [&](int element) {
    return std::find(set.begin(), set.end(), element) != set.end();
  });
}

}  // namespace

TEST_CASE("of the subsets that are enough the smallest is found, and of those the first") {
  const auto enough = [](const Set& set) {
    return holds(set, {1, 2, 3}) || holds(set, {2, 5}) || holds(set, {3, 4});
  };
  CHECK(smallest_subset({1, 2, 3, 4, 5}, enough) == Set{2, 5});
  CHECK(smallest_subset({5, 4, 3, 2, 1}, enough) == Set{5, 2});
}

TEST_CASE("nothing is taken when nothing is enough already") {
  CHECK(smallest_subset({1, 2}, [](const Set&) { return true; }) == Set{});
}

TEST_CASE("the subset is as small as the smallest of all, for random questions") {
  Random random(5);
  for (int round = 0; round < 500; ++round) {
    const int count = random.between(1, 7);
    Set all(static_cast<std::size_t>(count));
    std::iota(all.begin(), all.end(), 0);
    std::vector<Set> sufficient = {all};
    for (int s = random.below(4); s > 0; --s) {
      Set set;
      for (int element : all)
        if (random.one_in(2)) set.push_back(element);
      sufficient.push_back(set);
    }
    const auto enough = [&](const Set& set) {
      return std::any_of(sufficient.begin(), sufficient.end(),
                         [&](const Set& part) { return holds(set, part); });
    };
    const Set found = smallest_subset(all, enough);
    CHECK(enough(found));
    for (const Set& set : sufficient) CHECK(found.size() <= set.size());
  }
}

TEST_CASE("among very many elements a subset from which none can be spared will do") {
  Set all(40);
  std::iota(all.begin(), all.end(), 0);
  const auto enough = [](const Set& set) {
    return std::count_if(set.begin(), set.end(), [](int e) { return e % 2 == 0; }) >= 10;
  };
  const Set found = smallest_subset(all, enough);
  CHECK(enough(found));
  CHECK(found.size() == 10);
}
