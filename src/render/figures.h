// The figures of exercises and of changes of position, as files of the site.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "base/file_tree.h"
#include "content/model.h"
#include "figure/drawing.h"

namespace unclench::render {

// The files of one figure.
struct DrawnFigure {
  Bytes animated, still, thumbnail;
  Bytes other_side;         // animated; empty where both sides move together
  std::string description;  // alternative text
  int panels = 1;           // of `still`
  figure::Times times;      // of `animated`
};

// Null where there is none.
struct DrawnFigures {
  std::vector<std::shared_ptr<const DrawnFigure>> exercises;  // by place in the edition
  std::vector<std::shared_ptr<const DrawnFigure>> changes;    // of position, likewise
};

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

// "figures/bridge.svg", "figures/bridge-still.svg", "figures/bridge-thumb.svg", and
// "figures/bird-dog-mirrored.svg" where each side takes its turn.
void add_figure_files(const content::Edition& edition, const DrawnFigures& figures,
                      FileTree& files);

}  // namespace unclench::render
