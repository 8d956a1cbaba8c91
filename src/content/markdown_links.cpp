#include "content/markdown_links.h"

#include "base/encoding.h"
#include "base/html_addresses.h"
#include "base/letters.h"
#include "content/cmark_arena.h"
#include "content/shape.h"

namespace unclench::content {
namespace {

constexpr std::string_view citation_start = "[@";

bool begins(std::string_view text, std::string_view prefix) {
  return text.substr(0, prefix.size()) == prefix;
}

// "content/exercises/bridge.md" -> "/exercises/bridge/"; pages stand at the root. A translation has
// the address of its original: "bridge.es.md".
std::string address_of(const std::string& path) {
  const std::size_t name = path.rfind('/') + 1;
  const std::size_t folder = name < 2 ? 0 : path.rfind('/', name - 2) + 1;
  const std::string stem = path.substr(name, path.find('.', name) - name);
  const std::string parent = path.substr(folder, name - folder);
  return parent == "pages/" ? "/" + stem + "/" : "/" + parent + stem + "/";
}

// A relative path seen from the folder of a file; ".." steps up.
std::string resolve_path(const std::string& file, std::string link) {
  std::string folder = file.substr(0, file.rfind('/') + 1);
  while (begins(link, "../") || begins(link, "./")) {
    if (begins(link, "../") && !folder.empty())
      folder = folder.substr(0, folder.size() < 2 ? 0 : folder.rfind('/', folder.size() - 2) + 1);
    link = link.substr(link.find('/') + 1);
  }
  return folder + link;
}

// How a text names a picture: texts stand in folders beside that of the pictures.
std::string link_to_image(const std::string& path, const std::string& file) {
  const std::string content = resolve_path(file, "../");
  return begins(path, content) ? "../" + path.substr(content.size()) : path;
}

bool has_scheme(const std::string& url) {
  const std::size_t colon = url.find(':');
  return colon != std::string::npos && url.find('/') > colon && url.find('#') > colon;
}

// In lower case, in which schemes mean the same.
std::string scheme_of(const std::string& url) {
  return lower_ascii(url.substr(0, url.find(':')));
}

bool is_external(const std::string& url) {
  if (!has_scheme(url)) return false;
  const std::string scheme = scheme_of(url);
  return scheme == "https" || scheme == "http";
}

}  // namespace

std::string plain_text(cmark_node* node, Tags tags) {
  std::string text;
  for (cmark_node* child = cmark_node_first_child(node); child; child = cmark_node_next(child)) {
    const char* literal = cmark_node_get_literal(child);
    const cmark_node_type type = cmark_node_get_type(child);
    if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK) text += ' ';
    if (type == CMARK_NODE_HTML_INLINE && tags == Tags::leave_out) continue;
    text += literal ? std::string(literal) : plain_text(child, tags);
  }
  return text;
}

Span MarkdownLinks::place_of(cmark_node* node) {
  return places_.of_address(node, cmark_node_get_url(node));
}

PlacedImage MarkdownLinks::placed(cmark_node* image) {
  Span citation;
  const std::string alt = plain_text(image);
  const std::size_t at = alt.find(citation_start);
  if (at != std::string::npos) {
    const std::string_view rest = std::string_view(alt).substr(at);
    const std::size_t end = std::min(rest.find(']'), rest.size() - 1);
    citation = places_.of_piece(image, rest.substr(0, end + 1));
  }
  return {image, place_of(image), citation};
}

void MarkdownLinks::check_link(cmark_node* node) {
  const std::string url = cmark_node_get_url(node);
  const Span span = place_of(node);
  if (url.empty()) {
    reporter_.report(Problem::bad_link, span, "this link leads nowhere",
                     "write an address between the parentheses");
  } else if (begins(url, "//")) {
    reporter_.report(Problem::bad_link, span, "'" + url + "' is not an address of this site",
                     "write https: in front of it");
    cmark_node_set_url(node, "");  // it was reported; nothing else looks at it
  } else if (is_external(url)) {
    use_external_link(url, span);
  } else if (has_scheme(url)) {
    const std::string scheme = scheme_of(url);
    if (scheme != "mailto" && scheme != "tel")
      reporter_.report(Problem::bad_link, span,
                       "links with '" + url.substr(0, url.find(':')) + ":' are not allowed",
                       "use https:, http:, mailto: or tel:");
  } else {
    use_site_link(node, url, span);
  }
}

void MarkdownLinks::pass_code(cmark_node* node) {
  const std::string_view code = cmark_node_get_literal(node);
  if (code.find("](") != code.npos) places_.of_piece(node, code);
}

void MarkdownLinks::note_html(cmark_node* node) {
  const std::string_view html = cmark_node_get_literal(node);
  visit_html_addresses(html, [&](const HtmlAddress& found) {
    const std::size_t line = html.rfind('\n', found.offset) + 1;
    const std::string_view before = html.substr(line, found.offset - line);
    const Span span = places_.of_piece(node, found.value, before);
    const std::string value(found.value);
    if (!found.is_id && is_external(value)) use_external_link(value, span);
    text_.html.push_back({reporter_.in_file(span), value, found.is_id});
  });
}

void MarkdownLinks::use_external_link(const std::string& url, Span span) {
  text_.external.push_back({reporter_.in_file(span), url});
}

void MarkdownLinks::use_site_link(cmark_node* node, const std::string& url, Span span) {
  const std::size_t hash = url.find('#');
  std::string path = url.substr(0, hash);
  const std::string fragment = hash == std::string::npos ? "" : url.substr(hash + 1);
  if (!path.empty() && path[0] != '/') {
    if (path.size() <= 3 || path.compare(path.size() - 3, 3, ".md") != 0) {
      reporter_.report(Problem::bad_link, span, "'" + url + "' is not an address of this site",
                       "begin it with a slash, or name a Markdown file");
      cmark_node_set_url(node, "");  // likewise
      return;
    }
    path = address_of(resolve_path(file_, path));
  }
  text_.links.push_back({reporter_.in_file(span), path, fragment});
  const std::string address = (path.empty() ? "" : options_.base + path.substr(1)) +
                              (hash == std::string::npos ? "" : "#" + fragment);
  cmark_node_set_url(node, address.c_str());
}

const Image* MarkdownLinks::find_image(const std::string& url, Span span) {
  if (has_scheme(url) || begins(url, "//")) {
    reporter_.report(Problem::bad_image, span, "pictures from other sites are not allowed",
                     "put the picture into the images folder beside the content");
    return nullptr;
  }
  const std::string path = begins(url, "/") ? url : resolve_path(file_, url);
  auto found = options_.images.find(path);
  if (found == options_.images.end()) found = options_.images.find(percent_decoded(path));
  if (found != options_.images.end()) return &found->second;
  std::vector<std::string> links;
  for (const auto& [name, image] : options_.images) links.push_back(link_to_image(name, file_));
  reporter_.report(Problem::bad_image, span, "there is no picture '" + path + "'",
                   did_you_mean(url, links));
  return nullptr;
}

std::string image_tag(const Image& image, const std::string& alt, const std::string& title) {
  std::string html = "<img src=\"" + escape_html(image.url) + "\" alt=\"" + escape_html(alt) + "\"";
  if (!title.empty()) html += " title=\"" + escape_html(title) + "\"";
  if (image.width > 0 && image.height > 0)
    html += " width=\"" + std::to_string(image.width) + "\" height=\"" +
            std::to_string(image.height) + "\"";
  return html + " loading=\"lazy\" decoding=\"async\">";
}

void MarkdownLinks::replace_image(const PlacedImage& placed) {
  const auto& [node, span, citation] = placed;
  const std::string url = cmark_node_get_url(node);
  const std::string alt = plain_text(node);
  const Image* image = find_image(url, span);
  if (alt.find_first_not_of(' ') == alt.npos)
    reporter_.report(Problem::bad_image, span, "this picture has no description",
                     "say between the square brackets what it shows");
  if (alt.find(citation_start) != std::string::npos)
    reporter_.report(Problem::unknown_source, citation, "a citation cannot stand in a picture",
                     "put it behind the sentence that it supports");
  if (!image) {
    cmark_node_set_url(node, "");  // likewise
    return;
  }
  cmark_node* tag = cmark_node_new_with_mem(CMARK_NODE_CUSTOM_INLINE, CmarkArena::memory());
  const char* title = cmark_node_get_title(node);
  cmark_node_set_on_enter(tag, image_tag(*image, alt, title ? title : "").c_str());
  cmark_node_replace(node, tag);
  cmark_node_free(node);
}

}  // namespace unclench::content
