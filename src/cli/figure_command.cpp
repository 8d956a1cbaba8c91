#include <algorithm>
#include <iostream>

#include "base/output_file.h"
#include "cli/pipeline.h"
#include "content/text_form.h"
#include "figure/drawing.h"

namespace unclench::cli {
namespace {

using Movements = std::vector<std::shared_ptr<const figure::Movement>>;

Movements all_figures(const content::Edition& edition) {
  Movements all;
  for (const auto& exercise : edition.exercises)
    if (exercise->figure) all.push_back(exercise->figure);
  all.insert(all.end(), edition.position_changes.begin(), edition.position_changes.end());
  return all;
}

// Other mistakes of the content do not keep a figure from being drawn.
Movements read_figures(const std::string& folder) {
  Diagnostics diagnostics;
  const content::LoadedEdition loaded = read_data(folder, true, diagnostics);
  print_problems(diagnostics, "text");
  return all_figures(loaded.edition);
}

int refuse(const std::string& message) {
  std::cerr << "error: " << message << "\n";
  return invalid_call;
}

std::string drawn(const figure::Movement& movement, const FigureOptions& options) {
  figure::Options how;
  how.mirrored = options.mirrored;
  how.dark = options.dark;
  if (options.frame > 0) return figure::draw_frame(movement, options.frame - 1, how);
  figure::Drawing drawing = figure::draw(movement, how);
  return options.thumb ? drawing.thumbnail : options.still ? drawing.still : drawing.animated;
}

int write(const std::string& path, const std::string& text) {
  const std::string problem = replace_file(path, text);
  if (problem.empty()) return done;
  std::cerr << "error: cannot write '" << path << "': " << problem << "\n";
  return failed;
}

}  // namespace

int figure_command(const FigureOptions& options) {
  const Movements all = read_figures(options.content);
  const auto found = std::find_if(
      all.begin(), all.end(), [&](const auto& movement) { return movement->id == options.name; });
  if (found == all.end()) {
    std::vector<std::string> ids;
    for (const auto& movement : all) ids.push_back(movement->id);
    const std::string help = did_you_mean(options.name, ids);
    return refuse("there is no figure of '" + options.name + "'" +
                  (help.empty() ? "" : "; " + help));
  }
  return write(options.output, drawn(**found, options));
}

int figures_command(const FigureOptions& options) {
  const Movements all = read_figures(options.content);
  std::string page;
  for (const auto& movement : all) page += figure::draw(*movement, {}).animated;
  return write(options.sheet, page);
}

}  // namespace unclench::cli
