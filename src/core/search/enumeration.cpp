#include "core/search/enumeration.h"

#include <algorithm>
#include <climits>

namespace unclench::core {
namespace {

struct Span {
  int least = 0;
  int most = 0;
};

// What the coverage of one target at least falls short of what the bound counts on, by how many
// units of work there will be.
class Shortfall {
 public:
  Shortfall(const PlannerSettings& planner, int need, Worth price, int most_units) {
    gains_.reserve(at(most_units));
    int units = 0;
    const auto add = [&](int count, Worth gain) {
      for (; count > 0 && units < most_units; --count, ++units) gains_.push_back(gain);
      if (gain > 0) missing_ += count * gain;
    };
    for (const CoverageSegment& segment : planner.coverage)
      add(segment.units, Worth{need} * segment.worth * point - price);
    add(most_units, -price);
    // Units that it lacks of those that pay, and units that it has of those that do not.
    lacking_.assign(gains_.size() + 1, missing_);
    wasted_.assign(gains_.size() + 1, 0);
    for (std::size_t u = gains_.size(); u-- > 0;)
      lacking_[u] = lacking_[u + 1] + std::max<Worth>(gains_[u], 0);
    for (std::size_t u = 0; u < gains_.size(); ++u)
      wasted_[u + 1] = wasted_[u] - std::min<Worth>(gains_[u], 0);
  }

  Worth of(const Span& units) const { return lacking_[at(units.most)] + wasted_[at(units.least)]; }

 private:
  Worth missing_ = 0;  // of units beyond what is possible
  std::vector<Worth> gains_, lacking_, wasted_;
};

class Enumeration {
 public:
  Enumeration(const Enumerated& problem, int step_limit, Worth least,
              const std::function<Worth(const Restriction&)>& visit)
      : problem_(problem),
        instance_(problem.instance),
        restriction_(problem.restriction),
        prices_(problem.prices),
        decided_(problem.restriction),
        bound_(problem.base),
        steps_left_(step_limit),
        least_(least),
        visit_(visit) {
    spans_.resize(prices_.unit.size());
    for (std::size_t i = 0; i < restriction_.items.size(); ++i)
      if (restriction_.may_be_in(static_cast<int>(i))) list(static_cast<int>(i));
    std::stable_sort(open_.begin(), open_.end(), [](const Open& a, const Open& b) {
      return a.second_loss() > b.second_loss();
    });
  }

  bool run() {
    if (bound_ < least_ || !bends_can_be_kept_apart()) return --steps_left_ >= 0;
    shortfalls_.reserve(spans_.size());
    for (std::size_t t = 0; t < spans_.size(); ++t) {
      shortfalls_.emplace_back(instance_.catalogue->planner, instance_.need[t], prices_.unit[t],
                               spans_[t].most);
      shortfall_ += shortfalls_[t].of(spans_[t]);
    }
    return decide(0, 0);
  }

  int steps_left() const { return steps_left_; }

 private:
  struct Way {
    Options bit = 0;
    Worth loss = 0;  // against the best one, at the prices
    int seconds = 0;
    const std::vector<Work>* work = nullptr;
  };
  struct Open {
    std::size_t item = 0;
    std::vector<Way> options;  // the best first
    Span seconds;
    std::vector<std::pair<int, Span>> units;  // by target
    Worth second_loss() const { return options[1].loss; }
  };

  void list(int item) {
    Open open;
    open.item = at(item);
    for (std::size_t c = 0; c < instance_.items[at(item)].choices.size(); ++c) {
      if ((restriction_.items[at(item)] & option(static_cast<int>(c))) == 0) continue;
      const Choice& choice = instance_.items[at(item)].choices[c];
      open.options.push_back(
          {option(static_cast<int>(c)), -profit_at(choice, prices_), choice.seconds, &choice.work});
    }
    if (!restriction_.must_be_in(item)) open.options.push_back({leaving_out, 0, 0, nullptr});
    std::stable_sort(open.options.begin(), open.options.end(),
                     [](const Way& a, const Way& b) { return a.loss < b.loss; });
    const Worth best = open.options.front().loss;
    for (Way& each : open.options) each.loss -= best;
    bound_ -= best;
    span(open);
    widen(open, 1);
    if (open.options.size() > 1) open_.push_back(std::move(open));
  }

  // The least and the most that the options of an item take and give.
  void span(Open& open) const {
    open.seconds = {open.options.front().seconds, open.options.front().seconds};
    for (const Way& each : open.options) {
      open.seconds.least = std::min(open.seconds.least, each.seconds);
      open.seconds.most = std::max(open.seconds.most, each.seconds);
      if (each.work)
        for (const Work& work : *each.work) add_target(open, work.target);
    }
    for (auto& [target, units] : open.units) {
      units = {INT_MAX, 0};
      for (const Way& each : open.options) {
        const int own = units_of(each, target);
        units = {std::min(units.least, own), std::max(units.most, own)};
      }
    }
  }

  static void add_target(Open& open, int target) {
    for (const auto& known : open.units)
      if (known.first == target) return;
    open.units.push_back({target, {}});
  }

  static int units_of(const Way& each, int target) {
    if (each.work)
      for (const Work& work : *each.work)
        if (work.target == target) return work.units;
    return 0;
  }

  void move(int target, int least, int most) {
    Span& span = spans_[at(target)];
    const bool known = !shortfalls_.empty();
    if (known) shortfall_ -= shortfalls_[at(target)].of(span);
    span.least += least;
    span.most += most;
    if (known) shortfall_ += shortfalls_[at(target)].of(span);
  }

  // What an item that is not settled may take and give, and what one that is does.
  void widen(const Open& open, int sign) {
    time_.least += sign * open.seconds.least;
    time_.most += sign * open.seconds.most;
    for (const auto& [target, units] : open.units)
      move(target, sign * units.least, sign * units.most);
  }
  void settle(const Way& way, int sign) {
    time_.least += sign * way.seconds;
    time_.most += sign * way.seconds;
    if (way.work)
      for (const Work& work : *way.work) move(work.target, sign * work.units, sign * work.units);
  }

  // Whether the option goes with what is decided about the items that it depends on.
  bool fits(std::size_t index, const Way& way) const {
    const Item& item = instance_.items[index];
    const auto may_be_in = [&](int other) { return decided_.may_be_in(other); };
    const auto must_be_in = [&](int other) { return decided_.must_be_in(other); };
    if (way.bit == leaving_out)
      return std::none_of(item.followed_by.begin(), item.followed_by.end(), must_be_in);
    return std::all_of(item.after.begin(), item.after.end(), may_be_in) &&
           std::none_of(item.excluded.begin(), item.excluded.end(), must_be_in);
  }

  // Whatever is still open may stand between what bends one way and what bends the other.
  bool bends_can_be_kept_apart() const {
    if (!problem_.in_order) return true;
    Direction bend = instance_.start.bend;
    for (int index : *problem_.in_order) {
      if (!decided_.may_be_in(index)) continue;
      const Item& item = instance_.items[at(index)];
      if (keeps_apart(item)) bend = Direction::neutral;
      if (keeps_apart(item) || item.direction == Direction::rotation || !decided_.must_be_in(index))
        continue;
      if (bend != Direction::neutral && bend != item.direction) return false;
      bend = item.direction;
    }
    return true;
  }

  bool decide(std::size_t depth, Worth loss) {
    if (--steps_left_ < 0) return false;
    Worth bound = bound_ - loss - shortfall_;
    if (problem_.exact && time_.most < problem_.seconds)
      bound -= (problem_.seconds - time_.most) * prices_.second;
    if (bound < least_) return true;
    if (depth == open_.size()) {
      least_ = visit_(decided_);
      return true;
    }
    const Open& open = open_[depth];
    widen(open, -1);
    bool complete = true;
    for (const Way& each : open.options) {
      if (bound_ - loss - each.loss < least_) break;
      if (!fits(open.item, each)) continue;
      decided_.items[open.item] = each.bit;
      if (!bends_can_be_kept_apart()) continue;
      settle(each, 1);
      complete = time_.least > problem_.seconds || decide(depth + 1, loss + each.loss);
      settle(each, -1);
      if (!complete) break;
    }
    decided_.items[open.item] = restriction_.items[open.item];
    widen(open, 1);
    return complete;
  }

  const Enumerated& problem_;
  const Instance& instance_;
  const Restriction& restriction_;
  const Prices& prices_;
  Restriction decided_;
  Worth bound_;
  int steps_left_;
  Worth least_;
  const std::function<Worth(const Restriction&)>& visit_;
  std::vector<Open> open_;
  Span time_;
  std::vector<Span> spans_;  // of units, by target
  std::vector<Shortfall> shortfalls_;
  Worth shortfall_ = 0;
};

}  // namespace

bool enumerate(const Enumerated& problem, int step_limit, Worth least, std::int64_t& steps,
               const std::function<Worth(const Restriction&)>& visit) {
  Enumeration enumeration(problem, step_limit, least, visit);
  const bool complete = enumeration.run();
  steps += step_limit - enumeration.steps_left();
  return complete;
}

}  // namespace unclench::core
