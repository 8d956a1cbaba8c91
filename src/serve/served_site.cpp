#include "serve/served_site.h"

#include <algorithm>
#include <chrono>
#include <nlohmann/json.hpp>

#include "content/markdown.h"
#include "serve/content_type.h"

namespace unclench::serve {
namespace {

using Json = nlohmann::ordered_json;

// A page that is being loaded while the site changes still asks for the assets it names.
constexpr std::size_t most_older_files = 200;

std::string milliseconds_now() {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return std::to_string(std::chrono::duration_cast<std::chrono::milliseconds>(now).count());
}

bool has_hash(const std::string& path) {
  return without_hash(path) != path;
}

// Would a visitor who has the one have to load the other? New stylesheets alone are put into the
// page as it is.
bool same_for_reader(const std::string& path, const Bytes& a, const Bytes& b) {
  return a == b || (is_page(path) && without_style_hashes(a) == without_style_hashes(b));
}

void keep_older(Site& site, const Site& before) {
  site.older = before.older;
  for (const auto& [path, bytes] : before.files)
    if (has_hash(path) && !site.files.contains(path)) site.older.insert_or_assign(path, bytes);
  for (const auto& [path, bytes] : site.files) site.older.erase(path);
  if (site.older.size() > most_older_files) site.older.clear();
}

std::size_t compare(Site& site, const Site& before, int build, std::time_t now) {
  std::size_t different = 0;
  site.changed = before.changed;
  for (const auto& [path, bytes] : site.files) {
    const auto old = before.files.find(path);
    const bool known = old != before.files.end();
    const bool same = known && old->second == bytes;
    if (!known || !same_for_reader(path, old->second, bytes)) site.changed[path] = build;
    site.modified[path] = same ? before.modified.at(path) : now;
    if (!same) ++different;
  }
  for (const auto& [path, bytes] : before.files) {
    if (site.files.contains(path)) continue;
    site.changed[path] = build;
    ++different;
  }
  return different;
}

// Pages take a build without errors for a sound one, so that a broken one has to have some.
std::string some_problems(std::string problems) {
  const Json list = Json::parse(problems, nullptr, false);
  if (list.is_array() && !list.empty()) return problems;
  return R"([{"path":"","message":"the site could not be built; see the terminal"}])";
}

// A new hash is found by the page that names it, or is a stylesheet's.
Json changes(const Site& site) {
  Json list = Json::object();
  for (const auto& [path, build] : site.changed)
    if (!has_hash(path)) list[path] = build;
  return list;
}

// Those whose address tells their content.
Json styles(const Site& site, const std::string& base) {
  Json list = Json::array();
  for (const auto& [path, bytes] : site.files)
    if (is_stylesheet(path) && has_hash(path)) list.push_back(base + path);
  return list;
}

}  // namespace

ServedSite::ServedSite(std::string base) : base_(std::move(base)), run_(milliseconds_now()) {}

std::size_t ServedSite::publish(Build build) {
  State next = state();
  std::size_t different = 0;
  ++next.build;
  next.problems = build.sound ? "[]" : some_problems(std::move(build.problems));
  if (build.sound) {
    const auto site = std::make_shared<Site>();
    site->files = std::move(build.files);
    const std::time_t now = std::time(nullptr);
    if (next.site) {
      different = compare(*site, *next.site, next.build, now);
      keep_older(*site, *next.site);
    } else {
      for (const auto& [path, bytes] : site->files) site->modified[path] = now;
      different = site->files.size();
    }
    next.site = site;
  }
  next.event = describe(next);
  const std::lock_guard lock(mutex_);
  state_ = std::move(next);
  changed_.notify_all();
  return different;
}

State ServedSite::state() const {
  const std::lock_guard lock(mutex_);
  return state_;
}

bool ServedSite::wait_for_other(int seen, State& state) {
  std::unique_lock lock(mutex_);
  changed_.wait_for(lock, std::chrono::seconds(1),
                    [&] { return state_.build != seen || finished_; });
  state = state_;
  return !finished_;
}

void ServedSite::finish() {
  const std::lock_guard lock(mutex_);
  finished_ = true;
  changed_.notify_all();
}

std::string ServedSite::describe(const State& state) const {
  const Json event = {
      {"run", run_},
      {"build", state.build},
      {"problems", Json::parse(state.problems, nullptr, false)},
      {"changed", state.site ? changes(*state.site) : Json::object()},
      {"styles", state.site ? styles(*state.site, base_) : Json::array()},
  };
  return event.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string ServedSite::script_element(const State& state, const std::string& file) const {
  using content::escape_html;
  return "<script src=\"/_unclench/reload.js\" data-run=\"" + run_ + "\" data-build=\"" +
         std::to_string(state.build) + "\" data-base=\"" + escape_html(base_) + "\" data-file=\"" +
         escape_html(file) + "\"></script>";
}

}  // namespace unclench::serve
