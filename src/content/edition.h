// A whole content folder, read and checked.
#pragma once

#include <memory>
#include <vector>

#include "content/document.h"

namespace unclench::content {

struct LoadedEdition {
  Edition edition;
  std::vector<std::unique_ptr<SourceFile>> files;  // what the edition's bodies point into
};

// Reads a content folder. `root` is what its paths begin with in messages. The edition is sound
// when no diagnostic was added.
LoadedEdition load_edition(const FileTree& content, const std::string& root,
                           Diagnostics& diagnostics);

}  // namespace unclench::content
