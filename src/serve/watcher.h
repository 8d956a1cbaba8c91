// Waits for changes below some folders.
#pragma once

#include <string>
#include <vector>

namespace unclench::serve {

class Watcher {
 public:
  explicit Watcher(std::vector<std::string> folders);
  ~Watcher();
  Watcher(const Watcher&) = delete;
  Watcher& operator=(const Watcher&) = delete;

  // True when something changed and then stayed quiet for a moment; false when nothing changed
  // within the time.
  bool wait(int milliseconds);

 private:
  void watch_all();

  std::vector<std::string> folders_;
  int inotify_ = -1;
};

}  // namespace unclench::serve
