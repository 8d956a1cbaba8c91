// New files for an author to fill in: drafts that every check accepts as they are.
#pragma once

#include <string>
#include <vector>

#include "content/edition.h"

namespace unclench::content {

// "exercise", "condition", "page", "routine", "source".
const std::vector<std::string>& skeleton_kinds();

// The folder of a kind below the content folder: "exercises".
std::string folder_of_kind(const std::string& kind);

struct Skeleton {
  std::string kind;
  std::string title;
  std::string schema;  // the address of its JSON Schema; empty when it is not known
};

// Why the edition cannot take another file of this kind; empty when it can. The edition is read
// with its drafts.
std::string problem_of_skeleton(const std::string& kind, const std::string& name,
                                const LoadedEdition& loaded);

// The text of the file. Every condition is to be avoided until somebody has judged it.
std::string skeleton_text(const Skeleton& skeleton, const LoadedEdition& loaded);

// "side-plank" -> "Side plank".
std::string title_of_name(const std::string& name);

}  // namespace unclench::content
