// The site over HTTP, on this machine only.
#pragma once

#include <httplib.h>

#include <memory>
#include <string>
#include <thread>

#include "serve/served_site.h"
#include "serve/server.h"

namespace unclench::serve {

class Http : public std::enable_shared_from_this<Http> {
 public:
  explicit Http(const ServerOptions& options);

  // Takes the first free port from the one that is wished for on. 0 when there is none.
  int bind();

  // Answers in threads of its own, until `stop`.
  void start();
  void stop();

  ServedSite& site() { return site_; }

 private:
  using Request = httplib::Request;
  using Response = httplib::Response;

  bool refuse(const Request& request, Response& response) const;
  void answer(const Request& request, Response& response);
  void answer_file(const Request& request, Response& response, const State& state) const;
  void answer_before_first_site(const Request& request, Response& response,
                                const State& state) const;
  void stream_events(Response& response);
  void add_routes();

  const ServerOptions options_;
  const std::string base_;  // the path of the site, decoded
  const bool reloads_;
  ServedSite site_;
  httplib::Server server_;
  int socket_ = -1;
  std::thread listener_;
};

// True for the names of this machine, with or without a port. A page of another name that was made
// to lead here must not read the site.
bool is_own_host(const std::string& host);

}  // namespace unclench::serve
