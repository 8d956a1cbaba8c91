#include "render/assets.h"

#include <algorithm>

#include "base/encoding.h"
#include "base/hash.h"
#include "base/image_size.h"
#include "render/template.h"
#include "render/theme_styles.h"

namespace unclench::render {
namespace {

constexpr const char* theme = "theme/";
constexpr const char* copied = "static/";
constexpr const char* images = "images/";

bool begins(const std::string& text, const std::string& start) {
  return text.compare(0, start.size(), start) == 0;
}

std::string hashed_name(const std::string& name, std::string_view bytes) {
  const std::size_t dot = std::min(name.rfind('.'), name.size());
  return name.substr(0, dot) + "-" + content_hash(bytes) + name.substr(dot);
}

// "theme_css" for "theme.css", by which templates name it.
std::string key_of(std::string name) {
  std::replace_if(
      name.begin(), name.end(), [](char c) { return c == '.' || c == '-' || c == '/'; }, '_');
  return name;
}

class Gatherer {
 public:
  Gatherer(const AssetFolders& folders, const std::string& base, Diagnostics& diagnostics)
      : folders_(folders), base_(base), diagnostics_(diagnostics) {}

  Assets run() {
    add_theme();
    for (const auto& [path, bytes] : folders_.site)
      if (begins(path, copied)) add_static(path.substr(std::string(copied).size()), bytes);
    for (const auto& [path, bytes] : folders_.content)
      if (begins(path, images)) add_image(path, bytes);
    for (const char* name : {"site.js", "builder.js", "core.wasm", "sw.js"}) add_built(name);
    // Only the pages whose templates name them need these. Where nothing has been built, templates
    // are not wrong, too.
    for (const char* name : {"library.js", "search.js", "record.wasm", "core-worker.js",
                             "session.js", "plans.js", "progress.js"})
      if (folders_.web.count(name) > 0)
        add_built(name);
      else if (!is_all_built_)
        assets_.urls[key_of(name)] = unknown_mark;
    for (const auto& [key, url] : assets_.urls) assets_.hash = combine(assets_.hash, hash_of(url));
    return std::move(assets_);
  }

 private:
  // Adds the file under a name with its hash; returns that name.
  std::string add_hashed(const std::string& name, const Bytes& bytes) {
    const std::string path = "assets/" + hashed_name(name, bytes);
    assets_.files[path] = bytes;
    assets_.urls[key_of(name)] = base_ + address_of_path(path);
    return hashed_name(name, bytes);
  }

  // Stylesheets come last, because they name the other files of the theme.
  void add_theme() {
    std::map<std::string, std::string> renamed;
    FileTree stylesheets;
    for (const auto& [path, bytes] : folders_.site) {
      if (begins(path, copied))
        renamed["../" + path] = "../" + path.substr(std::string(copied).size());
      if (!begins(path, theme)) continue;
      const std::string name = path.substr(std::string(theme).size());
      if (has_ending(name, ".css"))
        stylesheets[name] = bytes;
      else
        renamed[name] = add_hashed(name, bytes);
    }
    for (auto& [name, css] :
         theme_styles(stylesheets, renamed, folders_.site_root + "/theme", diagnostics_))
      add_hashed(name, Bytes(css));
  }

  void add_static(const std::string& path, const Bytes& bytes) {
    assets_.files[path] = bytes;
    if (!is_image_name(path)) return;
    const auto size = image_size(path, bytes);
    if (!size)
      diagnostics_.add(Problem::bad_image, folders_.site_root + "/" + copied + path,
                       "this file is not the picture that its name says",
                       "save it again, with the ending of its format");
    assets_.images["/" + path] = {base_ + address_of_path(path), size ? size->width : 0,
                                  size ? size->height : 0};
  }

  void add_image(const std::string& path, const Bytes& bytes) {
    const std::string full = folders_.content_root + "/" + path;
    const auto size = image_size(path, bytes);
    const bool is_nameable = path.find_first_of("#?%\\\"&<>") == std::string::npos;
    if (!is_nameable)
      diagnostics_.add(Problem::bad_name, full, "the name of this picture cannot be an address",
                       "use letters, digits, dots and hyphens");
    else if (!is_image_name(path))
      diagnostics_.add(Problem::bad_image, full, "this is no picture that a page can show",
                       "use PNG, JPEG, GIF, WebP, AVIF or SVG");
    else if (!size)
      diagnostics_.add(Problem::bad_image, full, "this file is not the picture that its name says",
                       "save it again, with the ending of its format");
    else if (size->width == 0)
      diagnostics_.add(Problem::bad_image, full, "this picture does not say how large it is",
                       "give its <svg> a viewBox, or a width and a height in px or cm");
    // A text that shows what was reported is not wrong, too.
    const std::string name = add_hashed(path.substr(std::string(images).size()), bytes);
    assets_.images[full] = {is_nameable ? base_ + address_of_path("assets/" + name) : "",
                            size ? size->width : 0, size ? size->height : 0};
  }

  void add_built(const std::string& name) {
    const auto file = folders_.web.find(name);
    if (file == folders_.web.end()) {
      diagnostics_.add(Problem::not_built, folders_.web_root + "/" + name,
                       "this file has not been built", "run ./dev build");
      is_all_built_ = false;
      assets_.urls[key_of(name)] = unknown_mark;
    } else if (name == "sw.js") {
      assets_.worker = file->second;
    } else {
      add_hashed(name, file->second);
    }
  }

  const AssetFolders& folders_;
  const std::string& base_;
  Diagnostics& diagnostics_;
  Assets assets_;
  bool is_all_built_ = true;  // that every edition needs
};

}  // namespace

Assets gather_assets(const AssetFolders& folders, const std::string& base,
                     Diagnostics& diagnostics) {
  return Gatherer(folders, base, diagnostics).run();
}

}  // namespace unclench::render
