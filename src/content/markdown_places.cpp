#include "content/markdown_places.h"

#include <algorithm>

namespace unclench::content {

Span MarkdownPlaces::of_piece(cmark_node* node, std::string_view piece, std::string_view before) {
  while (cmark_node_get_type(node) >= CMARK_NODE_FIRST_INLINE) node = cmark_node_parent(node);
  const int block_line = std::max(1, cmark_node_get_start_line(node));
  while (!piece.empty() && piece.back() == '\n') piece.remove_suffix(1);
  piece = piece.substr(0, piece.find('\n'));
  const std::size_t start = offset_of_line(block_line);
  const std::size_t found = find(piece, before, std::max(cursor_, start));
  if (found == std::string_view::npos)
    return {block_line, std::max(1, cmark_node_get_start_column(node)), 1};
  const Span span = places_.at(found, piece.size());
  // What a reference leads to stands elsewhere; the next piece is still behind the last one.
  if (span.line <= std::max(block_line, cmark_node_get_end_line(node)))
    cursor_ = found + piece.size();
  return span;
}

// The piece where it stands after the text before it, else anywhere.
std::size_t MarkdownPlaces::find(std::string_view piece, std::string_view before,
                                 std::size_t from) const {
  if (piece.empty()) {
    const std::size_t at = before.empty() ? before.npos : source_.find(before, from);
    return at == before.npos ? at : at + before.size();
  }
  for (std::size_t at = source_.find(piece, from); at != std::string_view::npos;
       at = source_.find(piece, at + 1))
    if (at >= before.size() && source_.substr(at - before.size(), before.size()) == before)
      return at;
  return source_.find(piece, from);
}

// Lines are asked for in rising order, but for a few.
std::size_t MarkdownPlaces::offset_of_line(int line) {
  if (line < known_line_) {
    known_line_ = 1;
    known_offset_ = 0;
  }
  for (; known_line_ < line; ++known_line_) {
    const std::size_t end = source_.find('\n', known_offset_);
    if (end == std::string_view::npos) break;
    known_offset_ = end + 1;
  }
  return known_offset_;
}

Span MarkdownPlaces::of_heading(cmark_node* heading, const std::string& title) {
  const int number = std::max(1, cmark_node_get_start_line(heading));
  const std::size_t start = offset_of_line(number);
  const std::string_view line = source_.substr(start, source_.find('\n', start) - start);
  const auto first = static_cast<std::size_t>(std::max(1, cmark_node_get_start_column(heading)));
  std::size_t at = std::min(line.find_first_not_of("# \t", first - 1), line.size());
  if (at == line.size()) at = std::min(first - 1, line.empty() ? 0 : line.size() - 1);
  const int room = count_characters(line.substr(at));
  return {number, count_characters(line.substr(0, at)) + 1,
          std::clamp(count_characters(title), 1, std::max(1, room))};
}

}  // namespace unclench::content
