#include "base/diagnostic.h"

#include <algorithm>
#include <tuple>

#include "base/edit_distance.h"

namespace unclench {
namespace {

constexpr std::size_t longest_line = 400;  // bytes of a line that are shown

auto sort_key(const Diagnostic& d) {
  return std::tie(d.path, d.span.line, d.span.column, d.message, d.help);
}

// Lines without end are no help to a reader.
std::string shown_line(std::string_view text) {
  if (text.size() <= longest_line) return std::string(text);
  std::size_t end = longest_line;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return std::string(text.substr(0, end)) + "…";
}

}  // namespace

std::string_view Diagnostics::line_in(const SourceFile& file, int line) {
  if (!known_text_ || !known_text_->is(file.text) || line < known_line_) {
    known_text_ = file.text;
    known_line_ = 1;
    known_offset_ = 0;
  }
  const std::string_view text = *known_text_;
  for (; known_line_ < line; ++known_line_) {
    const std::size_t end = text.find('\n', known_offset_);
    if (end == std::string_view::npos) return {};
    known_offset_ = end + 1;
  }
  return text.substr(known_offset_, text.find('\n', known_offset_) - known_offset_);
}

void Diagnostics::add(Problem problem, const SourceFile& file, Span span, std::string message,
                      std::string help) {
  const std::string_view line = line_in(file, span.line);
  // A stretch that goes on in the next line is shown up to the end of its own.
  span.length = std::max(1, std::min(span.length, count_characters(line) - span.column + 1));
  list_.push_back(
      {problem, file.path, span, std::move(message), std::move(help), shown_line(line)});
}

void Diagnostics::add(Problem problem, std::string path, std::string message, std::string help) {
  list_.push_back({problem, std::move(path), {}, std::move(message), std::move(help), ""});
}

void Diagnostics::add(const Diagnostics& others) {
  list_.insert(list_.end(), others.list_.begin(), others.list_.end());
}

std::vector<Diagnostic> Diagnostics::sorted() const {
  std::vector<Diagnostic> sorted = list_;
  std::stable_sort(sorted.begin(), sorted.end(), [](const Diagnostic& a, const Diagnostic& b) {
    return sort_key(a) < sort_key(b);
  });
  const auto same = [](const Diagnostic& a, const Diagnostic& b) {
    return sort_key(a) == sort_key(b);
  };
  sorted.erase(std::unique(sorted.begin(), sorted.end(), same), sorted.end());
  return sorted;
}

std::string did_you_mean(std::string_view word, const std::vector<std::string>& candidates) {
  const std::string near = nearest_word(word, candidates);
  return near.empty() ? "" : "did you mean '" + near + "'?";
}

}  // namespace unclench
