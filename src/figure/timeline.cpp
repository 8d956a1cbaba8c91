#include "figure/timeline.h"

#include <algorithm>

#include "figure/svg_text.h"

namespace unclench::figure {
namespace {

constexpr std::array<int, 8> step_counts = {1, 2, 3, 4, 6, 8, 12, 24};
static_assert(step_counts.back() == samples);

// The piece of the ease between two shares of the way.
std::string ease_spline(double from, double to) {
  const double t0 = ease_time(from), t1 = ease_time(to), slope = (t1 - t0) / (to - from) / 3;
  const double y1 = 6 * t0 * (1 - t0) * slope, y2 = 1 - 6 * t1 * (1 - t1) * slope;
  return ".33 " + decimal(y1, 2, false) + " .67 " + decimal(y2, 2, false);
}

}  // namespace

double ease_time(double progress) {
  return .5 - sine(arc_sine(1 - 2 * progress) / 3);
}

Timeline::Timeline(const Motion& motion)
    : motion_(motion), duration_(decimal(motion.duration(), 2)) {}

std::string Timeline::tag(const std::string& element, const std::string& attributes,
                          const Steps& steps,
                          const std::function<std::string(FrameNumber)>& value) {
  const Keys& keys = this->keys(steps);
  std::string values, first;
  bool changes = false;
  for (const FrameNumber& frame : keys.frames) {
    const std::string text = value(frame);
    if (values.empty())
      first = text;
    else
      values += ";";
    changes = changes || text != first;
    values += text;
  }
  if (!changes) return "";
  return "<" + element + " " + attributes + " dur=\"" + duration_ +
         "s\" repeatCount=\"indefinite\" calcMode=\"spline\" keyTimes=\"" + keys.times +
         "\" keySplines=\"" + keys.splines + "\" values=\"" + values + "\"/>";
}

const Timeline::Keys& Timeline::keys(const Steps& steps) {
  const auto known = keys_.find(steps);
  return known != keys_.end() ? known->second
                              : keys_.emplace(steps, make_keys(steps)).first->second;
}

Timeline::Keys Timeline::make_keys(const Steps& all_steps) const {
  Keys keys;
  double now = 0;
  const auto add = [&](double time, FrameNumber frame, const std::string& spline) {
    const double share = std::min(1.0, time / motion_.duration());
    keys.times += (keys.frames.empty() ? "" : ";") + decimal(share, 4, false);
    if (!spline.empty()) keys.splines += (keys.splines.empty() ? "" : ";") + spline;
    keys.frames.push_back(frame);
  };
  for (const Transition& transition : motion_.transitions()) {
    const auto frame = [&](int sample) {
      return FrameNumber{transition.stretch,
                         static_cast<std::size_t>(transition.forward ? sample : samples - sample)};
    };
    const int steps = all_steps[transition.stretch];
    if (keys.frames.empty()) add(0, frame(0), "");
    if (transition.start > now + 1e-6) add(transition.start, keys.frames.back(), "0 0 1 1");
    for (int step = 1; step <= steps; ++step) {
      const double from = static_cast<double>(step - 1) / steps;
      const double to = static_cast<double>(step) / steps;
      now = transition.start + (transition.end - transition.start) * ease_time(to);
      add(now, frame(step * samples / steps), ease_spline(from, to));
    }
    now = transition.end;
  }
  return keys;
}

Steps fewest_steps(std::size_t rows, const StepTest& is_near) {
  const auto is_enough = [&](std::size_t row, int steps) {
    const int size = samples / steps;
    const auto is_off = [&](int a, int m) { return !is_near(row, a, a + size, m); };
    // Most is off in the middle between two keys.
    for (int a = 0; a < samples; a += size)
      if (size > 1 && is_off(a, a + size / 2)) return false;
    for (int a = 0; a < samples; a += size)
      for (int m = a + 1; m < a + size; ++m)
        if (m != a + size / 2 && is_off(a, m)) return false;
    return true;
  };
  Steps result;
  for (std::size_t row = 0; row < rows; ++row) {
    std::size_t choice = 0;
    while (choice + 1 < step_counts.size() && !is_enough(row, step_counts[choice])) ++choice;
    result.push_back(step_counts[choice]);
  }
  return result;
}

}  // namespace unclench::figure
