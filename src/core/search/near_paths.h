// Every routine of a restriction whose path through the network is not ruled out by the prices.
#pragma once

#include "core/search/incumbent.h"
#include "core/search/near_tables.h"

namespace unclench::core {

// Walks the network from its end to its start. At each vertex and each item it is known what the
// best way there is worth at the prices, and how much work and time any way there takes; a walk
// ends where no routine of interest can come of it.
class NearPaths {
 public:
  NearPaths(const Instance& instance, const Rules& rules, Incumbent& incumbent);

  // Offers every routine that is worth as much as the incumbent. True when there are no others;
  // false when it would take more than about `step_limit` steps, which says nothing about the rest.
  // The relaxation is of the restriction, and its last bound_at found a way.
  bool run(const Restriction& restriction, const Relaxation& relaxation, std::int64_t step_limit);

  // Steps of all runs.
  std::int64_t steps() const { return steps_; }

 private:
  // Of all walks, when each branching divides those that are left evenly.
  using Share = std::uint64_t;

  struct Amount {
    int now = 0;   // what was chosen gives or takes
    int low = 0;   // what there will be at least
    int high = 0;  // and at most
  };

  // A visit to a station that is being decided, from its last item to its first.
  struct Visit {
    std::uint32_t from = 0;                   // vertex
    int in = 0;                               // bend
    std::size_t first = 0;                    // entry of the passages
    Worth before = 0;                         // of the best way to the vertex
    const Passages::State* states = nullptr;  // before the first entry, before the second and so on
  };
  void start(const Restriction& restriction, const Relaxation& relaxation, std::int64_t step_limit);
  void count_step();
  Worth loss(std::size_t target) const;
  Worth all_losses() const;
  bool is_promising(Worth worth);
  void leave(std::uint32_t vertex, Worth suffix, Share share);
  void pass(const Arc& arc, Worth suffix, Share share);
  void foresee(std::uint32_t vertex, int station);
  void remember();
  void recall();
  void rest(std::uint32_t from, int station, Worth suffix, Share share);
  void decide(const Visit& visit, std::size_t spot, int bend, bool some, Worth suffix, Share share);
  void skip(const Visit& visit, std::size_t spot, int bend, bool some, Worth suffix, Share share);
  void take(const Visit& visit, std::size_t spot, int bend, Worth suffix, Share share);
  void apply(const NearTables::Way& way);
  void undo(const NearTables::Way& way, Worth loss);
  bool put_in(const NearTables::Spot& spot, const NearTables::Way& way, Worth& suffix);
  void take_out(const NearTables::Spot& spot, const NearTables::Way& way, Worth loss);
  void finish();

  const Instance& instance_;
  const Rules& rules_;
  Incumbent& incumbent_;
  NearTables tables_;
  const std::size_t width_;    // of the extents
  const std::size_t seconds_;  // their place in them
  const Relaxation* relaxation_ = nullptr;
  std::vector<Amount> amounts_;     // as in the extents
  std::vector<Amount> remembered_;  // those that were put by, one set after the other
  Worth loss_ = 0;                  // of the work that there will be, at least
  std::vector<Chosen> chosen_;      // the last of the routine first
  std::vector<char> in_;            // by item
  std::vector<int> needed_;         // by item: how many of the chosen must follow it
  std::vector<char> visited_;       // by station
  int missing_ = 0;                 // needed and not in
  Share done_ = 0;
  std::int64_t step_limit_ = 0;
  std::int64_t taken_ = 0;       // steps of this run
  std::int64_t checkpoint_ = 0;  // steps after which it is seen how far it came
  bool stopped_ = false;
  std::int64_t steps_ = 0;
};

}  // namespace unclench::core
