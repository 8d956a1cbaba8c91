#include "base/output_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <vector>

namespace unclench {
namespace fs = std::filesystem;
namespace {

// Hidden, and of a name that nobody else gives.
std::string aside_prefix(const fs::path& path) {
  return "." + path.filename().string() + ".unclench-";
}

// What an earlier run left behind when it was killed.
void remove_leftovers(const fs::path& path) {
  std::error_code error;
  const std::string prefix = aside_prefix(path);
  std::vector<fs::path> leftovers;
  for (fs::directory_iterator entry(path.parent_path(), error), end; !error && entry != end;
       entry.increment(error))
    if (entry->path().filename().string().rfind(prefix, 0) == 0) leftovers.push_back(entry->path());
  for (const fs::path& leftover : leftovers) fs::remove(leftover, error);
}

// Returns the number of the error, or 0.
int write_new(const fs::path& path, int flags, std::string_view bytes) {
  const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC | flags, 0666);
  if (file < 0) return errno;
  int problem = 0;
  while (problem == 0 && !bytes.empty()) {
    const ssize_t count = ::write(file, bytes.data(), bytes.size());
    if (count < 0 && errno != EINTR) problem = errno;
    if (count > 0) bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  if (::close(file) != 0 && problem == 0) problem = errno;
  return problem;
}

std::string cannot_write(const fs::path& path, int problem) {
  return "cannot write " + path.string() + ": " + std::generic_category().message(problem);
}

}  // namespace

std::string replace_file(const fs::path& file_path, std::string_view bytes) {
  std::error_code error;
  const fs::path path = fs::absolute(file_path, error).lexically_normal();
  if (!path.has_filename() || (fs::exists(path, error) && !fs::is_regular_file(path, error)))
    return path.string() + " is not a file; name another one";
  fs::create_directories(path.parent_path(), error);
  if (error) return "cannot create " + path.parent_path().string() + ": " + error.message();
  remove_leftovers(path);

  const fs::path aside = path.parent_path() / (aside_prefix(path) + std::to_string(getpid()));
  int problem = write_new(aside, O_TRUNC, bytes);
  if (problem == 0) {
    fs::rename(aside, path, error);
    problem = error.value();
  }
  if (problem == 0) return "";
  fs::remove(aside, error);
  return cannot_write(path, problem);
}

std::string create_file(const fs::path& path, std::string_view bytes) {
  std::error_code error;
  if (path.has_parent_path()) fs::create_directories(path.parent_path(), error);
  if (error) return "cannot create " + path.parent_path().string() + ": " + error.message();
  const int problem = write_new(path, O_EXCL, bytes);
  if (problem == EEXIST) return path.string() + " is there already";
  if (problem == 0) return "";
  fs::remove(path, error);
  return cannot_write(path, problem);
}

}  // namespace unclench
