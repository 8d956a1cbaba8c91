#include "core/search/rounding.h"

#include <algorithm>

namespace unclench::core {
namespace {

void make_consistent(const Instance& instance, std::vector<Chosen>& chosen) {
  std::vector<char> in(instance.items.size(), 0);
  for (std::size_t i = 0; i < chosen.size();) {
    const Item& item = instance.items[at(chosen[i].item)];
    const auto is_in = [&](int other) { return in[at(other)] != 0; };
    if (!is_in(chosen[i].item) && std::all_of(item.after.begin(), item.after.end(), is_in) &&
        std::none_of(item.excluded.begin(), item.excluded.end(), is_in)) {
      in[at(chosen[i++].item)] = 1;
    } else {
      chosen.erase(chosen.begin() + static_cast<std::ptrdiff_t>(i));
    }
  }
}

// Whether nothing else is chosen at the station.
bool is_alone(const Instance& instance, const std::vector<Chosen>& chosen, std::size_t i) {
  const auto station = [&](std::size_t k) { return instance.items[at(chosen[k].item)].station; };
  return (i == 0 || station(i - 1) != station(i)) &&
         (i + 1 == chosen.size() || station(i + 1) != station(i));
}

// A smaller dose, or none.
struct Cut {
  std::size_t place = 0;
  int saved = 0;   // seconds
  Worth rate = 0;  // what is lost for each
};

Cut cheapest_cut(const Instance& instance, const Relaxation& relaxation,
                 const std::vector<Chosen>& chosen) {
  Cut best;
  for (std::size_t i = 0; i < chosen.size(); ++i) {
    const Item& item = instance.items[at(chosen[i].item)];
    const int choice = chosen[i].choice;
    if (choice == 0 && (item.rest || item.locked || is_alone(instance, chosen, i))) continue;
    const int smaller = choice > 0 ? item.choices[at(choice - 1)].seconds : 0;
    const int saved = item.choices[at(choice)].seconds - smaller;
    if (saved <= 0) continue;
    const Worth lost = relaxation.profit_of(chosen[i].item, choice) -
                       (choice > 0 ? relaxation.profit_of(chosen[i].item, choice - 1) : 0);
    if (best.saved == 0 || lost / saved < best.rate) best = {i, saved, lost / saved};
  }
  return best;
}

bool shorten(const Instance& instance, const Relaxation& relaxation, std::vector<Chosen>& chosen) {
  int seconds = evaluate(instance, chosen).seconds - instance.seconds;
  while (seconds > 0) {
    const Cut cut = cheapest_cut(instance, relaxation, chosen);
    if (cut.saved == 0) return false;
    seconds -= cut.saved;
    if (chosen[cut.place].choice-- == 0)
      chosen.erase(chosen.begin() + static_cast<std::ptrdiff_t>(cut.place));
  }
  return true;
}

}  // namespace

Solution routine_from(const Instance& instance, const Rules& rules, const Relaxation& relaxation,
                      const std::vector<Chosen>& path) {
  std::vector<Chosen> chosen = path;
  make_consistent(instance, chosen);
  if (rules.time && !shorten(instance, relaxation, chosen)) return {};
  Solution solution = evaluate(instance, std::move(chosen));
  return keeps_rules(instance, rules, solution) ? solution : Solution{};
}

}  // namespace unclench::core
