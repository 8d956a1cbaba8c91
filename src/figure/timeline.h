// When which frame is shown, as SMIL wants to know it.
//
// Between two poses the figure moves with the ease 3t^2 - 2t^3. Any piece of a cubic is a cubic, so
// splines between keys repeat it exactly, whatever the number of steps: parts of a figure may have
// different keys and still move together.
#pragma once

#include <functional>
#include <map>

#include "figure/motion.h"

namespace unclench::figure {

// A value for every frame: by stretch of the motion, then by sample.
template <typename T>
using Rows = std::vector<std::vector<T>>;

// A sample of a stretch.
struct FrameNumber {
  std::size_t stretch = 0, sample = 0;
};

// When the eased movement has made this share of its way, as a share of its time.
double ease_time(double progress);

class Timeline {
 public:
  explicit Timeline(const Motion& motion);

  // <animate> or <animateTransform> in so many equal steps a stretch. `attributes` name what is
  // animated, `value` gives its text in a frame. Empty when it never changes.
  std::string tag(const std::string& element, const std::string& attributes, int steps,
                  const std::function<std::string(FrameNumber)>& value);

 private:
  struct Keys {
    std::vector<FrameNumber> frames;
    std::string times, splines;
  };
  const Keys& keys(int steps);
  Keys make_keys(int steps) const;

  const Motion& motion_;
  std::string duration_;
  std::map<int, Keys> keys_;  // by steps
};

// The fewest equal steps of a stretch with which no sample is too far off. `error(row, a, z, m)` is
// how far sample m is from what lies between the samples a and z.
using StepError = std::function<double(std::size_t row, int a, int z, int m)>;
int fewest_steps(std::size_t rows, double tolerance, const StepError& error);

}  // namespace unclench::figure
