#include "core/variety.h"

#include <algorithm>
#include <cstdlib>

namespace unclench::core {
namespace {

constexpr int most_differences = 3;  // movements that are banned or locked
constexpr int most_attempts = 12;

// Numbers that look random and are the same everywhere: the generator splitmix64.
class Numbers {
 public:
  explicit Numbers(std::uint64_t seed) : state_(seed) {}

  std::size_t below(std::size_t end) {
    state_ += 0x9e3779b97f4a7c15u;
    std::uint64_t bits = state_;
    bits = (bits ^ (bits >> 30)) * 0xbf58476d1ce4e5b9u;
    bits = (bits ^ (bits >> 27)) * 0x94d049bb133111ebu;
    return static_cast<std::size_t>((bits ^ (bits >> 31)) % end);
  }

 private:
  std::uint64_t state_;
};

// Movements that could be in or out, in an order of their own for each number.
std::vector<int> shuffled_candidates(const Catalogue& catalogue, const Request& request) {
  std::vector<int> candidates;
  for (std::size_t m = 0; m < catalogue.movements.size(); ++m)
    if (!request.include[m] && !why_not(catalogue, request, static_cast<int>(m)))
      candidates.push_back(static_cast<int>(m));
  Numbers numbers(static_cast<std::uint64_t>(request.variety));
  for (std::size_t i = candidates.size(); i > 1; --i)
    std::swap(candidates[i - 1], candidates[numbers.below(i)]);
  return candidates;
}

bool keeps_as_many_rests(const Rules& rules, const Rules& best) {
  return rules.opening_rest == best.opening_rest && rules.closing_rest == best.closing_rest;
}

}  // namespace

Plan varied(const Catalogue& catalogue, const Request& request, Plan best) {
  if (request.variety == 0 || !best.result.best.found) return best;
  const Points score = best.result.best.score;
  const Points least =
      score - std::abs(score) * catalogue.planner.preferences.variety_percent / 100;
  const Flags in = movements_in(best.instance, best.result.best);
  Choices choices = choices_of(request);
  Plan other = best;
  int differences = 0, attempts = 0;
  for (int movement : shuffled_candidates(catalogue, request)) {
    if (differences == most_differences || attempts++ == most_attempts) break;
    Choices tried = choices;
    if (in[at(movement)])
      tried.allowed[at(movement)] = false;
    else
      tried.locked[at(movement)] = true;
    Plan plan = solve(catalogue, request, tried);
    if (!plan.result.best.found || plan.result.best.score < least ||
        !keeps_as_many_rests(plan.rules, best.rules))
      continue;
    choices = std::move(tried);
    other = std::move(plan);
    ++differences;
  }
  if (differences == 0) return best;
  other.result.complete = false;
  other.result.bound = best.result.bound;
  return other;
}

}  // namespace unclench::core
