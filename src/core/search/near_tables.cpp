#include "core/search/near_tables.h"

namespace unclench::core {

NearTables::NearTables(const Instance& instance) : instance_(instance), extents_(instance) {
  for (const CoverageSegment& segment : instance.catalogue->planner.coverage)
    most_units_ += at(segment.units);
}

void NearTables::look_at(const Restriction& restriction, const Relaxation& relaxation) {
  relaxation_ = &relaxation;
  extents_.look_at(restriction, relaxation);
  tabulate_losses();
  tabulate_states();
  list_spots(restriction);
  list_followings();
}

void NearTables::tabulate_losses() {
  const std::size_t stride = most_units_ + 1;
  lacking_.assign(instance_.need.size() * stride, 0);
  wasted_.assign(instance_.need.size() * stride, 0);
  for (std::size_t t = 0; t < instance_.need.size(); ++t) {
    const Worth price = relaxation_->prices().unit[t];
    Worth* const lacking = &lacking_[t * stride];
    Worth* const wasted = &wasted_[t * stride];
    std::size_t unit = 0;
    for (const CoverageSegment& segment : instance_.catalogue->planner.coverage) {
      const Worth gain = Worth{instance_.need[t]} * segment.worth * point - price;
      for (int i = 0; i < segment.units; ++i, ++unit) {
        lacking[unit] = std::max<Worth>(gain, 0);
        wasted[unit + 1] = wasted[unit] + std::max<Worth>(-gain, 0);
      }
    }
    while (unit-- > 0) lacking[unit] += lacking[unit + 1];
  }
}

void NearTables::tabulate_states() {
  const Passages& passages = relaxation_->passages();
  const std::size_t stride = passages.entries().size() + instance_.stations.size();
  states_.resize(stride * at(passages.bends_apart()));
  for (int in = 0; in < passages.bends_apart(); ++in)
    for (int s = 0; s < static_cast<int>(instance_.stations.size()); ++s) {
      Passages::State state;
      std::size_t place = at(in) * stride + passages.first_entry(s) + at(s);
      states_[place] = state;
      for (std::size_t e = passages.first_entry(s); e < passages.last_entry(s); ++e) {
        const Passages::Entry& entry = passages.entries()[e];
        state = Passages::step(state, in, entry, relaxation_->profits()[at(entry.item)]);
        states_[++place] = state;
      }
    }
}

void NearTables::list_followings() {
  followings_.clear();
  for (std::size_t r : relaxation_->open_relations()) {
    const Relation& relation = instance_.relations[r];
    const Worth price = relaxation_->prices().relation[r];
    if (!relation.excludes && price > 0)
      followings_.push_back({relation.first, relation.second, price});
  }
}

void NearTables::list_spots(const Restriction& restriction) {
  spots_.clear();
  ways_.clear();
  changes_.clear();
  for (const Passages::Entry& entry : relaxation_->passages().entries()) {
    const Item& item = instance_.items[at(entry.item)];
    const bool related = !item.after.empty() || !item.followed_by.empty() || !item.excluded.empty();
    const std::size_t first = ways_.size();
    list_ways(restriction, entry);
    spots_.push_back({entry.item, entry.bend, entry.must,
                      relaxation_->profits()[at(entry.item)] > 0, related, first,
                      ways_.size() - 1});
  }
}

void NearTables::list_ways(const Restriction& restriction, const Passages::Entry& entry) {
  const std::size_t first = ways_.size();
  for (int c = 0; c < static_cast<int>(instance_.items[at(entry.item)].choices.size()); ++c)
    if ((restriction.items[at(entry.item)] & option(c)) != 0) add_way(entry, c);
  // There are few, so each moves up past those of less profit.
  for (std::size_t last = first; last < ways_.size(); ++last)
    for (std::size_t i = last; i > first && ways_[i - 1].profit < ways_[i].profit; --i)
      std::swap(ways_[i - 1], ways_[i]);
  add_way(entry, -1);
}

void NearTables::add_way(const Passages::Entry& entry, int index) {
  const std::vector<Choice>& choices = instance_.items[at(entry.item)].choices;
  const Choice* const choice = index < 0 ? nullptr : &choices[at(index)];
  const int* const least = extents_.least_of(entry.item);
  const int* const most = extents_.most_of(entry.item);
  Way way{index, choice ? relaxation_->profit_of(entry.item, index) : 0, changes_.size(), 0};
  const auto add = [&](int amount, int now) {
    changes_.push_back({amount, now, now - (entry.must ? least[amount] : 0), now - most[amount]});
  };
  for (std::size_t i = 0; i < choices[0].work.size(); ++i)
    add(choices[0].work[i].target, choice ? choice->work[i].units : 0);
  add(static_cast<int>(extents_.seconds()), choice ? choice->seconds : 0);
  way.last_change = changes_.size();
  ways_.push_back(way);
}

const Passages::State* NearTables::states(int station, int in) const {
  const Passages& passages = relaxation_->passages();
  const std::size_t stride = passages.entries().size() + instance_.stations.size();
  return &states_[at(in) * stride + passages.first_entry(station) + at(station)];
}

}  // namespace unclench::core
