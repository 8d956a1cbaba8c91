#include "core/search/near_paths.h"

#include <algorithm>

namespace unclench::core {
namespace {

constexpr std::uint64_t whole = std::uint64_t{1} << 40;
constexpr std::int64_t first_checkpoint = 1024;

constexpr bool possible(Worth worth) {
  return worth > nothing / 2;
}

// The best before an entry, when something after it was taken.
Worth best_of(const Passages::State& state, int in, int bend) {
  const Worth taken = state.taken[at(bend)];
  return state.untouched && bend == in ? std::max<Worth>(taken, 0) : taken;
}

}  // namespace

NearPaths::NearPaths(const Instance& instance, const Rules& rules, Incumbent& incumbent)
    : instance_(instance),
      rules_(rules),
      incumbent_(incumbent),
      tables_(instance),
      width_(tables_.extents().width()),
      seconds_(tables_.extents().seconds()) {}

bool NearPaths::run(const Restriction& restriction, const Relaxation& relaxation,
                    std::int64_t step_limit) {
  start(restriction, relaxation, step_limit);

  leave(static_cast<std::uint32_t>(relaxation.network().vertices() - 1), relaxation.constant(),
        whole);
  steps_ += taken_;
  return !stopped_;
}

void NearPaths::start(const Restriction& restriction, const Relaxation& relaxation,
                      std::int64_t step_limit) {
  relaxation_ = &relaxation;
  tables_.look_at(restriction, relaxation);
  amounts_.assign(width_, {});
  remembered_.clear();
  chosen_.clear();
  in_.assign(instance_.items.size(), 0);
  needed_.assign(instance_.items.size(), 0);
  visited_.assign(instance_.stations.size(), 0);
  missing_ = 0;
  step_limit_ = step_limit;
  loss_ = 0;
  done_ = 0;
  taken_ = 0;
  checkpoint_ = std::min(first_checkpoint, step_limit);
  stopped_ = false;
}

// Stops when at this pace it would take too long.
void NearPaths::count_step() {
  if (++taken_ < checkpoint_) return;
  checkpoint_ *= 2;
  const auto share = static_cast<std::int64_t>(done_ >> 20);  // of 2^20
  if (share * step_limit_ < taken_ << 20) stopped_ = true;
}

Worth NearPaths::loss(std::size_t target) const {
  return tables_.loss(target, amounts_[target].low, amounts_[target].high);
}

Worth NearPaths::all_losses() const {
  Worth sum = 0;
  for (std::size_t t = 0; t + 1 < width_; ++t) sum += loss(t);
  return sum;
}

// Whether a routine of interest may come of what was chosen. worth: of the best at the prices.
bool NearPaths::is_promising(Worth worth) {
  count_step();
  worth -= loss_;
  if (rules_.time) {
    if (amounts_[seconds_].low > instance_.seconds) return false;
    if (const int unused = instance_.seconds - amounts_[seconds_].high; unused > 0)
      worth -= unused * relaxation_->prices().second;
  }
  return worth >= incumbent_.least();
}

// suffix: what the way from the vertex to the end is worth.
void NearPaths::leave(std::uint32_t vertex, Worth suffix, Share share) {
  if (vertex == 0) {
    done_ += share;
    return finish();
  }
  const Network& network = relaxation_->network();
  const std::uint32_t first = network.first_arc[vertex], last = network.first_arc[vertex + 1];
  share /= last - first;
  for (std::uint32_t a = first; a < last && !stopped_; ++a) {
    const Arc& arc = network.arcs[a];
    const Worth weight = relaxation_->weights()[arc.weight];
    const Worth before = relaxation_->longest()[arc.from];
    if (!possible(weight) || !possible(before) ||
        before + weight + suffix - loss_ < incumbent_.least()) {
      done_ += share;
    } else if (arc.weight >= relaxation_->table().first_passage()) {
      pass(arc, suffix, share);
    } else {
      const int seconds = tables_.extents().change_seconds(arc.weight);
      amounts_[seconds_].now += seconds;
      leave(arc.from, suffix + weight, share);
      amounts_[seconds_].now -= seconds;
    }
  }
}

void NearPaths::pass(const Arc& arc, Worth suffix, Share share) {
  const Passages& passages = relaxation_->passages();
  const std::size_t index = arc.weight - relaxation_->table().first_passage();
  const int station = static_cast<int>(index / (bends * bends));
  const int in = static_cast<int>(index / bends % bends), out = static_cast<int>(index % bends);
  if (visited_[at(station)]) {
    done_ += share;
    return;
  }
  const Worth loss = loss_;
  remember();
  foresee(arc.from, station);
  visited_[at(station)] = 1;
  const Worth before = relaxation_->longest()[arc.from];
  if (!is_promising(before + relaxation_->weights()[arc.weight] + suffix)) {
    done_ += share;
  } else if (is_rest_layer(instance_, instance_.stations[at(station)].layer)) {
    rest(arc.from, station, suffix, share);
  } else {
    const Visit visit{arc.from, in, passages.first_entry(station), before,
                      tables_.states(station, in)};
    decide(visit, passages.last_entry(station), out, false, suffix, share);
  }
  visited_[at(station)] = 0;
  recall();
  loss_ = loss;
}

// Puts by what there is and what there will be.
void NearPaths::remember() {
  remembered_.insert(remembered_.end(), amounts_.begin(), amounts_.end());
}

// Takes back what was put by last.
void NearPaths::recall() {
  const auto last = remembered_.end() - static_cast<std::ptrdiff_t>(width_);
  std::copy(last, remembered_.end(), amounts_.begin());
  remembered_.erase(last, remembered_.end());
}

// What there will be, by any way to the vertex and then the station, if one is given.
void NearPaths::foresee(std::uint32_t vertex, int station) {
  const Extents& extents = tables_.extents();
  for (std::size_t t = 0; t < width_; ++t) {
    Amount& amount = amounts_[t];
    amount.low = amount.now + extents.least_to(vertex)[t];
    amount.high = amount.now + extents.most_to(vertex)[t];
    if (station < 0) continue;
    amount.low += extents.least_at(station)[t];
    amount.high += extents.most_at(station)[t];
  }
  loss_ = all_losses();
}

void NearPaths::rest(std::uint32_t from, int station, Worth suffix, Share share) {
  const Passages& passages = relaxation_->passages();
  const std::size_t first = passages.first_entry(station), last = passages.last_entry(station);
  const Worth loss = loss_;
  share /= tables_.spots()[last - 1].last_way + 1 - tables_.spots()[first].first_way;
  for (std::size_t s = first; s < last; ++s)
    for (std::size_t w = tables_.spots()[s].first_way; w < tables_.spots()[s].last_way; ++w) {
      if (stopped_) return;
      Worth after = suffix + tables_.ways()[w].profit;
      if (!put_in(tables_.spots()[s], tables_.ways()[w], after)) {
        done_ += share;
        continue;
      }
      remember();
      foresee(from, -1);
      if (is_promising(relaxation_->longest()[from] + after))
        leave(from, after, share);
      else
        done_ += share;
      recall();
      take_out(tables_.spots()[s], tables_.ways()[w], loss);
    }
}

// What is done at the spots before this one. bend: that they must leave. some: whether anything of
// the station was taken.
void NearPaths::decide(const Visit& visit, std::size_t spot, int bend, bool some, Worth suffix,
                       Share share) {
  if (spot == visit.first) {
    if (some && bend == visit.in)
      leave(visit.from, suffix, share);
    else
      done_ += share;
    return;
  }
  --spot;
  const NearTables::Spot& here = tables_.spots()[spot];
  share /= here.last_way - here.first_way + (here.must ? 0 : 1);
  if (here.pays) take(visit, spot, bend, suffix, share);
  if (!here.must) skip(visit, spot, bend, some, suffix, share);
  if (!here.pays) take(visit, spot, bend, suffix, share);
}

void NearPaths::skip(const Visit& visit, std::size_t spot, int bend, bool some, Worth suffix,
                     Share share) {
  if (stopped_) return;
  const NearTables::Spot& here = tables_.spots()[spot];
  const Passages::State& state = visit.states[spot - visit.first];
  const Worth best = some ? best_of(state, visit.in, bend) : state.taken[at(bend)];
  const Worth worth = visit.before + best + suffix;
  if (needed_[at(here.item)] > 0 || !possible(best) || worth - loss_ < incumbent_.least()) {
    done_ += share;
    return;
  }
  const Worth loss = loss_;
  const NearTables::Way& out = tables_.ways()[here.last_way];
  apply(out);
  if (is_promising(worth))
    decide(visit, spot, bend, some, suffix, share);
  else
    done_ += share;
  undo(out, loss);
}

void NearPaths::take(const Visit& visit, std::size_t spot, int bend, Worth suffix, Share share) {
  const NearTables::Spot& here = tables_.spots()[spot];
  const Passages::State& state = visit.states[spot - visit.first];
  const Worth loss = loss_;
  const int ways_in = relaxation_->passages().bends_apart();
  share /= static_cast<Share>(ways_in);
  for (int from = 0; from < ways_in; ++from) {
    const Worth best = best_of(state, visit.in, from);
    const bool open = Passages::leads(here.bend, from, bend) && possible(best);
    const Worth before = visit.before + best;
    for (std::size_t w = here.first_way; w < here.last_way; ++w) {
      if (stopped_) return;
      const NearTables::Way& way = tables_.ways()[w];
      Worth after = suffix + way.profit;
      if (!open || before + after - loss < incumbent_.least()) {
        done_ += share * (here.last_way - w);  // the other ways bring less
        break;
      }
      if (!put_in(here, way, after)) {
        done_ += share;
        continue;
      }
      if (is_promising(before + after))
        decide(visit, spot, from, true, after, share);
      else
        done_ += share;
      take_out(here, way, loss);
    }
  }
}

void NearPaths::apply(const NearTables::Way& way) {
  for (std::size_t c = way.first_change; c < way.last_change; ++c) {
    const NearTables::Change& change = tables_.changes()[c];
    const auto place = at(change.amount);
    Amount& amount = amounts_[place];
    const bool is_work = c + 1 < way.last_change;  // the seconds stand last
    if (is_work) loss_ -= loss(place);
    amount.now += change.now;
    amount.low += change.low;
    amount.high += change.high;
    if (is_work) loss_ += loss(place);
  }
}

// loss: what there was before.
void NearPaths::undo(const NearTables::Way& way, Worth loss) {
  for (std::size_t c = way.first_change; c < way.last_change; ++c) {
    const NearTables::Change& change = tables_.changes()[c];
    Amount& amount = amounts_[at(change.amount)];
    amount.now -= change.now;
    amount.low -= change.low;
    amount.high -= change.high;
  }
  loss_ = loss;
}

// False when something that was chosen speaks against it. Takes from the suffix what the prices
// count on followers that are not there.
bool NearPaths::put_in(const NearTables::Spot& spot, const NearTables::Way& way, Worth& suffix) {
  if (spot.related) {
    const Item& item = instance_.items[at(spot.item)];
    const auto is_in = [&](int other) { return in_[at(other)] != 0; };
    if (std::any_of(item.excluded.begin(), item.excluded.end(), is_in) ||
        std::any_of(item.after.begin(), item.after.end(), is_in))
      return false;
    for (const NearTables::Following& following : tables_.followings())
      if (following.first == spot.item && !is_in(following.second)) suffix -= following.price;
    for (int before : item.after)
      if (needed_[at(before)]++ == 0) ++missing_;
    if (needed_[at(spot.item)] > 0) --missing_;
    in_[at(spot.item)] = 1;
  }
  apply(way);
  chosen_.push_back({spot.item, way.choice});
  return true;
}

void NearPaths::take_out(const NearTables::Spot& spot, const NearTables::Way& way, Worth loss) {
  chosen_.pop_back();
  undo(way, loss);
  if (!spot.related) return;
  const Item& item = instance_.items[at(spot.item)];
  in_[at(spot.item)] = 0;
  if (needed_[at(spot.item)] > 0) ++missing_;
  for (int before : item.after)
    if (--needed_[at(before)] == 0) --missing_;
}

void NearPaths::finish() {
  count_step();
  if (missing_ > 0) return;
  incumbent_.offer(evaluate(instance_, std::vector<Chosen>(chosen_.rbegin(), chosen_.rend())));
}

}  // namespace unclench::core
