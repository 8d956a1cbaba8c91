#include "base/site_folder.h"

#include <doctest/doctest.h>
#include <signal.h>
#include <sys/inotify.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include "base/descriptor.h"
#include "unit/scratch.h"
#include "unit/small_site.h"

using namespace unclench;
using namespace unclench::test;
namespace fs = std::filesystem;

namespace {

const FileTree old_site = {{"index.html", "old"}, {"about/index.html", "about"}};
const FileTree new_site = {{"index.html", "new"}};

std::string replaced(const fs::path& folder, const FileTree& tree) {
  return replace_folder(folder, tree, 2);
}

struct stat status_of(const fs::path& path) {
  struct stat status {};
  REQUIRE(lstat(path.c_str(), &status) == 0);
  return status;
}

bool is_same_file(const struct stat& a, const struct stat& b) {
  return a.st_ino == b.st_ino && a.st_mtim.tv_sec == b.st_mtim.tv_sec &&
         a.st_mtim.tv_nsec == b.st_mtim.tv_nsec;
}

// Does something in a process that may write no file of more than a few bytes.
bool fails_on_full_disk(const std::function<std::string()>& work) {
  const pid_t child = fork();
  if (child == 0) {
    signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{16, 16};
    setrlimit(RLIMIT_FSIZE, &limit);
    _exit(work().find(": File too large") != std::string::npos ? 7 : 0);
  }
  int status = 0;
  waitpid(child, &status, 0);
  return WIFEXITED(status) && WEXITSTATUS(status) == 7;
}

}  // namespace

TEST_CASE("a site is put where nothing was") {
  const Scratch scratch;
  CHECK(replaced(scratch / "public/site", new_site) == "");
  CHECK(tree_at(scratch / "public/site") == new_site);
}

TEST_CASE("an empty folder may become a site") {
  const Scratch scratch;
  fs::create_directory(scratch / "site");
  CHECK(replaced(scratch / "site", new_site) == "");
  CHECK(tree_at(scratch / "site") == new_site);
}

TEST_CASE("an earlier site is replaced as a whole, and nothing else is left") {
  const Scratch scratch;
  CHECK(replaced(scratch / "site", old_site) == "");
  CHECK(replaced(scratch / "site/", new_site) == "");
  CHECK(tree_at(scratch / "site") == new_site);
  CHECK(scratch.entries() == 1);
}

TEST_CASE("a site without files is an empty folder") {
  const Scratch scratch;
  CHECK(replaced(scratch / "site", old_site) == "");
  CHECK(replaced(scratch / "site", {}) == "");
  CHECK(tree_at(scratch / "site").empty());
}

TEST_CASE("files that stay the same keep their inode and time when the others are replaced") {
  const Scratch scratch;
  CHECK(replaced(scratch / "site", old_site) == "");
  const auto before = status_of(scratch / "site/about/index.html");
  CHECK(replaced(scratch / "site", {{"index.html", "x"}, {"about/index.html", "about"}}) == "");
  CHECK(is_same_file(before, status_of(scratch / "site/about/index.html")));
}

TEST_CASE("a site that is the same already is not touched") {
  const Scratch scratch;
  CHECK(replaced(scratch / "site", old_site) == "");
  const auto before = status_of(scratch / "site");
  CHECK(replaced(scratch / "site", old_site) == "");
  CHECK(is_same_file(before, status_of(scratch / "site")));
}

TEST_CASE("a file that somebody changed or added in a site is put right") {
  const Scratch scratch;
  CHECK(replaced(scratch / "site", old_site) == "");
  scratch.write("site/index.html", "OLD");
  scratch.write("site/more.html", "more");
  CHECK(replaced(scratch / "site", old_site) == "");
  CHECK(tree_at(scratch / "site") == old_site);
}

TEST_CASE("a link in a site becomes a file again") {
  const Scratch scratch;
  CHECK(replaced(scratch / "site", new_site) == "");
  scratch.write("elsewhere", "new");
  fs::remove(scratch / "site/index.html");
  fs::create_symlink("../elsewhere", scratch / "site/index.html");
  CHECK(replaced(scratch / "site", new_site) == "");
  CHECK(fs::is_regular_file(fs::symlink_status(scratch / "site/index.html")));
}

TEST_CASE("a file may stand where a folder was, and the other way round") {
  const Scratch scratch;
  CHECK(replaced(scratch / "site", {{"a/b.html", "1"}, {"c", "2"}}) == "");
  CHECK(replaced(scratch / "site", {{"a", "1"}, {"c/d.html", "2"}}) == "");
  CHECK(tree_at(scratch / "site") == FileTree{{"a", "1"}, {"c/d.html", "2"}});
}

TEST_CASE("a folder that holds something else is refused and kept") {
  const Scratch scratch;
  scratch.write("photos/me.jpg", "smile");
  const std::string path = (scratch / "photos").string();
  CHECK(replaced(path, new_site) ==
        path +
            " holds something other than a site of this program; name another output folder or "
            "empty it");
  CHECK(tree_at(path) == FileTree{{"me.jpg", "smile"}});
  CHECK(scratch.entries() == 1);
}

TEST_CASE("a file in the place of the folder is refused and kept") {
  const Scratch scratch;
  scratch.write("site", "a file");
  CHECK(replaced(scratch / "site", new_site) != "");
  CHECK(tree_at(scratch.folder()) == FileTree{{"site", "a file"}});
}

TEST_CASE("a write that fails leaves the old site as it was") {
  const Scratch scratch;
  CHECK(replaced(scratch / "site", old_site) == "");
  const FileTree impossible = {{"a", "a file"}, {"a/b", "below a file"}};
  CHECK(replaced(scratch / "site", impossible).rfind("cannot ", 0) == 0);
  CHECK(tree_at(scratch / "site") == old_site);
  CHECK(scratch.entries() == 1);
}

TEST_CASE("a full disk leaves the old site as it was") {
  const Scratch scratch;
  CHECK(replaced(scratch / "site", old_site) == "");
  const FileTree large = {
      {"index.html", "short"}, {"large.html", std::string(100, 'x')}, {"new/a.html", "short"}};
  CHECK(fails_on_full_disk([&] { return replace_folder(scratch / "site", large, 1); }));
  CHECK(tree_at(scratch / "site") == old_site);
  CHECK(scratch.entries() == 1);
  CHECK(fails_on_full_disk([&] { return update_folder(scratch / "site", old_site, large, 1); }));
  CHECK(tree_at(scratch / "site") == old_site);
  CHECK_FALSE(fs::exists(scratch / "site/new"));
}

TEST_CASE("a folder that may not be written is reported and kept") {
  if (geteuid() == 0) return;  // who may write everywhere
  const Scratch scratch;
  fs::create_directory(scratch / "closed");
  fs::permissions(scratch / "closed", fs::perms::owner_read | fs::perms::owner_exec);
  CHECK(replaced(scratch / "closed/site", new_site).rfind("cannot create ", 0) == 0);
  fs::permissions(scratch / "closed", fs::perms::owner_all);
}

TEST_CASE("what an interrupted run left behind is cleared away, what a running one writes is not") {
  const Scratch scratch;
  const pid_t gone = fork();
  if (gone == 0) _exit(0);
  waitpid(gone, nullptr, 0);
  for (const pid_t owner : {gone, getppid()}) {
    scratch.write("site.new-" + std::to_string(owner) + "/.unclench-site", "");
    scratch.write("site.new-" + std::to_string(owner) + "/index.html", "half");
  }
  CHECK(replaced(scratch / "site", new_site) == "");
  CHECK(scratch.entries() == 2);
}

TEST_CASE("a left-over keeps its mark until the rest of it is gone") {
  const Scratch scratch;
  const std::string name = "site.new-" + std::to_string(getpid());
  for (const char* file : {".a", ".unclench-site", ".z", "index.html", "z/index.html"})
    scratch.write(name + "/" + file, "");
  const Descriptor watch(inotify_init1(IN_NONBLOCK | IN_CLOEXEC));
  REQUIRE(inotify_add_watch(watch, (scratch / name).c_str(), IN_DELETE) >= 0);
  REQUIRE(replaced(scratch / "site", new_site) == "");
  std::vector<std::string> deleted;
  alignas(inotify_event) char events[4096];
  const ssize_t size = read(watch, events, sizeof events);
  for (ssize_t at = 0; at < size;) {
    const auto* event = reinterpret_cast<const inotify_event*>(events + at);
    if (event->mask & IN_DELETE) deleted.emplace_back(event->name);
    at += static_cast<ssize_t>(sizeof(inotify_event) + event->len);
  }
  REQUIRE(deleted.size() == 5);
  CHECK(deleted.back() == ".unclench-site");
}

TEST_CASE("a folder of a similar name is nobody's left-over") {
  const Scratch scratch;
  const std::vector<std::string> names = {"site.new-design/page",  "site.new-/page",
                                          "site.new-4000000/page", "site.new-4000000-kept/page",
                                          "site.new--1/page",      "site.new-4000001"};
  for (const std::string& name : names) scratch.write(name, "work");
  CHECK(replaced(scratch / "site", old_site) == "");
  CHECK(replaced(scratch / "site", new_site) == "");
  for (const std::string& name : names) CHECK(fs::exists(scratch / name));
}

TEST_CASE("a repository in a site is kept") {
  const Scratch scratch;
  CHECK(replaced(scratch / "site", old_site) == "");
  scratch.write("site/.git/HEAD", "ref: refs/heads/pages");
  CHECK(replaced(scratch / "site", new_site).find("holds something other") != std::string::npos);
  CHECK(fs::exists(scratch / "site/.git/HEAD"));
}

TEST_CASE("a folder that cannot be is reported by its name") {
  const Scratch scratch;
  fs::create_symlink("round", scratch / "round");
  const std::string problem = replaced(scratch / "round", new_site);
  CHECK(problem.find("round") != std::string::npos);
  CHECK(problem.rfind("cannot create ", 0) == 0);
}

TEST_CASE("a site is taken to the next one file by file") {
  const Scratch scratch;
  const FileTree before = {{"a", "1"}, {"b", "2"}, {"deep/er/c", "3"}, {"deep/d", "4"}};
  const FileTree after = {{"a", "1"}, {"b", "TWO"}, {"deep/d", "4"}, {"new/e", "5"}};
  CHECK(replaced(scratch / "site", before) == "");
  const auto kept = status_of(scratch / "site/a");
  CHECK(update_folder(scratch / "site", before, after, 2) == "");
  CHECK(tree_at(scratch / "site") == after);
  CHECK(is_same_file(kept, status_of(scratch / "site/a")));
  CHECK_FALSE(fs::exists(scratch / "site/deep/er"));
}

TEST_CASE("a file where a folder was cannot come file by file, and is reported") {
  const Scratch scratch;
  const FileTree before = {{"a/b", "1"}}, after = {{"a", "2"}};
  CHECK(replaced(scratch / "site", before) == "");
  CHECK(update_folder(scratch / "site", before, after, 2).rfind("cannot write ", 0) == 0);
  CHECK(tree_at(scratch / "site") == before);
  CHECK(replaced(scratch / "site", after) == "");
  CHECK(tree_at(scratch / "site") == after);
}

TEST_CASE("a site that was taken away cannot be updated, but replaced") {
  const Scratch scratch;
  CHECK(replaced(scratch / "site", old_site) == "");
  fs::remove_all(scratch / "site");
  CHECK(update_folder(scratch / "site", old_site, new_site, 2) != "");
  CHECK_FALSE(fs::exists(scratch / "site"));
}

TEST_CASE("a site is still one of this program after an update") {
  const Scratch scratch;
  CHECK(replaced(scratch / "site", old_site) == "");
  CHECK(update_folder(scratch / "site", old_site, new_site, 2) == "");
  CHECK(replaced(scratch / "site", old_site) == "");
}
