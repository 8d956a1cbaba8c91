// An edition in another language.
#pragma once

#include "content/edition.h"

namespace unclench::content {

// The edition with the texts of `NAME.LANGUAGE.md` and `vocabulary.LANGUAGE.yaml` in the place of
// its own. Pages without a translation stay as they are and say which language they are in.
Edition translated(const Edition& original, const std::string& language, const FileTree& content,
                   const EditionOptions& options, const Terms& terms, Diagnostics& diagnostics);

}  // namespace unclench::content
