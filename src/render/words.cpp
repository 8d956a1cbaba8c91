#include "render/words.h"

namespace unclench::render {
namespace {

std::string times_words(const core::Range& times) {
  if (times.high == 1) return "once";
  if (times.low == 2 && times.high == 2) return "twice";
  return range_words(times) + " times";
}

}  // namespace

std::string range_words(const core::Range& range) {
  const std::string low = std::to_string(range.low);
  return range.low == range.high ? low : low + " to " + std::to_string(range.high);
}

std::string seconds_words(const core::Range& seconds) {
  if (seconds.low >= 60 && seconds.low % 60 == 0 && seconds.high % 60 == 0) {
    const core::Range minutes{seconds.low / 60, seconds.high / 60};
    return range_words(minutes) + (minutes.high == 1 ? " minute" : " minutes");
  }
  return range_words(seconds) + (seconds.high == 1 ? " second" : " seconds");
}

std::string dose_words(const core::Movement& movement, const core::DoseRange& dose) {
  const bool once = dose.repetitions.high == 1;
  std::string text;
  if (dose.hold.high > 0 && movement.tempo == 0 && once)
    text = "For " + seconds_words(dose.hold);
  else if (dose.hold.high > 0)
    text = "Hold " + seconds_words(dose.hold) + ", " + times_words(dose.repetitions);
  else
    text = (once ? "Once" : range_words(dose.repetitions) + " times") + std::string(", slowly");
  if (movement.sides == 2) text += ", each side";
  if (dose.sets.high > 1) {
    text += ", " + range_words(dose.sets) + " sets";
    if (dose.rest > 0) text += " with " + std::to_string(dose.rest) + " seconds of rest between";
  }
  return text;
}

}  // namespace unclench::render
