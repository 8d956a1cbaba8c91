#include "base/diagnostic.h"

#include <algorithm>
#include <tuple>

#include "base/edit_distance.h"

namespace unclench {
namespace {

auto sort_key(const Diagnostic& d) {
  return std::tie(d.path, d.span.line, d.span.column, d.message, d.help);
}

// Tabs stay tabs, so that the caret stands under its character however wide they are drawn.
std::string caret_line(const Diagnostic& diagnostic) {
  std::string line;
  int column = 1;
  for (char c : diagnostic.line_text) {
    if ((static_cast<unsigned char>(c) & 0xC0) == 0x80) continue;
    if (column++ >= diagnostic.span.column) break;
    line += c == '\t' ? '\t' : ' ';
  }
  const int room = count_characters(diagnostic.line_text) - diagnostic.span.column + 1;
  const int length = std::max(1, std::min(diagnostic.span.length, room));
  return line + "^" + std::string(static_cast<std::size_t>(length - 1), '~');
}

}  // namespace

void Diagnostics::add(const SourceFile& file, Span span, std::string message, std::string help) {
  list_.push_back({file.path, span, std::move(message), std::move(help),
                   std::string(line_of(file.text, span.line))});
}

void Diagnostics::add(std::string path, std::string message, std::string help) {
  list_.push_back({std::move(path), {}, std::move(message), std::move(help), ""});
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

std::string format_diagnostic(const Diagnostic& diagnostic) {
  std::string text = diagnostic.path + ":" + std::to_string(diagnostic.span.line) + ":" +
                     std::to_string(diagnostic.span.column) + ": error: " + diagnostic.message +
                     "\n";
  if (!diagnostic.line_text.empty())
    text += "  " + diagnostic.line_text + "\n  " + caret_line(diagnostic) + "\n";
  if (!diagnostic.help.empty()) text += "  help: " + diagnostic.help + "\n";
  return text;
}

std::string format_diagnostics(const Diagnostics& diagnostics) {
  std::string text;
  const std::vector<Diagnostic> sorted = diagnostics.sorted();
  for (const Diagnostic& diagnostic : sorted) text += format_diagnostic(diagnostic);
  return text + std::to_string(sorted.size()) + (sorted.size() == 1 ? " error\n" : " errors\n");
}

std::string did_you_mean(std::string_view word, const std::vector<std::string>& candidates) {
  const std::string near = nearest_word(word, candidates);
  return near.empty() ? "" : "did you mean '" + near + "'?";
}

}  // namespace unclench
