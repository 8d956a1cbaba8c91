// How a part of the figure moves: as simply as its outlines allow. Each part can also be shown as
// it is in one frame, in the same words, so that both together compress well.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>

#include "figure/parts.h"
#include "figure/timeline.h"

namespace unclench::figure {

// Outlines of every frame, in view units.
using Frames = Rows<Picture>;
using Outlines = std::vector<std::vector<Polygon>>;  // by part

// The elements of a part: groups around the paths, and what animates the path itself.
struct Markup {
  std::string open, close;
  std::vector<std::string> paths;  // by part
  std::string tag;                 // inside the only path
};

struct Animation {
  enum class Kind {
    still,  // it does not move as far as can be seen
    move,   // its mean shape is shifted, turned and narrowed
    morph,  // its outline itself changes, perhaps inside a shifted and turned group
  };
  Kind kind = Kind::still;
  Markup moving;
  std::function<Markup(FrameNumber)> frozen;
};

// A limb in one plane: nested turns, each link hung on the one before.
struct LinkedLimb {
  std::vector<std::vector<Part>> parts;  // by link
  std::vector<Markup> moving;            // by link; the groups close after the last one
  std::function<std::vector<Markup>(FrameNumber)> frozen;
};

// The axis of a part in a frame: where it begins, its direction in degrees, its share of its
// length.
struct Carrier {
  Vec2 at;
  double angle = 0, stretch = 1;

  // From the part's own frame, x along the axis, to the picture, and back.
  Polygon place(const Polygon& local) const;
  Polygon local(const Polygon& placed) const;
};
using Carriers = Rows<Carrier>;

class Animator {
 public:
  // The motion must have a transition.
  Animator(const Motion& motion, Timeline& timeline, const Frames& frames)
      : motion_(motion), timeline_(timeline), frames_(frames) {}

  // How far off a point may be between two keys, in view units.
  void set_tolerance(double tolerance) { tolerance_ = tolerance; }

  Animation animate(Part part);
  // Parts that move as one; nothing when they do not.
  std::optional<Animation> animate_together(const std::vector<Part>& parts);
  std::optional<LinkedLimb> animate_limb(const std::vector<std::vector<Part>>& links);

  FrameNumber first() const;

 private:
  struct Group {
    std::string open, close;
    std::function<std::string(FrameNumber)> frozen;  // its only opening then
  };
  struct Stage;

  const Picture& picture(FrameNumber frame) const { return frames_[frame.stretch][frame.sample]; }
  Outlines outlines(const std::vector<Part>& parts, const Picture& picture) const;
  Rows<Outlines> outlines_of_frames(const std::vector<Part>& parts) const;
  bool is_still(const std::vector<Part>& parts);
  bool find_still(const std::vector<Part>& parts) const;
  double longest_axis(Part part) const;
  const Carriers& carriers(Part part);
  Carriers find_carriers(Part part) const;
  // What the part looks like when it is carried as a whole; nothing if that is not how it moves.
  struct Moved {
    Carriers carriers;
    bool narrowed = false;
    Outlines shape;
    std::map<Steps, Animation> by_steps;
  };
  std::optional<Moved> find_move(const std::vector<Part>& parts);
  std::optional<Moved>& moved(const std::vector<Part>& parts);
  Rows<Outlines> local(const std::vector<Part>& parts, const Carriers& carriers) const;
  Steps steps_of(const Carriers& carriers, const Polygon& shape) const;
  Group carry(const Carriers& carriers, const Outlines& shape, bool narrowed, const Steps& steps);
  std::optional<Animation> move(const std::vector<Part>& parts);
  // Outlines of every frame, in the picture or inside a carrier.
  struct Morphing {
    std::shared_ptr<const Rows<Outlines>> rows;
    Rows<Polygon> points;
    std::map<Steps, Animation> by_steps;
  };
  struct CarriedMorphing {
    Carriers carriers;
    Outlines shape;  // the mean
    Morphing inside;
    std::map<Steps, Group> by_steps;
  };
  Morphing morphing_of(Rows<Outlines> rows) const;
  CarriedMorphing find_carried_morphing(Part part);
  Animation morph(Part part, Morphing& morphing);
  Animation morph_inside_carrier(Part part);

  const Motion& motion_;
  Timeline& timeline_;
  const Frames& frames_;
  double tolerance_ = 3;
  // What does not depend on the tolerance.
  std::map<Part, Carriers> carriers_;
  std::map<Part, Morphing> morphings_;
  std::map<Part, CarriedMorphing> carried_morphings_;
  std::map<std::vector<Part>, bool> still_;
  std::map<std::vector<Part>, std::optional<Moved>> moves_;
};

// Roughly what animation tags cost after compression, in bytes: their different values.
double cost_of(const std::string& tags);

// Helpers of the parts of the animator.

// In view units; 840 of them are the width.
inline constexpr double rigid = 8;  // how far off a part may be that is moved as a whole

Polygon points_of(const Outlines& outlines);
Outlines with_points(Outlines outlines, const Polygon& points);
double farthest(const Polygon& a, const Polygon& b);
std::string pair_text(Vec2 v);
Carriers unstretched(Carriers carriers);

// The mean of shapes, by their weights.
class Mean {
 public:
  void add(const Polygon& points, double weight);
  Polygon points() const { return scaled(1 / weight_); }

 private:
  Polygon scaled(double by) const;
  Polygon sum_;
  double weight_ = 0;
};

// The path of a part's outlines.
std::string path_of(Part part, const std::vector<Polygon>& outlines);

}  // namespace unclench::figure
