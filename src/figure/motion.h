// A movement in time: its poses grounded and with their contacts, and what lies between them.
#pragma once

#include "figure/contact.h"

namespace unclench::figure {

// From one pose to another, in even steps of the eased time.
struct Stretch {
  int from = 0, to = 0;  // from < to; played backwards as well
  std::vector<Body> bodies;
};

struct Transition {
  std::size_t stretch = 0;
  bool forward = true;
  double start = 0, end = 0;  // seconds; between transitions the pose is held
};

inline constexpr int samples = 24;  // steps of a stretch

// A hand or foot that cannot be where its contact wants it.
struct Miss {
  int pose = 0;
  LimbKind limb = LimbKind::arm;
  Side side = Side::right;
  double missing = 0;  // cm
};

class Motion {
 public:
  // The movement must have a pose, and its numbers must name poses. Keeps a reference to it.
  explicit Motion(const Movement& movement);

  const Movement& movement() const { return movement_; }
  const std::vector<Body>& poses() const { return solved_; }
  const std::vector<int>& sequence() const { return sequence_; }
  const std::vector<int>& stills() const { return stills_; }
  const std::vector<Stretch>& stretches() const { return stretches_; }
  const std::vector<Transition>& transitions() const { return transitions_; }
  double duration() const { return duration_; }  // seconds, of the whole circle
  const std::vector<Miss>& misses() const { return misses_; }

  // The body a share s of the way from pose i to pose j.
  Body between(int i, int j, double s) const;

 private:
  struct Pinned {
    Spot spot;
    Vec3 at;
  };
  const Pose& pose(int i) const { return movement_.poses[static_cast<std::size_t>(i)]; }
  const Body& solved(int i) const { return solved_[static_cast<std::size_t>(i)]; }
  void solve_poses();
  Body placed(const Angles& angles, const Frame& root, const Contacts& a, const Contacts& b) const;
  void pin(Body& body, const Pinned& pinned) const;
  Pinned pin_of_pose(int i, const Body& body) const;
  Surroundings surroundings(const Angles& angles, const Frame& root) const;
  void schedule();
  void sample();

  const Movement& movement_;
  std::map<std::string, double> surfaces_;
  Sides<double> grip_{};
  bool pillow_ = false;  // between the knees
  std::vector<int> sequence_, stills_;
  std::vector<Body> solved_;
  std::vector<Stretch> stretches_;
  std::vector<Transition> transitions_;
  std::vector<Miss> misses_;
  double duration_ = 0;
};

}  // namespace unclench::figure
