// Says when something changed below some folders.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

namespace unclench::serve {

class Watcher {
 public:
  // A folder need not be there yet, and may go and come back.
  explicit Watcher(std::vector<std::string> folders);
  ~Watcher();
  Watcher(const Watcher&) = delete;
  Watcher& operator=(const Watcher&) = delete;

  // Waits until something changed and then stayed quiet for a moment, though not for long when it
  // never does. Changes since the last call count too. False when `stop` has become readable.
  bool wait(int stop);

  // What keeps it from seeing all changes; empty when nothing does.
  const std::string& problem() const { return problem_; }

 private:
  // What is watched in a folder: everything, or only some names.
  struct Watched {
    std::string folder;
    bool all = false;
    std::set<std::string> names;    // of which only coming and going counts
    std::set<std::string> targets;  // that links lead to, or by way of
  };
  enum class Seen { nothing, change, beginning };  // after which more is likely to come

  void watch_all();
  void watch_below(const std::string& folder, std::map<int, Watched>& watched);
  void watch_way_to(const std::string& folder, std::map<int, Watched>& watched);
  void watch_target(const std::string& link, std::map<int, Watched>& watched);
  int watch(const std::string& folder);
  Seen read_events();
  Seen judge(int descriptor, unsigned mask, const std::string& name);

  std::vector<std::string> folders_;
  int inotify_ = -1;
  std::map<int, Watched> watched_;
  bool folders_changed_ = false;
  std::string problem_;
};

// Files that editors write next to the real one: .hidden, #emacs#, backup~, vim's .swp and 4913.
bool is_editors_own(const std::string& name);

}  // namespace unclench::serve
