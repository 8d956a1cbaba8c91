#include "base/file_tree.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <fstream>

using namespace unclench;
namespace fs = std::filesystem;

namespace {

// A folder of its own for each test, gone afterwards.
class Scratch {
 public:
  Scratch() : folder_(fs::temp_directory_path() / ("unclench-test-" + std::to_string(getpid()))) {
    fs::remove_all(folder_);
    fs::create_directories(folder_);
  }
  ~Scratch() { fs::remove_all(folder_); }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;

  fs::path operator/(const char* name) const { return folder_ / name; }
  void write(const char* name, const std::string& bytes) const {
    fs::create_directories((folder_ / name).parent_path());
    std::ofstream(folder_ / name, std::ios::binary) << bytes;
  }
  std::size_t entries() const {
    return static_cast<std::size_t>(
        std::distance(fs::directory_iterator(folder_), fs::directory_iterator()));
  }

 private:
  fs::path folder_;
};

FileTree tree_at(const fs::path& folder) {
  Diagnostics diagnostics;
  const FileTree tree = read_tree(folder, diagnostics);
  CHECK(format_diagnostics(diagnostics) == "0 errors\n");
  return tree;
}

const FileTree old_site = {{"index.html", "old"}, {"about/index.html", "about"}};
const FileTree new_site = {{"index.html", "new"}};

}  // namespace

TEST_CASE("a folder is read with all its files below it, to the byte") {
  const Scratch scratch;
  scratch.write("a.md", "line\r\n");
  scratch.write("deep/er/b.bin", std::string("\0\xFF", 2));
  scratch.write("empty.md", "");
  CHECK(tree_at(scratch / "") == FileTree{{"a.md", "line\r\n"},
                                          {"deep/er/b.bin", std::string("\0\xFF", 2)},
                                          {"empty.md", ""}});
}

TEST_CASE("hidden files and those of editors are passed over") {
  const Scratch scratch;
  for (const char* name : {".hidden", ".git/config", "#a.md#", "a.md~", ".a.md.swp", "a.swp",
                           "a.tmp", "a.bak", "a.orig", "deep/.b.md"})
    scratch.write(name, "x");
  scratch.write("a.md", "kept");
  CHECK(tree_at(scratch / "") == FileTree{{"a.md", "kept"}});
}

TEST_CASE("a folder that is not there is reported") {
  const Scratch scratch;
  Diagnostics diagnostics;
  const std::string path = (scratch / "nowhere").string();
  CHECK(read_tree(path, diagnostics).empty());
  CHECK(format_diagnostics(diagnostics) ==
        path + ":1:1: error: cannot read this folder: No such file or directory\n1 error\n");
}

TEST_CASE("a file that cannot be read is reported, and the others are read") {
  const Scratch scratch;
  scratch.write("a.md", "a");
  fs::create_symlink("nowhere", scratch / "broken.md");
  Diagnostics diagnostics;
  CHECK(read_tree(scratch / "", diagnostics).count("a.md") == 1);
  CHECK(format_diagnostics(diagnostics) ==
        (scratch / "broken.md").string() + ":1:1: error: cannot read this file\n1 error\n");
}

TEST_CASE("a site is put where nothing was") {
  const Scratch scratch;
  CHECK(replace_folder(scratch / "public/site", new_site) == "");
  CHECK(tree_at(scratch / "public/site") == new_site);
}

TEST_CASE("an empty folder may become a site") {
  const Scratch scratch;
  fs::create_directory(scratch / "site");
  CHECK(replace_folder(scratch / "site", new_site) == "");
  CHECK(tree_at(scratch / "site") == new_site);
}

TEST_CASE("an earlier site is replaced as a whole, and nothing else is left") {
  const Scratch scratch;
  CHECK(replace_folder(scratch / "site", old_site) == "");
  CHECK(replace_folder(scratch / "site/", new_site) == "");
  CHECK(tree_at(scratch / "site") == new_site);
  CHECK(scratch.entries() == 1);
}

TEST_CASE("a folder that holds something else is refused and kept") {
  const Scratch scratch;
  scratch.write("photos/me.jpg", "smile");
  const std::string path = (scratch / "photos").string();
  CHECK(replace_folder(path, new_site) ==
        path +
            " holds something other than a site of this program; name another output folder or "
            "empty it");
  CHECK(tree_at(path) == FileTree{{"me.jpg", "smile"}});
  CHECK(scratch.entries() == 1);
}

TEST_CASE("a file in the place of the folder is refused and kept") {
  const Scratch scratch;
  scratch.write("site", "a file");
  CHECK(replace_folder(scratch / "site", new_site) != "");
  CHECK(tree_at(scratch / "") == FileTree{{"site", "a file"}});
}

TEST_CASE("a write that fails leaves the old site as it was") {
  const Scratch scratch;
  CHECK(replace_folder(scratch / "site", old_site) == "");
  const FileTree impossible = {{"a", "a file"}, {"a/b", "below a file"}};
  CHECK(replace_folder(scratch / "site", impossible).rfind("cannot write ", 0) == 0);
  CHECK(tree_at(scratch / "site") == old_site);
  CHECK(scratch.entries() == 1);
}

TEST_CASE("what an interrupted run left behind is cleared away") {
  const Scratch scratch;
  scratch.write("site.new-1/index.html", "half");
  CHECK(replace_folder(scratch / "site", new_site) == "");
  CHECK(scratch.entries() == 1);
}
