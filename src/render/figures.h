// The figures of exercises as files of the site.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "base/file_tree.h"
#include "content/model.h"

namespace unclench::render {

// The files of one exercise's figure.
struct DrawnFigure {
  Bytes animated, still, thumbnail;
  std::string description;  // alternative text
  int panels = 1;           // of `still`
};

// By place among the edition's exercises; null for those without a figure.
using DrawnFigures = std::vector<std::shared_ptr<const DrawnFigure>>;

// What was drawn before, by id, and what from.
struct FigureMemory {
  struct Entry {
    Hash whole = 0;
    std::shared_ptr<const DrawnFigure> drawn;
  };
  std::map<std::string, Entry> entries;
};

// Draws what was not drawn before from the same. An exercise whose figure has mistakes has none.
DrawnFigures draw_figures(const content::Edition& edition, unsigned threads, FigureMemory& memory);

// "figures/bridge.svg", "figures/bridge-still.svg", "figures/bridge-thumb.svg"
void add_figure_files(const content::Edition& edition, const DrawnFigures& figures,
                      FileTree& files);

}  // namespace unclench::render
