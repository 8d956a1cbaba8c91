#include "content/markdown.h"

#include <cmark.h>

#include <cstdlib>

#include "content/blocks.h"
#include "content/cmark_arena.h"
#include "content/heading_ids.h"
#include "content/html_space.h"
#include "content/markdown_blocks.h"
#include "content/markdown_citations.h"
#include "content/markdown_escapes.h"
#include "content/markdown_links.h"
#include "content/shape.h"

namespace unclench::content {
namespace {

constexpr std::size_t usual_sections = 5;  // of the page of an exercise

class Renderer {
 public:
  Renderer(const Body& body, const MarkdownOptions& options, Diagnostics& diagnostics)
      : body_(body),
        options_(options),
        reporter_(body, diagnostics),
        flags_(CMARK_OPT_DEFAULT | (options.smart ? CMARK_OPT_SMART : 0) |
               (options.raw_html ? CMARK_OPT_UNSAFE : 0)),
        places_(body.markdown),
        links_(body.file->path, options, places_, reporter_, text_),
        blocks_(marked_.lines, options, reporter_, links_, text_, target()),
        citations_(places_, reporter_, text_) {}

  RenderedText run() {
    target().clear();
    std::string_view markdown = body_.markdown;
    if (has_block_lines(markdown)) {
      marked_ = mark_blocks(markdown);
      markdown = marked_.markdown;
    }
    const std::string escaped = with_escape_marks(markdown);
    has_escapes_ = !escaped.empty();
    if (has_escapes_) markdown = escaped;
    cmark_node* document = parse(markdown);
    visit(document);
    if (MarkdownCitations::may_have_any(markdown)) citations_.replace_in(document);
    places_.start_again();  // for the headings
    for (cmark_node* block = cmark_node_first_child(document); block;
         block = cmark_node_next(block))
      place(block);
    if (blocks_.is_open()) blocks_.end();
    end_section();
    return std::move(text_);
  }

 private:
  // The tree lives in the thread's arena until the next document is parsed.
  cmark_node* parse(std::string_view markdown) const {
    cmark_parser* parser = cmark_parser_new_with_mem(flags_, CmarkArena::begin());
    cmark_parser_feed(parser, markdown.data(), markdown.size());
    cmark_node* document = cmark_parser_finish(parser);
    cmark_parser_free(parser);
    return document;
  }

  // Goes through all nodes once. What is replaced is collected first, because the iterator must not
  // lose the node it stands on.
  void visit(cmark_node* document) {
    std::vector<PlacedImage> images;  // but for those in the description of another
    int inside_images = 0;
    cmark_iter* iterator = cmark_iter_new(document);
    for (cmark_event_type event = cmark_iter_next(iterator); event != CMARK_EVENT_DONE;
         event = cmark_iter_next(iterator)) {
      cmark_node* node = cmark_iter_get_node(iterator);
      const cmark_node_type type = cmark_node_get_type(node);
      // Addresses stand behind the texts of links and pictures.
      if (event != CMARK_EVENT_ENTER) {
        if (type == CMARK_NODE_LINK) links_.check_link(node);
        if (type == CMARK_NODE_IMAGE && --inside_images == 0) images.push_back(links_.placed(node));
        continue;
      }
      switch (type) {
        case CMARK_NODE_HTML_BLOCK:
          if (block_line_of(node)) break;
          has_code_ = true;  // it may have any tag in it
          put_lines_back(node);
          check_html(node);
          break;
        case CMARK_NODE_HTML_INLINE:
          check_html(node);
          break;
        case CMARK_NODE_CODE_BLOCK:
          has_code_ = true;
          put_lines_back(node);
          break;
        case CMARK_NODE_TEXT:
          check_text(node);
          break;
        case CMARK_NODE_CODE:
          links_.pass_code(node);
          break;
        case CMARK_NODE_IMAGE:
          ++inside_images;
          break;
        default:
          break;
      }
    }
    cmark_iter_free(iterator);
    for (const PlacedImage& image : images) links_.replace_image(image);
  }

  void report(Problem problem, Span span, const std::string& message,
              const std::string& help = "") {
    reporter_.report(problem, span, message, help);
  }

  const BlockLine* block_line_of(cmark_node* node) const {
    if (marked_.lines.empty() || cmark_node_get_type(node) != CMARK_NODE_HTML_BLOCK) return nullptr;
    if (cmark_node_get_type(cmark_node_parent(node)) != CMARK_NODE_DOCUMENT) return nullptr;
    const int number = block_line_number(cmark_node_get_literal(node));
    if (number < 0 || static_cast<std::size_t>(number) >= marked_.lines.size()) return nullptr;
    // An author's own HTML may look the same, but it stands in another line.
    const BlockLine& line = marked_.lines[static_cast<std::size_t>(number)];
    return line.name_span.line == cmark_node_get_start_line(node) ? &line : nullptr;
  }

  void put_lines_back(cmark_node* node) {
    if (marked_.lines.empty()) return;
    const std::string literal = without_marks(cmark_node_get_literal(node), marked_.lines);
    cmark_node_set_literal(node, literal.c_str());
  }

  void check_html(cmark_node* node) {
    if (options_.raw_html)
      links_.note_html(node);
    else
      report(Problem::raw_html, places_.of_piece(node, cmark_node_get_literal(node)),
             "raw HTML is not allowed", "write it in Markdown");
  }

  // A block that is indented, in a list or in a quotation is not seen as one.
  void check_text(cmark_node* node) {
    const std::string_view text = cmark_node_get_literal(node);
    if (text.size() < 5 || text.substr(0, 3) != ":::") return;
    cmark_node* before = cmark_node_previous(node);
    if (before && cmark_node_get_type(before) != CMARK_NODE_SOFTBREAK) return;
    report(Problem::bad_block, places_.of_piece(node, text),
           "a block begins and ends at the beginning of a line",
           "take it out of the list or the quotation, and the spaces before it");
  }

  static bool keeps_lines(const std::string& html) {
    for (const char* tag : {"<pre", "<textarea", "<script", "<style"})
      if (html.find(tag) != std::string::npos) return true;
    return false;
  }

  std::string html_of(cmark_node* node) const {
    std::string html = cmark_render_html(node, flags_);
    if (!has_code_ || !keeps_lines(html)) join_block_lines(html);
    return has_escapes_ ? without_escape_marks(std::move(html)) : html;
  }

  // Of the lead or the section that is being written. It keeps its room from page to page.
  static std::string& target() {
    thread_local std::string html;
    return html;
  }

  // Takes over what was written, in its size.
  void end_section() {
    (text_.sections.empty() ? text_.lead : text_.sections.back().html) = std::string_view(target());
    target().clear();
  }

  void place(cmark_node* block) {
    if (const BlockLine* line = block_line_of(block)) {
      blocks_.take(*line);
      return;
    }
    blocks_.refuse_content(cmark_node_get_start_line(block));
    if (cmark_node_get_type(block) == CMARK_NODE_HEADING)
      place_heading(block);
    else
      target() += html_of(block);
  }

  void place_heading(cmark_node* block) {
    Heading heading;
    heading.level = cmark_node_get_heading_level(block);
    heading.id = take_explicit_id(block);
    heading.title = without_escape_marks(plain_text(block, Tags::leave_out));
    heading.span = places_.of_heading(block, heading.title);
    if (!cmark_node_first_child(block))
      report(Problem::bad_text,
             {cmark_node_get_start_line(block), cmark_node_get_start_column(block), heading.level},
             "this heading is empty", "write its title, or take it out");
    else if (heading.level == 1)
      report(Problem::heading_level, heading.span, "a page has one first-level heading, its title",
             "use ## for the sections");
    // What is wrong with the block is not wrong with the sections behind it, too.
    if (heading.level == 2 && blocks_.is_open_without_end()) blocks_.end();
    heading.id = id_of(heading);
    const std::string html = html_of(block);
    heading.span = reporter_.in_file(heading.span);
    const std::string_view tag = html;
    if (heading.level == 2 && !blocks_.is_open()) {
      end_section();
      if (text_.sections.empty()) text_.sections.reserve(usual_sections);
      text_.sections.push_back(
          {std::string(tag.substr(4, tag.rfind("</h2>") - 4)), heading.id, ""});
    } else {
      target().append(tag.substr(0, 3)).append(" id=\"").append(heading.id).append("\"");
      target() += tag.substr(3);
    }
    if (text_.headings.empty()) text_.headings.reserve(usual_sections);
    text_.headings.push_back(std::move(heading));
  }

  // Takes "{#name}" off the end of a heading.
  std::string take_explicit_id(cmark_node* heading) {
    cmark_node* last = cmark_node_last_child(heading);
    if (!last || cmark_node_get_type(last) != CMARK_NODE_TEXT) return "";
    // The parser may cut a text into several nodes at brackets and the like.
    std::string text = cmark_node_get_literal(last);
    if (text.empty() || text.back() != '}') return "";
    const std::size_t open = text.rfind("{#");
    if (open == std::string::npos) return "";
    const std::string id = text.substr(open + 2, text.size() - open - 3);
    if (id.empty()) return "";
    if (!is_id(id)) {
      report(Problem::bad_name, places_.of_piece(heading, text.substr(open)),
             "'" + id + "' cannot be the name of a heading",
             "use lower-case letters, digits and hyphens, or write \\{# where it is text");
      return "";
    }
    text.erase(open);
    while (!text.empty() && text.back() == ' ') text.pop_back();
    cmark_node_set_literal(last, text.c_str());
    return id;
  }

  // Unique in the page, whatever the author asked for.
  std::string id_of(const Heading& heading) {
    if (heading.id.empty()) return ids_.free_id(slug_of(heading.title));
    if (ids_.claim(heading.id)) return heading.id;
    report(Problem::repeated_id, heading.span,
           "the id '" + heading.id + "' stands twice in this page",
           "give the heading another name");
    return ids_.free_id(heading.id);
  }

  const Body& body_;
  const MarkdownOptions& options_;
  BodyReporter reporter_;
  const int flags_;
  MarkedText marked_;
  RenderedText text_;
  bool has_escapes_ = false;  // marks stand in the texts of the tree
  bool has_code_ = false;     // somewhere in the text, where line breaks count
  HeadingIds ids_;
  MarkdownPlaces places_;
  MarkdownLinks links_;
  MarkdownBlocks blocks_;
  MarkdownCitations citations_;
};

}  // namespace

std::string dose_mark(std::size_t number) {
  return "<!--dose " + std::to_string(number) + "-->";
}

std::string movement_mark(std::size_t number) {
  return "<!--movement " + std::to_string(number) + "-->";
}

std::string citation_mark(std::size_t number) {
  return "<!--cite " + std::to_string(number) + "-->";
}

RenderedText render_markdown(const Body& body, const MarkdownOptions& options,
                             Diagnostics& diagnostics) {
  if (!body.file) return {};  // of a document that could not be read
  return Renderer(body, options, diagnostics).run();
}

std::string render_commonmark(std::string_view markdown, bool raw_html) {
  const int flags = CMARK_OPT_DEFAULT | (raw_html ? CMARK_OPT_UNSAFE : 0);
  char* rendered = cmark_markdown_to_html(markdown.data(), markdown.size(), flags);
  std::string html = rendered;
  std::free(rendered);
  return html;
}

std::string escape_html(std::string_view text) {
  std::string escaped;
  escaped.reserve(text.size());
  for (char c : text) {
    switch (c) {
      case '&':
        escaped += "&amp;";
        break;
      case '<':
        escaped += "&lt;";
        break;
      case '>':
        escaped += "&gt;";
        break;
      case '"':
        escaped += "&quot;";
        break;
      default:
        escaped += c;
    }
  }
  return escaped;
}

}  // namespace unclench::content
