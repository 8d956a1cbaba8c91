#include "serve/content_type.h"

#include <algorithm>
#include <string_view>

namespace unclench::serve {
namespace {

struct Type {
  std::string_view extension, name;
};

constexpr Type types[] = {
    {"html", "text/html; charset=utf-8"},
    {"htm", "text/html; charset=utf-8"},
    {"css", "text/css; charset=utf-8"},
    {"js", "application/javascript; charset=utf-8"},
    {"mjs", "application/javascript; charset=utf-8"},
    {"json", "application/json; charset=utf-8"},
    {"map", "application/json; charset=utf-8"},
    {"webmanifest", "application/manifest+json"},
    {"xml", "application/xml"},
    {"txt", "text/plain; charset=utf-8"},
    {"md", "text/markdown; charset=utf-8"},
    {"csv", "text/csv; charset=utf-8"},
    {"ics", "text/calendar; charset=utf-8"},
    {"svg", "image/svg+xml"},
    {"png", "image/png"},
    {"jpg", "image/jpeg"},
    {"jpeg", "image/jpeg"},
    {"gif", "image/gif"},
    {"webp", "image/webp"},
    {"avif", "image/avif"},
    {"ico", "image/vnd.microsoft.icon"},
    {"woff", "font/woff"},
    {"woff2", "font/woff2"},
    {"ttf", "font/ttf"},
    {"otf", "font/otf"},
    {"mp3", "audio/mpeg"},
    {"mp4", "video/mp4"},
    {"webm", "video/webm"},
    {"pdf", "application/pdf"},
    {"zip", "application/zip"},
    {"wasm", "application/wasm"},
};

constexpr std::string_view compressed[] = {
    "application/javascript", "application/json", "application/manifest+json",
    "application/wasm",       "application/xml",  "image/svg+xml",
};

// A shorter run of digits may well be a year or a number in a name.
constexpr std::size_t shortest_hash = 8;

bool is_hash_digit(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
}

// Where the hash that ends at `end` begins, with its hyphen or dot; `end` when there is none.
std::size_t start_of_hash(std::string_view text, std::size_t end) {
  std::size_t start = end;
  while (start > 0 && is_hash_digit(text[start - 1])) --start;
  const bool long_enough = end - start >= shortest_hash;
  if (!long_enough || start == 0 || (text[start - 1] != '-' && text[start - 1] != '.')) return end;
  return start - 1;
}

std::string_view extension_of(std::string_view path) {
  const std::size_t dot = path.rfind('.');
  const std::size_t slash = path.rfind('/');
  if (dot == path.npos || (slash != path.npos && dot < slash)) return "";
  return path.substr(dot + 1);
}

}  // namespace

std::string content_type(const std::string& path) {
  const std::string_view extension = extension_of(path);
  for (const Type& type : types)
    if (type.extension == extension) return std::string(type.name);
  return "application/octet-stream";
}

bool is_compressible(const std::string& type) {
  const std::string_view name = std::string_view(type).substr(0, type.find(';'));
  return name.starts_with("text/") ||
         std::find(std::begin(compressed), std::end(compressed), name) != std::end(compressed);
}

bool is_page(const std::string& path) {
  return extension_of(path) == "html";
}

bool is_stylesheet(const std::string& path) {
  return extension_of(path) == "css";
}

std::string without_hash(const std::string& path) {
  const std::string_view extension = extension_of(path);
  if (extension.empty()) return path;
  const std::size_t dot = path.size() - extension.size() - 1;
  return path.substr(0, start_of_hash(path, dot)) + path.substr(dot);
}

std::string without_style_hashes(const std::string& html) {
  const std::string_view extension = ".css";
  std::string kept;
  std::size_t done = 0;
  for (std::size_t at = html.find(extension); at != html.npos; at = html.find(extension, at + 1)) {
    const std::size_t hash = start_of_hash(html, at);
    if (hash < done) continue;
    kept.append(html, done, hash - done);
    done = at;
  }
  return kept.append(html, done);
}

}  // namespace unclench::serve
