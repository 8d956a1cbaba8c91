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
  for (const char* ending : {"~", ".swp", ".swx", ".tmp", ".bak", ".orig", ".part"})
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

void FolderReader::list(const std::string& below, std::vector<std::string>& paths,
                        Diagnostics& diagnostics) const {
  const std::string folder = below.empty() ? folder_.string() : (folder_ / below).string();
  DIR* entries = opendir(folder.c_str());
  if (!entries) {
    if (errno != ENOENT || below.empty())
      diagnostics.add(Problem::unreadable, folder, "cannot read this folder: " + last_error());
    return;
  }
  while (const dirent* entry = readdir(entries)) {
    const std::string name = entry->d_name;
    if (is_temporary(name)) continue;
    std::string path = below.empty() ? name : below + "/" + name;
    struct stat status {};
    const bool unknown = entry->d_type == DT_UNKNOWN || entry->d_type == DT_LNK;
    const bool is_folder = entry->d_type == DT_DIR ||
                           (unknown && fstatat(dirfd(entries), entry->d_name, &status, 0) == 0 &&
                            S_ISDIR(status.st_mode));
    if (!is_folder)
      paths.push_back(std::move(path));
    else if (entry->d_type == DT_LNK)
      diagnostics.add(Problem::linked_folder, folder + "/" + name,
                      "links to folders are not followed", "copy the folder here");
    else
      list(path, paths, diagnostics);
  }
  closedir(entries);
}

std::string FolderReader::full_path(const std::string& path) const {
  const std::string& folder = folder_.native();
  return folder + (folder.empty() || folder.back() == '/' ? "" : "/") + path;
}

const FolderReader::File* FolderReader::known(const std::string& path) const {
  const auto file =
      std::lower_bound(known_.begin(), known_.end(), path,
                       [](const File& a, const std::string& other) { return a.path < other; });
  return file == known_.end() || file->path != path ? nullptr : &*file;
}

// The bytes of a listed file: those that are known when its stamp is the same.
void FolderReader::take(int folder, File& file) const {
  const char* path = file.path.c_str();
  const auto stamp_of = [](const struct stat& status, bool settled) {
    return Stamp{nanoseconds(status.st_mtim), static_cast<std::uint64_t>(status.st_size),
                 status.st_ino, settled};
  };
  const File* before = known(file.path);
  struct stat status {};
  if (before && before->stamp.settled && fstatat(folder, path, &status, 0) == 0 &&
      before->stamp == stamp_of(status, true)) {
    file.stamp = before->stamp;
    file.bytes = before->bytes;
    return;
  }
  std::string bytes;
  const std::size_t most = is_text(file.path) ? longest_text : std::string::npos;
  file.error = read_with_status(folder, file.path, status, most, bytes);
  file.gone = !file.error.empty() && errno == ENOENT &&
              fstatat(folder, path, &status, AT_SYMLINK_NOFOLLOW) != 0;
  file.stamp = stamp_of(status, now() - nanoseconds(status.st_mtim) > settling_nanoseconds);
  file.bytes = before && before->bytes == bytes ? before->bytes : Bytes(std::move(bytes));
}

FileTree FolderReader::read(unsigned threads, Diagnostics& diagnostics) {
  std::vector<std::string> paths;
  list("", paths, diagnostics);
  std::sort(paths.begin(), paths.end());
  std::vector<File> files;
  files.reserve(paths.size());
  for (std::string& path : paths) files.push_back({std::move(path)});
  const Descriptor folder(open(folder_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  for_each_index(files.size(), threads, [&](std::size_t i) { take(folder, files[i]); });
  FileTree tree;
  for (const File& file : files) {
    if (file.gone) continue;
    if (file.error == too_large)
      diagnostics.add(Problem::too_large, full_path(file.path),
                      "this text has " + std::to_string(file.stamp.size >> 20) + " MB",
                      "texts may have up to " + std::to_string(longest_text >> 20) + " MB");
    else if (!file.error.empty())
      diagnostics.add(Problem::unreadable, full_path(file.path),
                      "cannot read this file: " + file.error);
    else
      tree.emplace_hint(tree.end(), file.path, file.bytes);
  }
  std::erase_if(files, [](const File& file) { return file.gone || !file.error.empty(); });
  known_ = std::move(files);
  return tree;
}

FileTree read_tree(const std::filesystem::path& folder, Diagnostics& diagnostics) {
  return FolderReader(folder).read(default_threads(), diagnostics);
}

}  // namespace unclench
