// Exercises that are offered but can be in no routine: the planner's core is asked.
#include <algorithm>

#include "base/parallel.h"
#include "core/obstacle.h"
#include "lint/checks.h"
#include "lint/places.h"

namespace unclench::lint {
namespace {

// The widest request there is at a stage, with one movement in it.
core::Request widest_request(const core::Catalogue& catalogue, int stage, int movement) {
  core::Request request = core::blank_request(catalogue);
  request.stage = stage;
  request.minutes = core::longest_minutes;
  request.surfaces = request.equipment = ~core::Mask{0};
  request.include[core::at(movement)] = true;
  return request;
}

// A catalogue of one movement and all that it must follow. What such a small one can do, the whole
// one can, and it is a thousand times quicker to ask.
class SmallCatalogue {
 public:
  explicit SmallCatalogue(const core::Catalogue& whole) : whole_(whole) {
    small_.stages = whole.stages;
    small_.phases = whole.phases;
    small_.postures = whole.postures;
    small_.surfaces = whole.surfaces;
    small_.equipment = whole.equipment;
    small_.targets = whole.targets;
    small_.conditions = whole.conditions;
    small_.planner = whole.planner;
    small_.explanations = whole.explanations;
  }

  // Its last movement is the one.
  const core::Catalogue& of(int movement) {
    chain_.clear();
    add_chain(movement);
    std::sort(chain_.begin(), chain_.end());
    chain_.erase(std::unique(chain_.begin(), chain_.end()), chain_.end());
    small_.movements.clear();
    for (int link : chain_) {
      core::Movement copy = whole_.movements[core::at(link)];
      copy.after = places_of(copy.after);
      copy.parts = places_of(copy.parts);
      small_.movements.push_back(std::move(copy));
    }
    return small_;
  }

 private:
  // What a movement must follow stands before it in the catalogue, so this ends.
  void add_chain(int movement) {
    chain_.push_back(movement);
    for (int before : whole_.movements[core::at(movement)].after) add_chain(before);
  }

  std::vector<int> places_of(const std::vector<int>& movements) const {
    std::vector<int> places;
    for (int movement : movements) {
      const auto found = std::lower_bound(chain_.begin(), chain_.end(), movement);
      if (found != chain_.end() && *found == movement)
        places.push_back(static_cast<int>(found - chain_.begin()));
    }
    return places;
  }

  const core::Catalogue& whole_;
  core::Catalogue small_;
  std::vector<int> chain_;  // the movements of the small one, by their places in the whole
};

// Whether a routine with what is included is possible, or at least not ruled out.
bool is_possible(const core::Catalogue& catalogue, const core::Request& request,
                 const core::Rules& rules) {
  const core::SearchResult result =
      core::solve_under(catalogue, request, core::choices_of(request), rules, core::Goal::any)
          .result;
  return result.best.found || !result.complete;
}

bool is_reachable(const core::Catalogue& whole, const core::Catalogue& small, int movement,
                  const core::Request& request) {
  core::Rules rules = core::without_rest();
  if (is_possible(small, request, rules)) return true;
  // Others can help in one way only: stand between two that bend against each other.
  rules.directions = false;
  return is_possible(small, request, rules) &&
         is_possible(whole, widest_request(whole, request.stage, movement), core::without_rest());
}

// Why no routine can have the movement at any of the stages, said of the first; empty when one can.
std::string why_unreachable(const core::Catalogue& whole, const core::Catalogue& small,
                            int movement, core::Mask stages) {
  const int last = static_cast<int>(small.movements.size()) - 1;
  std::string why;
  for (int stage = 0; stage < static_cast<int>(whole.stages.size()); ++stage) {
    if (!core::contains(stages, stage)) continue;
    const core::Request request = widest_request(small, stage, last);
    if (is_reachable(whole, small, movement, request)) return "";
    if (!why.empty()) continue;
    const core::Obstacle obstacle =
        core::Bare(small, request, request.include).obstacle(core::without_rest());
    why = "in '" + whole.stages[core::at(stage)].id + "': " + core::sentence(small, obstacle.alone);
  }
  return why;
}

}  // namespace

void check_reachability(const Subject& subject) {
  const auto& exercises = subject.edition.exercises;
  constexpr std::size_t portion = 64;  // of exercises, for which one small catalogue is laid out
  std::vector<std::string> reasons(exercises.size());
  for_each_index((exercises.size() + portion - 1) / portion, subject.options.threads,
                 [&](std::size_t i) {
                   SmallCatalogue small(subject.catalogue);
                   const std::size_t end = std::min(exercises.size(), (i + 1) * portion);
                   for (std::size_t m = i * portion; m < end; ++m)
                     reasons[m] = why_unreachable(subject.catalogue, small.of(static_cast<int>(m)),
                                                  static_cast<int>(m), subject.offered[m]);
                 });
  for (std::size_t m = 0; m < reasons.size(); ++m)
    if (!reasons[m].empty())
      subject.diagnostics.add(Problem::unreachable_exercise, *exercises[m]->file,
                              Places(*exercises[m]).key({"dose"}),
                              "no routine can have this exercise", reasons[m]);
}

}  // namespace unclench::lint
