// How a part of the figure moves: as simply as its outlines allow.
#pragma once

#include <optional>

#include "figure/parts.h"
#include "figure/timeline.h"

namespace unclench::figure {

// Outlines of every frame, in view units.
using Frames = Rows<Picture>;

struct Animation {
  enum class Kind {
    still,  // it does not move as far as can be seen
    move,   // its mean shape is shifted, turned and narrowed
    morph,  // its outline itself changes, perhaps inside a shifted and turned group
  };
  Kind kind = Kind::still;
  std::string open, close;         // around the paths
  std::vector<std::string> paths;  // by part
  std::string tag;                 // inside the only path
};

// A limb in one plane: nested turns, each link hung on the one before.
struct LinkedLimb {
  struct Link {
    std::string open;
    std::vector<Part> parts;
    std::vector<std::string> paths;
  };
  std::vector<Link> links;
  std::string close;
};

class Animator {
 public:
  Animator(const Motion& motion, Timeline& timeline, const Frames& frames)
      : motion_(motion), timeline_(timeline), frames_(frames) {}

  Animation animate(Part part);
  // Parts that move as one; nothing when they do not.
  std::optional<Animation> animate_together(const std::vector<Part>& parts);
  std::optional<LinkedLimb> animate_limb(const std::vector<std::vector<Part>>& links);

 private:
  struct Carrier;
  using Carriers = Rows<Carrier>;
  using Outlines = std::vector<std::vector<Polygon>>;  // by part
  struct Wrapping {
    std::string open, close;
  };

  const Picture& first() const;
  Outlines outlines(const std::vector<Part>& parts, const Picture& picture) const;
  Rows<Outlines> outlines_of_frames(const std::vector<Part>& parts) const;
  bool is_still(const std::vector<Part>& parts) const;
  Carriers carriers(Part part) const;
  Rows<Outlines> local(const std::vector<Part>& parts, const Carriers& carriers,
                       bool narrowed) const;
  Wrapping carry(const Carriers& carriers, const Outlines& shape, bool narrowed);
  std::optional<Animation> move(const std::vector<Part>& parts, const Carriers& carriers);
  Animation morph(Part part, const Rows<Outlines>& outlines);
  Animation morph_inside_carrier(Part part, const Carriers& carriers);

  const Motion& motion_;
  Timeline& timeline_;
  const Frames& frames_;
};

// Roughly what animation tags cost after compression, in bytes.
double cost_of(const std::string& tags);

// The path of a part's outlines.
std::string path_of(Part part, const std::vector<Polygon>& outlines);

}  // namespace unclench::figure
