#include "render/inlining.h"

#include <filesystem>
#include <utility>

#include "base/encoding.h"

namespace unclench::render {
namespace {

constexpr std::pair<std::string_view, std::string_view> media_types[] = {
    {".avif", "image/avif"},       {".css", "text/css"},       {".gif", "image/gif"},
    {".html", "text/html"},        {".ico", "image/x-icon"},   {".jpeg", "image/jpeg"},
    {".jpg", "image/jpeg"},        {".js", "text/javascript"}, {".json", "application/json"},
    {".mp3", "audio/mpeg"},        {".mp4", "video/mp4"},      {".pdf", "application/pdf"},
    {".png", "image/png"},         {".svg", "image/svg+xml"},  {".txt", "text/plain"},
    {".wasm", "application/wasm"}, {".webm", "video/webm"},    {".webp", "image/webp"},
    {".woff", "font/woff"},        {".woff2", "font/woff2"},   {".xml", "application/xml"},
};

// Signs that may stand in an address and in a quoted attribute as they are.
constexpr std::string_view plain_signs = "-._~!*()/:;=?@$,+";

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos;
       at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
}

// "../fonts/a.woff2" or "/base/fonts/a.woff2" in a file, as a path of the site.
std::string site_path(std::string_view address, std::string_view from, std::string_view base) {
  address = address.substr(0, address.find_first_of("?#"));
  if (address.substr(0, base.size()) == base) return std::string(address.substr(base.size()));
  const auto folder = std::filesystem::path(from).parent_path();
  return (folder / address).lexically_normal().generic_string();
}

std::string_view without_quotes(std::string_view text) {
  const bool quoted = text.size() > 1 && (text.front() == '"' || text.front() == '\'');
  return quoted ? text.substr(1, text.size() - 2) : text;
}

}  // namespace

std::string media_type(std::string_view path) {
  for (const auto& [ending, type] : media_types)
    if (path.size() > ending.size() && path.substr(path.size() - ending.size()) == ending)
      return std::string(type);
  return "application/octet-stream";
}

std::string data_uri(std::string_view path, std::string_view bytes) {
  const std::string type = media_type(path);
  if (type == "image/svg+xml") return "data:" + type + "," + percent_encoded(bytes, plain_signs);
  return "data:" + type + ";base64," + base64(bytes);
}

std::string inlined_style(std::string_view css, std::string_view path, const FileTree& site,
                          std::string_view base) {
  constexpr std::string_view opening = "url(";
  std::string style;
  for (std::size_t at = 0; at < css.size();) {
    const std::size_t url = css.find(opening, at);
    const std::size_t end = url == std::string_view::npos ? url : css.find(')', url);
    if (end == std::string_view::npos) {
      style += css.substr(at);
      break;
    }
    const std::size_t start = url + opening.size();
    const auto file =
        site.find(site_path(without_quotes(css.substr(start, end - start)), path, base));
    style += css.substr(at, start - at);
    style += file == site.end() ? std::string(css.substr(start, end - start))
                                : "\"" + data_uri(file->first, file->second) + "\"";
    at = end;
  }
  replace_all(style, "</", "<\\/");
  return style;
}

std::string inlined_script(std::string_view code) {
  // Such text stands in strings and patterns only, where an escaped sign is the sign.
  std::string script(code);
  replace_all(script, "</script", "<\\/script");
  replace_all(script, "<!--", "<\\!--");
  return script;
}

std::string inlined_json(std::string_view json) {
  std::string text(json);
  replace_all(text, "<", "\\u003c");  // it stands in strings only
  return text;
}

std::string policy_for(const std::string& style, const std::vector<std::string>& scripts,
                       bool runs_core) {
  const auto hash = [](const std::string& text) { return " 'sha256-" + sha256_base64(text) + "'"; };
  std::string html =
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src";
  for (const std::string& script : scripts) html += hash(script);
  html += runs_core ? " 'wasm-unsafe-eval'" : "";
  return html + "; style-src" + hash(style) +
         "; img-src data:; font-src data:; media-src data:; base-uri 'none'; "
         "form-action 'none'\">\n";
}

}  // namespace unclench::render
