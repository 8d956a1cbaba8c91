#include "serve/watcher.h"

#include <poll.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <filesystem>

namespace unclench::serve {
namespace fs = std::filesystem;
namespace {

using Clock = std::chrono::steady_clock;

// Editors and branch switches change several files at once; one build is enough for them.
constexpr int quiet_milliseconds = 5;
// What is removed often comes back at once under the same name, from an editor's temporary file,
// and what comes may still be written.
constexpr int quiet_after_beginning_milliseconds = 40;
constexpr int most_links = 40;  // on the way to a file, as Linux has it
constexpr auto longest_wait = std::chrono::milliseconds(200);

constexpr unsigned removals = IN_DELETE | IN_MOVED_FROM | IN_DELETE_SELF | IN_MOVE_SELF;
constexpr unsigned wanted =
    removals | IN_CLOSE_WRITE | IN_CREATE | IN_MOVED_TO | IN_ATTRIB | IN_ONLYDIR;

enum class Ready { nothing, changes, stop };

Ready wait_for(int inotify, int stop, int milliseconds) {
  pollfd descriptors[] = {{stop, POLLIN, 0}, {inotify, POLLIN, 0}};
  if (poll(descriptors, 2, milliseconds) <= 0) return Ready::nothing;
  return descriptors[0].revents != 0 ? Ready::stop : Ready::changes;
}

// The closing of a file tells when it is written. One with content may be another name of what
// there is already, which nobody closes.
bool is_empty_file(const std::string& path) {
  struct stat status {};
  return lstat(path.c_str(), &status) == 0 && S_ISREG(status.st_mode) && status.st_size == 0;
}

bool is_link(const fs::path& path) {
  std::error_code ignored;
  return fs::is_symlink(path, ignored);
}

}  // namespace

bool is_editors_own(const std::string& name) {
  return name.empty() || name[0] == '.' || name[0] == '#' || name == "4913" ||
         name.ends_with("~") || name.ends_with(".swp") || name.ends_with(".swx");
}

Watcher::Watcher(std::vector<std::string> folders)
    : folders_(std::move(folders)), inotify_(inotify_init1(IN_CLOEXEC | IN_NONBLOCK)) {
  if (inotify_ < 0) problem_ = std::string("cannot watch for changes: ") + std::strerror(errno);
  watch_all();
}

Watcher::~Watcher() {
  if (inotify_ >= 0) close(inotify_);
}

int Watcher::watch(const std::string& folder) {
  const int descriptor = inotify_add_watch(inotify_, folder.c_str(), wanted);
  if (descriptor < 0 && errno == ENOSPC)
    problem_ =
        "some changes will not be seen: too few inotify watches (fs.inotify.max_user_watches)";
  return descriptor;
}

// Each folder is watched before it is listed, so that what comes in between is seen either way.
void Watcher::watch_below(const std::string& folder, std::map<int, Watched>& watched) {
  const int descriptor = watch(folder);
  if (descriptor < 0) return;
  watched[descriptor].folder = folder;
  watched[descriptor].all = true;
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end;
       entry.increment(error)) {
    std::error_code ignored;
    if (is_editors_own(entry->path().filename().string())) continue;
    if (entry->is_symlink(ignored))
      watch_target(entry->path().string(), watched);
    else if (entry->is_directory(ignored))
      watch_below(entry->path().string(), watched);
  }
}

// Name by name to what the link leads to in the end. That may change, and so may every link on the
// way; what is not there may come.
void Watcher::watch_target(const std::string& link, std::map<int, Watched>& watched) {
  std::error_code ignored;
  std::vector<std::string> way;  // the next name is the last one
  const auto go_on_with = [&](const fs::path& path) {
    const std::vector<std::string> names(path.begin(), path.end());
    way.insert(way.end(), names.rbegin(), names.rend());
  };
  go_on_with(fs::absolute(link, ignored));
  fs::path at;
  for (int links = 0; !way.empty() && links < most_links;) {
    const std::string name = way.back();
    way.pop_back();
    if (name == "..") at = at.parent_path();
    if (name.empty() || name == "." || name == "..") continue;
    const fs::path next = at / name;
    const bool is_there = fs::exists(fs::symlink_status(next, ignored));
    const int descriptor = is_link(next) || !is_there || way.empty() ? watch(at.string()) : -1;
    if (descriptor >= 0) {
      watched[descriptor].folder = at.string();
      watched[descriptor].targets.insert(name);
    }
    if (!is_there) return;
    if (!is_link(next)) {
      at = next;
      continue;
    }
    ++links;
    go_on_with(fs::read_symlink(next, ignored));
  }
}

// The folders above tell when the folder itself comes, goes, or is exchanged for another.
void Watcher::watch_way_to(const std::string& folder, std::map<int, Watched>& watched) {
  std::error_code error;
  fs::path path = fs::absolute(folder, error).lexically_normal();
  if (!path.has_filename()) path = path.parent_path();
  while (path.has_relative_path()) {
    const int descriptor = watch(path.parent_path().string());
    if (descriptor >= 0) {
      watched[descriptor].folder = path.parent_path().string();
      watched[descriptor].names.insert(path.filename().string());
      return;
    }
    path = path.parent_path();
  }
}

// Watching a folder again changes nothing, so new ones are found by watching all of them anew.
void Watcher::watch_all() {
  if (inotify_ < 0) return;
  std::map<int, Watched> watched;
  for (const std::string& folder : folders_) {
    watch_way_to(folder, watched);
    const fs::path itself = (fs::path(folder) / "").parent_path();
    if (is_link(itself)) watch_target(itself.string(), watched);
    watch_below(folder, watched);
  }
  for (const auto& [descriptor, ignored] : watched_)
    if (!watched.contains(descriptor)) inotify_rm_watch(inotify_, descriptor);
  watched_ = std::move(watched);
  folders_changed_ = false;
}

Watcher::Seen Watcher::judge(int descriptor, unsigned mask, const std::string& name) {
  if (mask & IN_Q_OVERFLOW) {
    folders_changed_ = true;
    return Seen::change;
  }
  const auto found = watched_.find(descriptor);
  if (found == watched_.end() || mask & IN_IGNORED) return Seen::nothing;
  const Watched& watched = found->second;
  if (name.empty()) {
    // About the folder itself.
    folders_changed_ = true;
    return mask & removals ? Seen::beginning : Seen::nothing;
  }
  const std::string path = watched.folder + "/" + name;
  const bool comes_or_goes = mask & (removals | IN_CREATE | IN_MOVED_TO);
  const bool is_way = watched.names.contains(name) && comes_or_goes;
  const bool is_target = watched.targets.contains(name);
  if (!is_way && !is_target && (!watched.all || is_editors_own(name))) return Seen::nothing;
  if (mask & IN_CREATE && is_empty_file(path)) return Seen::nothing;
  const bool leads_elsewhere = comes_or_goes && (is_target || is_link(path));
  if (is_way || leads_elsewhere || mask & IN_ISDIR) folders_changed_ = true;
  return mask & (removals | IN_CREATE) ? Seen::beginning : Seen::change;
}

Watcher::Seen Watcher::read_events() {
  alignas(inotify_event) char buffer[65536];
  Seen seen = Seen::nothing;
  ssize_t size = 0;
  while ((size = read(inotify_, buffer, sizeof buffer)) > 0) {
    for (const char* at = buffer; at < buffer + size;) {
      const auto* event = reinterpret_cast<const inotify_event*>(at);
      at += sizeof(inotify_event) + event->len;
      const Seen one = judge(event->wd, event->mask, event->len > 0 ? event->name : "");
      if (one != Seen::nothing) seen = one;
    }
  }
  return seen;
}

bool Watcher::wait(int stop) {
  constexpr int for_ever = -1;
  Clock::time_point first;
  bool changed = false;
  int patience = for_ever;
  while (true) {
    const Ready ready = wait_for(inotify_, stop, patience);
    if (ready == Ready::stop) return false;
    if (changed && (ready == Ready::nothing || Clock::now() - first > longest_wait)) break;
    const Seen seen = read_events();
    if (folders_changed_) watch_all();
    if (seen == Seen::nothing) continue;
    if (!changed) first = Clock::now();
    changed = true;
    patience = seen == Seen::beginning ? quiet_after_beginning_milliseconds : quiet_milliseconds;
  }
  return true;
}

}  // namespace unclench::serve
