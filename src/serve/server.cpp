#include "serve/server.h"

#include <httplib.h>

#include <atomic>
#include <condition_variable>
#include <csignal>
#include <iostream>
#include <mutex>
#include <thread>

#include "serve/watcher.h"

namespace unclench::serve {
namespace {

constexpr const char* host = "127.0.0.1";
constexpr int ports_tried = 20;
constexpr int event_streams = 64;  // each open page holds one thread
constexpr const char* events_path = "/_unclench/events";
constexpr const char* script_path = "/_unclench/reload.js";

constexpr const char* reload_script =
    "const events = new EventSource('/_unclench/events');\n"
    "let known;\n"
    "events.onmessage = (event) => {\n"
    "  if (known !== undefined && known !== event.data) location.reload();\n"
    "  known = event.data;\n"
    "};\n";

std::atomic<bool> stopping{false};

void stop(int) {
  stopping = true;
}

const char* content_type(const std::string& path) {
  static const std::map<std::string, const char*> types = {
      {"html", "text/html; charset=utf-8"},
      {"css", "text/css; charset=utf-8"},
      {"js", "text/javascript; charset=utf-8"},
      {"json", "application/json; charset=utf-8"},
      {"webmanifest", "application/manifest+json; charset=utf-8"},
      {"xml", "application/xml; charset=utf-8"},
      {"txt", "text/plain; charset=utf-8"},
      {"svg", "image/svg+xml"},
      {"png", "image/png"},
      {"wasm", "application/wasm"}};
  const auto type = types.find(path.substr(path.rfind('.') + 1));
  return type == types.end() ? "application/octet-stream" : type->second;
}

// The site that is served now, and the number of the build, for those who wait for the next.
class Served {
 public:
  void replace(FileTree files) {
    const std::lock_guard lock(mutex_);
    files_ = std::move(files);
    ++build_;
    changed_.notify_all();
  }

  void finish() { changed_.notify_all(); }

  bool find(const std::string& path, std::string& bytes) const {
    const std::lock_guard lock(mutex_);
    const auto file = files_.find(path);
    if (file == files_.end()) return false;
    bytes = file->second;
    return true;
  }

  // The number of the build, at once when it differs from `seen`, else after a while.
  int wait_for_other(int seen) {
    std::unique_lock lock(mutex_);
    changed_.wait_for(lock, std::chrono::seconds(1), [&] { return build_ != seen || stopping; });
    return build_;
  }

 private:
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  FileTree files_;
  int build_ = 0;
};

void serve_file(const Served& served, const std::string& base, const httplib::Request& request,
                httplib::Response& response) {
  std::string path = request.path;
  std::string bytes;
  const bool inside = path.rfind(base, 0) == 0;
  path = inside ? path.substr(base.size()) : "";
  if (inside && !path.empty() && path.back() != '/' && served.find(path + "/index.html", bytes)) {
    response.set_redirect(request.path + "/", 301);
    return;
  }
  if (path.empty() || path.back() == '/') path += "index.html";
  if (!inside || !served.find(path, bytes)) {
    response.status = 404;
    path = "404.html";
    served.find(path, bytes);
  }
  const std::size_t end = bytes.rfind("</body>");
  if (path.size() > 5 && path.compare(path.size() - 5, 5, ".html") == 0 && end != std::string::npos)
    bytes.insert(end, std::string("<script src=\"") + script_path + "\"></script>");
  response.set_header("Cache-Control", "no-store");
  response.set_content(bytes, content_type(path));
}

void stream_builds(Served& served, httplib::Response& response) {
  response.set_header("Cache-Control", "no-store");
  auto seen = std::make_shared<int>(-1);
  response.set_chunked_content_provider(
      "text/event-stream", [&served, seen](std::size_t, httplib::DataSink& sink) {
        if (stopping) return false;
        const int build = served.wait_for_other(*seen);
        const std::string event =
            build == *seen ? ": still here\n\n" : "data: " + std::to_string(build) + "\n\n";
        *seen = build;
        return sink.write(event.data(), event.size());
      });
}

int bind_to_free_port(httplib::Server& server, int first) {
  for (int port = first; port < first + ports_tried && port <= 65535; ++port)
    if (server.bind_to_port(host, port)) return port;
  return 0;
}

}  // namespace

int run(const ServerOptions& options, const Rebuild& rebuild) {
  httplib::Server server;
  server.new_task_queue = [] { return new httplib::ThreadPool(event_streams); };
  // A port that another program listens on must not be taken over.
  server.set_socket_options([](socket_t socket) {
    const int yes = 1;
    setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
  });
  const int port = bind_to_free_port(server, options.port);
  if (port == 0) {
    std::cerr << "error: no free port from " << options.port << " on\n";
    return 1;
  }
  const std::string address =
      "http://" + std::string(host) + ":" + std::to_string(port) + options.path;

  Served served;
  Build first = rebuild(address);
  const bool sound = first.sound;
  served.replace(std::move(first.files));
  server.Get(events_path, [&](const httplib::Request&, httplib::Response& response) {
    stream_builds(served, response);
  });
  server.Get(script_path, [](const httplib::Request&, httplib::Response& response) {
    response.set_content(reload_script, content_type(script_path));
  });
  server.Get(".*", [&](const httplib::Request& request, httplib::Response& response) {
    serve_file(served, options.path, request, response);
  });

  std::signal(SIGINT, stop);
  std::signal(SIGTERM, stop);
  std::thread listener([&] { server.listen_after_bind(); });
  std::cout << (sound ? "Serving " : "Waiting for the errors to be fixed at ") << address
            << "  (Ctrl-C ends)" << std::endl;

  Watcher watcher(options.folders);
  while (!stopping) {
    if (!watcher.wait(200)) continue;
    Build next = rebuild(address);
    if (!next.sound) continue;
    served.replace(std::move(next.files));
    std::cout << "Rebuilt." << std::endl;
  }
  served.finish();
  server.stop();
  listener.join();
  return 0;
}

}  // namespace unclench::serve
