// Folders as values, and reading them.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "base/bytes.h"
#include "base/diagnostic.h"

namespace unclench {

// Relative paths with forward slashes to the bytes of the files.
using FileTree = std::map<std::string, Bytes>;

inline constexpr std::size_t longest_text = 8u << 20;  // bytes of a Markdown, YAML or template file

// Reads a folder again and again: files that did not change keep their bytes, as the same object.
class FolderReader {
 public:
  explicit FolderReader(std::filesystem::path folder) : folder_(std::move(folder)) {}

  // All regular files below the folder. Hidden files and the temporary files of editors are passed
  // over. What cannot be read is reported, and so are texts that are too large and links to
  // folders, which could lead round in circles.
  FileTree read(unsigned threads, Diagnostics& diagnostics);

 private:
  struct Stamp {
    std::int64_t changed = 0;  // nanoseconds
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
  };

  void list(const std::string& below, std::vector<std::string>& paths,
            Diagnostics& diagnostics) const;
  void take(int folder, File& file) const;
  const File* known(const std::string& path) const;
  std::string full_path(const std::string& path) const;

  std::filesystem::path folder_;
  std::vector<File> known_;  // by path
};

// Reads a folder once.
FileTree read_tree(const std::filesystem::path& folder, Diagnostics& diagnostics);

// The bytes of a regular file; the reason in words when it cannot be read.
std::string read_file(const std::filesystem::path& path, std::string& bytes);

bool has_ending(std::string_view name, std::string_view ending);

}  // namespace unclench
