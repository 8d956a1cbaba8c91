#include "content/markdown_places.h"

#include <algorithm>

namespace unclench::content {
namespace {

// Between two links of a block: what is further away is not looked for, so that long texts end in
// time.
constexpr std::size_t farthest = 1 << 13;

cmark_node* block_of(cmark_node* node) {
  while (cmark_node_get_type(node) >= CMARK_NODE_FIRST_INLINE) node = cmark_node_parent(node);
  return node;
}

int first_line_of(cmark_node* block) {
  return std::max(1, cmark_node_get_start_line(block));
}

int last_line_of(cmark_node* block) {
  return std::max(first_line_of(block), cmark_node_get_end_line(block));
}

std::size_t find_behind(std::string_view source, std::string_view before, std::string_view piece,
                        std::size_t from) {
  for (std::size_t at = source.find(piece, from); at != source.npos;
       at = source.find(piece, at + 1))
    if (source.substr(0, at).ends_with(before)) return at;
  return source.npos;
}

Span start_of(cmark_node* block) {
  return {first_line_of(block), std::max(1, cmark_node_get_start_column(block)), 1};
}

}  // namespace

Span MarkdownPlaces::of_piece(cmark_node* node, std::string_view piece, std::string_view before) {
  cmark_node* block = block_of(node);
  while (!piece.empty() && piece.back() == '\n') piece.remove_suffix(1);
  piece = piece.substr(0, piece.find('\n'));
  if (piece.empty()) return start_of(block);
  const std::size_t start = offset_of_line(first_line_of(block));
  const std::size_t from = std::max(cursor_, start);
  std::size_t found = find_behind(source_, before, piece, from);
  if (found == source_.npos) found = source_.find(piece, from);
  if (found == source_.npos) return start_of(block);
  const Span span = places_.at(found, piece.size());
  // The next piece is still behind the last one.
  if (span.line <= last_line_of(block)) cursor_ = found + piece.size();
  return span;
}

Span MarkdownPlaces::of_address(cmark_node* node, std::string_view address) {
  constexpr std::string_view before = "](", ends = " \t\n)";
  enter(block_of(node));
  const std::size_t from = std::max(cursor_, block_begin_);
  const std::string_view near =
      source_.substr(0, std::min(block_end_, from + address.size() + farthest));
  std::size_t found = near.find(before, from);
  std::string_view written;
  if (found != near.npos) {
    found += before.size();
    written = near.substr(found, near.find_first_of(ends, found) - found);
  }
  std::size_t length = written.size();
  // With entities or backslashes it is written in another way.
  if (written != address && written.find_first_of("&\\") == written.npos) {
    if (const Span* definition = definition_of(address)) return *definition;
    found = find_behind(near, before, address, from);
    if (found == near.npos) found = near.find(address, from);
    length = address.size();
  }
  if (found == near.npos) return start_of(block_);
  cursor_ = found + length;
  return places_.at(found, length);
}

void MarkdownPlaces::enter(cmark_node* block) {
  if (block == block_) return;
  block_ = block;
  block_begin_ = block_end_ = offset_of_line(first_line_of(block));
  for (int line = first_line_of(block); line <= last_line_of(block); ++line)
    block_end_ = std::min(source_.find('\n', block_end_), source_.size() - 1) + 1;
}

// "[name]: address" and "[name]: <address>".
const Span* MarkdownPlaces::definition_of(std::string_view address) {
  if (!definitions_) {
    definitions_.emplace();
    PlaceFinder places(source_);
    for (std::size_t at = source_.find("]:"); at != source_.npos; at = source_.find("]:", at)) {
      at = std::min(source_.find_first_not_of(" \t\n", at + 2), source_.size());
      if (source_.substr(at, 1) == "<") ++at;
      const std::string_view defined = source_.substr(at, source_.find_first_of(" \t\n>", at) - at);
      if (!defined.empty()) definitions_->try_emplace(defined, places.at(at, defined.size()));
    }
  }
  const auto definition = definitions_->find(address);
  return definition == definitions_->end() ? nullptr : &definition->second;
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
