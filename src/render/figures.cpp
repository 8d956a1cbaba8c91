#include "render/figures.h"

#include "base/parallel.h"
#include "figure/drawing.h"

namespace unclench::render {
namespace {

std::shared_ptr<const DrawnFigure> drawn(const figure::Movement& movement) {
  figure::Drawing drawing = figure::draw(movement, {});
  auto figure = std::make_shared<DrawnFigure>();
  figure->animated = std::move(drawing.animated);
  figure->still = std::move(drawing.still);
  figure->thumbnail = std::move(drawing.thumbnail);
  figure->description = std::move(drawing.description);
  figure->panels = drawing.panels;
  return figure;
}

}  // namespace

DrawnFigures draw_figures(const content::Edition& edition, unsigned threads, FigureMemory& memory) {
  const auto& exercises = edition.exercises;
  DrawnFigures figures(exercises.size());
  std::vector<std::size_t> missing;
  for (std::size_t i = 0; i < exercises.size(); ++i) {
    if (!exercises[i]->figure) continue;
    const auto known = memory.entries.find(exercises[i]->id);
    if (known != memory.entries.end() && known->second.whole == exercises[i]->whole)
      figures[i] = known->second.drawn;
    else
      missing.push_back(i);
  }
  for_each_index(missing.size(), threads, [&](std::size_t n) {
    figures[missing[n]] = drawn(*exercises[missing[n]]->figure);
  });
  for (std::size_t i : missing)
    memory.entries[exercises[i]->id] = {exercises[i]->whole, figures[i]};
  return figures;
}

void add_figure_files(const content::Edition& edition, const DrawnFigures& figures,
                      FileTree& files) {
  for (std::size_t i = 0; i < figures.size(); ++i) {
    if (!figures[i]) continue;
    const std::string name = "figures/" + edition.exercises[i]->id;
    files[name + ".svg"] = figures[i]->animated;
    files[name + "-still.svg"] = figures[i]->still;
    files[name + "-thumb.svg"] = figures[i]->thumbnail;
  }
}

}  // namespace unclench::render
