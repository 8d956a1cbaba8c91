// Folders as values: reading a folder into memory, and putting a finished one in place.
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "base/diagnostic.h"

namespace unclench {

// Relative paths with forward slashes to the bytes of the files.
using FileTree = std::map<std::string, std::string>;

// Reads all regular files below the folder. Hidden files and the temporary files of editors are
// passed over. A folder or file that cannot be read is reported, and so is a link to a folder,
// which could lead round in circles.
FileTree read_tree(const std::filesystem::path& folder, Diagnostics& diagnostics);

// The bytes of a regular file; false when it is something else or cannot be read.
bool read_file(const std::filesystem::path& path, std::string& bytes);

// Puts the tree in the place of the folder as a whole: written aside, then exchanged in one step,
// so that a reader sees the old site or the new one and a failure leaves the old one as it was.
// Refuses a folder that holds something other than an earlier site. Returns an error, or nothing.
std::string replace_folder(const std::filesystem::path& folder, const FileTree& tree);

}  // namespace unclench
