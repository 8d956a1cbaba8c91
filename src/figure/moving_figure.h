// The person in motion as SVG elements.
#pragma once

#include <variant>

#include "figure/animation.h"
#include "figure/scene.h"
#include "figure/svg_paint.h"

namespace unclench::figure {

class MovingFigure {
 public:
  // The motion must have a transition.
  MovingFigure(const Motion& motion, const Painting& painting, const View& view, const Fit& fit,
               const Ink& ink);

  std::string moving() const;
  // As it is in a pose. The ids in it have this number behind them.
  std::string frozen(int pose, int number) const;

 private:
  // What is painted as a whole: one group, or the parts of a head that moves as one.
  struct Layer {
    Group group;
    std::vector<Animation> animations;  // by part of the group; one for all, if it moves as one
    std::vector<LinkedLimb> limbs;      // parts that move as limbs
    std::vector<Part> joined;           // parts in limbs, or moved with another
    bool as_one = false;
  };
  using When = std::optional<FrameNumber>;  // empty: in motion

  void animate(const Painting& painting, Animator& animator);
  void add_head(const std::vector<Group>& groups, std::size_t& at, Animator& animator);
  Layer layer_of(const Group& group, Animator& animator) const;
  std::string painted(const Layer& layer, const std::string& id, When when) const;
  std::string all(When when, const std::string& suffix) const;

  Frames frames_;
  Ink ink_;
  std::vector<Layer> layers_;
  std::map<int, FrameNumber> frame_of_pose_;
};

}  // namespace unclench::figure
