#include "content/prose.h"

#include <algorithm>

#include "content/blocks.h"
#include "content/cmark_arena.h"
#include "content/markdown_places.h"

namespace unclench::content {
namespace {

class ProseReader {
 public:
  explicit ProseReader(const Body& body) : body_(body), places_(body.markdown) {}

  std::vector<Prose> run() {
    const MarkedText marked = mark_blocks(body_.markdown);
    cmark_parser* parser = cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, CmarkArena::begin());
    cmark_parser_feed(parser, marked.markdown.data(), marked.markdown.size());
    cmark_node* document = cmark_parser_finish(parser);
    cmark_parser_free(parser);
    cmark_iter* iterator = cmark_iter_new(document);
    for (cmark_event_type event = cmark_iter_next(iterator); event != CMARK_EVENT_DONE;
         event = cmark_iter_next(iterator))
      visit(cmark_iter_get_node(iterator), event == CMARK_EVENT_ENTER);
    cmark_iter_free(iterator);
    return std::move(list_);
  }

 private:
  void visit(cmark_node* node, bool enters) {
    switch (cmark_node_get_type(node)) {
      case CMARK_NODE_PARAGRAPH:
        if (enters) list_.emplace_back();
        in_paragraph_ = enters;
        break;
      case CMARK_NODE_IMAGE:
        images_ += enters ? 1 : -1;
        break;
      case CMARK_NODE_TEXT:
        if (in_paragraph_ && images_ == 0) add(node, cmark_node_get_literal(node));
        break;
      case CMARK_NODE_SOFTBREAK:
      case CMARK_NODE_LINEBREAK:
        if (in_paragraph_) list_.back().text += ' ';
        break;
      default:
        break;
    }
  }

  void add(cmark_node* node, const std::string& text) {
    Span span = places_.of_piece(node, text);
    span.line += body_.first_line - 1;
    list_.back().pieces.push_back({list_.back().text.size(), span});
    list_.back().text += text;
  }

  const Body& body_;
  MarkdownPlaces places_;
  std::vector<Prose> list_;
  bool in_paragraph_ = false;
  int images_ = 0;  // that are open: one may stand in the description of another
};

}  // namespace

Span Prose::place(std::size_t offset, std::size_t bytes) const {
  const auto next = std::upper_bound(pieces.begin(), pieces.end(), offset,
                                     [](std::size_t o, const Piece& p) { return o < p.offset; });
  if (next == pieces.begin()) return {};
  const Piece& piece = *std::prev(next);
  const std::string_view all = text;
  Span span = piece.span;
  const int before = count_characters(all.substr(piece.offset, offset - piece.offset));
  span.column += std::min(before, piece.span.length - 1);
  span.length = std::max(1, count_characters(all.substr(offset, bytes)));
  return span;
}

std::vector<Prose> prose_of(const Body& body) {
  return ProseReader(body).run();
}

}  // namespace unclench::content
