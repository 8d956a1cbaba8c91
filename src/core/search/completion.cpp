#include "core/search/completion.h"

#include <algorithm>
#include <climits>

#include "core/search/branching.h"
#include "core/search/enumeration.h"

namespace unclench::core {
namespace {

constexpr std::size_t most_open_stations = 3;
constexpr std::size_t most_orders_of_open = 24;
constexpr std::size_t most_orders_of_decided = 20000;
constexpr std::size_t most_undecided = 40;
constexpr std::size_t most_undecided_with_bends = 12;  // where the bounds are worse

}  // namespace

bool Completion::run(const Restriction& restriction, const Relaxation& relaxation,
                     const Prices& prices, int step_limit, Worth least) {
  least_ = least;
  const std::size_t undecided = restriction.undecided();
  const std::vector<int> open = open_stations(restriction);
  if (open.size() > most_open_stations ||
      undecided > (relaxation.bends_may_meet() ? most_undecided_with_bends : most_undecided))
    return false;
  for (unsigned set = 0; set < 1u << open.size(); ++set) {
    Restriction part = restriction;
    for (std::size_t s = 0; s < open.size(); ++s) {
      const bool visited = (set >> s & 1u) != 0;
      part.visited[at(open[s])] = visited ? 1 : 0;
      if (!visited) close_station(instance_, open[s], part);
    }
    if (!propagate(instance_, part)) continue;
    if (!enumerate_orders(part, prices, relaxation,
                          undecided > 0 ? most_orders_of_open : most_orders_of_decided, step_limit))
      return false;
  }
  return true;
}

bool Completion::enumerate_orders(const Restriction& restriction, const Prices& prices,
                                  const Relaxation& relaxation, std::size_t most_orders,
                                  int step_limit) {
  const std::vector<StationOrder> orders =
      station_orders(instance_, rules_, visited_stations(restriction), most_orders + 1);
  if (orders.size() > most_orders) return false;
  const bool bends_may_meet = rules_.directions && relaxation.bends_may_meet();
  for (const StationOrder& order : orders) {
    const Worth cost = order.cost() + prices.second * order.change_seconds;
    const int seconds = rules_.time ? instance_.seconds - order.change_seconds : INT_MAX;
    std::vector<int> in_order;
    if (bends_may_meet)
      for (int station : order.stations)
        in_order.insert(in_order.end(), instance_.stations[at(station)].items.begin(),
                        instance_.stations[at(station)].items.end());
    const Enumerated rest{instance_,  restriction,
                          prices,     relaxation.constant() - cost,
                          seconds,    bends_may_meet ? &in_order : nullptr,
                          rules_.time};
    const bool complete =
        enumerate(rest, step_limit, least_, steps_, [&](const Restriction& decided) {
          least_ = offer_(routine_in_order(instance_, decided, order.stations));
          return least_;
        });
    if (!complete) return false;
  }
  return true;
}

// Those that may be visited and need not be.
std::vector<int> Completion::open_stations(const Restriction& restriction) const {
  std::vector<int> open;
  for (std::size_t s = 0; s < instance_.stations.size(); ++s)
    if (!restriction.visited[s] &&
        std::any_of(instance_.stations[s].items.begin(), instance_.stations[s].items.end(),
                    [&](int item) { return restriction.may_be_in(item); }))
      open.push_back(static_cast<int>(s));
  return open;
}

}  // namespace unclench::core
