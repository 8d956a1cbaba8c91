#include "core/swap.h"

#include <algorithm>
#include <cstdlib>
#include <tuple>

#include "base/sorting.h"
#include "core/dose.h"
#include "core/eligibility.h"
#include "core/search/instance.h"

namespace unclench::core {
namespace {

class Swapper {
 public:
  Swapper(const Catalogue& catalogue, const Request& request, const Sequence& sequence,
          std::size_t place)
      : catalogue_(catalogue),
        request_(request),
        sequence_(sequence),
        place_(place),
        now_(review(catalogue, request, sequence)) {
    // Asking for the movement that goes does not keep it.
    request_.include[at(sequence.steps[place].movement)] = false;
    for (const Step& step : sequence.steps)
      if (catalogue.postures[at(catalogue.movements[at(step.movement)].posture)].lying &&
          lying_surface_ < 0)
        lying_surface_ = step.surface;
  }

  std::vector<Alternative> run() {
    std::vector<Alternative> found;
    for (std::size_t m = 0; m < catalogue_.movements.size(); ++m) {
      const int movement = static_cast<int>(m);
      if (movement == sequence_.steps[place_].movement || why_not(catalogue_, request_, movement))
        continue;
      best_.reset();
      try_movement(movement);
      if (best_) found.push_back(*best_);
    }
    sort_stably(found, [](const Alternative& a, const Alternative& b) { return is_better(a, b); });
    return found;
  }

 private:
  static bool is_better(const Alternative& a, const Alternative& b) {
    return std::make_tuple(-a.score, a.position_changes, a.seconds_gain) <
           std::make_tuple(-b.score, b.position_changes, b.seconds_gain);
  }

  // At its best dose, where it is worth most; of equal places the one nearest to that of the
  // movement that goes.
  void try_movement(int movement) {
    Sequence without = sequence_;
    without.steps.erase(without.steps.begin() + static_cast<std::ptrdiff_t>(place_));
    std::vector<std::size_t> places;
    for (std::size_t place = 0; place <= without.steps.size(); ++place) places.push_back(place);
    sort_stably(places, [&](std::size_t a, std::size_t b) { return distance(a) < distance(b); });
    for (const DoseOption& option : dose_options(catalogue_.movements[at(movement)], request_.stage,
                                                 catalogue_.planner.switch_sides))
      for (std::size_t place : places) consider(without, movement, option, place);
  }

  std::size_t distance(std::size_t place) const {
    return place > place_ ? place - place_ : place_ - place;
  }

  void consider(Sequence with, int movement, const DoseOption& option, std::size_t place) {
    const int surface = surface_of(catalogue_.movements[at(movement)], request_, lying_surface_);
    with.steps.insert(with.steps.begin() + static_cast<std::ptrdiff_t>(place),
                      {movement, option.dose, surface, ""});
    const Review after = review(catalogue_, request_, with);
    if (!breaks_nothing_new(after)) return;
    const Alternative alternative{movement,
                                  static_cast<int>(place),
                                  option.step,
                                  option.dose,
                                  surface,
                                  after.score,
                                  after.score - now_.score,
                                  after.total_seconds - now_.total_seconds,
                                  after.position_changes};
    if (!best_ || is_better(alternative, *best_)) best_ = alternative;
  }

  // Counted by rule: places move.
  bool breaks_nothing_new(const Review& after) const {
    const auto count = [](const Review& review, const std::string& rule) {
      return std::count_if(review.broken.begin(), review.broken.end(),
                           [&](const BrokenRule& broken) { return broken.rule == rule; });
    };
    return std::all_of(after.broken.begin(), after.broken.end(), [&](const BrokenRule& broken) {
      return count(after, broken.rule) <= count(now_, broken.rule);
    });
  }

  const Catalogue& catalogue_;
  Request request_;
  const Sequence& sequence_;
  const std::size_t place_;
  const Review now_;
  int lying_surface_ = -1;
  std::optional<Alternative> best_;
};

}  // namespace

std::vector<Alternative> alternatives(const Catalogue& catalogue, const Request& request,
                                      const Sequence& sequence, std::size_t place) {
  return Swapper(catalogue, request, sequence, place).run();
}

}  // namespace unclench::core
