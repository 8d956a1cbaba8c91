#include "base/output_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <fstream>
#include <system_error>

namespace unclench {
namespace fs = std::filesystem;
namespace {

// What an earlier run left behind when it was killed.
void remove_leftovers(const fs::path& path) {
  std::error_code error;
  const std::string prefix = path.filename().string() + ".new-";
  for (const auto& entry : fs::directory_iterator(path.parent_path(), error))
    if (entry.path().filename().string().rfind(prefix, 0) == 0) fs::remove(entry.path(), error);
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

  const fs::path aside = path.string() + ".new-" + std::to_string(getpid());
  std::ofstream stream(aside, std::ios::binary | std::ios::trunc);
  stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  stream.close();
  if (stream) {
    fs::rename(aside, path, error);
    if (!error) return "";
  }
  std::error_code ignored;
  fs::remove(aside, ignored);
  return "cannot write " + path.string() + (error ? ": " + error.message() : "");
}

std::string create_file(const fs::path& path, std::string_view bytes) {
  std::error_code error;
  if (path.has_parent_path()) fs::create_directories(path.parent_path(), error);
  if (error) return "cannot create " + path.parent_path().string() + ": " + error.message();
  const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  if (file < 0 && errno == EEXIST) return path.string() + " is there already";
  bool written = file >= 0;
  while (written && !bytes.empty()) {
    const ssize_t count = ::write(file, bytes.data(), bytes.size());
    written = count > 0 || (count < 0 && errno == EINTR);
    if (count > 0) bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  if (written && ::close(file) == 0) return "";
  const std::string reason = std::generic_category().message(errno);
  if (file >= 0) fs::remove(path, error);
  return "cannot write " + path.string() + ": " + reason;
}

}  // namespace unclench
