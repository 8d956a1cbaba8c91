// The best routine by trying every one. Shares nothing with the planner but the catalogue's types:
// what a routine is, how long it takes and what it is worth are written down here a second time.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <functional>
#include <utility>
#include <vector>

#include "core/request.h"

namespace unclench::test {

struct OracleStep {
  int movement = 0;
  int dose = 0;  // its place among the movement's doses, from the smallest
  int hold = 0, repetitions = 0, sets = 0;
  int step = 0;     // the highest dose step that gives it
  int units = 0;    // of work for each point of weight
  int seconds = 0;  // doing, without getting ready
};

struct OracleBest {
  bool found = false;
  std::int64_t score = 0;
  int changes = 0;
  int seconds = 0;
  int lying_surface = 0;
  std::vector<OracleStep> steps;
};

class Oracle {
 public:
  Oracle(const core::Catalogue& catalogue, const core::Request& request)
      : catalogue_(catalogue),
        request_(request),
        planner_(catalogue.planner),
        stage_(catalogue.planner.stages[static_cast<std::size_t>(request.stage)]) {
    for (std::size_t m = 0; m < catalogue.movements.size(); ++m)
      doses_.push_back(allowed(m) ? doses_of(catalogue.movements[m]) : std::vector<OracleStep>());
  }

  // Rest opens and closes whenever that is possible; to open is worth more than to close.
  OracleBest run() {
    for (const auto& [opens, closes] : {std::pair(true, true), std::pair(true, false),
                                        std::pair(false, true), std::pair(false, false)}) {
      best_ = {};
      must_open_ = opens;
      must_close_ = closes;
      extend();
      if (best_.found) break;
    }
    return best_;
  }

  // Calls back for every routine that keeps the rules, whether it opens and closes with rest or
  // not.
  void for_each(const std::function<void(const std::vector<OracleStep>&, std::int64_t)>& visit) {
    visit_ = visit;
    must_open_ = must_close_ = false;
    extend();
  }

 private:
  const core::Movement& at(const OracleStep& step) const {
    return catalogue_.movements[static_cast<std::size_t>(step.movement)];
  }
  bool is_rest(const OracleStep& step) const { return at(step).phase == 0; }

  bool allowed(std::size_t m) const {
    const core::Movement& movement = catalogue_.movements[m];
    for (std::size_t c = 0; c < movement.conditions.size(); ++c)
      if ((request_.conditions >> c & 1u) != 0 &&
          movement.conditions[c].verdict == core::Verdict::avoid)
        return false;
    return movement.not_offered.empty() && !request_.exclude[m] &&
           movement.doses[static_cast<std::size_t>(request_.stage)] &&
           movement.load <= stage_.maximum_load && (movement.surfaces & request_.surfaces) != 0 &&
           (movement.needs_one_of == 0 || (movement.needs_one_of & request_.equipment) != 0);
  }

  // A third of the way for each step, to the nearest whole number; thirds never lie half-way.
  static int walked(core::Range range, int step) {
    return range.low + ((range.high - range.low) * step * 2 + 3) / 6;
  }

  std::vector<OracleStep> doses_of(const core::Movement& movement) const {
    const core::DoseRange& range = *movement.doses[static_cast<std::size_t>(request_.stage)];
    std::vector<OracleStep> doses;
    for (int step = 0; step < 4; ++step) {
      OracleStep dose;
      dose.movement = static_cast<int>(&movement - catalogue_.movements.data());
      dose.hold = walked(range.hold, step);
      dose.repetitions = walked(range.repetitions, step);
      dose.sets = walked(range.sets, step);
      dose.step = step;
      dose.units = planner_.dose_units[static_cast<std::size_t>(step)];
      for (int set = 0; set < dose.sets; ++set) {
        if (set > 0) dose.seconds += range.rest;
        for (int side = 0; side < movement.sides; ++side) {
          if (side > 0) dose.seconds += planner_.switch_sides;
          for (int r = 0; r < dose.repetitions; ++r) dose.seconds += dose.hold + movement.tempo;
        }
      }
      const bool same = !doses.empty() && doses.back().hold == dose.hold &&
                        doses.back().repetitions == dose.repetitions &&
                        doses.back().sets == dose.sets;
      if (same) doses.pop_back();  // one dose counts with the highest of its steps
      dose.dose = static_cast<int>(doses.size());
      doses.push_back(dose);
    }
    const core::Range steps =
        request_.doses[static_cast<std::size_t>(&movement - &catalogue_.movements[0])];
    const auto first = std::find_if(doses.begin(), doses.end(),
                                    [&](const OracleStep& dose) { return dose.step >= steps.low; });
    const auto last = std::find_if(first, doses.end(),
                                   [&](const OracleStep& dose) { return dose.step >= steps.high; });
    return {first, std::next(last)};
  }

  void extend() {
    if (!steps_.empty() && keeps_rules()) consider();
    for (std::size_t m = 0; m < doses_.size(); ++m)
      for (const OracleStep& dose : doses_[m]) {
        if (!may_come_next(dose)) continue;
        steps_.push_back(dose);
        if (seconds() <= request_.minutes * 60) extend();
        steps_.pop_back();
      }
  }

  // Phases never go back but for a closing rest; a movement stands once; movements of one phase and
  // posture stand together, in catalogue order.
  bool may_come_next(const OracleStep& next) const {
    if (steps_.empty()) return true;
    const OracleStep& last = steps_.back();
    if (steps_.size() > 1 && is_rest(last)) return false;  // it closes
    if (is_rest(next)) return true;
    if (at(next).phase < at(last).phase) return false;
    if (at(next).phase == at(last).phase && at(next).posture == at(last).posture)
      return next.movement > last.movement;
    for (const OracleStep& step : steps_)
      if (at(step).phase == at(next).phase && at(step).posture == at(next).posture) return false;
    return true;
  }

  bool keeps_rules() const {
    if (must_open_ && !is_rest(steps_.front())) return false;
    if (must_close_ && !is_rest(steps_.back())) return false;
    for (std::size_t m = 0; m < doses_.size(); ++m)
      if (request_.include[m] && !stands(static_cast<int>(m), steps_.size())) return false;
    if (request_.position_changes >= 0 && changes() > request_.position_changes) return false;
    if (stage_.stay_first && posture_before(0) != at(steps_[0]).posture) return false;
    return changes() <= stage_.position_changes && follows() && no_part_twice() && bends_apart() &&
           lying_surface() >= 0;
  }

  // Whether the movement is among the first steps.
  bool stands(int movement, std::size_t count) const {
    return std::any_of(steps_.begin(), steps_.begin() + static_cast<std::ptrdiff_t>(count),
                       [&](const OracleStep& step) { return step.movement == movement; });
  }

  bool follows() const {
    for (std::size_t i = 0; i < steps_.size(); ++i)
      for (int before : at(steps_[i]).after)
        if (!stands(before, i)) return false;
    return true;
  }

  bool no_part_twice() const {
    for (const OracleStep& step : steps_)
      for (int part : at(step).parts)
        if (stands(part, steps_.size())) return false;
    return true;
  }

  bool bends_apart() const {
    core::Direction bend = core::Direction::neutral;
    for (const OracleStep& step : steps_) {
      const core::Direction direction = at(step).direction;
      if (is_rest(step) || direction == core::Direction::neutral) {
        bend = core::Direction::neutral;
      } else if (direction != core::Direction::rotation) {
        if (bend != core::Direction::neutral && bend != direction) return false;
        bend = direction;
      }
    }
    return true;
  }

  bool lies(const core::Movement& movement) const {
    return catalogue_.postures[static_cast<std::size_t>(movement.posture)].lying;
  }

  // The first surface that all lying movements share, or -1. Without one of them it is the first
  // surface that any movement could lie on.
  int lying_surface() const {
    core::Mask some = 0;
    for (const core::Movement& movement : catalogue_.movements)
      if (lies(movement)) some |= movement.surfaces & request_.surfaces;
    if (some == 0) some = request_.surfaces;
    for (const OracleStep& step : steps_)
      if (lies(at(step))) some &= at(step).surfaces;
    for (int surface = 0; surface < 32; ++surface)
      if ((some >> surface & 1u) != 0) return surface;
    return -1;
  }

  int posture_before(std::size_t i) const {
    if (i > 0) return at(steps_[i - 1]).posture;
    return request_.start.posture < 0 ? at(steps_[0]).posture : request_.start.posture;
  }

  const core::PositionChange& change_before(std::size_t i) const {
    return planner_.changes[static_cast<std::size_t>(posture_before(i))]
                           [static_cast<std::size_t>(at(steps_[i]).posture)];
  }

  int changes() const {
    int count = 0;
    for (std::size_t i = 0; i < steps_.size(); ++i)
      count += posture_before(i) != at(steps_[i]).posture ? 1 : 0;
    return count;
  }

  int seconds() const {
    int total = 0;
    for (std::size_t i = 0; i < steps_.size(); ++i)
      total += stage_.get_ready + steps_[i].seconds + change_before(i).seconds;
    return total;
  }

  std::int64_t score() const {
    std::int64_t total = 0;
    for (std::size_t t = 0; t < stage_.need.size(); ++t) {
      int units = 0;
      for (const OracleStep& step : steps_)
        for (const core::TargetWeight& target : at(step).targets)
          if (target.target == static_cast<int>(t)) units += target.weight * step.units;
      for (const core::CoverageSegment& segment : planner_.coverage)
        for (int u = 0; u < segment.units && units > 0; ++u, --units)
          total += need(t) * segment.worth;
    }
    for (std::size_t i = 0; i < steps_.size(); ++i) {
      total += stage_.fit[static_cast<std::size_t>(at(steps_[i]).phase)];
      total -= std::max(0, at(steps_[i]).load - stage_.comfortable_load) * stage_.effort;
      total -= (change_before(i).strain * stage_.strain_percent + 50) / 100;
      total += answered(steps_[i]);
    }
    return total;
  }

  std::int64_t need(std::size_t target) const {
    const bool focus = (request_.focus >> target & 1u) != 0;
    return stage_.need[target] + (focus ? planner_.preferences.focus : 0);
  }

  // What was answered about a movement before, and about the way of bending that eases.
  std::int64_t answered(const OracleStep& step) const {
    const core::Preferences& points = planner_.preferences;
    const std::size_t m = static_cast<std::size_t>(step.movement);
    std::int64_t total = 0;
    if (request_.helped[m]) total += points.helped;
    if (request_.hurt[m]) total -= points.hurt;
    if (request_.recent[m] && !is_rest(step)) total -= points.recent;
    const core::Direction way = at(step).direction;
    const bool bends = way == core::Direction::flexion || way == core::Direction::extension;
    if (!bends || request_.eases == core::Ease::unknown) return total;
    const bool eases =
        (request_.eases == core::Ease::forwards && way == core::Direction::flexion) ||
        (request_.eases == core::Ease::backwards && way == core::Direction::extension);
    return total + (eases ? points.eases : -points.against);
  }

  void consider() {
    const OracleBest routine{true, score(), changes(), seconds(), lying_surface(), steps_};
    if (visit_) visit_(steps_, routine.score);
    if (!best_.found || is_better(routine, best_)) best_ = routine;
  }

  // More points, fewer changes, less time, the earlier surface, then the catalogue's order.
  static bool is_better(const OracleBest& a, const OracleBest& b) {
    const auto rank = [](const OracleBest& r) {
      return std::array<std::int64_t, 4>{-r.score, r.changes, r.seconds, r.lying_surface};
    };
    if (rank(a) != rank(b)) return rank(a) < rank(b);
    return std::lexicographical_compare(
        a.steps.begin(), a.steps.end(), b.steps.begin(), b.steps.end(),
        [](const OracleStep& x, const OracleStep& y) {
          return x.movement != y.movement ? x.movement < y.movement : x.dose < y.dose;
        });
  }

  const core::Catalogue& catalogue_;
  const core::Request& request_;
  const core::PlannerSettings& planner_;
  const core::StageSettings& stage_;
  std::vector<std::vector<OracleStep>> doses_;  // by movement; none where it is not allowed
  std::vector<OracleStep> steps_;
  bool must_open_ = true;
  bool must_close_ = true;
  OracleBest best_;
  std::function<void(const std::vector<OracleStep>&, std::int64_t)> visit_;
};

}  // namespace unclench::test
