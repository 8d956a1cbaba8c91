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
std::string shown_line(const SourceFile& file, int line) {
  std::string_view text = line_of(file.text, line);
  if (text.size() <= longest_line) return std::string(text);
  std::size_t end = longest_line;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return std::string(text.substr(0, end)) + "…";
}

}  // namespace

void Diagnostics::add(Problem problem, const SourceFile& file, Span span, std::string message,
                      std::string help) {
  list_.push_back(
      {problem, file.path, span, std::move(message), std::move(help), shown_line(file, span.line)});
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
