#include "milp/model.h"

#include <algorithm>

#include "milp/lp_text.h"

namespace unclench::milp {
namespace {

using namespace core;

constexpr const char* bend_names[] = {"none", "flexion", "extension"};
constexpr int bends = 3;

// What bend is left after an item; -1 when it may not follow that bend.
int bend_after(const Item& item, int bend, bool directions) {
  if (!directions || item.rest || item.direction == Direction::neutral) return 0;
  if (item.direction == Direction::rotation) return bend;
  const int own = item.direction == Direction::flexion ? 1 : 2;
  return bend == 0 || bend == own ? own : -1;
}

Flags usable_on_any(const Catalogue& catalogue, const Request& request) {
  Flags usable(catalogue.movements.size(), false);
  for (int surface : lying_surfaces(catalogue, request)) {
    const Flags here = usable_movements(catalogue, request, surface);
    for (std::size_t m = 0; m < usable.size(); ++m) usable[m] = usable[m] || here[m];
  }
  return usable;
}

class Model {
 public:
  Model(const Catalogue& catalogue, const Request& request, const Rules& rules)
      : catalogue_(catalogue),
        request_(request),
        rules_(rules),
        instance_(
            make_instance(catalogue, request, usable_on_any(catalogue, request), request.include)),
        text_(
            "The best routine for one request, as a mixed-integer linear program.\n"
            "Its optimum is the score of the routine.") {}

  std::string take() {
    list_ways();
    list_coverage();
    text_.maximise(score_);
    one_routine();
    for (std::size_t s = 0; s < instance_.stations.size(); ++s) pass_station(static_cast<int>(s));
    order_stations();
    relate_items();
    lie_on_one_surface();
    text_.constraint("time", time_, "<=", instance_.seconds);
    if (rules_.position_changes)
      text_.constraint("position_changes", changes_, "<=", instance_.position_changes);
    for (std::size_t t = 0; t < work_.size(); ++t)
      if (!covered_[t].empty()) {
        std::vector<Term> terms = covered_[t];
        for (const Term& term : work_[t]) terms.push_back({-term.factor, term.variable});
        text_.constraint("work_" + name(catalogue_.targets[t].id), terms, "<=", 0);
      }
    if (!instance_.possible)
      text_.constraint("asked_for_what_is_shut_out", {{0, "nothing"}}, "=", 1);
    return text_.take();
  }

 private:
  // Ids with the only character that they may have and names may not put right.
  static std::string name(std::string id) {
    std::replace(id.begin(), id.end(), '-', '_');
    return id;
  }

  const Station& station(int index) const { return instance_.stations[at(index)]; }
  const Item& item(int index) const { return instance_.items[at(index)]; }

  std::string layer_name(int layer) const {
    if (layer == 0) return "open";
    if (layer == closing_layer(instance_)) return "close";
    return name(catalogue_.phases[at(layer)].id);
  }
  std::string station_name(int index) const {
    return layer_name(station(index).layer) + "_" +
           name(catalogue_.postures[at(station(index).posture)].id);
  }
  std::string item_name(int index) const {
    const std::string id = name(catalogue_.movements[at(item(index).movement)].id);
    return item(index).rest ? layer_name(station(item(index).station).layer) + "_" + id : id;
  }
  std::string use(int index, const Choice& choice) const {
    return "use_" + item_name(index) + "_" + std::to_string(choice.dose.step);
  }
  std::string only(int index, const Choice& choice) const {
    return "only_" + item_name(index) + "_" + std::to_string(choice.dose.step);
  }
  std::string take_name(int index, int bend) const {
    return "take_" + item_name(index) + "_" + bend_names[bend];
  }
  std::string skip_name(int index, int bend) const {
    return "skip_" + item_name(index) + "_" + bend_names[bend];
  }
  std::string start_name(int index) const { return "start_" + station_name(index); }
  std::string finish_name(int index, int bend) const {
    return "finish_" + station_name(index) + "_" + bend_names[bend];
  }
  std::string go_name(int from, int to, int bend) const {
    return "go_" + station_name(from) + "_to_" + station_name(to) + "_" + bend_names[bend];
  }
  std::string rank_name(int index) const { return "rank_" + station_name(index); }

  bool may_start(int index) const {
    return (!rules_.opening_rest || station(index).layer == 0) &&
           may_begin(instance_, rules_, station(index).posture);
  }
  bool may_finish(int index) const {
    return !rules_.closing_rest || station(index).layer == closing_layer(instance_);
  }
  bool may_go(int from, int to) const {
    const int a = station(from).layer, b = station(to).layer;
    return a < b || (a == b && from != to && !is_rest_layer(instance_, a));
  }

  std::vector<Term> uses(int index, std::int64_t factor = 1) const {
    std::vector<Term> terms;
    for (const Choice& choice : item(index).choices) terms.push_back({factor, use(index, choice)});
    return terms;
  }

  static void append(std::vector<Term>& terms, const std::vector<Term>& more) {
    terms.insert(terms.end(), more.begin(), more.end());
  }

  // What each dose and each change of position brings and takes.
  void list_ways() {
    work_.resize(catalogue_.targets.size());
    for (std::size_t i = 0; i < instance_.items.size(); ++i) {
      const int index = static_cast<int>(i);
      for (const Choice& choice : item(index).choices) {
        add_dose(use(index, choice), choice);
        const Station& here = station(item(index).station);
        if (!item(index).rest || here.layer != 0 || !may_begin(instance_, rules_, here.posture))
          continue;
        add_dose(only(index, choice), choice);
        add_first_change(only(index, choice), here.posture);
        only_.push_back({1, only(index, choice)});
      }
    }
    const int stations = static_cast<int>(instance_.stations.size());
    for (int first = 0; first < stations; ++first)
      if (may_start(first)) add_first_change(start_name(first), station(first).posture);
    for (int from = 0; from < stations; ++from)
      for (int to = 0; to < stations; ++to)
        for (int bend = 0; bend < bends && may_go(from, to); ++bend) {
          const std::string variable = go_name(from, to, bend);
          text_.binary(variable);
          const int a = station(from).posture, b = station(to).posture;
          if (a == b) continue;
          const PositionChange& change = position_change(instance_, a, b);
          score_.push_back({-change.strain, variable});
          time_.push_back({change.seconds, variable});
          changes_.push_back({1, variable});
        }
  }

  void add_first_change(const std::string& variable, int posture) {
    if (is_first_change(instance_, posture) == 0) return;
    const PositionChange change = first_change(instance_, posture);
    text_.binary(variable);
    score_.push_back({-change.strain, variable});
    time_.push_back({change.seconds, variable});
    changes_.push_back({1, variable});
  }

  void add_dose(const std::string& variable, const Choice& choice) {
    text_.binary(variable);
    score_.push_back({choice.fit, variable});
    time_.push_back({choice.seconds, variable});
    for (const Work& work : choice.work) work_[at(work.target)].push_back({work.units, variable});
  }

  // The stretches of the coverage; they fill in order by themselves, since each is worth less.
  void list_coverage() {
    covered_.resize(catalogue_.targets.size());
    for (std::size_t t = 0; t < catalogue_.targets.size(); ++t) {
      int stretch = 0;
      for (const CoverageSegment& segment : catalogue_.planner.coverage) {
        const std::int64_t worth = std::int64_t{instance_.need[t]} * segment.worth;
        ++stretch;
        if (worth == 0 || work_[t].empty()) continue;
        const std::string variable =
            "units_" + name(catalogue_.targets[t].id) + "_" + std::to_string(stretch);
        text_.bounded(variable, segment.units);
        score_.push_back({worth, variable});
        covered_[t].push_back({1, variable});
      }
    }
  }

  // One way through the stations, or a single rest that both opens and closes.
  void one_routine() {
    std::vector<Term> starts = only_;
    for (std::size_t s = 0; s < instance_.stations.size(); ++s)
      if (may_start(static_cast<int>(s))) starts.push_back({1, start_name(static_cast<int>(s))});
    if (starts.empty()) starts.push_back({0, "nothing"});
    text_.constraint("one_routine", starts, "=", 1);
  }

  std::vector<Term> arriving(int index, int bend) {
    std::vector<Term> terms;
    if (bend == 0 && may_start(index)) {
      terms.push_back({1, start_name(index)});
      text_.binary(start_name(index));
    }
    for (int from = 0; from < static_cast<int>(instance_.stations.size()); ++from)
      if (may_go(from, index)) terms.push_back({1, go_name(from, index, bend)});
    return terms;
  }

  std::vector<Term> leaving(int index, int bend) {
    std::vector<Term> terms;
    if (may_finish(index)) {
      terms.push_back({1, finish_name(index, bend)});
      text_.binary(finish_name(index, bend));
    }
    for (int to = 0; to < static_cast<int>(instance_.stations.size()); ++to)
      if (may_go(index, to)) terms.push_back({1, go_name(index, to, bend)});
    return terms;
  }

  // The way leads from item to item, taking or skipping each, and knows the bend of the back.
  void pass_station(int index) {
    const std::string here = station_name(index);
    std::vector<Term> balance[bends];  // what comes in less what goes out, at the next item
    std::vector<Term> visits, taken;
    for (int bend = 0; bend < bends; ++bend) {
      balance[bend] = arriving(index, bend);
      append(visits, balance[bend]);
    }
    text_.constraint("once_" + here, visits, "<=", 1);
    for (int each : station(index).items) {
      std::vector<Term> next[bends];
      std::vector<Term> takes;
      for (int bend = 0; bend < bends; ++bend) {
        std::vector<Term> flow = balance[bend];
        flow.push_back({-1, skip_name(each, bend)});
        text_.binary(skip_name(each, bend));
        next[bend].push_back({1, skip_name(each, bend)});
        if (const int then = bend_after(item(each), bend, rules_.directions); then >= 0) {
          flow.push_back({-1, take_name(each, bend)});
          text_.binary(take_name(each, bend));
          takes.push_back({1, take_name(each, bend)});
        }
        text_.constraint("at_" + item_name(each) + "_" + bend_names[bend], flow, "=", 0);
      }
      for (int bend = 0; bend < bends; ++bend)
        if (const int then = bend_after(item(each), bend, rules_.directions); then >= 0)
          next[then].push_back({1, take_name(each, bend)});
      append(taken, takes);
      append(takes, uses(each, -1));
      text_.constraint("dose_" + item_name(each), takes, "=", 0);
      for (int bend = 0; bend < bends; ++bend) balance[bend] = std::move(next[bend]);
    }
    for (int bend = 0; bend < bends; ++bend) {
      for (const Term& term : leaving(index, bend))
        balance[bend].push_back({-term.factor, term.variable});
      text_.constraint("after_" + here + "_" + bend_names[bend], balance[bend], "=", 0);
    }
    for (const Term& term : visits) taken.push_back({-term.factor, term.variable});
    text_.constraint("some_" + here, taken, ">=", 0);
  }

  // Inside a layer the ranks of the stations rise along the way, so that it has no separate rings.
  void order_stations() {
    const int stations = static_cast<int>(instance_.stations.size());
    for (int from = 0; from < stations; ++from) {
      const int count = stations_in(station(from).layer);
      if (count < 2 || is_rest_layer(instance_, station(from).layer)) continue;
      text_.bounded(rank_name(from), count - 1);
      for (int to = 0; to < stations; ++to) {
        if (to == from || station(to).layer != station(from).layer) continue;
        std::vector<Term> terms = {{1, rank_name(to)}, {-1, rank_name(from)}};
        for (int bend = 0; bend < bends; ++bend) terms.push_back({-count, go_name(from, to, bend)});
        text_.constraint("order_" + station_name(from) + "_" + station_name(to), terms,
                         ">=", 1 - count);
      }
    }
  }

  int stations_in(int layer) const {
    return static_cast<int>(std::count_if(instance_.stations.begin(), instance_.stations.end(),
                                          [&](const Station& s) { return s.layer == layer; }));
  }

  void relate_items() {
    for (std::size_t i = 0; i < instance_.items.size(); ++i) {
      const int index = static_cast<int>(i);
      if (!item(index).usable) text_.constraint("shut_" + item_name(index), uses(index), "=", 0);
      if (item(index).locked) text_.constraint("asked_" + item_name(index), uses(index), "=", 1);
      for (int before : item(index).after) follow(index, before);
      for (int other : item(index).excluded)
        if (other < index) {
          std::vector<Term> terms = uses(index);
          append(terms, uses(other));
          text_.constraint("beside_" + item_name(index) + "_" + item_name(other), terms, "<=", 1);
        }
    }
    for (int rest : instance_.locked_rests) {
      std::vector<Term> terms;
      for (std::size_t i = 0; i < instance_.items.size(); ++i) {
        const int index = static_cast<int>(i);
        if (item(index).movement != rest) continue;
        append(terms, uses(index));
        if (station(item(index).station).layer == 0)
          for (const Choice& choice : item(index).choices)
            if (may_begin(instance_, rules_, station(item(index).station).posture))
              terms.push_back({1, only(index, choice)});
      }
      text_.constraint("asked_rest_" + name(catalogue_.movements[at(rest)].id), terms, ">=", 1);
    }
  }

  void follow(int index, int before) {
    std::vector<Term> terms = uses(index);
    append(terms, uses(before, -1));
    const std::string both = item_name(index) + "_" + item_name(before);
    text_.constraint("follow_" + both, terms, "<=", 0);
    const int here = item(index).station, there = item(before).station;
    if (here == there || station(here).layer != station(there).layer) return;
    const int count = stations_in(station(here).layer);
    terms = {{1, rank_name(here)}, {-1, rank_name(there)}};
    append(terms, uses(index, -count));
    text_.constraint("later_" + both, terms, ">=", 1 - count);
  }

  void lie_on_one_surface() {
    const std::vector<int> surfaces = lying_surfaces(catalogue_, request_);
    if (surfaces.size() < 2) return;
    std::vector<Term> one;
    for (int surface : surfaces) {
      one.push_back({1, "lie_" + name(catalogue_.surfaces[at(surface)].id)});
      text_.binary(one.back().variable);
    }
    text_.constraint("one_lying_surface", one, "=", 1);
    for (std::size_t i = 0; i < instance_.items.size(); ++i) {
      const int index = static_cast<int>(i);
      const Movement& movement = catalogue_.movements[at(item(index).movement)];
      if (!catalogue_.postures[at(movement.posture)].lying) continue;
      std::vector<Term> terms = uses(index);
      for (int surface : surfaces)
        if (contains(movement.surfaces, surface))
          terms.push_back({-1, "lie_" + name(catalogue_.surfaces[at(surface)].id)});
      if (terms.size() < item(index).choices.size() + surfaces.size())
        text_.constraint("lying_" + item_name(index), terms, "<=", 0);
    }
  }

  const Catalogue& catalogue_;
  const Request& request_;
  const Rules& rules_;
  const Instance instance_;
  LpText text_;
  std::vector<Term> score_, time_, changes_, only_;
  std::vector<std::vector<Term>> work_;     // by target
  std::vector<std::vector<Term>> covered_;  // by target
};

}  // namespace

std::string model_text(const Catalogue& catalogue, const Request& request, const Rules& rules) {
  return Model(catalogue, request, rules).take();
}

}  // namespace unclench::milp
