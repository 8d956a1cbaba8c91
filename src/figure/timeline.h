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

// Into how many equal steps each stretch is cut.
using Steps = std::vector<int>;

class Timeline {
 public:
  explicit Timeline(const Motion& motion);

  // <animate> or <animateTransform> in so many equal steps, by stretch. `attributes` name what is
  // animated, `value` gives its text in a frame. Empty when it never changes.
  std::string tag(const std::string& element, const std::string& attributes, const Steps& steps,
                  const std::function<std::string(FrameNumber)>& value);

 private:
  struct Keys {
    std::vector<FrameNumber> frames;
    std::string times, splines;
  };
  const Keys& keys(const Steps& steps);
  Keys make_keys(const Steps& steps) const;

  const Motion& motion_;
  std::string duration_;
  std::map<Steps, Keys> keys_;
};

// The fewest equal steps of each stretch with which no sample is too far off. `is_near(row, a, z,
// m)` says whether sample m of a stretch is near enough to what lies between its samples a and z.
using StepTest = std::function<bool(std::size_t row, int a, int z, int m)>;
Steps fewest_steps(std::size_t rows, const StepTest& is_near);

}  // namespace unclench::figure
