#include "base/output_file.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include "base/file_tree.h"

using namespace unclench;
namespace fs = std::filesystem;

namespace {

struct Folder {
  fs::path path = fs::temp_directory_path() / ("unclench-output-" + std::to_string(getpid()));
  Folder() { fs::create_directories(path); }
  ~Folder() { fs::remove_all(path); }
};

std::string text_of(const fs::path& path) {
  std::string bytes;
  return read_file(path, bytes).empty() ? bytes : "(none)";
}

std::size_t count_files(const fs::path& folder) {
  std::size_t count = 0;
  for ([[maybe_unused]] const auto& entry : fs::directory_iterator(folder)) ++count;
  return count;
}

}  // namespace

TEST_CASE("a file is written, its folder too, and replaced as a whole") {
  const Folder folder;
  const fs::path file = folder.path / "new" / "site.html";
  CHECK(replace_file(file, "one") == "");
  CHECK(text_of(file) == "one");
  CHECK(replace_file(file, "two") == "");
  CHECK(text_of(file) == "two");
  CHECK(count_files(file.parent_path()) == 1);
}

TEST_CASE("what a killed run left behind is removed, and nothing else") {
  const Folder folder;
  CHECK(replace_file(folder.path / ".site.html.unclench-1", "left behind") == "");
  for (const char* name : {"site.html.bak", "site.html.new-notes", "site.html.new-1"})
    CHECK(replace_file(folder.path / name, "kept") == "");
  CHECK(replace_file(folder.path / "site.html", "new") == "");
  CHECK(count_files(folder.path) == 4);
  CHECK(text_of(folder.path / "site.html.new-notes") == "kept");
}

TEST_CASE("a folder is not replaced by a file") {
  const Folder folder;
  CHECK(replace_file(folder.path, "text") ==
        folder.path.string() + " is not a file; name another one");
  CHECK(replace_file(folder.path / "", "text") != "");
}

TEST_CASE("a file that cannot be written is an error, and leaves nothing behind") {
  const Folder folder;
  CHECK(replace_file(folder.path / "file", "a file") == "");
  const fs::path below = folder.path / "file" / "site.html";
  CHECK(replace_file(below, "text") ==
        "cannot create " + below.parent_path().string() + ": Not a directory");
  CHECK(count_files(folder.path) == 1);
}
