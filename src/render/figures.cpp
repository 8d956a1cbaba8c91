#include "render/figures.h"

#include "base/parallel.h"

namespace unclench::render {
namespace {

std::shared_ptr<const DrawnFigure> drawn(const figure::Movement& movement, bool takes_turns) {
  figure::Options options;
  options.other_side = takes_turns;
  figure::Drawing drawing = figure::draw(movement, options);
  auto figure = std::make_shared<DrawnFigure>();
  figure->animated = std::move(drawing.animated);
  figure->still = std::move(drawing.still);
  figure->thumbnail = std::move(drawing.thumbnail);
  figure->description = std::move(drawing.description);
  figure->panels = drawing.panels;
  figure->times = drawing.times;
  figure->other_side = std::move(drawing.other_side);
  return figure;
}

// A figure to be had, and what it is made from.
struct Wanted {
  const figure::Movement* movement;
  Hash whole;
  bool takes_turns;
  std::shared_ptr<const DrawnFigure>* place;
};

std::vector<Wanted> wanted(const content::Edition& edition, DrawnFigures& figures) {
  figures.exercises.resize(edition.exercises.size());
  figures.changes.resize(edition.position_changes.size());
  std::vector<Wanted> list;
  for (std::size_t i = 0; i < edition.exercises.size(); ++i) {
    const content::Exercise& exercise = *edition.exercises[i];
    if (exercise.figure)
      list.push_back({exercise.figure.get(), exercise.whole, exercise.movement.sides == 2,
                      &figures.exercises[i]});
  }
  for (std::size_t i = 0; i < edition.position_changes.size(); ++i)
    list.push_back(
        {edition.position_changes[i].get(), edition.figures, false, &figures.changes[i]});
  return list;
}

void add(const std::string& id, const DrawnFigure& figure, FileTree& files) {
  const std::string name = "figures/" + id;
  files[name + ".svg"] = figure.animated;
  files[name + "-still.svg"] = figure.still;
  files[name + "-thumb.svg"] = figure.thumbnail;
  if (!figure.other_side.empty()) files[name + "-mirrored.svg"] = figure.other_side;
}

}  // namespace

DrawnFigures draw_figures(const content::Edition& edition, unsigned threads, FigureMemory& memory) {
  DrawnFigures figures;
  std::vector<Wanted> missing;
  for (const Wanted& figure : wanted(edition, figures)) {
    const auto known = memory.entries.find(figure.movement->id);
    if (known != memory.entries.end() && known->second.whole == figure.whole)
      *figure.place = known->second.drawn;
    else
      missing.push_back(figure);
  }
  for_each_index(missing.size(), threads, [&](std::size_t i) {
    *missing[i].place = drawn(*missing[i].movement, missing[i].takes_turns);
  });
  for (const Wanted& figure : missing)
    memory.entries[figure.movement->id] = {figure.whole, *figure.place};
  return figures;
}

void add_figure_files(const content::Edition& edition, const DrawnFigures& figures,
                      FileTree& files) {
  for (std::size_t i = 0; i < figures.exercises.size(); ++i)
    if (figures.exercises[i]) add(edition.exercises[i]->id, *figures.exercises[i], files);
  for (std::size_t i = 0; i < figures.changes.size(); ++i)
    add(edition.position_changes[i]->id, *figures.changes[i], files);
}

}  // namespace unclench::render
