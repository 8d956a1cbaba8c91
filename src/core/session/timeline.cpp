#include "core/session/timeline.h"

#include <utility>

namespace unclench::core {
namespace {

class Cues {
 public:
  Cues(const Catalogue& catalogue, const Sequence& sequence)
      : catalogue_(catalogue), sequence_(sequence) {}

  std::vector<Cue> write() {
    for (place_ = 0; place_ < sequence_.steps.size(); ++place_) {
      prepare();
      do_sets();
    }
    cues_.push_back(next(CueKind::done));
    return std::move(cues_);
  }

 private:
  const Step& step() const { return sequence_.steps[place_]; }
  const Movement& movement_at(std::size_t place) const {
    return catalogue_.movements[at(sequence_.steps[place].movement)];
  }

  void prepare() {
    const StepTime time = step_time(catalogue_, sequence_, place_);
    Cue change = next(CueKind::change);
    change.from = place_ == 0 ? sequence_.posture : movement_at(place_ - 1).posture;
    change.to = movement_at(place_).posture;
    add(change, time.change);
    add(next(CueKind::ready), time.ready);
  }

  void do_sets() {
    const int rest = rest_between_sets(movement_at(place_), sequence_.stage);
    for (int set = 1; set <= step().dose.sets; ++set) {
      if (set > 1) add(next(CueKind::rest, set), rest);
      if (step().dose.sides == 1) {
        do_side(set, 0);
        continue;
      }
      do_side(set, 1);
      add(next(CueKind::switch_sides, set, 2), catalogue_.planner.switch_sides);
      do_side(set, 2);
    }
  }

  void do_side(int set, int side) {
    const int tempo = movement_at(place_).tempo;
    for (int repetition = 1; repetition <= step().dose.repetitions; ++repetition) {
      add(next(CueKind::move, set, side, repetition), tempo);
      add(next(CueKind::hold, set, side, repetition), step().dose.hold_seconds);
    }
  }

  // A cue that begins where the last one ended.
  Cue next(CueKind kind, int set = 0, int side = 0, int repetition = 0) const {
    Cue cue;
    cue.kind = kind;
    cue.place = static_cast<int>(place_);
    cue.start = end_;
    cue.set = set;
    cue.side = side;
    cue.repetition = repetition;
    return cue;
  }

  void add(Cue cue, int seconds) {
    if (seconds == 0) return;
    cue.length = std::int64_t{seconds} * 1000;
    end_ += cue.length;
    cues_.push_back(cue);
  }

  const Catalogue& catalogue_;
  const Sequence& sequence_;
  std::size_t place_ = 0;
  std::int64_t end_ = 0;
  std::vector<Cue> cues_;
};

}  // namespace

std::vector<Cue> timeline(const Catalogue& catalogue, const Sequence& sequence) {
  return Cues(catalogue, sequence).write();
}

std::string change_instruction(const Catalogue& catalogue, const Cue& change) {
  return catalogue.postures[at(change.from)].id + "-to-" + catalogue.postures[at(change.to)].id;
}

}  // namespace unclench::core
