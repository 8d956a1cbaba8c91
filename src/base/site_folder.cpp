#include "base/site_folder.h"

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstring>
#include <mutex>

#include "base/parallel.h"

namespace unclench {
namespace fs = std::filesystem;
namespace {

// Says that a folder was written by this program and may be replaced by it.
constexpr const char* marker_name = ".unclench-site";

std::string reason() {
  return std::strerror(errno);
}

std::string write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = write(file, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return reason();
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return "";
}

int open_new(const std::string& path) {
  return open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
}

std::string write_file(const std::string& path, std::string_view bytes) {
  // Most files are the only ones of their folders.
  const std::string parent = path.substr(0, path.rfind('/'));
  int file = mkdir(parent.c_str(), 0755) == 0 || errno == EEXIST ? open_new(path) : -1;
  if (file < 0 && errno == ENOENT) {
    std::error_code error;
    fs::create_directories(fs::path(path).parent_path(), error);
    if (error)
      return "cannot create " + fs::path(path).parent_path().string() + ": " + error.message();
    file = open_new(path);
  }
  if (file < 0) return "cannot write " + path + ": " + reason();
  std::string problem = write_all(file, bytes);
  if (close(file) != 0 && problem.empty()) problem = reason();
  return problem.empty() ? "" : "cannot write " + path + ": " + problem;
}

bool holds(const std::string& path, const std::string& bytes) {
  struct stat status {};
  if (lstat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode) ||
      static_cast<std::size_t>(status.st_size) != bytes.size())
    return false;
  std::string present;
  return read_file(path, present).empty() && present == bytes;
}

bool is_replaceable(const fs::path& folder) {
  std::error_code error;
  if (!fs::exists(folder, error)) return true;
  if (!fs::is_directory(folder, error)) return false;
  return fs::is_empty(folder, error) || fs::exists(folder / marker_name, error);
}

std::string staging_prefix(const fs::path& folder) {
  return folder.filename().string() + ".new-";
}

// What earlier runs left behind when they were killed; not what a running one is writing.
void remove_leftovers(const fs::path& folder) {
  std::error_code error;
  const std::string prefix = staging_prefix(folder);
  for (const auto& entry : fs::directory_iterator(folder.parent_path(), error)) {
    const std::string name = entry.path().filename().string();
    if (name.rfind(prefix, 0) != 0) continue;
    const int owner = std::atoi(name.c_str() + prefix.size());
    const bool running = owner > 0 && owner != getpid() && (kill(owner, 0) == 0 || errno == EPERM);
    if (!running) fs::remove_all(entry.path(), error);
  }
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

// Lays the tree out in a new folder, with links to the files of the old one that are the same.
std::string lay_out(const fs::path& aside, const fs::path& old, const FileTree& tree,
                    unsigned threads) {
  std::error_code error;
  fs::create_directory(aside, error);
  if (error) return "cannot create " + aside.string() + ": " + error.message();
  const bool has_old = fs::exists(old, error);
  std::string problem = write_file(aside / marker_name, "");
  if (!problem.empty()) return problem;
  std::vector<FileTree::const_iterator> files;
  for (auto file = tree.begin(); file != tree.end(); ++file) files.push_back(file);
  std::mutex mutex;
  std::atomic<bool> failed{false};
  for_each_index(files.size(), threads, [&](std::size_t i) {
    if (failed) return;
    const std::string target = aside.string() + "/" + files[i]->first;
    const std::string present = old.string() + "/" + files[i]->first;
    const std::string& bytes = files[i]->second;
    if (has_old && holds(present, bytes)) {
      if (link(present.c_str(), target.c_str()) == 0) return;
      std::error_code ignored;
      fs::create_directories(fs::path(target).parent_path(), ignored);
      if (link(present.c_str(), target.c_str()) == 0) return;
    }
    const std::string wrong = write_file(target, bytes);
    if (wrong.empty()) return;
    failed = true;
    const std::lock_guard lock(mutex);
    if (problem.empty()) problem = wrong;
  });
  return problem;
}

bool is_same(const fs::path& folder, const FileTree& tree) {
  std::error_code error;
  std::size_t files = 0;
  for (const auto& entry : fs::recursive_directory_iterator(folder, error)) {
    if (entry.is_directory(error) && !entry.is_symlink(error)) continue;
    const std::string path = entry.path().lexically_relative(folder).generic_string();
    if (path == marker_name) continue;
    const auto file = tree.find(path);
    if (file == tree.end() || !holds(entry.path(), file->second)) return false;
    ++files;
  }
  return !error && files == tree.size() && fs::exists(folder / marker_name, error);
}

// Puts one file in its place in one step.
std::string put_file(const fs::path& path, const std::string& bytes) {
  const std::string aside =
      (path.parent_path() / ("." + path.filename().string() + ".new-" + std::to_string(getpid())))
          .string();
  std::string problem = write_file(aside, bytes);
  std::error_code error;
  if (problem.empty()) {
    fs::rename(aside, path, error);
    if (error) problem = "cannot write " + path.string() + ": " + error.message();
  }
  if (!problem.empty()) fs::remove(aside, error);
  return problem;
}

void remove_empty_folders(fs::path folder, const fs::path& root) {
  std::error_code error;
  for (; folder != root && fs::is_empty(folder, error) && !error; folder = folder.parent_path())
    fs::remove(folder, error);
}

}  // namespace

std::string replace_folder(const fs::path& folder_path, const FileTree& tree, unsigned threads) {
  std::error_code error;
  fs::path folder =
      fs::weakly_canonical(fs::absolute(folder_path, error), error).lexically_normal();
  if (!folder.has_filename()) folder = folder.parent_path();
  if (!is_replaceable(folder))
    return folder_path.string() +
           " holds something other than a site of this program; name another output folder or "
           "empty it";
  fs::create_directories(folder.parent_path(), error);
  if (error) return "cannot create " + folder.parent_path().string() + ": " + error.message();
  remove_leftovers(folder);
  if (is_same(folder, tree)) return "";
  const fs::path aside = folder.parent_path() / (staging_prefix(folder) + std::to_string(getpid()));
  std::string problem = lay_out(aside, folder, tree, threads);
  if (problem.empty()) problem = exchange(aside, folder);
  fs::remove_all(aside, error);
  return problem;
}

std::string update_folder(const fs::path& folder, const FileTree& before, const FileTree& after) {
  std::vector<std::string> removed;
  auto old = before.begin();
  for (const auto& [path, bytes] : after) {
    for (; old != before.end() && old->first < path; ++old) removed.push_back(old->first);
    const bool known = old != before.end() && old->first == path;
    const bool same = known && old->second == bytes;
    if (known) ++old;
    if (same) continue;
    std::error_code error;
    fs::create_directories((folder / path).parent_path(), error);
    const std::string problem = put_file(folder / path, bytes);
    if (!problem.empty()) return problem;
  }
  for (; old != before.end(); ++old) removed.push_back(old->first);
  for (const std::string& path : removed) {
    std::error_code error;
    fs::remove(folder / path, error);
    if (error) return "cannot remove " + (folder / path).string() + ": " + error.message();
    remove_empty_folders((folder / path).parent_path(), folder);
  }
  return "";
}

}  // namespace unclench
