#include "verify/checker.h"

#include <algorithm>
#include <map>

namespace unclench::verify {
namespace {

using namespace core;

class Checker {
 public:
  Checker(const Catalogue& catalogue, const Request& request, const Claim& claim)
      : catalogue_(catalogue),
        request_(request),
        claim_(claim),
        stage_(catalogue.planner.stages[at(request.stage)]) {}

  std::vector<std::string> run() {
    if (claim_.status == "infeasible") {
      require(claim_.movements.empty(), "an infeasible answer has no movements");
      return std::move(problems_);
    }
    require(claim_.status == "optimal" || claim_.status == "feasible",
            "the status '" + claim_.status + "' is none of optimal, feasible and infeasible");
    require(!claim_.movements.empty(), "the routine is empty");
    for (place_ = 0; place_ < claim_.movements.size(); ++place_) check_movement();
    if (!problems_.empty() && known_.size() != claim_.movements.size()) return std::move(problems_);
    check_asked_for();
    check_totals();
    check_score();
    return std::move(problems_);
  }

 private:
  void require(bool holds, const std::string& problem) {
    if (!holds) problems_.push_back(problem);
  }
  // Says which movement is meant.
  void require_here(bool holds, const std::string& problem) {
    if (!holds)
      problems_.push_back("movement " + std::to_string(place_ + 1) + ", " +
                          claim_.movements[place_].id + ": " + problem);
  }

  template <typename T>
  void expect(const std::string& what, T said, T is) {
    require(said == is,
            what + " is " + std::to_string(said) + ", it should be " + std::to_string(is));
  }

  const Movement& movement(std::size_t place) const { return *known_[place]; }
  bool is_rest(std::size_t place) const { return movement(place).phase == rest_phase; }

  void check_movement() {
    const Claim::Movement& said = claim_.movements[place_];
    const int index = find_term(catalogue_.movements, said.id);
    require_here(index >= 0, "is not in the catalogue");
    if (index < 0) return;
    if (known_.size() != place_) return;
    known_.push_back(&catalogue_.movements[at(index)]);
    check_allowed(index);
    check_surface();
    check_dose();
    check_place(index);
    check_bend();
  }

  void check_allowed(int index) {
    const Movement& it = movement(place_);
    std::vector<std::string> care;
    for (std::size_t c = 0; c < it.conditions.size(); ++c) {
      if (((request_.conditions >> c) & 1u) == 0) continue;
      const ConditionRule& rule = it.conditions[c];
      require_here(rule.verdict != Verdict::avoid,
                   "must be avoided with " + catalogue_.conditions[c].id + " (H1)");
      if (rule.verdict == Verdict::care)
        care.push_back(catalogue_.conditions[c].label + ": " + rule.note);
    }
    require_here(claim_.movements[place_].care == care, "does not carry its notes of care (H1)");
    require_here(it.not_offered.empty(), "is not offered (H1)");
    require_here(!request_.exclude[at(index)], "was to be left out (H1)");
    require_here(it.doses[at(request_.stage)].has_value(), "has no dose at this stage (H1)");
    require_here(it.load <= stage_.maximum_load, "is too hard for this stage (H1)");
    require_here(it.needs_one_of == 0 || (it.needs_one_of & request_.equipment) != 0,
                 "needs equipment that is not at hand (H1)");
  }

  void check_surface() {
    const Claim::Movement& said = claim_.movements[place_];
    const int surface = find_term(catalogue_.surfaces, said.surface);
    const Mask possible = movement(place_).surfaces & request_.surfaces;
    require_here(surface >= 0 && ((possible >> surface) & 1u) != 0,
                 "cannot be done on '" + said.surface + "' (H1)");
    require_here(said.posture == catalogue_.postures[at(movement(place_).posture)].id &&
                     said.phase == catalogue_.phases[at(movement(place_).phase)].id,
                 "has another phase or posture in the catalogue");
    if (!catalogue_.postures[at(movement(place_).posture)].lying) return;
    if (lying_surface_.empty()) lying_surface_ = said.surface;
    require_here(said.surface == lying_surface_, "lies on another surface than the ones before");
  }

  static int walk(const Range& range, int step) {
    const int third_steps = 3 * range.low + (range.high - range.low) * step;
    return (third_steps + 1) / 3;
  }

  static Dose dose_of(const Movement& it, const DoseRange& range, int step) {
    Dose dose;
    dose.hold_seconds = walk(range.hold, step);
    dose.repetitions = walk(range.repetitions, step);
    dose.sets = walk(range.sets, step);
    dose.sides = it.sides;
    return dose;
  }

  void check_dose() {
    const Claim::Movement& said = claim_.movements[place_];
    const Movement& it = movement(place_);
    const auto& range = it.doses[at(request_.stage)];
    if (!range) return;
    require_here(said.step >= 0 && said.step < dose_steps, "has no such dose step");
    if (said.step < 0 || said.step >= dose_steps) return;
    require_here(said.dose == dose_of(it, *range, said.step), "has another dose at its step");
    require_here(said.step + 1 == dose_steps || !(dose_of(it, *range, said.step + 1) == said.dose),
                 "has a dose that counts as a higher step");
    const int once = said.dose.repetitions * (said.dose.hold_seconds + it.tempo);
    const int both =
        said.dose.sides * once + (said.dose.sides - 1) * catalogue_.planner.switch_sides;
    const int doing = said.dose.sets * both + (said.dose.sets - 1) * range->rest;
    require_here(counts_as(*range, said.step, it), "has another dose than was fixed (H5)");
    const int change = change_before(place_).seconds;
    require_here(said.change_seconds == change, "takes another time to change position (H2)");
    require_here(said.ready_seconds == stage_.get_ready, "takes another time to get ready (H2)");
    require_here(said.seconds == change + stage_.get_ready + doing, "takes another time (H2)");
  }

  // Whether the step is one that the request allows, or gives the same dose.
  bool counts_as(const DoseRange& range, int step, const Movement& it) const {
    const Range fixed = request_.doses[at(static_cast<int>(&it - catalogue_.movements.data()))];
    for (int one = fixed.low; one <= fixed.high; ++one)
      if (dose_of(it, range, one) == dose_of(it, range, step)) return true;
    return false;
  }

  // The posture before; that of the movement itself where nothing is known of one before it.
  int posture_before(std::size_t place) const {
    if (place > 0) return movement(place - 1).posture;
    return request_.start.posture >= 0 ? request_.start.posture : movement(0).posture;
  }

  PositionChange change_before(std::size_t place) const {
    return catalogue_.planner.changes[at(posture_before(place))][at(movement(place).posture)];
  }

  void check_place(int index) {
    const Movement& it = movement(place_);
    const bool last = place_ + 1 == claim_.movements.size();
    const bool closes = last && it.phase == rest_phase;
    if (place_ > 0 && !closes)
      require_here(it.phase > movement(place_ - 1).phase ||
                       (it.phase == movement(place_ - 1).phase && it.phase != rest_phase),
                   "goes back to an earlier phase (H3)");
    for (std::size_t before = 0; before < place_; ++before) {
      require_here(known_[before] != known_[place_] || (before == 0 && closes),
                   "stands twice (H6)");
      check_station(before, closes);
      check_parts(before, index);
    }
    for (int needed : it.after) {
      bool found = false;
      for (std::size_t before = 0; before < place_; ++before)
        found = found || known_[before] == &catalogue_.movements[at(needed)];
      require_here(found, "must follow " + catalogue_.movements[at(needed)].id + " (H4)");
    }
  }

  // A phase and a posture are visited once, in catalogue order.
  void check_station(std::size_t before, bool closes) {
    const Movement& it = movement(place_);
    const Movement& other = movement(before);
    if (closes || other.phase != it.phase || other.posture != it.posture) return;
    require_here(&other < &it, "stands out of catalogue order (H3)");
    for (std::size_t between = before; between < place_; ++between)
      require_here(movement(between).phase == it.phase && movement(between).posture == it.posture,
                   "comes back to a posture in the same phase (H3)");
  }

  void check_parts(std::size_t before, int index) {
    const auto holds = [&](const Movement& whole, const Movement& part) {
      return std::any_of(whole.parts.begin(), whole.parts.end(),
                         [&](int p) { return &catalogue_.movements[at(p)] == &part; });
    };
    const Movement& it = catalogue_.movements[at(index)];
    require_here(!holds(it, movement(before)) && !holds(movement(before), it),
                 "repeats a part of " + movement(before).id + " (H6)");
  }

  // Flexion and extension need something neutral, or a rest, between them.
  void check_bend() {
    const Movement& it = movement(place_);
    if (is_rest(place_) || it.direction == Direction::neutral) return;
    for (std::size_t before = place_; before-- > 0;) {
      const Movement& other = movement(before);
      if (is_rest(before) || other.direction == Direction::neutral) return;
      const bool opposed =
          (it.direction == Direction::flexion && other.direction == Direction::extension) ||
          (it.direction == Direction::extension && other.direction == Direction::flexion);
      require_here(!opposed, "bends against " + other.id + " (H8)");
    }
  }

  void check_asked_for() {
    for (std::size_t m = 0; m < request_.include.size(); ++m)
      if (request_.include[m])
        require(std::find(known_.begin(), known_.end(), &catalogue_.movements[m]) != known_.end(),
                catalogue_.movements[m].id + " was asked for and is missing (H5)");
  }

  void check_totals() {
    std::int64_t seconds = 0, changes = 0;
    for (std::size_t i = 0; i < known_.size(); ++i) {
      seconds += claim_.movements[i].seconds;
      if (posture_before(i) != movement(i).posture) ++changes;
    }
    expect("total_seconds", claim_.total_seconds, seconds);
    expect("position_changes", claim_.position_changes, changes);
    require(seconds <= request_.minutes * 60, "the routine takes longer than there is time (H2)");
    require(changes <= stage_.position_changes &&
                (request_.position_changes < 0 || changes <= request_.position_changes),
            "there are too many changes of position (H7)");
    if (stage_.stay_first)
      require(posture_before(0) == movement(0).posture,
              "the routine does not begin in the posture that the person is in (H9)");
  }

  void check_score() {
    std::map<int, std::int64_t> units;  // by target
    std::int64_t score = 0;
    for (std::size_t i = 0; i < known_.size(); ++i) {
      const Movement& it = movement(i);
      score += stage_.fit[at(it.phase)];
      score -= std::max(0, it.load - stage_.comfortable_load) * stage_.effort;
      score += preference(it);
      score -= (change_before(i).strain * stage_.strain_percent + 50) / 100;
      const int step = std::clamp(claim_.movements[i].step, 0, dose_steps - 1);
      for (const TargetWeight& target : it.targets)
        units[target.target] += target.weight * catalogue_.planner.dose_units[at(step)];
    }
    for (const auto& [target, count] : units) {
      const bool focus = ((request_.focus >> target) & 1u) != 0;
      score += (stage_.need[at(target)] + (focus ? catalogue_.planner.preferences.focus : 0)) *
               coverage(count);
    }
    expect("score", claim_.score, score);
    require(claim_.bound >= score, "the bound is below the score");
    if (claim_.status == "optimal" && request_.variety == 0)
      require(claim_.bound == score, "the bound is not the score");
  }

  // What the person's answers add to the worth of a movement.
  std::int64_t preference(const Movement& it) const {
    const Preferences& points = catalogue_.planner.preferences;
    const std::size_t m = static_cast<std::size_t>(&it - catalogue_.movements.data());
    std::int64_t sum = 0;
    if (request_.helped[m]) sum += points.helped;
    if (request_.hurt[m]) sum -= points.hurt;
    if (request_.recent[m] && it.phase != rest_phase) sum -= points.recent;
    if (request_.eases == Ease::unknown) return sum;
    if (it.direction == Direction::flexion)
      sum += request_.eases == Ease::forwards ? points.eases : -points.against;
    if (it.direction == Direction::extension)
      sum += request_.eases == Ease::backwards ? points.eases : -points.against;
    return sum;
  }

  // What so many units of work on one target are worth, unit by unit.
  std::int64_t coverage(std::int64_t units) const {
    std::int64_t worth = 0;
    for (const CoverageSegment& stretch : catalogue_.planner.coverage)
      for (int u = 0; u < stretch.units && units > 0; ++u, --units) worth += stretch.worth;
    return worth;
  }

  const Catalogue& catalogue_;
  const Request& request_;
  const Claim& claim_;
  const StageSettings& stage_;
  std::size_t place_ = 0;
  std::vector<const Movement*> known_;  // by place
  std::string lying_surface_;
  std::vector<std::string> problems_;
};

}  // namespace

std::vector<std::string> problems_of(const Catalogue& catalogue, const Request& request,
                                     const Claim& claim) {
  return Checker(catalogue, request, claim).run();
}

}  // namespace unclench::verify
