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

// Reads what is there, which may be more or less than the status said a moment ago.
std::string read_all(int descriptor, std::size_t expected, std::string& bytes) {
  bytes.resize(expected + 1);
  std::size_t filled = 0;
  for (;;) {
    const ssize_t count = read(descriptor, bytes.data() + filled, bytes.size() - filled);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return last_error();
    if (count == 0) break;
    filled += static_cast<std::size_t>(count);
    if (filled == bytes.size()) bytes.resize(bytes.size() * 2);
  }
  bytes.resize(filled);
  return "";
}

}  // namespace

bool has_ending(std::string_view name, std::string_view ending) {
  return name.size() >= ending.size() && name.substr(name.size() - ending.size()) == ending;
}

std::string read_file(const std::filesystem::path& path, std::string& bytes) {
  const Descriptor file(open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  struct stat status {};
  if (file < 0 || fstat(file, &status) != 0) return last_error();
  if (!S_ISREG(status.st_mode)) return "it is not a regular file";
  return read_all(file, static_cast<std::size_t>(status.st_size), bytes);
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
    const bool is_folder =
        entry->d_type == DT_DIR ||
        (unknown && fstatat(dirfd(entries), entry->d_name, &status, 0) == 0 &&
         S_ISDIR(status.st_mode));
    if (!is_folder)
      found.push_back({path, {}, {}, "", false});
    else if (entry->d_type == DT_LNK)
      diagnostics.add(Problem::linked_folder, folder + "/" + name,
                      "links to folders are not followed", "copy the folder here");
    else
      list(path, found, diagnostics);
  }
  closedir(entries);
}

// The bytes of a listed file: those that are known when its stamp is the same.
void FolderReader::take(Found& file) const {
  const std::string path = (folder_ / file.path).string();
  struct stat status {};
  if (stat(path.c_str(), &status) != 0) {
    struct stat link {};
    file.gone = errno == ENOENT && lstat(path.c_str(), &link) != 0;
    file.error = last_error();
    return;
  }
  file.stamp = {nanoseconds(status.st_mtim), static_cast<std::uint64_t>(status.st_size),
                status.st_ino, false};
  const auto known = known_.find(file.path);
  if (known != known_.end() && known->second.stamp.settled) {
    file.stamp.settled = true;
    if (known->second.stamp == file.stamp) {
      file.bytes = known->second.bytes;
      return;
    }
  }
  if (is_text(file.path) && file.stamp.size > longest_text) {
    file.error = too_large;
    return;
  }
  file.stamp.settled = now() - file.stamp.changed > settling_nanoseconds;
  std::string bytes;
  file.error = read_file(path, bytes);
  file.gone = !file.error.empty() && errno == ENOENT;
  file.bytes = known != known_.end() && known->second.bytes == bytes ? known->second.bytes
                                                                      : Bytes(std::move(bytes));
}

FileTree FolderReader::read(unsigned threads, Diagnostics& diagnostics) {
  std::vector<Found> found;
  list("", found, diagnostics);
  for_each_index(found.size(), threads, [&](std::size_t i) { take(found[i]); });
  FileTree tree;
  std::map<std::string, Known> known;
  std::sort(found.begin(), found.end(),
            [](const Found& a, const Found& b) { return a.path < b.path; });
  for (Found& file : found) {
    if (file.gone) continue;
    const std::string path = (folder_ / file.path).string();
    if (file.error == too_large) {
      diagnostics.add(Problem::too_large, path,
                      "this text has " + std::to_string(file.stamp.size >> 20) + " MB",
                      "texts may have up to " + std::to_string(longest_text >> 20) + " MB");
    } else if (!file.error.empty()) {
      diagnostics.add(Problem::unreadable, path, "cannot read this file: " + file.error);
    } else {
      tree.emplace_hint(tree.end(), file.path, file.bytes);
      known.emplace_hint(known.end(), std::move(file.path), Known{file.stamp, file.bytes});
    }
  }
  known_ = std::move(known);
  return tree;
}

FileTree read_tree(const std::filesystem::path& folder, Diagnostics& diagnostics) {
  return FolderReader(folder).read(default_threads(), diagnostics);
}

}  // namespace unclench
