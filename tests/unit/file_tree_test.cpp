#include "base/file_tree.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/stat.h>

#include <thread>

#include "base/diagnostic_format.h"
#include "unit/scratch.h"
#include "unit/small_site.h"

using namespace unclench;
using namespace unclench::test;
namespace fs = std::filesystem;

namespace {

// Makes a file look as if it had been changed long ago.
void set_old_time(const fs::path& path) {
  timespec times[2] = {{1'700'000'000, 0}, {1'700'000'000, 0}};
  REQUIRE(utimensat(AT_FDCWD, path.c_str(), times, 0) == 0);
}

// After this, what changes has another time than what was written before.
void settle() {
  std::this_thread::sleep_for(std::chrono::milliseconds(60));
}

std::string problems_of(const fs::path& folder) {
  Diagnostics diagnostics;
  read_tree(folder, diagnostics);
  return format_diagnostics(diagnostics);
}

class Reader {
 public:
  explicit Reader(const Scratch& scratch) : reader_(scratch.folder()) {}
  FileTree read() {
    Diagnostics diagnostics;
    reader_.update(tree_, 2, diagnostics);
    CHECK(format_diagnostics(diagnostics) == "0 errors\n");
    return tree_;
  }

 private:
  FolderReader reader_;
  FileTree tree_;
};

}  // namespace

TEST_CASE("bytes are shared, and compared by what they are") {
  const Bytes a("text"), copy = a, b(std::string("text"));
  CHECK(copy.is(a));
  CHECK_FALSE(b.is(a));
  CHECK(a == b);
  CHECK(a == "text");
  CHECK(Bytes().empty());
  CHECK(a.size() == 4);
}

TEST_CASE("a folder is read with all its files below it, to the byte") {
  const Scratch scratch;
  scratch.write("a.md", "line\r\n");
  scratch.write("deep/er/b.bin", std::string("\0\xFF", 2));
  scratch.write("empty.md", "");
  CHECK(tree_at(scratch.folder()) == FileTree{{"a.md", "line\r\n"},
                                              {"deep/er/b.bin", std::string("\0\xFF", 2)},
                                              {"empty.md", ""}});
}

TEST_CASE("hidden files and those of editors are passed over") {
  const Scratch scratch;
  for (const char* name :
       {".hidden", ".git/config", "#a.md#", "a.md~", ".a.md.swp", "a.swp", "a.swx", "a.tmp",
        "a.bak", "a.orig", "a.part", "a.md___jb_tmp___", "4913", "deep/.b.md"})
    scratch.write(name, "x");
  scratch.write("a.md", "kept");
  CHECK(tree_at(scratch.folder()) == FileTree{{"a.md", "kept"}});
}

TEST_CASE("a folder that is not there is reported") {
  const Scratch scratch;
  const std::string path = (scratch / "nowhere").string();
  CHECK(problems_of(path) ==
        path +
            ":1:1: error: cannot read this folder: No such file or directory [unreadable]\n"
            "1 error\n");
}

TEST_CASE("a link that leads nowhere is reported, and the other files are read") {
  const Scratch scratch;
  scratch.write("a.md", "a");
  fs::create_symlink("nowhere", scratch / "broken.md");
  Diagnostics diagnostics;
  CHECK(read_tree(scratch.folder(), diagnostics) == FileTree{{"a.md", "a"}});
  CHECK(format_diagnostics(diagnostics) ==
        (scratch / "broken.md").string() +
            ":1:1: error: cannot read this file: No such file or directory [unreadable]\n"
            "1 error\n");
}

TEST_CASE("a link to a file is read as that file") {
  const Scratch scratch;
  scratch.write("a.md", "a");
  fs::create_symlink("a.md", scratch / "b.md");
  CHECK(tree_at(scratch.folder()) == FileTree{{"a.md", "a"}, {"b.md", "a"}});
}

TEST_CASE("links to folders are reported and not followed, not even round in a circle") {
  const Scratch scratch;
  scratch.write("deep/a.md", "a");
  fs::create_symlink("..", scratch / "deep/up");
  CHECK(problems_of(scratch.folder()) ==
        (scratch / "deep/up").string() +
            ":1:1: error: links to folders are not followed [linked-folder]\n"
            "  help: copy the folder here\n"
            "1 error\n");
}

TEST_CASE("a link that leads to itself is reported") {
  const Scratch scratch;
  fs::create_symlink("a.md", scratch / "a.md");
  CHECK(problems_of(scratch.folder()) ==
        (scratch / "a.md").string() +
            ":1:1: error: cannot read this file: Too many levels of symbolic links [unreadable]\n"
            "1 error\n");
}

TEST_CASE("a pipe is reported, not waited for") {
  const Scratch scratch;
  REQUIRE(mkfifo((scratch / "pipe.md").c_str(), 0600) == 0);
  CHECK(problems_of(scratch.folder()) ==
        (scratch / "pipe.md").string() +
            ":1:1: error: cannot read this file: it is not a regular file [unreadable]\n"
            "1 error\n");
}

TEST_CASE("a file without permission is reported") {
  if (geteuid() == 0) return;  // who may read everything
  const Scratch scratch;
  scratch.write("a.md", "a");
  fs::permissions(scratch / "a.md", fs::perms::none);
  CHECK(problems_of(scratch.folder()) ==
        (scratch / "a.md").string() +
            ":1:1: error: cannot read this file: Permission denied [unreadable]\n"
            "1 error\n");
}

TEST_CASE("a text without end is reported, a picture of that size is read") {
  const Scratch scratch;
  scratch.write("a.md", "");
  scratch.write("a.png", "");
  fs::resize_file(scratch / "a.md", longest_text + (1u << 20));
  fs::resize_file(scratch / "a.png", longest_text + (1u << 20));
  Diagnostics diagnostics;
  CHECK(read_tree(scratch.folder(), diagnostics).count("a.png") == 1);
  CHECK(format_diagnostics(diagnostics) == (scratch / "a.md").string() +
                                               ":1:1: error: this text has 9 MB [too-large]\n"
                                               "  help: texts may have up to 8 MB\n"
                                               "1 error\n");
}

TEST_CASE("a file that did not change stays the same object") {
  const Scratch scratch;
  scratch.write("a.md", "a");
  scratch.write("b.md", "b");
  settle();
  Reader reader(scratch);
  const FileTree first = reader.read();
  scratch.write("b.md", "B");
  const FileTree second = reader.read();
  CHECK(second.at("a.md").is(first.at("a.md")));
  CHECK(second.at("b.md") == "B");
}

TEST_CASE("a file that was only touched, or written again, stays the same object") {
  const Scratch scratch;
  scratch.write("a.md", "a");
  Reader reader(scratch);
  const FileTree first = reader.read();
  set_old_time(scratch / "a.md");
  CHECK(reader.read().at("a.md").is(first.at("a.md")));
  scratch.write("a.md", "a");
  CHECK(reader.read().at("a.md").is(first.at("a.md")));
}

TEST_CASE("a file whose time has not settled yet is read again, so that no change is missed") {
  const Scratch scratch;
  Reader reader(scratch);
  timespec soon[2] = {};
  clock_gettime(CLOCK_REALTIME, &soon[0]);
  soon[0].tv_sec += 60;
  soon[1] = soon[0];
  for (int i = 0; i < 20; ++i) {
    scratch.write("a.md", std::to_string(i % 10));
    REQUIRE(utimensat(AT_FDCWD, (scratch / "a.md").c_str(), soon, 0) == 0);
    CHECK(reader.read().at("a.md") == std::to_string(i % 10).c_str());
  }
}

TEST_CASE("another file in the place of one with the same time and size is read") {
  const Scratch scratch;
  scratch.write("a.md", "a");
  scratch.write("b.md", "b");
  set_old_time(scratch / "a.md");
  set_old_time(scratch / "b.md");
  settle();
  Reader reader(scratch);
  reader.read();
  fs::rename(scratch / "b.md", scratch / "a.md");
  CHECK(reader.read() == FileTree{{"a.md", "b"}});
}

TEST_CASE("what changed is read, even when a program puts its old time back") {
  const Scratch scratch;
  scratch.write("a.md", "a");
  scratch.write("deep/b.md", "b");
  for (const char* path : {"a.md", "deep"}) set_old_time(scratch / path);
  settle();
  Reader reader(scratch);
  reader.read();
  scratch.write("a.md", "A");
  scratch.write("deep/c.md", "c");
  for (const char* path : {"a.md", "deep"}) set_old_time(scratch / path);
  CHECK(reader.read() == FileTree{{"a.md", "A"}, {"deep/b.md", "b"}, {"deep/c.md", "c"}});
}

TEST_CASE("files come and go between two readings") {
  const Scratch scratch;
  scratch.write("a.md", "a");
  scratch.write("deep/b.md", "b");
  Reader reader(scratch);
  reader.read();
  fs::remove_all(scratch / "deep");
  scratch.write("c.md", "c");
  CHECK(reader.read() == FileTree{{"a.md", "a"}, {"c.md", "c"}});
}
