#include "serve/watcher.h"

#include <poll.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <filesystem>

namespace unclench::serve {
namespace fs = std::filesystem;
namespace {

// Editors and branch switches change several files at once; one build is enough for them.
constexpr int quiet_milliseconds = 30;

bool readable_within(int descriptor, int milliseconds) {
  pollfd poll_for{descriptor, POLLIN, 0};
  return poll(&poll_for, 1, milliseconds) > 0;
}

void drain(int descriptor) {
  char events[4096];
  while (readable_within(descriptor, 0) && read(descriptor, events, sizeof events) > 0) {
  }
}

}  // namespace

Watcher::Watcher(std::vector<std::string> folders)
    : folders_(std::move(folders)), inotify_(inotify_init1(IN_CLOEXEC)) {
  watch_all();
}

Watcher::~Watcher() {
  if (inotify_ >= 0) close(inotify_);
}

// Watching a folder again changes nothing, so new folders are found by watching all of them anew.
void Watcher::watch_all() {
  const auto watch = [this](const fs::path& folder) {
    inotify_add_watch(inotify_, folder.c_str(),
                      IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO);
  };
  std::error_code error;
  for (const std::string& folder : folders_) {
    watch(folder);
    for (const auto& entry : fs::recursive_directory_iterator(folder, error))
      if (entry.is_directory(error)) watch(entry.path());
  }
}

bool Watcher::wait(int milliseconds) {
  if (!readable_within(inotify_, milliseconds)) return false;
  while (readable_within(inotify_, quiet_milliseconds)) drain(inotify_);
  watch_all();
  return true;
}

}  // namespace unclench::serve
