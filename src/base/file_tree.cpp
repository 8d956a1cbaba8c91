#include "base/file_tree.h"

#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <vector>

namespace unclench {
namespace fs = std::filesystem;
namespace {

// Says that a folder was written by this program and may be replaced by it.
constexpr const char* marker_name = ".unclench-site";

bool is_temporary(const std::string& name) {
  const auto ends_with = [&](const std::string& end) {
    return name.size() >= end.size() &&
           name.compare(name.size() - end.size(), end.size(), end) == 0;
  };
  return name.empty() || name[0] == '.' || name[0] == '#' || ends_with("~") || ends_with(".swp") ||
         ends_with(".tmp") || ends_with(".bak") || ends_with(".orig");
}

std::string write_file(const fs::path& path, const std::string& bytes) {
  std::error_code error;
  fs::create_directories(path.parent_path(), error);
  std::ofstream stream(path, std::ios::binary | std::ios::trunc);
  stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  stream.close();
  return stream ? "" : "cannot write " + path.string();
}

bool is_replaceable(const fs::path& folder) {
  std::error_code error;
  if (!fs::exists(folder, error)) return true;
  if (!fs::is_directory(folder, error)) return false;
  return fs::is_empty(folder, error) || fs::exists(folder / marker_name, error);
}

// What an earlier run left behind when it was killed.
void remove_leftovers(const fs::path& folder) {
  std::error_code error;
  const std::string prefix = folder.filename().string() + ".new-";
  for (const auto& entry : fs::directory_iterator(folder.parent_path(), error))
    if (entry.path().filename().string().rfind(prefix, 0) == 0) fs::remove_all(entry.path(), error);
}

std::string exchange(const fs::path& aside, const fs::path& folder) {
  std::error_code error;
  if (!fs::exists(folder, error)) {
    fs::rename(aside, folder, error);
    return error ? "cannot create " + folder.string() + ": " + error.message() : "";
  }
  if (renameat2(AT_FDCWD, aside.c_str(), AT_FDCWD, folder.c_str(), RENAME_EXCHANGE) == 0) return "";
  // Not every file system can exchange; then the old folder steps aside first.
  const fs::path old = aside.string() + "-old";
  fs::rename(folder, old, error);
  if (error) return "cannot replace " + folder.string() + ": " + error.message();
  fs::rename(aside, folder, error);
  if (error) {
    std::error_code ignored;
    fs::rename(old, folder, ignored);
    return "cannot replace " + folder.string() + ": " + error.message();
  }
  fs::rename(old, aside, error);
  return "";
}

}  // namespace

bool read_file(const fs::path& path, std::string& bytes) {
  std::error_code error;
  if (!fs::is_regular_file(path, error)) return false;
  std::ifstream stream(path, std::ios::binary);
  bytes.clear();
  char block[65536];
  while (stream.read(block, sizeof block) || stream.gcount() > 0)
    bytes.append(block, static_cast<std::size_t>(stream.gcount()));
  return stream.eof() && !stream.bad();
}

FileTree read_tree(const fs::path& folder, Diagnostics& diagnostics) {
  FileTree tree;
  std::error_code error;
  fs::recursive_directory_iterator entries(folder, error);
  if (error) {
    diagnostics.add(folder.string(), "cannot read this folder: " + error.message());
    return tree;
  }
  for (auto end = fs::recursive_directory_iterator(); entries != end; entries.increment(error)) {
    if (error) break;
    const fs::path& path = entries->path();
    std::error_code status_error;
    const bool is_folder = entries->is_directory(status_error);
    if (is_temporary(path.filename().string())) {
      if (is_folder) entries.disable_recursion_pending();
      continue;
    }
    if (is_folder) {
      if (entries->is_symlink(status_error))
        diagnostics.add(path.string(), "links to folders are not followed", "copy the folder here");
      continue;
    }
    std::string bytes;
    if (read_file(path, bytes))
      tree[path.lexically_relative(folder).generic_string()] = std::move(bytes);
    else
      diagnostics.add(path.string(), "cannot read this file");
  }
  if (error) diagnostics.add(folder.string(), "cannot read this folder: " + error.message());
  return tree;
}

std::string replace_folder(const fs::path& folder_path, const FileTree& tree) {
  std::error_code error;
  fs::path folder = fs::absolute(folder_path, error).lexically_normal();
  if (!folder.has_filename()) folder = folder.parent_path();
  if (!is_replaceable(folder))
    return folder.string() +
           " holds something other than a site of this program; name another output folder or "
           "empty it";
  fs::create_directories(folder.parent_path(), error);
  remove_leftovers(folder);
  const fs::path aside = folder.string() + ".new-" + std::to_string(getpid());
  std::string problem = write_file(aside / marker_name, "");
  for (auto file = tree.begin(); file != tree.end() && problem.empty(); ++file)
    problem = write_file(aside / file->first, file->second);
  if (problem.empty()) problem = exchange(aside, folder);
  fs::remove_all(aside, error);
  return problem;
}

}  // namespace unclench
