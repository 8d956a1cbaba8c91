#include "base/file_tree.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

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

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() {
    if (number_ >= 0) close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  operator int() const { return number_; }

 private:
  int number_;
};

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

std::string read_with_status(const std::string& path, struct stat& status, std::size_t most,
                             std::string& bytes) {
  const Descriptor file(open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
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
  return read_with_status(path, status, std::string::npos, bytes);
}

void FolderReader::list(const std::string& below, std::vector<Found>& found,
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
    const std::string path = below.empty() ? name : below + "/" + name;
    struct stat status {};
    const bool unknown = entry->d_type == DT_UNKNOWN || entry->d_type == DT_LNK;
    const bool is_folder = entry->d_type == DT_DIR ||
                           (unknown && fstatat(dirfd(entries), entry->d_name, &status, 0) == 0 &&
                            S_ISDIR(status.st_mode));
    if (!is_folder)
      found.push_back({path, {}, {}, "", false, false});
    else if (entry->d_type == DT_LNK)
      diagnostics.add(Problem::linked_folder, folder + "/" + name,
                      "links to folders are not followed", "copy the folder here");
    else
      list(path, found, diagnostics);
  }
  closedir(entries);
}

std::string FolderReader::full_path(const std::string& path) const {
  const std::string& folder = folder_.native();
  return folder + (folder.empty() || folder.back() == '/' ? "" : "/") + path;
}

// The bytes of a listed file: those that are known when its stamp is the same.
void FolderReader::take(Found& file) const {
  const std::string path = full_path(file.path);
  const auto stamp_of = [](const struct stat& status, bool settled) {
    return Stamp{nanoseconds(status.st_mtim), static_cast<std::uint64_t>(status.st_size),
                 status.st_ino, settled};
  };
  const auto known = known_.find(file.path);
  struct stat status {};
  if (known != known_.end() && known->second.stamp.settled && stat(path.c_str(), &status) == 0 &&
      known->second.stamp == stamp_of(status, true)) {
    file.stamp = known->second.stamp;
    file.bytes = known->second.bytes;
    file.kept = true;
    return;
  }
  std::string bytes;
  const std::size_t most = is_text(file.path) ? longest_text : std::string::npos;
  file.error = read_with_status(path, status, most, bytes);
  file.gone = !file.error.empty() && errno == ENOENT && lstat(path.c_str(), &status) != 0;
  file.stamp = stamp_of(status, now() - nanoseconds(status.st_mtim) > settling_nanoseconds);
  file.bytes = known != known_.end() && known->second.bytes == bytes ? known->second.bytes
                                                                     : Bytes(std::move(bytes));
}

FileTree FolderReader::read(unsigned threads, Diagnostics& diagnostics) {
  std::vector<Found> found;
  list("", found, diagnostics);
  for_each_index(found.size(), threads, [&](std::size_t i) { take(found[i]); });
  FileTree tree;
  std::sort(found.begin(), found.end(),
            [](const Found& a, const Found& b) { return a.path < b.path; });
  for (Found& file : found) {
    if (file.gone) continue;
    if (file.error == too_large) {
      diagnostics.add(Problem::too_large, full_path(file.path),
                      "this text has " + std::to_string(file.stamp.size >> 20) + " MB",
                      "texts may have up to " + std::to_string(longest_text >> 20) + " MB");
    } else if (!file.error.empty()) {
      diagnostics.add(Problem::unreadable, full_path(file.path),
                      "cannot read this file: " + file.error);
    } else {
      if (!file.kept) known_.insert_or_assign(file.path, Known{file.stamp, file.bytes});
      tree.emplace_hint(tree.end(), std::move(file.path), std::move(file.bytes));
    }
  }
  if (known_.size() > tree.size())
    std::erase_if(known_, [&](const auto& entry) { return !tree.count(entry.first); });
  return tree;
}

FileTree read_tree(const std::filesystem::path& folder, Diagnostics& diagnostics) {
  return FolderReader(folder).read(default_threads(), diagnostics);
}

}  // namespace unclench
