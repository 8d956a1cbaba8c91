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

#include "base/descriptor.h"
#include "base/parallel.h"

namespace unclench {
namespace fs = std::filesystem;
namespace {

// Says that a folder was written by this program and may be replaced by it.
constexpr const char* marker_name = ".unclench-site";

// Of the old folder, while it steps aside.
constexpr const char* old_suffix = "-old";

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

int open_new(int root, const std::string& path) {
  return openat(root, path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
}

// Makes the folders of a path below the root.
bool make_parents(int root, const std::string& path) {
  for (std::size_t slash = path.find('/', 1); slash != std::string::npos;
       slash = path.find('/', slash + 1))
    if (mkdirat(root, path.substr(0, slash).c_str(), 0755) != 0 && errno != EEXIST) return false;
  return true;
}

// Writes a file and the folders that it stands in. The path is seen from the root, an open folder.
// Returns the reason when that fails.
std::string write_file(int root, const std::string& path, std::string_view bytes) {
  // Most files are the only ones of their folders.
  const std::size_t slash = path.rfind('/');
  const bool has_parent = slash == std::string::npos ||
                          mkdirat(root, path.substr(0, slash).c_str(), 0755) == 0 ||
                          errno == EEXIST;
  int file = has_parent ? open_new(root, path) : -1;
  if (file < 0 && errno == ENOENT && make_parents(root, path)) file = open_new(root, path);
  if (file < 0) return reason();
  std::string problem = write_all(file, bytes);
  if (close(file) != 0 && problem.empty()) problem = reason();
  return problem;
}

std::string cannot_write(const fs::path& path, const std::string& why) {
  return "cannot write " + path.string() + ": " + why;
}

bool holds(const std::string& path, const std::string& bytes) {
  struct stat status {};
  if (lstat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode) ||
      static_cast<std::size_t>(status.st_size) != bytes.size())
    return false;
  std::string present;
  return read_file(path, present).empty() && present == bytes;
}

bool is_ours(const fs::path& folder) {
  std::error_code error;
  return fs::is_empty(folder, error) || fs::exists(folder / marker_name, error);
}

// A repository in a site is somebody's work, and not ours to throw away.
bool is_replaceable(const fs::path& folder) {
  std::error_code error;
  if (!fs::exists(folder, error)) return true;
  if (!fs::is_directory(folder, error) || fs::exists(folder / ".git", error)) return false;
  return is_ours(folder);
}

std::string staging_prefix(const fs::path& folder) {
  return folder.filename().string() + ".new-";
}

// Whether a folder beside ours is what an earlier run left behind when it was killed: not what a
// running one is writing, and not somebody's folder of a similar name.
bool is_leftover(const fs::path& path, const std::string& prefix) {
  const std::string name = path.filename().string();
  if (name.rfind(prefix, 0) != 0) return false;
  const char* rest = name.c_str() + prefix.size();
  char* end = nullptr;
  const long owner = *rest >= '1' && *rest <= '9' ? std::strtol(rest, &end, 10) : 0;
  if (owner <= 0 || (*end != '\0' && std::string(end) != old_suffix)) return false;
  const bool running =
      owner != getpid() && (kill(static_cast<pid_t>(owner), 0) == 0 || errno == EPERM);
  std::error_code error;
  return !running && fs::is_directory(path, error) && is_ours(path);
}

// The mark goes last: what is left when this is killed is still ours.
void remove_ours(const fs::path& folder) {
  std::error_code error;
  std::vector<fs::path> entries;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end;
       entry.increment(error))
    if (entry->path().filename() != marker_name) entries.push_back(entry->path());
  for (const fs::path& path : entries) fs::remove_all(path, error);
  fs::remove_all(folder, error);
}

void remove_leftovers(const fs::path& folder) {
  std::error_code error;
  const std::string prefix = staging_prefix(folder);
  std::vector<fs::path> leftovers;
  for (fs::directory_iterator entry(folder.parent_path(), error), end; !error && entry != end;
       entry.increment(error))
    if (is_leftover(entry->path(), prefix)) leftovers.push_back(entry->path());
  for (const fs::path& path : leftovers) remove_ours(path);
}

std::string exchange(const fs::path& aside, const fs::path& folder) {
  std::error_code error;
  if (!fs::exists(folder, error)) {
    fs::rename(aside, folder, error);
    return error ? "cannot create " + folder.string() + ": " + error.message() : "";
  }
  if (renameat2(AT_FDCWD, aside.c_str(), AT_FDCWD, folder.c_str(), RENAME_EXCHANGE) == 0) return "";
  // Not every file system can exchange; then the old folder steps aside first.
  const fs::path old = aside.string() + old_suffix;
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

// The same file in the new folder as in the old one.
bool link_file(const fs::path& old, int root, const std::string& path) {
  const std::string present = old.string() + "/" + path;
  return linkat(AT_FDCWD, present.c_str(), root, path.c_str(), 0) == 0 ||
         (make_parents(root, path) &&
          linkat(AT_FDCWD, present.c_str(), root, path.c_str(), 0) == 0);
}

// Lays the tree out in a new folder, with links to the files of the old one that are the same.
std::string lay_out(const fs::path& aside, const fs::path& old, const FileTree& tree,
                    unsigned threads) {
  std::error_code error;
  fs::create_directory(aside, error);
  if (error) return "cannot create " + aside.string() + ": " + error.message();
  const bool has_old = fs::exists(old, error);
  const Descriptor root(open(aside.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  std::string problem = root < 0 ? reason() : write_file(root, marker_name, "");
  if (!problem.empty()) return cannot_write(aside / marker_name, problem);
  std::vector<FileTree::const_iterator> files;
  for (auto file = tree.begin(); file != tree.end(); ++file) files.push_back(file);
  std::mutex mutex;
  std::atomic<bool> failed{false};
  for_each_index(files.size(), threads, [&](std::size_t i) {
    if (failed) return;
    const auto& [path, bytes] = *files[i];
    if (has_old && holds(old.string() + "/" + path, bytes) && link_file(old, root, path)) return;
    const std::string why = write_file(root, path, bytes);
    if (why.empty()) return;
    failed = true;
    const std::lock_guard lock(mutex);
    if (problem.empty()) problem = cannot_write(aside / path, why);
  });
  return problem;
}

bool is_same(const fs::path& folder, const FileTree& tree) {
  std::error_code error;
  std::size_t files = 0;
  for (fs::recursive_directory_iterator entry(folder, error), end; !error && entry != end;
       entry.increment(error)) {
    if (entry->is_directory(error) && !entry->is_symlink(error)) continue;
    const std::string path = entry->path().lexically_relative(folder).generic_string();
    if (path == marker_name) continue;
    const auto file = tree.find(path);
    if (file == tree.end() || !holds(entry->path(), file->second)) return false;
    ++files;
  }
  return !error && files == tree.size() && fs::exists(folder / marker_name, error);
}

// Where a file is written before it takes its place in one step.
fs::path aside_of(const fs::path& path) {
  return path.parent_path() / ("." + path.filename().string() + ".new-" + std::to_string(getpid()));
}

std::string write_aside(const fs::path& path, const std::string& bytes) {
  const fs::path aside = aside_of(path);
  const std::string problem = write_file(AT_FDCWD, aside, bytes);
  return problem.empty() ? "" : cannot_write(aside, problem);
}

std::string put_in_place(const fs::path& path, const std::string&) {
  std::error_code error;
  fs::rename(aside_of(path), path, error);
  return error ? cannot_write(path, error.message()) : "";
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
  if (error) return "cannot create " + folder_path.string() + ": " + error.message();
  if (!folder.has_filename()) folder = folder.parent_path();
  if (fs::is_directory(folder, error)) fs::directory_iterator(folder, error);
  if (error == std::errc::permission_denied)
    return "cannot read " + folder_path.string() + ": " + error.message();
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
  remove_ours(aside);
  return problem;
}

std::string update_folder(const fs::path& folder, const FileTree& before, const FileTree& after,
                          unsigned threads) {
  std::error_code gone;
  if (!fs::exists(folder / marker_name, gone))
    return folder.string() + " is no longer a site of this program";
  std::vector<std::string> removed;
  std::vector<const FileTree::value_type*> changed;
  auto old = before.begin();
  for (const auto& file : after) {
    for (; old != before.end() && old->first < file.first; ++old) removed.push_back(old->first);
    const bool known = old != before.end() && old->first == file.first;
    if (!known || !(old->second == file.second)) changed.push_back(&file);
    if (known) ++old;
  }
  for (; old != before.end(); ++old) removed.push_back(old->first);
  const auto for_all_changed = [&](auto step) -> std::string {
    std::vector<std::string> problems(changed.size());
    for_each_index(changed.size(), threads, [&](std::size_t i) {
      problems[i] = step(folder / changed[i]->first, changed[i]->second);
    });
    for (std::string& problem : problems)
      if (!problem.empty()) return std::move(problem);
    return "";
  };
  std::string problem = for_all_changed(write_aside);
  if (problem.empty()) problem = for_all_changed(put_in_place);
  if (!problem.empty()) {
    for (const auto* file : changed) {
      const fs::path aside = aside_of(folder / file->first);
      std::error_code error;
      fs::remove(aside, error);
      remove_empty_folders(aside.parent_path(), folder);
    }
    return problem;
  }
  for (const std::string& path : removed) {
    std::error_code error;
    fs::remove(folder / path, error);
    if (error) return "cannot remove " + (folder / path).string() + ": " + error.message();
    remove_empty_folders((folder / path).parent_path(), folder);
  }
  return "";
}

std::string site_mark(const fs::path& folder) {
  struct stat status {};
  if (stat((folder / marker_name).c_str(), &status) != 0) return "";
  return std::to_string(status.st_ino) + " " + std::to_string(status.st_ctim.tv_sec) + " " +
         std::to_string(status.st_ctim.tv_nsec);
}

}  // namespace unclench
