#include "render/settings.h"

#include "content/document.h"

namespace unclench::render {

BaseUrl parse_base_url(const std::string& text) {
  const std::string what = "must be an absolute address like https://example.org/path/";
  const bool secure = text.rfind("https://", 0) == 0;
  if (!secure && text.rfind("http://", 0) != 0) return {"", what};
  const std::size_t host = secure ? 8 : 7;
  if (text.size() <= host || text[host] == '/') return {"", what};
  for (char c : text) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (!plain && std::string(":/.-_~%[]").find(c) == std::string::npos)
      return {"", what + "; it may not contain '" + c + "'"};
  }
  if (text.find("//", host) != std::string::npos || text.find("/.") != std::string::npos)
    return {"", what};
  return {text.back() == '/' ? text : text + "/", ""};
}

std::string path_of_url(const std::string& base_url) {
  const std::size_t host = base_url.find("//") + 2;
  return base_url.substr(base_url.find('/', host));
}

Settings read_settings(const FileTree& site, const std::string& root, Diagnostics& diagnostics) {
  const content::Document document = content::yaml_file(site, root, "site.yaml", diagnostics);
  if (document.broken) return {};
  content::Fields fields(*document.file, document.front, "the site's settings", diagnostics);
  Settings settings;
  settings.title = fields.text("title");
  settings.tagline = fields.text("tagline");
  settings.description = fields.text("description");
  settings.language = fields.text("language");
  settings.author = fields.text("author");
  settings.repository = fields.optional_text("repository");
  if (const content::YamlNode* node = fields.require("base_url")) {
    const BaseUrl base = parse_base_url(node->text);
    settings.base_url = base.url;
    if (!base.error.empty()) fields.report(*node, "'base_url' " + base.error);
  }
  fields.finish();
  return settings;
}

}  // namespace unclench::render
