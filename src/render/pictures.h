// Pictures in pixels: for those who pass a link on, and for the place where the site is installed.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/collage.h"
#include "render/figures.h"

namespace unclench::render {

inline constexpr const char* theme_colour = "#17594f";
inline constexpr const char* paper_colour = "#fbf9f5";

inline constexpr const char* share_folder = "share/";
inline constexpr const char* icon_folder = "icons/";

// Makes the PNG that will stand at this path of the site. The path holds a hash of its drawings, so
// an earlier file there is the same. Returns an error, or nothing. Called from many threads.
using DrawPng =
    std::function<std::string(const std::string& path, const Collage& collage, std::string& png)>;

struct Icon {
  std::string path;
  int size = 0;           // pixels
  bool maskable = false;  // may be cut to a circle
};

// Paths in the site; empty where nothing was drawn.
struct Pictures {
  std::vector<std::string> exercises;  // by place: 1200 by 630, with its figure
  std::string site;                    // likewise, of all other pages
  std::vector<Icon> icons;
  std::string touch_icon;  // 180 by 180

  const std::string& of_exercise(std::size_t place) const {
    return place < exercises.size() && !exercises[place].empty() ? exercises[place] : site;
  }
};

// Draws them and adds them to the files. `icon` is the site's own picture as SVG and may be empty;
// one that cannot be drawn is reported under `icon_path`.
Pictures draw_pictures(const content::Edition& edition, const DrawnFigures& figures,
                       const Bytes& icon, const std::string& icon_path, const DrawPng& draw,
                       unsigned threads, FileTree& files, Diagnostics& diagnostics);

}  // namespace unclench::render
