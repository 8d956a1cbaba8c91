// Folders as values, and reading them.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "base/bytes.h"
#include "base/diagnostic.h"

struct stat;

namespace unclench {

// Relative paths with forward slashes to the bytes of the files.
using FileTree = std::map<std::string, Bytes>;

inline constexpr std::size_t longest_text = 8u << 20;  // bytes of a Markdown, YAML or template file

// Reads a folder again and again: what did not change is not read again.
class FolderReader {
 public:
  explicit FolderReader(std::filesystem::path folder) : folder_(std::move(folder)) {}

  // Takes the tree, which is as the last call left it and empty at first, to all regular files
  // below the folder; those that did not change stay the same objects. Hidden files and the
  // temporary files of editors are passed over. What cannot be read is reported, and so are texts
  // that are too large and links to folders, which could lead round in circles.
  void update(FileTree& tree, unsigned threads, Diagnostics& diagnostics);

 private:
  // The same as long as a file or folder is.
  struct Stamp {
    std::int64_t changed = 0;  // nanoseconds; unlike the time of the content, nobody can set it
    std::uint64_t size = 0;
    std::uint64_t inode = 0;
    bool settled = false;  // so old when it was read that a later change will show in its time
    friend bool operator==(const Stamp&, const Stamp&) = default;
  };
  struct File {
    std::string path;
    Stamp stamp = {};
    Bytes bytes = {};
    std::string error = "";  // why it could not be read
    bool gone = false;       // deleted since it was listed
    bool changed = false;    // since the last time
  };
  struct Folder {
    Stamp stamp;
    std::vector<std::string> files, folders;  // paths
  };
  using Folders = std::map<std::string, Folder>;  // by path; the folder itself is ""

  static Stamp stamp_of(const struct stat& status);
  void list(const std::string& below, Folders& folders, Diagnostics& diagnostics);
  void list_anew(const std::string& path, Folder& folder, Diagnostics& diagnostics) const;
  void take_listed(const Folders& folders, FileTree& tree);
  void take(int folder, File& file) const;
  std::string full_path(const std::string& path) const;

  std::filesystem::path folder_;
  Folders folders_;
  std::vector<File> files_;  // by path
  bool listed_anew_ = false;
};

// Reads a folder once.
FileTree read_tree(const std::filesystem::path& folder, Diagnostics& diagnostics);

// The bytes of a regular file; the reason in words when it cannot be read.
std::string read_file(const std::filesystem::path& path, std::string& bytes);

bool has_ending(std::string_view name, std::string_view ending);

}  // namespace unclench
