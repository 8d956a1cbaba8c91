// Files of a content folder that nothing reads: they would be lost without a word.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/file_tree.h"

namespace unclench::content {

// Files without a place in the content. Paths in messages begin with `root`.
void report_strays(const FileTree& content, const std::string& root, Diagnostics& diagnostics);

// Translations into languages that are not among `languages`.
void report_foreign_languages(const FileTree& content, const std::string& root,
                              const std::vector<std::string>& languages, Diagnostics& diagnostics);

}  // namespace unclench::content
