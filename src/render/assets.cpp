#include "render/assets.h"

#include <algorithm>

#include "base/hash.h"

namespace unclench::render {
namespace {

void add_hashed(Assets& assets, const std::string& name, const std::string& bytes,
                const std::string& base) {
  const std::size_t dot = name.rfind('.');
  const std::string path =
      "assets/" + name.substr(0, dot) + "-" + content_hash(bytes) + name.substr(dot);
  std::string key = name;
  std::replace_if(
      key.begin(), key.end(), [](char c) { return c == '.' || c == '-'; }, '_');
  assets.files[path] = bytes;
  assets.names[key] = base + path;
}

}  // namespace

Assets gather_assets(const FileTree& site, const FileTree& web, const std::string& web_root,
                     const std::string& base, Diagnostics& diagnostics) {
  Assets assets;
  assets.names = Json::object();
  const std::string theme = "theme/", copied = "static/";
  for (const auto& [path, bytes] : site) {
    if (path.rfind(theme, 0) == 0 && path.find('.') != std::string::npos)
      add_hashed(assets, path.substr(theme.size()), bytes, base);
    if (path.rfind(copied, 0) == 0) assets.files[path.substr(copied.size())] = bytes;
  }
  for (const char* name : {"site.js", "builder.js", "core.wasm", "sw.js"}) {
    const auto file = web.find(name);
    if (file == web.end())
      diagnostics.add(web_root + "/" + name, "this file has not been built", "run ./dev build");
    else if (file->first == "sw.js")
      assets.worker = file->second;
    else
      add_hashed(assets, file->first, file->second, base);
  }
  return assets;
}

}  // namespace unclench::render
