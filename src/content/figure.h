// Figures: the poses of an exercise, and content/figures.yaml.
#pragma once

#include <map>
#include <memory>

#include "content/document.h"
#include "content/model.h"
#include "content/terms.h"
#include "figure/movement.h"

namespace unclench::content {

// What figures begin with and what belongs to no exercise.
struct Figures {
  std::map<std::string, figure::Pose> bases;
  std::vector<std::shared_ptr<const figure::Movement>> changes;  // of position, by id
  std::vector<PlacedWord> change_names;
  std::vector<PlacedWord> shown;           // what the figures of changes say that they show
  std::shared_ptr<const SourceFile> file;  // null: there is none
  bool complete = true;  // false: the bases could not all be read, which was reported
};

// content/figures.yaml.
Figures read_figures(const Document& document, Diagnostics& diagnostics);

// The figure at `node`, whose shape was checked; null when it has mistakes, which are reported.
std::shared_ptr<const figure::Movement> read_figure(const SourceFile& file, const YamlNode& node,
                                                    const std::string& id, const std::string& title,
                                                    const Figures& figures,
                                                    Diagnostics& diagnostics);

}  // namespace unclench::content
