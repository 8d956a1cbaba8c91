// The site as it is served now, and what the pages that are open must know of its builds.
#pragma once

#include <condition_variable>
#include <ctime>
#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "base/file_tree.h"
#include "serve/server.h"

namespace unclench::serve {

// One sound build. Never changed once it is served.
struct Site {
  FileTree files;
  FileTree older;  // files with a hash in their name that only builds before had
  std::map<std::string, int> changed;           // the build that changed a file, if not the first
  std::map<std::string, std::time_t> modified;  // of every file
};

struct State {
  int build = 0;                     // counts from 1, sound or not
  std::shared_ptr<const Site> site;  // the last sound one; nothing before the first
  std::string problems = "[]";
  std::string event;  // what pages are told, as JSON on one line; see web/src/reload/news.ts
};

class ServedSite {
 public:
  // `base` is the path of the site on the server.
  explicit ServedSite(std::string base);

  // Takes the next build. Returns how many files are new, gone or different.
  std::size_t publish(Build build);

  State state() const;

  // Waits for a build other than the one seen, a second at most. False when there will be no more.
  bool wait_for_other(int seen, State& state);

  // Ends all waiting.
  void finish();

  // The script's element for a page that is `file` of this site, or that shows errors.
  std::string script_element(const State& state, const std::string& file) const;

 private:
  std::string describe(const State& state) const;

  const std::string base_;
  const std::string run_;  // tells this run of the server from those before
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  State state_;
  bool finished_ = false;
};

}  // namespace unclench::serve
