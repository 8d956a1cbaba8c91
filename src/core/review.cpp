#include "core/review.h"

#include <algorithm>

#include "core/dose.h"
#include "core/eligibility.h"
#include "core/solve.h"

namespace unclench::core {
namespace {

bool is_inside(int value, const Range& range) {
  return value >= range.low && value <= range.high;
}

class Reviewer {
 public:
  Reviewer(const Catalogue& catalogue, const Request& request, const Sequence& sequence)
      : catalogue_(catalogue), request_(request), sequence_(sequence) {
    sequence_.stage = request.stage;
    sequence_.posture = request.start.posture;
  }

  Review run() {
    for (place_ = 0; place_ < sequence_.steps.size(); ++place_) {
      count_step();
      look_at_movement();
      look_at_dose();
      look_at_surface();
      look_at_order();
      look_at_bend();
    }
    look_at_rests();
    look_at_whole();
    add_score();
    return std::move(review_);
  }

 private:
  const Step& step() const { return sequence_.steps[place_]; }
  const Movement& movement_at(std::size_t place) const {
    return catalogue_.movements[at(sequence_.steps[place].movement)];
  }
  const Movement& movement() const { return movement_at(place_); }
  const StageSettings& stage() const { return catalogue_.planner.stages[at(request_.stage)]; }
  bool is_rest(std::size_t place) const { return movement_at(place).phase == rest_phase; }
  bool closes(std::size_t place) const {
    return place > 0 && place + 1 == sequence_.steps.size() && is_rest(place);
  }

  void break_rule(const char* rule, Phrase because) {
    review_.broken.push_back({rule, static_cast<int>(place_), std::move(because)});
  }
  void break_whole(const char* rule, Phrase because) {
    review_.broken.push_back({rule, -1, std::move(because)});
  }

  int posture_before(std::size_t place) const {
    if (place > 0) return movement_at(place - 1).posture;
    return request_.start.posture >= 0 ? request_.start.posture : movement_at(0).posture;
  }

  void count_step() {
    const PositionChange& change =
        catalogue_.planner.changes[at(posture_before(place_))][at(movement().posture)];
    const StepTime time = step_time(catalogue_, sequence_, place_);
    review_.total_seconds += time.change + time.ready + time.doing;
    review_.position_changes += posture_before(place_) == movement().posture ? 0 : 1;
    review_.score -= scaled_strain(stage(), change.strain);
    review_.score += fit_of(catalogue_, request_, step().movement);
    review_.steps.push_back(step_of_dose(catalogue_, step().movement, request_.stage, step().dose));
  }

  void look_at_movement() {
    auto reason = why_not(catalogue_, request_, step().movement);
    if (reason) break_rule(reason->rule.c_str(), std::move(reason->because.front()));
    for (std::size_t before = 0; before < place_; ++before) {
      const int other = sequence_.steps[before].movement;
      const bool same = other == step().movement;
      if (same && !(before == 0 && closes(place_)))
        break_rule("repeated", {PhraseId::stands_twice, {}});
      const auto holds = [](const Movement& whole, int part) {
        return std::find(whole.parts.begin(), whole.parts.end(), part) != whole.parts.end();
      };
      if (holds(movement(), other) || holds(movement_at(before), step().movement))
        break_rule("part", {PhraseId::repeats, {about(Slot::movements, other)}});
    }
  }

  void look_at_dose() {
    const auto& range = movement().doses[at(request_.stage)];
    if (!range) return;
    const Dose& dose = step().dose;
    if (!is_inside(dose.hold_seconds, range->hold) ||
        !is_inside(dose.repetitions, range->repetitions) || !is_inside(dose.sets, range->sets))
      break_rule("dose", {PhraseId::dose_outside, {about(Slot::stage, request_.stage)}});
    const Range& fixed = request_.doses[at(step().movement)];
    bool allowed = false;
    for (int one = fixed.low; one <= fixed.high; ++one)
      allowed = allowed || dose_at(movement(), *range, one) == dose;
    if ((fixed.low > any_step.low || fixed.high < any_step.high) && !allowed)
      break_rule("dose", {PhraseId::dose_fixed, {}});
  }

  // Whoever lies down stays on one surface.
  void look_at_surface() {
    if (!contains(request_.surfaces, step().surface) &&
        (movement().surfaces & request_.surfaces) != 0)
      break_rule("surface", {PhraseId::not_on_surface, {about(Slot::surfaces, step().surface)}});
    if (!catalogue_.postures[at(movement().posture)].lying) return;
    if (lying_surface_ < 0) lying_surface_ = step().surface;
    if (step().surface != lying_surface_)
      break_rule("surface", {PhraseId::other_surface, {about(Slot::surfaces, lying_surface_)}});
  }

  void look_at_order() {
    if (place_ > 0 && !closes(place_) && movement().phase < movement_at(place_ - 1).phase)
      break_rule("order", {PhraseId::goes_back,
                           {about(Slot::movements, sequence_.steps[place_ - 1].movement)}});
    if (place_ > 0 && !closes(place_) && is_rest(place_) && is_rest(place_ - 1))
      break_rule("order", {PhraseId::rest_between, {}});
    for (int needed : movement().after) {
      const auto first = sequence_.steps.begin();
      const bool stands = std::any_of(first, first + static_cast<std::ptrdiff_t>(place_),
                                      [&](const Step& other) { return other.movement == needed; });
      if (!stands && !request_.start.done[at(needed)])
        break_rule("order", {PhraseId::must_follow, {about(Slot::movements, needed)}});
    }
  }

  void look_at_bend() {
    const Direction direction = movement().direction;
    if (is_rest(place_) || direction == Direction::neutral) {
      bent_at_ = -1;
      bend_ = Direction::neutral;
      return;
    }
    if (direction == Direction::rotation) return;
    if (bend_ != Direction::neutral && bend_ != direction)
      break_rule("direction",
                 bent_at_ < 0
                     ? Phrase{PhraseId::direction, {}}
                     : Phrase{PhraseId::bends_against,
                              {about(Slot::movements, sequence_.steps[at(bent_at_)].movement)}});
    bend_ = direction;
    bent_at_ = static_cast<int>(place_);
  }

  void look_at_rests() {
    const bool opens = is_rest(0), closes = is_rest(sequence_.steps.size() - 1);
    if (opens && closes) return;
    const Rules possible = rests_of(catalogue_, request_, choices_of(request_));
    if (!opens && possible.opening_rest) break_whole("rest", {PhraseId::no_opening_rest, {}});
    if (!closes && possible.closing_rest) break_whole("rest", {PhraseId::no_closing_rest, {}});
  }

  void look_at_whole() {
    const int over = review_.total_seconds - (request_.minutes * 60 - request_.start.seconds);
    if (over > 0) break_whole("time", {PhraseId::too_long, {amount(Slot::seconds, over)}});
    const int most = most_position_changes(catalogue_, request_);
    if (review_.position_changes > most)
      break_whole("position", {PhraseId::too_many_changes, {amount(Slot::changes, most)}});
    if (stage().stay_first && request_.start.first_layer == 0 &&
        posture_before(0) != movement_at(0).posture)
      break_whole("start", {PhraseId::changes_first, {}});
    for (std::size_t m = 0; m < request_.include.size(); ++m) {
      const int asked = static_cast<int>(m);
      const auto is_it = [&](const Step& other) { return other.movement == asked; };
      if (request_.include[m] &&
          std::none_of(sequence_.steps.begin(), sequence_.steps.end(), is_it))
        break_whole("missing", {PhraseId::missing, {about(Slot::movements, asked)}});
    }
  }

  void add_score() {
    std::vector<int> units(catalogue_.targets.size(), 0);
    for (std::size_t place = 0; place < sequence_.steps.size(); ++place)
      for (const TargetWeight& target : movement_at(place).targets)
        units[at(target.target)] +=
            target.weight * catalogue_.planner.dose_units[at(review_.steps[place])];
    const std::vector<int> need = needs_of(catalogue_, request_);
    for (std::size_t t = 0; t < units.size(); ++t)
      review_.score += coverage_points(catalogue_.planner, need[t], units[t]);
  }

  const Catalogue& catalogue_;
  const Request& request_;
  Sequence sequence_;  // as the request has it: its stage and posture
  std::size_t place_ = 0;
  int lying_surface_ = -1;
  Direction bend_ = request_.start.bend;
  int bent_at_ = -1;  // the place of what bent the back last
  Review review_;
};

}  // namespace

int step_of_dose(const Catalogue& catalogue, int movement, int stage, const Dose& dose) {
  int step = 0;
  for (const DoseOption& option :
       dose_options(catalogue.movements[at(movement)], stage, catalogue.planner.switch_sides))
    if (option.dose.hold_seconds <= dose.hold_seconds &&
        option.dose.repetitions <= dose.repetitions && option.dose.sets <= dose.sets)
      step = option.step;
  return step;
}

Review review(const Catalogue& catalogue, const Request& request, const Sequence& sequence) {
  return Reviewer(catalogue, request, sequence).run();
}

}  // namespace unclench::core
