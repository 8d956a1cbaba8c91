#include "base/diagnostic.h"

#include <algorithm>
#include <iterator>
#include <tuple>

#include "base/edit_distance.h"
#include "base/letters.h"

namespace unclench {
namespace {

constexpr std::size_t longest_line = 400;  // bytes of a line that are shown
constexpr int room_before = 60;            // characters before a place that is far in a long line
constexpr int far_column = 100;

auto sort_key(const Diagnostic& d) {
  return std::tie(d.path, d.span.line, d.span.column, d.message, d.help);
}

bool is_continuation(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

// Lines without end are no help to a reader: of a long one, what stands round the place is shown,
// with a mark where it was cut. The place is at that offset.
void show_line(Diagnostic& diagnostic, std::string_view line, std::size_t offset) {
  const int column = diagnostic.span.column;
  std::size_t start = 0;
  if (line.size() > longest_line && column > far_column) {
    start = offset;
    for (int i = 0; i < room_before; ++i)
      while (start > 0 && is_continuation(line[--start])) continue;
    diagnostic.line_start = column - room_before - 1;  // of the mark
  }
  std::string_view shown = line.substr(start);
  std::size_t end = std::min(shown.size(), longest_line);
  while (end < shown.size() && end > 0 && is_continuation(shown[end])) --end;
  diagnostic.line_text = start > 0 ? "…" : "";
  diagnostic.line_text += shown.substr(0, end);
  if (end < shown.size()) diagnostic.line_text += "…";
}

// The characters of a text, counted up to a limit.
int characters_in(std::string_view text, int limit) {
  int count = 0;
  for (std::size_t at = 0; at < text.size() && count <= limit; ++at)
    if (!is_continuation(text[at])) ++count;
  return count;
}

bool is_same_but_for_case(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [&](char x, char y) { return lower_ascii(x) == lower_ascii(y); });
}

}  // namespace

std::string_view Diagnostics::line_in(const SourceFile& file, int line) {
  if (!known_text_ || !known_text_->is(file.text) || line < known_line_) {
    known_text_ = file.text;
    known_line_ = 1;
    known_offset_ = known_end_ = 0;
    known_place_ = {};
  }
  const std::string_view text = *known_text_;
  for (; known_line_ < line; ++known_line_) {
    const std::size_t end = text.find('\n', known_offset_);
    if (end == std::string_view::npos) return {};
    known_offset_ = end + 1;
    known_end_ = 0;
  }
  if (known_end_ == 0) known_end_ = std::min(text.find('\n', known_offset_), text.size());
  return text.substr(known_offset_, known_end_ - known_offset_);
}

std::size_t Diagnostics::offset_in(std::string_view line, int column) {
  if (line.data() != known_place_.line || column < known_place_.column)
    known_place_ = {line.data(), 1, 0};
  auto& [start, known_column, offset] = known_place_;
  for (; known_column < column && offset < line.size(); ++known_column) do
      ++offset;
    while (offset < line.size() && is_continuation(line[offset]));
  return offset;
}

void Diagnostics::add(Problem problem, const SourceFile& file, Span span, std::string message,
                      std::string help) {
  const std::string_view line = line_in(file, span.line);
  const std::size_t offset = offset_in(line, span.column);
  // A stretch that goes on in the next line is shown up to the end of its own.
  span.length = std::max(1, std::min(span.length, characters_in(line.substr(offset), span.length)));
  list_.push_back({problem, file.path, span, std::move(message), std::move(help), "", 1});
  show_line(list_.back(), line, offset);
}

void Diagnostics::add(Problem problem, std::string path, std::string message, std::string help) {
  list_.push_back({problem, std::move(path), {}, std::move(message), std::move(help), "", 1});
}

Diagnostics Diagnostics::without(const Diagnostics& known) const {
  const auto is_known = [&](const Diagnostic& d) {
    return std::any_of(known.list_.begin(), known.list_.end(), [&](const Diagnostic& other) {
      return d.problem == other.problem && d.path == other.path && d.message == other.message &&
             d.span.line == other.span.line && d.span.column == other.span.column;
    });
  };
  Diagnostics rest;
  std::remove_copy_if(list_.begin(), list_.end(), std::back_inserter(rest.list_), is_known);
  return rest;
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
  // What is there and cannot be read is not missing.
  std::erase_if(sorted, [&](const Diagnostic& d) {
    return d.problem == Problem::missing_file &&
           std::any_of(list_.begin(), list_.end(), [&](const Diagnostic& other) {
             return other.path == d.path &&
                    (other.problem == Problem::unreadable || other.problem == Problem::too_large);
           });
  });
  return sorted;
}

std::string nearest(std::string_view word, const std::vector<std::string>& candidates) {
  const auto same = [&](const std::string& candidate) {
    return is_same_but_for_case(word, candidate);
  };
  const auto found = std::find_if(candidates.begin(), candidates.end(), same);
  return found != candidates.end() ? *found : nearest_word(word, candidates);
}

std::string did_you_mean(std::string_view word, const std::vector<std::string>& candidates) {
  const std::string near = nearest(word, candidates);
  return near.empty() ? "" : "did you mean '" + near + "'?";
}

}  // namespace unclench
