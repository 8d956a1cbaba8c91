#include "serve/http.h"

#include <sys/socket.h>

#include <algorithm>
#include <cctype>

#include "base/encoding.h"
#include "serve/answer.h"
#include "serve/connections.h"
#include "serve/content_type.h"
#include "serve/own_pages.h"
#include "serve/site_path.h"

namespace unclench::serve {
namespace {

constexpr const char* host = "127.0.0.1";
constexpr int ports_tried = 20;
constexpr int waiting_connections = 128;
constexpr int requests_per_connection = 1000;
constexpr std::size_t largest_request_body = 1 << 20;

constexpr const char* events_path = "/_unclench/events";
constexpr const char* script_path = "/_unclench/reload.js";
constexpr const char* html_type = "text/html; charset=utf-8";
constexpr const char* text_type = "text/plain; charset=utf-8";

Asked asked_of(const httplib::Request& request) {
  const auto field = [&](const char* name) { return request.get_header_value(name); };
  Asked asked{field("Accept-Encoding"), field("If-None-Match"), field("If-Modified-Since"),
              field("Range"), field("If-Range")};
  if (request.method != "GET") asked.range.clear();
  return asked;
}

// The body goes out through a provider of unknown length: the library would compress and cut any
// other by rules of its own.
void send(Answer answer, httplib::Response& response) {
  response.status = answer.status;
  const std::string& body = answer.body;
  std::string type;
  for (auto& [name, value] : answer.headers) {
    if (name == "Content-Type")
      type = value;
    else
      response.set_header(name, value);
  }
  if (!body.empty()) {
    response.set_content_provider(
        type, [kept = std::move(answer.body)](std::size_t, httplib::DataSink& sink) {
          const std::string& bytes = kept;
          const bool sent = sink.write(bytes.data(), bytes.size());
          sink.done();
          return sent;
        });
  } else if (!type.empty()) {
    response.set_header("Content-Type", type);
  }
}

void send_text(int status, const std::string& text, const char* type, httplib::Response& response) {
  send({status,
        {{"Content-Type", type},
         {"Cache-Control", "no-store"},
         {"Content-Length", std::to_string(text.size())}},
        Body(text)},
       response);
}

void refuse_method(const httplib::Request&, httplib::Response& response) {
  response.set_header("Allow", "GET, HEAD");
  send_text(405, "Only GET and HEAD are answered here.\n", text_type, response);
}

// As it was sent, so that nothing has to be encoded anew. GitHub Pages names the host as well.
void redirect_to_folder(const httplib::Request& request, bool like_pages,
                        httplib::Response& response) {
  const std::size_t query = std::min(request.target.find('?'), request.target.size());
  Answer answer = like_pages ? moved_like_pages() : moved_fresh();
  const std::string origin = like_pages ? "http://" + request.get_header_value("Host") : "";
  answer.headers.emplace_back(
      "Location", origin + request.target.substr(0, query) + "/" + request.target.substr(query));
  send(std::move(answer), response);
}

// A page, as far as its address tells.
bool asks_for_page(const std::string& path) {
  const std::string last = path.substr(path.rfind('/') + 1);
  return last.find('.') == last.npos || is_page(last);
}

Body with_script(const std::string& page, const std::string& script) {
  std::string changed = page;
  return Body(changed.insert(std::min(page.rfind("</body>"), page.size()), script));
}

}  // namespace

bool is_own_host(const std::string& field) {
  std::string name = field;
  const std::size_t colon = name.rfind(':');
  const bool has_port =
      colon != name.npos && name.find_first_not_of("0123456789", colon + 1) == name.npos;
  if (has_port && (name[0] != '[' || name[colon - 1] == ']')) name.resize(colon);
  std::transform(name.begin(), name.end(), name.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return name == "localhost" || name == host || name == "[::1]";
}

Http::Http(const ServerOptions& options)
    : options_(options),
      base_(percent_decoded(options.path)),
      reloads_(!options.like_pages && !options.reload_script.empty()),
      site_(options.path) {}

int Http::bind() {
  // A port that another program listens on must not be taken over.
  server_.set_socket_options([this](socket_t socket) {
    const int yes = 1;
    setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    socket_ = socket;
  });
  for (int port = options_.port; port < options_.port + ports_tried && port <= 65535; ++port)
    if (server_.bind_to_port(host, port)) return port;
  return 0;
}

void Http::start() {
  // The library lets five wait, which a few pages that reload at once exceed.
  listen(socket_, waiting_connections);
  server_.set_tcp_nodelay(true);
  server_.set_keep_alive_max_count(requests_per_connection);
  server_.set_payload_max_length(largest_request_body);
  server_.new_task_queue = [self = weak_from_this()] { return new Connections(self.lock()); };
  add_routes();
  listener_ = std::thread([this] { server_.listen_after_bind(); });
  // The library forgets to stop what has not begun.
  while (!server_.is_running()) std::this_thread::yield();
}

void Http::stop() {
  site_.finish();
  server_.stop();
  if (listener_.joinable()) listener_.join();
}

void Http::add_routes() {
  using Handled = httplib::Server::HandlerResponse;
  server_.set_pre_routing_handler([this](const Request& request, Response& response) {
    return refuse(request, response) ? Handled::Handled : Handled::Unhandled;
  });
  server_.Get(".*",
              [this](const Request& request, Response& response) { answer(request, response); });
  server_.Post(".*", refuse_method);
  server_.Put(".*", refuse_method);
  server_.Patch(".*", refuse_method);
  server_.Delete(".*", refuse_method);
  server_.Options(".*", refuse_method);
}

bool Http::refuse(const Request& request, Response& response) const {
  if (!is_own_host(request.get_header_value("Host"))) {
    send_text(403,
              "Refused: this server answers only to localhost and 127.0.0.1, so that no other site "
              "can read it.\n",
              text_type, response);
    return true;
  }
  if (request.method != "TRACE" && request.method != "CONNECT" && request.method != "PRI")
    return false;
  refuse_method(request, response);
  return true;
}

void Http::answer(const Request& request, Response& response) {
  if (reloads_ && request.path == events_path) return stream_events(response);
  if (reloads_ && request.path == script_path)
    return send_text(200, options_.reload_script, content_type(script_path).c_str(), response);
  const State state = site_.state();
  if (!state.site) return answer_before_first_site(request, response, state);
  answer_file(request, response, state);
}

void Http::answer_before_first_site(const Request& request, Response& response,
                                    const State& state) const {
  const std::string script = reloads_ ? site_.script_element(state, "") : "";
  const bool shown = asks_for_page(request.path) && !options_.like_pages;
  send_text(shown ? 200 : 503, errors_page(state.problems, script), html_type, response);
}

void Http::answer_file(const Request& request, Response& response, const State& state) const {
  const Site& site = *state.site;
  const Asked asked = asked_of(request);
  Found found = find_file(site.files, base_, request.path);
  if (found.kind == Found::Kind::folder)
    return redirect_to_folder(request, options_.like_pages, response);
  if (found.kind == Found::Kind::outside)
    return send_text(404, outside_page(options_.path), html_type, response);
  const bool missing = found.kind == Found::Kind::missing;
  if (missing && !options_.like_pages) {
    const auto older = site.older.find(request.path.substr(base_.size()));
    if (older != site.older.end())
      return send(answer_fresh({older->first, older->second, 0}, asked), response);
  }
  if (missing) found.path = "404.html";
  const auto entry = site.files.find(found.path);
  if (entry == site.files.end())
    return send_text(404, not_found_page(options_.path), html_type, response);
  File file{found.path, entry->second, site.modified.at(found.path)};
  if (options_.like_pages)
    return send(missing ? not_found_like_pages(file, asked) : answer_like_pages(file, asked),
                response);
  if (reloads_ && is_page(file.path))
    file.bytes = with_script(file.bytes, site_.script_element(state, file.path));
  Answer answer = answer_fresh(file, missing ? Asked{} : asked);
  if (missing) answer.status = 404;
  send(std::move(answer), response);
}

// Says something every second: that a page has gone is found out only by writing to it.
void Http::stream_events(Response& response) {
  response.set_header("Cache-Control", "no-store");
  response.set_chunked_content_provider(
      "text/event-stream",
      [this, seen = std::make_shared<int>(-1)](std::size_t, httplib::DataSink& sink) {
        State state;
        if (!site_.wait_for_other(*seen, state)) return false;
        std::string event = ":\n\n";
        if (state.build != *seen)
          event = (*seen == -1 ? "retry: 500\n" : "") + ("data: " + state.event) + "\n\n";
        *seen = state.build;
        return sink.write(event.data(), event.size());
      });
}

}  // namespace unclench::serve
