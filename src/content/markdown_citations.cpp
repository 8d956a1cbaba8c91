#include "content/markdown_citations.h"

#include <cmark.h>

#include <algorithm>

#include "content/cmark_arena.h"
#include "content/markdown_escapes.h"

namespace unclench::content {
namespace {

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

// From the last full stop, question mark or colon that does not end the text.
std::string last_sentence(std::string_view text) {
  text = trimmed(text);
  std::size_t start = 0;
  for (std::size_t i = 0; i + 2 < text.size(); ++i)
    if ((text[i] == '.' || text[i] == '?' || text[i] == '!') && text[i + 1] == ' ') start = i + 2;
  return std::string(trimmed(text.substr(start)));
}

void insert_text_before(cmark_node* node, std::string_view text) {
  if (text.empty()) return;
  cmark_node* piece = cmark_node_new_with_mem(CMARK_NODE_TEXT, CmarkArena::memory());
  cmark_node_set_literal(piece, std::string(text).c_str());
  cmark_node_insert_before(node, piece);
}

// What the node stands in, where no number of a source can be shown; else null.
const char* place_without_citations(cmark_node* node) {
  for (; node; node = cmark_node_parent(node)) {
    const cmark_node_type type = cmark_node_get_type(node);
    if (type == CMARK_NODE_LINK) return "link";
    if (type == CMARK_NODE_IMAGE) return "picture";
    if (type == CMARK_NODE_HEADING) return "heading";
  }
  return nullptr;
}

}  // namespace

void MarkdownCitations::replace_in(cmark_node* document) {
  cmark_consolidate_text_nodes(document);
  std::vector<cmark_node*> blocks;  // which have inlines
  cmark_iter* iterator = cmark_iter_new(document);
  for (cmark_event_type event = cmark_iter_next(iterator); event != CMARK_EVENT_DONE;
       event = cmark_iter_next(iterator)) {
    cmark_node* node = cmark_iter_get_node(iterator);
    const cmark_node_type type = cmark_node_get_type(node);
    if (event == CMARK_EVENT_ENTER && (type == CMARK_NODE_PARAGRAPH || type == CMARK_NODE_HEADING))
      blocks.push_back(node);
  }
  cmark_iter_free(iterator);
  places_.start_again();
  for (cmark_node* block : blocks) replace_in_block(block);
}

void MarkdownCitations::replace_in_block(cmark_node* block) {
  std::vector<cmark_node*> pieces;
  cmark_iter* iterator = cmark_iter_new(block);
  for (cmark_event_type event = cmark_iter_next(iterator); event != CMARK_EVENT_DONE;
       event = cmark_iter_next(iterator))
    if (event == CMARK_EVENT_ENTER) pieces.push_back(cmark_iter_get_node(iterator));
  cmark_iter_free(iterator);
  std::string before;
  for (cmark_node* piece : pieces) {
    const cmark_node_type type = cmark_node_get_type(piece);
    if (type == CMARK_NODE_TEXT)
      replace_in_text(piece, before);
    else if (type == CMARK_NODE_CODE)
      before += pass_code(piece);
    else if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK)
      before += ' ';
  }
}

// What looks like a citation in code is none, and the next one is to be searched for behind it.
std::string MarkdownCitations::pass_code(cmark_node* node) {
  const std::string code = without_escape_marks(cmark_node_get_literal(node));
  if (may_have_any(code)) places_.of_piece(node, code);
  return code;
}

// Likewise of what has a backslash before it.
void MarkdownCitations::pass_escaped(cmark_node* node, std::string_view text) {
  for (std::size_t at = text.find(escape_mark); at != std::string_view::npos;
       at = text.find(escape_mark, at + 1))
    if (at > 0 && text[at - 1] == '[') places_.of_piece(node, "\\[@");
}

// Cuts the node at its citations; what is left of it stands behind the last one.
void MarkdownCitations::replace_in_text(cmark_node* node, std::string& before) {
  const std::string literal = cmark_node_get_literal(node);
  std::string_view rest = literal;
  for (std::size_t open = rest.find("[@"); open != std::string_view::npos; open = rest.find("[@")) {
    const std::size_t close = rest.find(']', open);
    if (close == std::string_view::npos) {
      refuse_open(node, rest.substr(open));
      break;
    }
    std::string_view text = rest.substr(0, open);
    pass_escaped(node, text);
    before += text;
    // Nothing may break between a sentence and its source.
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    insert_text_before(node, text);
    CitationUse use = read(node, rest.substr(open, close + 1 - open));
    use.claim = without_escape_marks(last_sentence(before));
    cmark_node* mark = cmark_node_new_with_mem(CMARK_NODE_CUSTOM_INLINE, CmarkArena::memory());
    cmark_node_set_on_enter(mark, citation_mark(text_.citations.size()).c_str());
    cmark_node_insert_before(node, mark);
    text_.citations.push_back(std::move(use));
    rest.remove_prefix(close + 1);
  }
  pass_escaped(node, rest);
  before += rest;
  cmark_node_set_literal(node, std::string(rest).c_str());
}

// What is closed in another line, or not at all, would stay in the text as it is.
void MarkdownCitations::refuse_open(cmark_node* node, std::string_view piece) {
  reporter_.report(Problem::unknown_source, places_.of_piece(node, piece),
                   "this citation does not end in its line", "write [@KEY; @OTHER] in one line");
}

CitationUse MarkdownCitations::read(cmark_node* node, std::string_view piece) {
  CitationUse use;
  use.span = places_.of_piece(node, piece);
  const Span first = use.span;
  const char* place = place_without_citations(node);
  bool readable = !place;
  std::string_view list = piece.substr(1, piece.size() - 2);
  int column = first.column + 1;
  while (!list.empty()) {
    const std::string_view item = list.substr(0, list.find(';'));
    const std::string_view key = trimmed(item);
    readable = readable && key.size() > 1 && key[0] == '@' && key.find(' ') == key.npos;
    const auto indent = static_cast<int>(item.find_first_not_of(' '));
    if (readable && key.substr(1) == editors_key)
      use.editors = true;
    else if (readable)
      use.keys.push_back(
          {std::string(key.substr(1)),
           reporter_.in_file({first.line, column + indent + 1, static_cast<int>(key.size()) - 1})});
    const std::size_t step = std::min(list.size(), item.size() + 1);
    column += static_cast<int>(step);
    list.remove_prefix(step);
  }
  if (place)
    reporter_.report(Problem::unknown_source, first,
                     std::string("a citation cannot stand in a ") + place,
                     "put it behind the sentence that it supports");
  else if (!readable)
    reporter_.report(Problem::unknown_source, first, "this is not a citation",
                     "write [@KEY] or [@KEY; @OTHER]");
  use.span = reporter_.in_file(first);
  return use;
}

}  // namespace unclench::content
