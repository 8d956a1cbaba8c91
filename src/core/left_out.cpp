#include "core/left_out.h"

#include <algorithm>

#include "core/exchange.h"
#include "core/obstacle.h"
#include "core/reasons.h"

namespace unclench::core {
namespace {

bool is_part(const Movement& whole, int part) {
  return std::find(whole.parts.begin(), whole.parts.end(), part) != whole.parts.end();
}

class Explainer {
 public:
  explicit Explainer(const Plan& plan)
      : plan_(plan),
        catalogue_(*plan.instance.catalogue),
        in_(movements_in(plan.instance, plan.result.best)),
        exchanges_(plan) {}

  std::vector<LeftOut> run() {
    std::vector<LeftOut> left_out;
    for (std::size_t m = 0; m < in_.size(); ++m)
      if (!in_[m]) left_out.push_back(explain(static_cast<int>(m)));
    return left_out;
  }

 private:
  LeftOut explain(int movement) {
    if (const auto reason = why_not(catalogue_, plan_.request, movement)) return *reason;
    if (const auto reason = repeated(movement)) return *reason;
    const Exchange exchanged = exchanges_.with(movement);
    if (exchanged.best.found) return outweighed(movement, exchanged);
    const bool varied = plan_.request.variety > 0;
    Flags locked = plan_.request.include;
    locked[at(movement)] = true;
    const Bare bare(catalogue_, plan_.request, locked);
    if (bare.is_possible(plan_.rules))
      return {movement, "value", {{varied ? PhraseId::another_one : PhraseId::several, {}}}};
    const Obstacle obstacle = bare.obstacle(plan_.rules);
    return {movement, obstacle.rule, {obstacle.alone}};
  }

  std::optional<LeftOut> repeated(int movement) const {
    for (std::size_t m = 0; m < in_.size(); ++m) {
      const int other = static_cast<int>(m);
      if (!in_[m]) continue;
      if (is_part(catalogue_.movements[m], movement))
        return LeftOut{movement, "part", {{PhraseId::part_of, {about(Slot::movements, other)}}}};
      if (is_part(catalogue_.movements[at(movement)], other))
        return LeftOut{movement, "part", {{PhraseId::repeats, {about(Slot::movements, other)}}}};
    }
    return std::nullopt;
  }

  // What the routine would lose with the movement.
  LeftOut outweighed(int movement, const Exchange& exchanged) const {
    const Points loss = plan_.result.best.score - exchanged.best.score;
    const std::vector<int> replaced = replaced_by(exchanged.best);
    if (loss < 0 && plan_.request.variety > 0)
      return {movement, "value", {{PhraseId::another_one, {}}}};
    std::vector<Phrase> because;
    if (const auto same = same_work(movement, replaced, exchanged.best))
      because.push_back(*same);
    else if (exchanged.seconds_over > 0)
      because.push_back({PhraseId::over_time, {amount(Slot::seconds, exchanged.seconds_over)}});
    if (replaced.empty())
      because.push_back(
          {PhraseId::adds_nothing, {amount(Slot::points, std::max<Points>(0, loss))}});
    else if (loss <= 0)
      because.push_back({PhraseId::instead_equal, {about(Slot::movements, replaced)}});
    else
      because.push_back(
          {PhraseId::instead, {about(Slot::movements, replaced), amount(Slot::points, loss)}});
    return {movement, "value", std::move(because)};
  }

  std::vector<int> replaced_by(const Solution& with) const {
    const Flags still_in = movements_in(plan_.instance, with);
    std::vector<int> replaced;
    for (std::size_t m = 0; m < in_.size(); ++m)
      if (in_[m] && !still_in[m]) replaced.push_back(static_cast<int>(m));
    return replaced;
  }

  // When it would take the place of one movement that works on the same and asks for fewer changes
  // of position.
  std::optional<Phrase> same_work(int movement, const std::vector<int>& replaced,
                                  const Solution& with) const {
    if (replaced.size() != 1 || with.changes <= plan_.result.best.changes) return std::nullopt;
    std::vector<int> shared;
    for (int target : main_targets(plan_, place_of(replaced[0])))
      for (const TargetWeight& own : catalogue_.movements[at(movement)].targets)
        if (own.target == target) shared.push_back(target);
    if (shared.empty()) return std::nullopt;
    return Phrase{PhraseId::same_work,
                  {about(Slot::targets, shared), about(Slot::movements, replaced)}};
  }

  std::size_t place_of(int movement) const {
    const std::vector<Chosen>& chosen = plan_.result.best.chosen;
    std::size_t place = 0;
    while (plan_.instance.items[at(chosen[place].item)].movement != movement) ++place;
    return place;
  }

  const Plan& plan_;
  const Catalogue& catalogue_;
  const Flags in_;
  Exchanges exchanges_;
};

}  // namespace

std::vector<LeftOut> left_out_of(const Plan& plan) {
  return Explainer(plan).run();
}

std::vector<LeftOut> left_out_of_nothing(const Catalogue& catalogue, const Request& request) {
  std::vector<LeftOut> left_out;
  for (std::size_t m = 0; m < catalogue.movements.size(); ++m) {
    const int movement = static_cast<int>(m);
    if (const auto reason = why_not(catalogue, request, movement)) {
      left_out.push_back(*reason);
      continue;
    }
    Flags alone(catalogue.movements.size(), false);
    alone[m] = true;
    const Bare bare(catalogue, request, alone);
    if (bare.is_possible(without_rest())) {
      left_out.push_back({movement, "conflict", {{PhraseId::not_with_these, {}}}});
      continue;
    }
    const Obstacle obstacle = bare.obstacle(without_rest());
    left_out.push_back({movement, obstacle.rule, {obstacle.alone}});
  }
  return left_out;
}

}  // namespace unclench::core
