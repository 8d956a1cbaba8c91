#include "core/smallest_subset.h"

#include <algorithm>

namespace unclench::core {
namespace {

constexpr int most_questions = 300;

class Subsets {
 public:
  Subsets(const std::vector<int>& elements,
          const std::function<bool(const std::vector<int>&)>& enough)
      : elements_(elements), enough_(enough) {}

  std::vector<int> run() {
    for (int element : elements_)
      (enough_(without(elements_, element)) ? spare_ : chosen_).push_back(element);
    for (std::size_t size = 0; size <= spare_.size() && questions_ < most_questions; ++size)
      if (extend(0, size)) return sorted(chosen_);
    return one_by_one();
  }

 private:
  static std::vector<int> without(std::vector<int> set, int element) {
    set.erase(std::find(set.begin(), set.end(), element));
    return set;
  }

  // In the order of the elements.
  std::vector<int> sorted(const std::vector<int>& set) const {
    std::vector<int> in_order;
    for (int element : elements_)
      if (std::find(set.begin(), set.end(), element) != set.end()) in_order.push_back(element);
    return in_order;
  }

  // Adds so many of the spare elements from this one on, so that it is enough.
  bool extend(std::size_t from, std::size_t count) {
    if (count == 0) return ++questions_ <= most_questions && enough_(sorted(chosen_));
    for (std::size_t i = from; i + count <= spare_.size(); ++i) {
      chosen_.push_back(spare_[i]);
      if (extend(i + 1, count - 1)) return true;
      chosen_.pop_back();
    }
    return false;
  }

  std::vector<int> one_by_one() const {
    std::vector<int> set = elements_;
    for (std::size_t i = elements_.size(); i-- > 0;) {
      std::vector<int> fewer = without(set, elements_[i]);
      if (enough_(fewer)) set = std::move(fewer);
    }
    return set;
  }

  const std::vector<int>& elements_;
  const std::function<bool(const std::vector<int>&)>& enough_;
  std::vector<int> chosen_;  // none of these can be spared, and then those that are tried
  std::vector<int> spare_;
  int questions_ = 0;
};

}  // namespace

std::vector<int> smallest_subset(const std::vector<int>& elements,
                                 const std::function<bool(const std::vector<int>&)>& enough) {
  return Subsets(elements, enough).run();
}

}  // namespace unclench::core
