// Draws a movement: the entrance to this library.
//
//   const figure::Drawing drawing = figure::draw(movement, {});
//
// The texts are whole SVG files of 840 by 560 units with a title and a description. The same
// movement and options give the same bytes, on every machine, compiler and thread. Nothing is kept
// between calls, which may be made from any thread.
#pragma once

#include <string>
#include <vector>

#include "figure/movement.h"

namespace unclench::figure {

inline constexpr int picture_width = 840, picture_height = 560;  // view units

struct Options {
  bool mirrored = false;    // the other side: left and right exchanged
  bool other_side = false;  // draws that too, as Drawing::other_side
  bool dark = false;        // the dark colours stand in the files, and no query for them
  // The file has its own <style>, for dark paper and reduced motion. Without it, for a page whose
  // content security policy forbids inline styles, the rules of `figure_styles` belong to the
  // page's.
  bool style = true;
};

// Milliseconds of the animation.
struct Times {
  int whole = 0;                      // 0: nothing moves
  int held_from = 0, held_until = 0;  // the longest stay in a pose other than the first
};

struct Drawing {
  std::string animated;     // moves without scripts; still panels where less motion is asked for
  std::string still;        // numbered panels: the poses that matter, with arrows
  std::string thumbnail;    // one pose
  std::string other_side;   // animated, the opposite of `Options::mirrored`; empty if not asked for
  std::string description;  // alternative text, plain
  int panels = 1;           // of `still`
  Times times;              // of `animated`
};

// The movement must be sound, see `problems_of`.
Drawing draw(const Movement& movement, const Options& options);

// One frame of the animation. `frame` counts the poses: 1.5 is halfway between the second and the
// third.
std::string draw_frame(const Movement& movement, double frame, const Options& options);

// The style rules of all figures, for pages that inline drawings without their own <style>. They
// apply below the class "fig", which every drawing has.
std::string figure_styles();

// What the figure does, in sentences: posture, what moves, and where to.
std::string describe(const Movement& movement);

}  // namespace unclench::figure
