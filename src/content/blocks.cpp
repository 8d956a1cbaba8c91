#include "content/blocks.h"

#include <algorithm>
#include <charconv>

namespace unclench::content {
namespace {

constexpr std::string_view fence = ":::";
constexpr std::string_view mark_start = "<?:::";
constexpr std::string_view mark_end = "?>";

// Reads words and key="value" pairs from a line.
class LineReader {
 public:
  LineReader(std::string_view line, int number) : line_(line), number_(number) {}

  BlockLine read() {
    BlockLine block;
    block.line = line_;
    while (at_ < line_.size() && line_[at_] == ':') ++at_;
    skip_space();
    const std::size_t start = at_;
    block.name = word(" \t");
    block.name_span = span(start, at_);
    skip_space();
    block.rest = line_.substr(at_);
    while (!block.rest.empty() && block.rest.back() == ' ') block.rest.pop_back();
    for (skip_space(); at_ < line_.size(); skip_space()) block.arguments.push_back(argument());
    return block;
  }

 private:
  void skip_space() {
    while (at_ < line_.size() && (line_[at_] == ' ' || line_[at_] == '\t')) ++at_;
  }

  std::string word(const char* ends) {
    const std::size_t end = std::min(line_.find_first_of(ends, at_), line_.size());
    const std::string text(line_.substr(at_, end - at_));
    at_ = end;
    return text;
  }

  // Up to the quote. A backslash takes its meaning from a quote or another backslash.
  std::string quoted_text(char quote) {
    std::string text;
    for (; at_ < line_.size() && line_[at_] != quote; ++at_) {
      const char next = at_ + 1 < line_.size() ? line_[at_ + 1] : ' ';
      if (line_[at_] == '\\' && (next == quote || next == '\\')) ++at_;
      text += line_[at_];
    }
    return text;
  }

  BlockArgument argument() {
    BlockArgument argument;
    std::size_t start = at_;
    argument.value = word(" \t=");
    if (at_ < line_.size() && line_[at_] == '=') {
      argument.key = std::move(argument.value);
      argument.key_span = span(start, at_);
      start = ++at_;
      const bool quoted = at_ < line_.size() && (line_[at_] == '"' || line_[at_] == '\'');
      const char quote = quoted ? line_[at_] : ' ';
      if (quoted) start = ++at_;
      argument.value = quoted ? quoted_text(quote) : word(" \t");
      argument.span = span(start, at_);
      argument.is_open = quoted && at_ >= line_.size();
      if (quoted && at_ < line_.size()) ++at_;
    } else {
      argument.span = span(start, at_);
    }
    return argument;
  }

  Span span(std::size_t start, std::size_t end) const {
    const int length = count_characters(line_.substr(start, end - start));
    return {number_, count_characters(line_.substr(0, start)) + 1, std::max(1, length)};
  }

  std::string_view line_;
  int number_;
  std::size_t at_ = 0;
};

}  // namespace

bool has_block_lines(std::string_view markdown) {
  return markdown.substr(0, fence.size()) == fence ||
         markdown.find("\n:::") != std::string_view::npos;
}

MarkedText mark_blocks(std::string_view markdown) {
  MarkedText marked;
  int number = 1;
  for (std::size_t at = 0; at < markdown.size(); ++number) {
    const std::size_t end = std::min(markdown.find('\n', at), markdown.size());
    const std::string_view line = markdown.substr(at, end - at);
    if (line.substr(0, fence.size()) == fence) {
      marked.markdown += std::string(mark_start) + std::to_string(marked.lines.size());
      marked.markdown += mark_end;
      marked.lines.push_back(LineReader(line, number).read());
    } else {
      marked.markdown += line;
    }
    if (end < markdown.size()) marked.markdown += '\n';
    at = end + 1;
  }
  return marked;
}

int block_line_number(std::string_view html) {
  if (html.substr(0, mark_start.size()) != mark_start) return -1;
  html.remove_prefix(mark_start.size());
  int number = -1;
  const auto parsed = std::from_chars(html.data(), html.data() + html.size(), number);
  return parsed.ec == std::errc() ? number : -1;
}

std::string without_marks(std::string text, const std::vector<BlockLine>& lines) {
  std::string result;
  std::size_t from = 0;
  // A line that is put back may hold what looks like a mark; it is not looked at again.
  for (std::size_t at = text.find(mark_start); at != std::string::npos;
       at = text.find(mark_start, std::max(at + 1, from))) {
    const int number = block_line_number(std::string_view(text).substr(at));
    const std::size_t end = text.find(mark_end, at);
    if (end == std::string::npos) break;
    if (number < 0 || static_cast<std::size_t>(number) >= lines.size()) continue;
    result.append(text, from, at - from);
    result += lines[static_cast<std::size_t>(number)].line;
    from = end + mark_end.size();
  }
  return result.append(text, from);
}

}  // namespace unclench::content
