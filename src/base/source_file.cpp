#include "base/source_file.h"

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace unclench {
namespace {

bool is_continuation(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

// Whether eight bytes are all ASCII and none is a NUL.
bool is_plain_ascii(const char* bytes) {
  std::uint64_t word;
  std::memcpy(&word, bytes, sizeof word);
  constexpr std::uint64_t high = 0x8080808080808080ULL, ones = 0x0101010101010101ULL;
  return ((word | (word - ones)) & high) == 0;
}

// The length of the valid sequence at the offset, or 0.
std::size_t sequence_length(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = byte(at);
  if (lead == 0) return 0;
  if (lead < 0x80) return 1;
  const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || at + length > text.size()) return 0;
  for (std::size_t i = 1; i < length; ++i)
    if (!is_continuation(text[at + i])) return 0;
  const unsigned char next = byte(at + 1);
  const bool overlong = (lead == 0xE0 && next < 0xA0) || (lead == 0xF0 && next < 0x90);
  const bool surrogate = lead == 0xED && next > 0x9F;
  const bool too_large = lead == 0xF4 && next > 0x8F;
  return overlong || surrogate || too_large ? 0 : length;
}

}  // namespace

std::string_view line_of(std::string_view text, int line) {
  for (int current = 1; current < line; ++current) {
    const std::size_t end = text.find('\n');
    if (end == std::string_view::npos) return {};
    text.remove_prefix(end + 1);
  }
  return text.substr(0, text.find('\n'));
}

int count_characters(std::string_view text) {
  return static_cast<int>(
      std::count_if(text.begin(), text.end(), [](char c) { return !is_continuation(c); }));
}

Span span_at(std::string_view text, std::size_t offset, std::size_t bytes) {
  offset = std::min(offset, text.size());
  const std::string_view before = text.substr(0, offset);
  const std::size_t line_start = before.rfind('\n') + 1;  // npos + 1 is 0
  Span span;
  span.line = static_cast<int>(std::count(before.begin(), before.end(), '\n')) + 1;
  span.column = count_characters(before.substr(line_start)) + 1;
  span.length = std::max(1, count_characters(text.substr(offset, bytes)));
  return span;
}

Span PlaceFinder::at(std::size_t offset, std::size_t bytes) {
  offset = std::min(offset, text_.size());
  if (offset < offset_) *this = PlaceFinder(text_);
  while (line_end_ < offset) {
    offset_ = line_end_ + 1;
    line_end_ = text_.find('\n', offset_);
    ++line_;
    column_ = 1;
  }
  column_ += count_characters(text_.substr(offset_, offset - offset_));
  offset_ = offset;
  return {line_, column_, std::max(1, count_characters(text_.substr(offset, bytes)))};
}

std::size_t find_invalid_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    while (at + 8 <= text.size() && is_plain_ascii(text.data() + at)) at += 8;
    if (at >= text.size()) break;
    const std::size_t length = sequence_length(text, at);
    if (length == 0) return at;
    at += length;
  }
  return std::string_view::npos;
}

namespace {

// It may begin a control character. Without branches, so that many bytes are looked at in one step.
unsigned char is_suspect(char c) {
  const auto byte = static_cast<unsigned char>(c);
  const bool is_low = (byte < 0x20) & (byte != '\t') & (byte != '\n');
  return is_low | (byte == 0x7F) | (byte == 0xC2) | (byte == 0xEF);
}

}  // namespace

std::size_t find_control(std::string_view text, std::size_t from) {
  unsigned char any = 0;
  for (const char c : text.substr(from)) any |= is_suspect(c);
  if (!any) return std::string_view::npos;  // as in nearly all texts
  for (std::size_t at = from; at < text.size(); ++at) {
    if (!is_suspect(text[at])) continue;
    const std::string_view rest = text.substr(at);
    const bool is_ascii = rest[0] >= 0;
    if (is_ascii || (rest[0] == '\xC2' && static_cast<unsigned char>(rest[1]) < 0xA0) ||
        rest.starts_with("\xEF\xBF\xBE") || rest.starts_with("\xEF\xBF\xBF"))
      return at;
  }
  return std::string_view::npos;
}

Bytes normalise_text(const Bytes& bytes) {
  std::string_view text = bytes;
  if (text.rfind("\xEF\xBB\xBF", 0) == 0) text.remove_prefix(3);
  if (text.find('\r') == std::string_view::npos)
    return text.size() == bytes.size() ? bytes : Bytes(std::string(text));
  std::string normal;
  normal.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\r')
      normal += text[i];
    else if (i + 1 >= text.size() || text[i + 1] != '\n')
      normal += '\n';
  }
  return normal;
}

}  // namespace unclench
