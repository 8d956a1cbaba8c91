#include <algorithm>
#include <iostream>

#include "base/encoding.h"
#include "base/output_file.h"
#include "cli/joint_sheet.h"
#include "cli/pipeline.h"
#include "cli/png.h"
#include "figure/drawing.h"
#include "figure/names.h"
#include "figure/svg_text.h"

namespace unclench::cli {
namespace {

using Movements = std::vector<std::shared_ptr<const figure::Movement>>;

// Other mistakes of the content are told, but do not keep a figure from being drawn.
Movements read_figures(const std::string& folder) {
  Diagnostics diagnostics;
  const content::Edition edition = read_data(folder, true, diagnostics).edition;
  print_problems(diagnostics, "text");
  Movements all;
  for (const auto& exercise : edition.exercises)
    if (exercise->figure) all.push_back(exercise->figure);
  all.insert(all.end(), edition.position_changes.begin(), edition.position_changes.end());
  return all;
}

std::string drawing_of(const figure::Movement& movement, const FigureOptions& options) {
  figure::Options how;
  how.mirrored = options.mirrored;
  how.dark = options.dark;
  if (options.frame > 0) return figure::draw_frame(movement, options.frame - 1, how);
  figure::Drawing drawing = figure::draw(movement, how);
  return options.thumb ? drawing.thumbnail : options.still ? drawing.still : drawing.animated;
}

// All drawings have the same proportions.
Collage on_paper(const std::string& drawing, int width) {
  const int height = std::max(
      1, (width * figure::picture_height + figure::picture_width / 2) / figure::picture_width);
  return {width, height, {{drawing, 0, 0, width, height}}};
}

int write(const std::string& path, const std::string& bytes) {
  const std::string problem = replace_file(path, bytes);
  if (problem.empty()) return done;
  std::cerr << "error: " << problem << "\n";
  return failed;
}

int refuse(const std::string& message) {
  std::cerr << "error: " << message << "\n";
  return invalid_call;
}

bool ends_with(const std::string& text, const std::string& ending) {
  return text.size() > ending.size() &&
         text.compare(text.size() - ending.size(), ending.size(), ending) == 0;
}

constexpr const char* sheet_head = R"(<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Figures</title>
<style>
  body { margin: 1rem; font: 1rem/1.5 sans-serif; }
  section { margin-bottom: 2rem; }
  .row { display: flex; flex-wrap: wrap; gap: .5rem; padding: .5rem; align-items: end; }
  .dark { background: #101416; }
  img { width: 400px; }
  img.small { width: 120px; }
  .joints figure { width: 300px; margin: 0; }
  .joints img { width: 100%; }
</style>
<h1>Figures</h1>
)";

std::string picture(const std::string& svg, const std::string& kind, const std::string& text) {
  return "<img" + kind + " alt=\"" + figure::escaped(text) + "\" src=\"data:image/svg+xml;base64," +
         base64(svg) + "\">\n";
}

// Animated, still and small, on light and on dark paper, with the alternative text.
std::string sheet_section(const figure::Movement& movement) {
  std::string html = "<section>\n<h2>" + figure::escaped(movement.title) + "</h2>\n";
  for (const bool dark : {false, true}) {
    figure::Options options;
    options.dark = dark;
    const figure::Drawing drawing = figure::draw(movement, options);
    if (!dark) html += "<p>" + figure::escaped(drawing.description) + "</p>\n";
    html += dark ? "<div class=\"row dark\">\n" : "<div class=\"row\">\n";
    html += picture(drawing.animated, "", drawing.description);
    html += picture(drawing.still, "", drawing.description);
    html += picture(drawing.thumbnail, " class=\"small\"", "");
    options.mirrored = true;
    html += picture(figure::draw(movement, options).thumbnail, " class=\"small\"", "");
    html += "</div>\n";
  }
  return html + "</section>\n";
}

std::string joints_section() {
  std::string html = "<section>\n<h2>Joints</h2>\n<div class=\"row joints\">\n";
  for (const figure::Movement& movement : joint_movements()) {
    const figure::JointRange& range = figure::range_of(figure::joint_of(movement.title)->joint);
    const auto [low, high] = shown_angles(range);
    const std::string shown =
        low == range.low ? "" : ", here " + std::to_string(low) + " and " + std::to_string(high);
    html += "<figure>" + picture(figure::draw(movement, {}).still, "", movement.description) +
            "<figcaption><code>" + std::string(range.name) + "</code> " +
            std::to_string(range.low) + " to " + std::to_string(range.high) + shown + ". " +
            figure::escaped(std::string(range.meaning)) + "</figcaption></figure>\n";
  }
  return html + "</div>\n</section>\n";
}

}  // namespace

int figure_command(const FigureOptions& options) {
  const bool png = ends_with(options.output, ".png");
  if (!png && !ends_with(options.output, ".svg"))
    return refuse("'" + options.output + "' ends neither in .svg nor in .png");
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
  std::string drawing = drawing_of(**found, options);
  if (png) {
    std::string pixels;
    const std::string problem = png_of(on_paper(drawing, options.width), pixels);
    if (!problem.empty()) {
      std::cerr << "error: " << problem << "\n";
      return failed;
    }
    drawing = std::move(pixels);
  }
  return write(options.output, drawing);
}

int figures_command(const FigureOptions& options) {
  if (!ends_with(options.sheet, ".html"))
    return refuse("'" + options.sheet + "' does not end in .html");
  const Movements all = read_figures(options.content);
  std::string page = sheet_head;
  for (const auto& movement : all) page += sheet_section(*movement);
  return write(options.sheet, page + joints_section() + "</html>\n");
}

}  // namespace unclench::cli
