// Putting a finished site on disk, so that a reader sees the old one or the new one.
#pragma once

#include "base/file_tree.h"

namespace unclench {

// Puts the tree in the place of the folder as a whole: laid out beside it, then exchanged in one
// step. Files whose bytes are the same stay the files that they are, with their times; a folder
// that is the same as the tree is not touched. A failure leaves the old folder as it was. Refuses a
// folder that holds something other than an earlier site. Returns an error, or nothing.
std::string replace_folder(const std::filesystem::path& folder, const FileTree& tree,
                           unsigned threads);

// Takes the folder, which holds `before`, to `after`, file by file: new files come first, each one
// whole, and deletions last. Quick for a few changes among many files. A full disk leaves the
// folder as it was. Refuses a folder that has lost its mark. Returns an error, or nothing.
std::string update_folder(const std::filesystem::path& folder, const FileTree& before,
                          const FileTree& after, unsigned threads);

// Tells the site in a folder from any other that was laid out there before or after; empty when
// there is none.
std::string site_mark(const std::filesystem::path& folder);

}  // namespace unclench
