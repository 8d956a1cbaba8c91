#include "base/output_file.h"

#include <unistd.h>

#include <fstream>

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

}  // namespace unclench
