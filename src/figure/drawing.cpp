#include "figure/drawing.h"

#include <algorithm>

#include "figure/description.h"
#include "figure/moving_figure.h"
#include "figure/palette.h"
#include "figure/svg_figure.h"
#include "figure/svg_text.h"

namespace unclench::figure {
namespace {

constexpr double margin = 24;
constexpr int arrow_width = 8, thumbnail_arrow_width = 15;  // small pictures need wide ones

std::string box_rect(const Box& box, int radius, const Ink& ink) {
  return "<rect class=\"bg\"" + (box.x ? " x=\"" + std::to_string(box.x) + "\"" : "") +
         (box.y ? " y=\"" + std::to_string(box.y) + "\"" : "") + " width=\"" +
         std::to_string(box.width) + "\" height=\"" + std::to_string(box.height) + "\" rx=\"" +
         std::to_string(radius) + "\" fill=\"" + std::string(colour_of("bg", ink.dark)) + "\"/>";
}

constexpr int number_off = 36, number_radius = 19;  // of a panel's number, from its corner

std::string panel_number(const Box& box, bool on_right, std::size_t number, const Ink& ink) {
  const auto text = [](int value) { return std::to_string(value); };
  const int x = on_right ? box.x + box.width - number_off : box.x + number_off;
  return "<circle class=\"b\" cx=\"" + text(x) + "\" cy=\"" + text(box.y + number_off) + "\" r=\"" +
         text(number_radius) + "\" fill=\"" + std::string(colour_of("b", ink.dark)) +
         "\"/><text class=\"bg\" x=\"" + text(x) + "\" y=\"" + text(box.y + number_off + 9) +
         "\" font-family=\"sans-serif\" font-size=\"25\" font-weight=\"700\" "
         "text-anchor=\"middle\" "
         "fill=\"" +
         std::string(colour_of("bg", ink.dark)) + "\">" + std::to_string(number) + "</text>";
}

int milliseconds(double seconds) {
  return static_cast<int>(seconds * 1000 + 0.5);
}

Times times_of(const Motion& motion) {
  const std::vector<Transition>& transitions = motion.transitions();
  Times times;
  if (transitions.empty()) return times;
  times.whole = milliseconds(motion.duration());
  double longest = -1;
  // The last transition leads back into the first pose.
  for (std::size_t i = 0; i + 1 < transitions.size(); ++i) {
    const double from = transitions[i].end, until = transitions[i + 1].start;
    if (until - from <= longest) continue;
    longest = until - from;
    times.held_from = milliseconds(from);
    times.held_until = milliseconds(until);
  }
  return times;
}

class Artist {
 public:
  Artist(const Motion& motion, const Options& options)
      : movement_(motion.movement()),
        options_(options),
        motion_(motion),
        view_(movement_.camera, options.mirrored),
        painting_(painting_of(motion_, view_)),
        ink_{movement_.id + (options.mirrored ? "-mirrored" : ""), options.dark},
        description_(description()) {}

  Drawing run() {
    Drawing drawing;
    drawing.description = description_;
    drawing.panels = static_cast<int>(motion_.stills().size());
    drawing.animated = animated();
    drawing.times = times_of(motion_);
    drawing.still = file(still_panels(), "-still");
    drawing.thumbnail = file(thumbnail(), "-thumb", false);
    return drawing;
  }

  std::string animated() const {
    const Layout placed = layout(motion_, view_, all_bodies(), {Box{}}, margin, {});
    if (motion_.transitions().empty()) return file(scene(placed, motion_.poses()[0]));
    const MovingFigure figure(motion_, painting_, view_, placed.fits[0], ink_);
    const std::string props = svg_props(placed.props, placed.fits[0], ink_);
    const std::string moving = box_rect({}, 28, ink_) + props + figure.moving();
    if (!options_.style) return file(moving);
    return file("<g class=\"mv\">" + moving + "</g><g class=\"st\" display=\"none\">" +
                start_and_end(figure, placed.fits[0], props) + "</g>");
  }

  std::string frame(double at) const {
    const int last = static_cast<int>(motion_.poses().size()) - 1;
    const int from = std::clamp(static_cast<int>(at), 0, last), to = std::min(from + 1, last);
    const Layout placed = layout(motion_, view_, all_bodies(), {Box{}}, margin, {});
    return file(scene(placed, motion_.between(from, to, at - from)));
  }

 private:
  std::string description() const {
    if (options_.mirrored) return figure::describe(mirrored(movement_));
    return movement_.description.empty() ? figure::describe(motion_) : movement_.description;
  }

  const Body& pose(int i) const { return motion_.poses()[static_cast<std::size_t>(i)]; }

  std::vector<const Body*> all_bodies() const {
    std::vector<const Body*> bodies;
    for (const Stretch& stretch : motion_.stretches())
      for (std::size_t m = 0; m < stretch.bodies.size(); m += 4)
        bodies.push_back(&stretch.bodies[m]);
    for (const Body& body : motion_.poses()) bodies.push_back(&body);
    return bodies;
  }

  std::string scene(const Layout& placed, const Body& body) const {
    return box_rect({}, 28, ink_) + svg_props(placed.props, placed.fits[0], ink_) +
           svg_body(body, painting_, view_, placed.fits[0], ink_);
  }

  // The last still, with the arrows that lead to it.
  std::string thumbnail() const {
    const std::vector<int>& stills = motion_.stills();
    const int before = stills.size() > 1 ? stills[stills.size() - 2] : stills.back();
    const std::vector<Polygon> arrows = arrows_of(motion_, view_, before);
    const Layout placed = layout(motion_, view_, {&pose(stills.back())}, {Box{}}, margin, arrows);
    return scene(placed, pose(stills.back())) +
           svg_arrows(arrows, placed.fits[0], thumbnail_arrow_width, ink_);
  }

  // For people who asked for less motion: the first and the last still, in the words of the
  // animation, so that they add little to the file.
  std::string start_and_end(const MovingFigure& figure, const Fit& fit,
                            const std::string& props) const {
    std::string svg;
    std::vector<int> poses = {motion_.stills().front()};
    if (motion_.stills().back() != poses[0]) poses.push_back(motion_.stills().back());
    for (std::size_t i = 0; i < poses.size(); ++i) {
      std::string body = figure.frozen(poses[i], static_cast<int>(i + 1));
      if (body.empty()) body = svg_body(pose(poses[i]), painting_, view_, fit, ink_);
      svg += "<g transform=\"translate(" + std::to_string(i * 420) + " 140)scale(.5)\">" +
             box_rect({}, 28, ink_) + props + body + "</g>";
    }
    return svg;
  }

  // Whether a body or an arrow is where a panel would have its number.
  bool is_corner_taken(const Panels& panels, bool right) const {
    constexpr double reach = number_off + number_radius;
    for (std::size_t i = 0; i < panels.boxes.size(); ++i) {
      const Box& box = panels.boxes[i];
      const int still = motion_.stills()[i];
      std::vector<Polygon> shapes = arrows_of(motion_, view_, still);
      for (const Drawn& drawn : picture_of(pose(still), view_, Target::none))
        shapes.insert(shapes.end(), drawn.outlines.begin(), drawn.outlines.end());
      for (const Polygon& shape : shapes)
        for (const Vec2& corner : shape) {
          const Vec2 p = panels.layout.fits[i](corner);
          if (p.y < box.y + reach &&
              (right ? p.x > box.x + box.width - reach : p.x < box.x + reach))
            return true;
        }
    }
    return false;
  }

  std::string still_panels() const {
    const std::vector<int>& poses = motion_.stills();
    const Panels panels = figure::panels(motion_, view_, poses);
    std::string svg;
    for (const Box& box : panels.boxes) svg += box_rect(box, 24, ink_);
    const bool on_right = is_corner_taken(panels, false) && !is_corner_taken(panels, true);
    for (std::size_t i = 0; i < poses.size(); ++i) {
      const Fit& fit = panels.layout.fits[i];
      svg += svg_props(panels.layout.props, fit, ink_) +
             svg_body(pose(poses[i]), painting_, view_, fit, ink_) +
             svg_arrows(arrows_of(motion_, view_, poses[i]), fit, arrow_width, ink_) +
             panel_number(panels.boxes[i], on_right, i + 1, ink_);
    }
    return svg;
  }

  // A thumbnail stands beside the name of its movement and needs no description.
  std::string file(const std::string& body, const std::string& kind = "",
                   bool described = true) const {
    const std::string title = ink_.id + kind + "-t", description = ink_.id + kind + "-d";
    std::string svg =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"fig\" "
        "viewBox=\"0 0 840 560\" role=\"img\"";
    if (described)
      svg += " aria-labelledby=\"" + title + " " + description + "\"><title id=\"" + title + "\">";
    else
      svg += "><title>";
    svg += escaped(movement_.title) + "</title>";
    if (described) svg += "<desc id=\"" + description + "\">" + escaped(description_) + "</desc>";
    const bool moves = body.find("class=\"mv\"") != std::string::npos;
    if (options_.style && !options_.dark)
      svg += "<style>@media(prefers-color-scheme:dark){" + dark_rules(body) + "}" +
             (moves ? "@media(prefers-reduced-motion:reduce){.mv{display:none}.st{display:inline}}"
                    : "") +
             "</style>";
    return svg + body + "</svg>";
  }

  const Movement& movement_;
  const Options& options_;
  const Motion& motion_;
  View view_;
  Painting painting_;
  Ink ink_;
  std::string description_;
};

}  // namespace

Drawing draw(const Movement& movement, const Options& options) {
  const Motion motion(movement);
  Drawing drawing = Artist(motion, options).run();
  if (options.other_side) {
    Options other = options;
    other.mirrored = !options.mirrored;
    drawing.other_side = Artist(motion, other).animated();
  }
  return drawing;
}

std::string draw_frame(const Movement& movement, double frame, const Options& options) {
  const Motion motion(movement);
  return Artist(motion, options).frame(frame);
}

std::string figure_styles() {
  std::string all;
  for (const Colour& colour : colours()) all += "class=\"" + std::string(colour.name) + "\"";
  return "@media(prefers-color-scheme:dark){" + dark_rules(all) + "}";
}

std::string describe(const Movement& movement) {
  return movement.description.empty() ? describe(Motion(movement)) : movement.description;
}

}  // namespace unclench::figure
