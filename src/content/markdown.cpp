#include "content/markdown.h"

#include <cmark.h>

#include <algorithm>
#include <cstdlib>
#include <memory>

namespace unclench::content {
namespace {

struct FreeNode {
  void operator()(cmark_node* node) const { cmark_node_free(node); }
};

// Without CMARK_OPT_UNSAFE the library writes no raw HTML and no unsafe links, whatever is
// reported.
constexpr int options = CMARK_OPT_DEFAULT | CMARK_OPT_SMART;

bool begins(std::string_view text, std::string_view prefix) {
  return text.substr(0, prefix.size()) == prefix;
}

std::string html_of(cmark_node* node) {
  char* html = cmark_render_html(node, options);
  std::string text = html;
  std::free(html);
  return text;
}

std::string plain_text(cmark_node* node) {
  std::string text;
  for (cmark_node* child = cmark_node_first_child(node); child; child = cmark_node_next(child)) {
    const char* literal = cmark_node_get_literal(child);
    text += literal ? std::string(literal) : plain_text(child);
  }
  return text;
}

std::string slug_of(const std::string& title) {
  std::string slug;
  for (char c : title) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (letter)
      slug += c;
    else if (c >= 'A' && c <= 'Z')
      slug += static_cast<char>(c - 'A' + 'a');
    else if (!slug.empty() && slug.back() != '-')
      slug += '-';
  }
  while (!slug.empty() && slug.back() == '-') slug.pop_back();
  return slug.empty() ? "section" : slug;
}

// "content/exercises/bridge.md" -> "/exercises/bridge/"; pages stand at the root.
std::string address_of(const std::string& path) {
  const std::size_t name = path.rfind('/') + 1;
  const std::size_t folder = name < 2 ? 0 : path.rfind('/', name - 2) + 1;
  const std::string stem = path.substr(name, path.size() - name - 3);
  const std::string parent = path.substr(folder, name - folder);
  return parent == "pages/" ? "/" + stem + "/" : "/" + parent + stem + "/";
}

// A relative path seen from the folder of a file; ".." steps up.
std::string resolve_path(const std::string& file, std::string link) {
  std::string folder = file.substr(0, file.rfind('/') + 1);
  while (begins(link, "../") || begins(link, "./")) {
    if (begins(link, "../") && !folder.empty())
      folder = folder.substr(0, folder.rfind('/', folder.size() - 2) + 1);
    link = link.substr(link.find('/') + 1);
  }
  return folder + link;
}

class Renderer {
 public:
  Renderer(const Body& body, const std::string& base, Diagnostics& diagnostics)
      : body_(body), base_(base), diagnostics_(diagnostics) {}

  RenderedText run() {
    const std::unique_ptr<cmark_node, FreeNode> document(
        cmark_parse_document(body_.markdown.data(), body_.markdown.size(), options));
    visit(document.get());
    for (cmark_node* block = cmark_node_first_child(document.get()); block;
         block = cmark_node_next(block))
      place(block);
    return std::move(text_);
  }

 private:
  void visit(cmark_node* document) {
    cmark_iter* iterator = cmark_iter_new(document);
    for (cmark_event_type event = cmark_iter_next(iterator); event != CMARK_EVENT_DONE;
         event = cmark_iter_next(iterator)) {
      if (event != CMARK_EVENT_ENTER) continue;
      cmark_node* node = cmark_iter_get_node(iterator);
      switch (cmark_node_get_type(node)) {
        case CMARK_NODE_HTML_BLOCK:
        case CMARK_NODE_HTML_INLINE:
          report(span_of(node, cmark_node_get_literal(node)), "raw HTML is not allowed",
                 "write it in Markdown");
          break;
        case CMARK_NODE_LINK:
        case CMARK_NODE_IMAGE:
          check_link(node);
          break;
        default:
          break;
      }
    }
    cmark_iter_free(iterator);
  }

  void report(Span span, const std::string& message, const std::string& help) {
    diagnostics_.add(*body_.file, span, message, help);
  }

  // The place of a piece of source below a node: searched for from where the last one was found,
  // because the parser gives no columns for what is inside a block.
  Span span_of(cmark_node* node, std::string_view piece, const std::string& before = "") {
    while (cmark_node_get_type(node) >= CMARK_NODE_FIRST_INLINE) node = cmark_node_parent(node);
    const int block_line = std::max(1, cmark_node_get_start_line(node));
    while (!piece.empty() && piece.back() == '\n') piece.remove_suffix(1);
    piece = piece.substr(0, piece.find('\n'));
    const std::string_view source = body_.markdown;
    const std::size_t block = offset_of_line(block_line);
    const std::size_t from = std::max(cursor_, block);
    std::size_t found = source.find(before + std::string(piece), from);
    found = found == std::string_view::npos ? source.find(piece, from) : found + before.size();
    Span span{block_line, std::max(1, cmark_node_get_start_column(node)), 1};
    if (!piece.empty() && found != std::string_view::npos) {
      span = span_at(source, found, piece.size());
      cursor_ = found + piece.size();
    }
    span.line += body_.first_line - 1;
    return span;
  }

  std::size_t offset_of_line(int line) const {
    std::size_t offset = 0;
    while (--line > 0) {
      const std::size_t end = body_.markdown.find('\n', offset);
      if (end == std::string::npos) break;
      offset = end + 1;
    }
    return offset;
  }

  void check_link(cmark_node* node) {
    const std::string url = cmark_node_get_url(node);
    const Span span = span_of(node, url, "](");
    const std::size_t colon = url.find(':');
    const bool has_scheme =
        colon != std::string::npos && url.find('/') > colon && url.find('#') > colon;
    if (url.empty()) {
      report(span, "this link leads nowhere", "write an address between the parentheses");
    } else if (has_scheme) {
      const std::string scheme = url.substr(0, colon);
      if (scheme != "https" && scheme != "http" && scheme != "mailto" && scheme != "tel")
        report(span, "links with '" + scheme + ":' are not allowed",
               "use https, mailto or tel, or a path of this site");
      else if (cmark_node_get_type(node) == CMARK_NODE_IMAGE)
        report(span, "pictures from other sites are not allowed",
               "put the picture into site/static and link to its path");
    } else if (begins(url, "//")) {
      report(span, "this address has no scheme", "begin it with https:");
    } else {
      use_site_link(node, url, span);
    }
  }

  void use_site_link(cmark_node* node, const std::string& url, Span span) {
    const std::size_t hash = url.find('#');
    std::string path = url.substr(0, hash);
    const std::string fragment = hash == std::string::npos ? "" : url.substr(hash + 1);
    const bool to_file = path.size() > 3 && path.compare(path.size() - 3, 3, ".md") == 0;
    if (!path.empty() && path[0] != '/') {
      if (!to_file) {
        report(span, "'" + url + "' is not an address of this site",
               "begin it with a slash, or name a Markdown file");
        return;
      }
      path = address_of(resolve_path(body_.file->path, path));
    }
    text_.links.push_back({body_.file, span, path, fragment});
    const std::string address = (path.empty() ? "" : base_ + path.substr(1)) +
                                (hash == std::string::npos ? "" : "#" + fragment);
    cmark_node_set_url(node, address.c_str());
  }

  void place(cmark_node* block) {
    std::string html = html_of(block);
    if (cmark_node_get_type(block) == CMARK_NODE_HEADING) {
      const int level = cmark_node_get_heading_level(block);
      const std::string title = plain_text(block);
      const std::string id = unique_id(slug_of(title));
      if (level == 1)
        report(span_of(block, title), "a page has one first-level heading, its title",
               "use ## for the sections");
      if (level == 2) {
        text_.sections.push_back({title, id, ""});
        return;
      }
      html.insert(3, " id=\"" + id + "\"");
    }
    (text_.sections.empty() ? text_.lead : text_.sections.back().html) += html;
  }

  std::string unique_id(const std::string& slug) {
    std::string id = slug;
    for (int n = 2; std::find(text_.ids.begin(), text_.ids.end(), id) != text_.ids.end(); ++n)
      id = slug + "-" + std::to_string(n);
    text_.ids.push_back(id);
    return id;
  }

  const Body& body_;
  const std::string& base_;
  Diagnostics& diagnostics_;
  RenderedText text_;
  std::size_t cursor_ = 0;
};

}  // namespace

RenderedText render_markdown(const Body& body, const std::string& base, Diagnostics& diagnostics) {
  if (!body.file) return {};  // of a document that could not be read
  return Renderer(body, base, diagnostics).run();
}

std::string escape_html(std::string_view text) {
  std::string escaped;
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
