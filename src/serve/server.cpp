#include "serve/server.h"

#include <signal.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include <chrono>
#include <iostream>
#include <nlohmann/json.hpp>

#include "serve/http.h"
#include "serve/watcher.h"

namespace unclench::serve {
namespace {

using Clock = std::chrono::steady_clock;

// SIGINT and SIGTERM as something that can be waited for. Made before any thread, so that they
// reach none of them.
class StopSignals {
 public:
  StopSignals() {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    descriptor_ = signalfd(-1, &signals, SFD_CLOEXEC);
  }
  ~StopSignals() { close(descriptor_); }
  StopSignals(const StopSignals&) = delete;
  StopSignals& operator=(const StopSignals&) = delete;

  int descriptor() const { return descriptor_; }

 private:
  int descriptor_ = -1;
};

class Listening {
 public:
  explicit Listening(Http& http) : http_(http) { http_.start(); }
  ~Listening() { http_.stop(); }
  Listening(const Listening&) = delete;
  Listening& operator=(const Listening&) = delete;

 private:
  Http& http_;
};

std::string count(std::size_t number, const std::string& noun) {
  return std::to_string(number) + " " + noun + (number == 1 ? "" : "s");
}

// Files that come and go while they are read may make a build fail in ways it does not foresee. The
// next change builds again.
Build build_safely(const Rebuild& rebuild, const std::string& address) {
  try {
    return rebuild(address);
  } catch (const std::exception& error) {
    std::cerr << "error: " << error.what() << std::endl;
    const nlohmann::json problem = {{"path", ""}, {"message", error.what()}};
    const auto replace = nlohmann::json::error_handler_t::replace;
    return {{}, false, "[" + problem.dump(-1, ' ', false, replace) + "]"};
  }
}

void build_again(ServedSite& site, const Rebuild& rebuild, const std::string& address) {
  const auto start = Clock::now();
  Build build = build_safely(rebuild, address);
  const auto taken =
      std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - start).count();
  const bool sound = build.sound;
  const std::size_t different = site.publish(std::move(build));
  if (sound)
    std::cout << "Rebuilt in " << taken << " ms: " << count(different, "file") << " changed."
              << std::endl;
  else
    std::cout << "Not rebuilt: the errors above are shown in the browser." << std::endl;
}

}  // namespace

int run(const ServerOptions& options, const Rebuild& rebuild) {
  const StopSignals signals;
  const auto http = std::make_shared<Http>(options);
  const int port = http->bind();
  if (port == 0) {
    std::cerr << "error: no free port from " << options.port << " on\n";
    return 1;
  }
  if (port != options.port)
    std::cout << "Port " << options.port << " is in use; taking " << port << " instead.\n";
  if (!options.like_pages && options.reload_script.empty())
    std::cout << "Pages will not reload by themselves: reload.js has not been built.\n";
  const std::string address = "http://127.0.0.1:" + std::to_string(port) + options.path;

  Watcher watcher(options.folders);
  if (!watcher.problem().empty()) std::cerr << "warning: " << watcher.problem() << "\n";
  Build first = build_safely(rebuild, address);
  const bool sound = first.sound;
  http->site().publish(std::move(first));
  const Listening listening(*http);
  std::cout << "Serving " << address << "  (Ctrl-C ends)" << std::endl;
  if (!sound) std::cout << "Every address shows the errors until they are fixed." << std::endl;
  while (watcher.wait(signals.descriptor())) build_again(http->site(), rebuild, address);
  return 0;
}

}  // namespace unclench::serve
