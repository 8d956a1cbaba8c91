#include "base/file_tree.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "base/descriptor.h"
#include "base/parallel.h"

namespace unclench {
namespace {

// File systems keep times in steps of up to some milliseconds.
constexpr std::int64_t settling_nanoseconds = 50'000'000;

constexpr const char* too_large = "too large";

bool is_temporary(const std::string& name) {
  if (name.empty() || name[0] == '.' || name[0] == '#' || name == "4913") return true;
  for (const char* ending :
       {"~", ".swp", ".swx", ".tmp", ".bak", ".orig", ".part", "___jb_tmp___", "___jb_old___"})
    if (has_ending(name, ending)) return true;
  return false;
}

bool is_text(const std::string& name) {
  for (const char* ending : {".md", ".yaml", ".yml", ".json", ".mustache"})
    if (has_ending(name, ending)) return true;
  return false;
}

std::int64_t nanoseconds(const timespec& time) {
  return static_cast<std::int64_t>(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
}

std::int64_t now() {
  timespec time{};
  clock_gettime(CLOCK_REALTIME, &time);
  return nanoseconds(time);
}

std::string last_error() {
  return std::strerror(errno);
}

// Reads up to the size that the status said; a file that has become shorter is read to its end.
std::string read_all(int descriptor, std::size_t expected, std::string& bytes) {
  bytes.resize(expected);
  std::size_t filled = 0;
  while (filled < bytes.size()) {
    const ssize_t count = read(descriptor, bytes.data() + filled, bytes.size() - filled);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return last_error();
    if (count == 0) break;
    filled += static_cast<std::size_t>(count);
  }
  bytes.resize(filled);
  return "";
}

// The path is seen from the folder, which may be AT_FDCWD.
std::string read_with_status(int folder, const std::string& path, struct stat& status,
                             std::size_t most, std::string& bytes) {
  const Descriptor file(openat(folder, path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (file < 0 || fstat(file, &status) != 0) return last_error();
  if (!S_ISREG(status.st_mode)) {
    errno = EINVAL;
    return "it is not a regular file";
  }
  if (static_cast<std::size_t>(status.st_size) > most) return too_large;
  return read_all(file, static_cast<std::size_t>(status.st_size), bytes);
}

}  // namespace

bool has_ending(std::string_view name, std::string_view ending) {
  return name.size() >= ending.size() && name.substr(name.size() - ending.size()) == ending;
}

std::string read_file(const std::filesystem::path& path, std::string& bytes) {
  struct stat status {};
  return read_with_status(AT_FDCWD, path, status, std::string::npos, bytes);
}

FolderReader::Stamp FolderReader::stamp_of(const struct stat& status) {
  const std::int64_t changed = nanoseconds(status.st_ctim);
  return {changed, static_cast<std::uint64_t>(status.st_size), status.st_ino,
          now() - changed > settling_nanoseconds};
}

// A folder has the same names in it as long as its stamp is the same.
void FolderReader::list(const std::string& below, Folders& folders, Diagnostics& diagnostics) {
  const std::string path = full_path(below);
  Folder folder;
  struct stat status {};
  if (stat(path.c_str(), &status) == 0) folder.stamp = stamp_of(status);
  const auto known = folders_.find(below);
  if (known != folders_.end() && folder.stamp.settled && known->second.stamp == folder.stamp) {
    folder = std::move(known->second);
  } else {
    listed_anew_ = true;
    list_anew(below, folder, diagnostics);
  }
  const std::vector<std::string> inner = folder.folders;
  folders.emplace(below, std::move(folder));
  for (const std::string& name : inner) list(name, folders, diagnostics);
}

void FolderReader::list_anew(const std::string& below, Folder& folder,
                             Diagnostics& diagnostics) const {
  const std::string path = full_path(below);
  DIR* entries = opendir(path.c_str());
  if (!entries) {
    folder.stamp = {};
    if (errno != ENOENT || below.empty())
      diagnostics.add(Problem::unreadable, path, "cannot read this folder: " + last_error());
    return;
  }
  while (const dirent* entry = readdir(entries)) {
    const std::string name = entry->d_name;
    if (is_temporary(name)) continue;
    if (find_invalid_utf8(name) != std::string::npos) {
      folder.stamp.settled = false;  // so that it is told again
      diagnostics.add(Problem::bad_name, path + "/" + name, "this name is not UTF-8",
                      "give it another one");
      continue;
    }
    struct stat status {};
    const bool unknown = entry->d_type == DT_UNKNOWN || entry->d_type == DT_LNK;
    const bool is_folder = entry->d_type == DT_DIR ||
                           (unknown && fstatat(dirfd(entries), entry->d_name, &status, 0) == 0 &&
                            S_ISDIR(status.st_mode));
    // What a link leads to can change without a change of the folder.
    if (unknown) folder.stamp.settled = false;
    if (is_folder && entry->d_type == DT_LNK)
      diagnostics.add(Problem::linked_folder, path + "/" + name,
                      "links to folders are not followed", "copy the folder here");
    else
      (is_folder ? folder.folders : folder.files)
          .push_back(below.empty() ? name : below + "/" + name);
  }
  closedir(entries);
}

// Brings `files_` to what is listed, and takes what is not from the tree.
void FolderReader::take_listed(const Folders& folders, FileTree& tree) {
  std::vector<std::string> paths;
  for (const auto& [below, folder] : folders)
    paths.insert(paths.end(), folder.files.begin(), folder.files.end());
  std::sort(paths.begin(), paths.end());
  std::vector<File> files;
  files.reserve(paths.size());
  auto known = files_.begin();
  for (std::string& path : paths) {
    for (; known != files_.end() && known->path < path; ++known) tree.erase(known->path);
    if (known != files_.end() && known->path == path)
      files.push_back(std::move(*known++));
    else
      files.push_back({std::move(path)});
  }
  for (; known != files_.end(); ++known) tree.erase(known->path);
  files_ = std::move(files);
}

std::string FolderReader::full_path(const std::string& path) const {
  const std::string& folder = folder_.native();
  if (path.empty()) return folder;
  return folder + (folder.empty() || folder.back() == '/' ? "" : "/") + path;
}

// Reads a listed file, but not when its stamp is the same.
void FolderReader::take(int folder, File& file) const {
  const char* path = file.path.c_str();
  struct stat status {};
  file.changed = false;
  if (file.stamp.settled && fstatat(folder, path, &status, 0) == 0 &&
      file.stamp == stamp_of(status))
    return;
  std::string bytes;
  const std::size_t most = is_text(file.path) ? longest_text : std::string::npos;
  file.error = read_with_status(folder, file.path, status, most, bytes);
  file.gone = !file.error.empty() && errno == ENOENT &&
              fstatat(folder, path, &status, AT_SYMLINK_NOFOLLOW) != 0;
  file.stamp = stamp_of(status);
  file.stamp.settled = file.stamp.settled && file.error.empty();
  file.changed = !file.error.empty() || !(file.bytes == bytes) || bytes.empty();
  if (file.changed) file.bytes = std::move(bytes);
}

void FolderReader::update(FileTree& tree, unsigned threads, Diagnostics& diagnostics) {
  listed_anew_ = false;
  Folders folders;
  list("", folders, diagnostics);
  if (listed_anew_ || folders.size() != folders_.size()) take_listed(folders, tree);
  folders_ = std::move(folders);
  const Descriptor folder(open(folder_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  for_each_index(files_.size(), threads, [&](std::size_t i) { take(folder, files_[i]); });
  for (const File& file : files_) {
    if (!file.changed) continue;
    if (file.error.empty())
      tree.insert_or_assign(tree.end(), file.path, file.bytes);  // most often there is no tree yet
    else
      tree.erase(file.path);
    if (file.gone || file.error.empty()) continue;
    if (file.error == too_large)
      diagnostics.add(Problem::too_large, full_path(file.path),
                      "this text has " + std::to_string(file.stamp.size >> 20) + " MB",
                      "texts may have up to " + std::to_string(longest_text >> 20) + " MB");
    else
      diagnostics.add(Problem::unreadable, full_path(file.path),
                      "cannot read this file: " + file.error);
  }
}

FileTree read_tree(const std::filesystem::path& folder, Diagnostics& diagnostics) {
  FileTree tree;
  FolderReader(folder).update(tree, default_threads(), diagnostics);
  return tree;
}

}  // namespace unclench
