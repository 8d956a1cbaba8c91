#include "serve/answer.h"

#include <zlib.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <sstream>
#include <stdexcept>

#include "base/hash.h"
#include "serve/content_type.h"

namespace unclench::serve {
namespace {

constexpr int seconds_kept = 600;

std::vector<std::string> list_items(const std::string& list) {
  std::vector<std::string> items;
  std::istringstream stream(list);
  for (std::string item; std::getline(stream, item, ',');) {
    item.erase(std::remove_if(item.begin(), item.end(), [](char c) { return c == ' '; }),
               item.end());
    items.push_back(item);
  }
  return items;
}

std::string strong(const std::string& tag) {
  return tag.starts_with("W/") ? tag.substr(2) : tag;
}

std::optional<std::time_t> parse_http_date(const std::string& text) {
  std::tm parts{};
  const char* end = strptime(text.c_str(), "%a, %d %b %Y %H:%M:%S GMT", &parts);
  if (end == nullptr || *end != '\0') return std::nullopt;
  return timegm(&parts);
}

bool is_known(const Asked& asked, const std::string& tag, std::time_t modified) {
  if (!asked.if_none_match.empty()) {
    for (const std::string& item : list_items(asked.if_none_match))
      if (item == "*" || strong(item) == tag) return true;
    return false;
  }
  const auto since = parse_http_date(asked.if_modified_since);
  return since && *since >= modified;
}

struct Part {
  std::size_t first = 0, size = 0;  // a size of 0 says that nothing there can be sent
};

std::optional<std::size_t> parse_number(std::string_view text) {
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

// Nothing for what is not one range of bytes: then the whole is sent, as HTTP allows.
std::optional<Part> parse_range(const std::string& range, std::size_t size) {
  const std::string_view unit = "bytes=";
  if (!range.starts_with(unit) || range.find(',') != range.npos) return std::nullopt;
  const std::string_view text = std::string_view(range).substr(unit.size());
  const std::size_t hyphen = text.find('-');
  if (hyphen == text.npos) return std::nullopt;
  const auto first = parse_number(text.substr(0, hyphen));
  const auto last = parse_number(text.substr(hyphen + 1));
  const bool has_last = hyphen + 1 < text.size();
  if (hyphen == 0) {
    if (!last) return std::nullopt;
    const std::size_t count = std::min(*last, size);
    return Part{size - count, count};
  }
  if (!first || (has_last && (!last || *last < *first))) return std::nullopt;
  if (*first >= size) return Part{};
  const std::size_t end = has_last ? std::min(*last, size - 1) + 1 : size;
  return Part{*first, end - *first};
}

void set_length(Answer& answer) {
  const std::string& body = answer.body;
  answer.headers.emplace_back("Content-Length", std::to_string(body.size()));
}

void take_part(Answer& answer, const std::string& whole, const Part& part) {
  const std::string size = std::to_string(whole.size());
  if (part.size == 0) {
    answer.status = 416;
    answer.headers.emplace_back("Content-Range", "bytes */" + size);
    answer.body = Body(std::string());
    return;
  }
  answer.status = 206;
  answer.headers.emplace_back("Content-Range", "bytes " + std::to_string(part.first) + "-" +
                                                   std::to_string(part.first + part.size - 1) +
                                                   "/" + size);
  answer.body = Body(whole.substr(part.first, part.size));
}

// The entity tag of the bytes as they are. What is compressed for this one answer carries it as a
// weak one, as nginx does.
std::string entity_tag(const std::string& bytes) {
  return '"' + content_hash(bytes) + '"';
}

bool compress(Answer& answer, const std::string& bytes, const std::string& type,
              const Asked& asked) {
  if (bytes.empty() || !is_compressible(type) || !accepts_gzip(asked.accept_encoding)) return false;
  answer.headers.emplace_back("Content-Encoding", "gzip");
  answer.body = Body(gzip(bytes));
  return true;
}

}  // namespace

Answer answer_fresh(const File& file, const Asked& asked) {
  const std::string& bytes = file.bytes;
  Answer answer{200,
                {{"Content-Type", content_type(file.path)},
                 {"Cache-Control", "no-store"},
                 {"Accept-Ranges", "bytes"}},
                file.bytes};
  const auto part = parse_range(asked.range, bytes.size());
  if (part) take_part(answer, bytes, *part);
  set_length(answer);
  return answer;
}

Answer answer_like_pages(const File& file, const Asked& asked) {
  const std::string& bytes = file.bytes;
  const std::string type = content_type(file.path);
  const std::string tag = entity_tag(bytes);
  const std::time_t now = std::time(nullptr);
  Answer answer{200,
                {{"Last-Modified", http_date(file.modified)},
                 {"Access-Control-Allow-Origin", "*"},
                 {"Expires", http_date(now + seconds_kept)},
                 {"Cache-Control", "max-age=" + std::to_string(seconds_kept)},
                 {"Date", http_date(now)},
                 {"Vary", "Accept-Encoding"}},
                file.bytes};
  if (is_known(asked, tag, file.modified)) {
    const bool compressed = is_compressible(type) && accepts_gzip(asked.accept_encoding);
    answer.status = 304;
    answer.headers.emplace_back("ETag", (compressed ? "W/" : "") + tag);
    // The length of what is not sent. Without it the library would say that there is nothing.
    const std::size_t length = compressed ? gzip(bytes).size() : bytes.size();
    answer.headers.emplace_back("Content-Length", std::to_string(length));
    answer.body = Body(std::string());
    return answer;
  }
  answer.headers.emplace_back("Content-Type", type);
  answer.headers.emplace_back("Accept-Ranges", "bytes");
  const bool same =
      asked.if_range.empty() || asked.if_range == tag || asked.if_range == http_date(file.modified);
  const auto part = same ? parse_range(asked.range, bytes.size()) : std::nullopt;
  bool compressed = false;
  if (part)
    take_part(answer, bytes, *part);
  else
    compressed = compress(answer, bytes, type, asked);
  answer.headers.emplace_back("ETag", (compressed ? "W/" : "") + tag);
  set_length(answer);
  return answer;
}

// Without a time to keep it and without a date: nginx adds these to successes only.
Answer not_found_like_pages(const File& file, const Asked& asked) {
  const std::string& bytes = file.bytes;
  const std::string type = content_type(file.path);
  Answer answer{404,
                {{"Content-Type", type},
                 {"Access-Control-Allow-Origin", "*"},
                 {"Date", http_date(std::time(nullptr))},
                 {"Vary", "Accept-Encoding"}},
                file.bytes};
  const bool compressed = compress(answer, bytes, type, asked);
  answer.headers.emplace_back("ETag", (compressed ? "W/" : "") + entity_tag(bytes));
  set_length(answer);
  return answer;
}

Answer moved_fresh() {
  return {301, {{"Cache-Control", "no-store"}, {"Content-Length", "0"}}, Body(std::string())};
}

// The page is nginx's own.
Answer moved_like_pages() {
  const std::time_t now = std::time(nullptr);
  Answer answer{301,
                {{"Content-Type", "text/html"},
                 {"Access-Control-Allow-Origin", "*"},
                 {"Expires", http_date(now + seconds_kept)},
                 {"Cache-Control", "max-age=" + std::to_string(seconds_kept)},
                 {"Date", http_date(now)},
                 {"Vary", "Accept-Encoding"}},
                Body("<html>\r\n<head><title>301 Moved Permanently</title></head>\r\n<body>\r\n"
                     "<center><h1>301 Moved Permanently</h1></center>\r\n"
                     "<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n")};
  set_length(answer);
  return answer;
}

std::string http_date(std::time_t time) {
  std::tm parts{};
  gmtime_r(&time, &parts);
  char text[64];
  return {text, std::strftime(text, sizeof text, "%a, %d %b %Y %H:%M:%S GMT", &parts)};
}

bool accepts_gzip(const std::string& accept_encoding) {
  for (const std::string& item : list_items(accept_encoding)) {
    const std::string name = item.substr(0, item.find(';'));
    if (name != "gzip" && name != "*") continue;
    const std::size_t quality = item.find(";q=");
    return quality == item.npos || item.find_first_not_of("0.", quality + 3) != item.npos;
  }
  return false;
}

std::string gzip(const std::string& bytes) {
  constexpr int window_with_gzip_header = 15 + 16;
  constexpr int memory = 8;
  z_stream stream{};
  if (deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, window_with_gzip_header, memory,
                   Z_DEFAULT_STRATEGY) != Z_OK)
    throw std::runtime_error("cannot compress: no memory");
  std::string compressed(deflateBound(&stream, static_cast<uLong>(bytes.size())), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(compressed.data());
  stream.avail_out = static_cast<uInt>(compressed.size());
  deflate(&stream, Z_FINISH);
  compressed.resize(stream.total_out);
  deflateEnd(&stream);
  return compressed;
}

}  // namespace unclench::serve
