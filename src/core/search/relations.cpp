#include "core/search/relations.h"

#include <algorithm>

namespace unclench::core {

void Relations::restrict_to(const Restriction& restriction) {
  open_.clear();
  for (std::size_t r = 0; r < instance_.relations.size(); ++r) {
    const Relation& relation = instance_.relations[r];
    if (!restriction.may_be_in(relation.second)) continue;
    const bool kept = relation.excludes ? !restriction.may_be_in(relation.first)
                                        : restriction.must_be_in(relation.first);
    if (!kept) open_.push_back(r);
  }
}

Worth Relations::charge(const Prices& prices, std::vector<Worth>& surcharges) const {
  Worth constant = 0;
  std::fill(surcharges.begin(), surcharges.end(), 0);
  for (std::size_t r : open_) {
    const Relation& relation = instance_.relations[r];
    const Worth price = prices.relation[r];
    surcharges[at(relation.second)] += price;
    surcharges[at(relation.first)] += relation.excludes ? price : -price;
    if (relation.excludes) constant += price;
  }
  return constant;
}

std::vector<Worth> Relations::slope(const std::vector<Chosen>& path) const {
  std::vector<Worth> slope(instance_.relations.size(), 0);
  if (open_.empty()) return slope;
  std::vector<char> in(instance_.items.size(), 0);
  for (const Chosen& chosen : path) in[at(chosen.item)] = 1;
  for (std::size_t r : open_) {
    const Relation& relation = instance_.relations[r];
    const Worth first = in[at(relation.first)], second = in[at(relation.second)];
    slope[r] = relation.excludes ? 1 - first - second : first - second;
  }
  return slope;
}

}  // namespace unclench::core
