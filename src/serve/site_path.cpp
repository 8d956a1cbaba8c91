#include "serve/site_path.h"

namespace unclench::serve {
namespace {

bool is_folder(const FileTree& files, const std::string& path) {
  const std::string prefix = path + "/";
  const auto inside = files.lower_bound(prefix);
  return inside != files.end() && inside->first.starts_with(prefix);
}

}  // namespace

Found find_file(const FileTree& files, const std::string& base, const std::string& address) {
  if (address + "/" == base) return {Found::Kind::folder, ""};
  if (!address.starts_with(base)) return {Found::Kind::outside, ""};
  const std::string path = address.substr(base.size());
  if (path.empty() || path.back() == '/') {
    const std::string index = path + "index.html";
    if (files.contains(index)) return {Found::Kind::file, index};
    return {Found::Kind::missing, ""};
  }
  for (const std::string& candidate : {path, path + ".html"})
    if (files.contains(candidate)) return {Found::Kind::file, candidate};
  if (is_folder(files, path)) return {Found::Kind::folder, ""};
  return {Found::Kind::missing, ""};
}

}  // namespace unclench::serve
