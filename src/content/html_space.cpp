#include "content/html_space.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "base/letters.h"

namespace unclench::content {
namespace {

constexpr std::array<std::string_view, 59> block_tags = {
    "!doctype",   "address", "article", "aside",  "base",     "blockquote", "body",     "col",
    "colgroup",   "dd",      "details", "dialog", "div",      "dl",         "dt",       "fieldset",
    "figcaption", "figure",  "footer",  "form",   "h1",       "h2",         "h3",       "h4",
    "h5",         "h6",      "head",    "header", "hgroup",   "hr",         "html",     "legend",
    "li",         "link",    "main",    "menu",   "meta",     "nav",        "noscript", "ol",
    "optgroup",   "option",  "p",       "pre",    "script",   "search",     "section",  "style",
    "summary",    "table",   "tbody",   "td",     "template", "tfoot",      "th",       "thead",
    "title",      "tr",      "ul"};

bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

// The name of the tag whose text begins after "<".
std::string tag_name(std::string_view text) {
  std::string name;  // short enough to need no memory of its own
  if (!text.empty() && text[0] == '/') text.remove_prefix(1);
  for (char c : text.substr(0, 12)) {
    const char l = lower_ascii(c);
    if ((l < 'a' || l > 'z') && (l < '0' || l > '9') && l != '!') break;
    name += l;
  }
  return name;
}

bool is_block(std::string_view name) {
  return std::binary_search(block_tags.begin(), block_tags.end(), name);
}

bool keeps_space(std::string_view name) {
  return name == "pre" || name == "textarea" || name == "script" || name == "style";
}

class Cleaner {
 public:
  explicit Cleaner(std::string_view html) : html_(html) { result_.reserve(html.size()); }

  std::string run() {
    while (at_ < html_.size()) {
      if (is_space(html_[at_]))
        take_space();
      else if (html_[at_] == '<')
        take_tag();
      else
        take_text();
    }
    return std::move(result_);
  }

 private:
  void take_text() {
    const std::size_t end = std::min(html_.find_first_of(" \n\t\r<", at_), html_.size());
    result_ += html_.substr(at_, end - at_);
    at_ = end;
    after_block_ = false;
  }

  void take_space() {
    const std::size_t end = std::min(html_.find_first_not_of(" \n\t\r", at_), html_.size());
    const bool before_block =
        end < html_.size() && html_[end] == '<' && is_block(tag_name(html_.substr(end + 1)));
    const bool line_break = html_.substr(at_, end - at_).find('\n') != std::string_view::npos;
    if (!after_block_ && !before_block) result_ += line_break ? '\n' : ' ';
    at_ = end;
  }

  // Up to the end of the tag; white space inside it, and inside quotes, is left alone.
  std::size_t end_of_tag(std::size_t from) const {
    char quote = 0;
    for (std::size_t i = from; i < html_.size(); ++i) {
      if (quote != 0) {
        if (html_[i] == quote) quote = 0;
      } else if (html_[i] == '"' || html_[i] == '\'') {
        quote = html_[i];
      } else if (html_[i] == '>') {
        return i + 1;
      }
    }
    return html_.size();
  }

  void take_tag() {
    const bool comment = html_.substr(at_, 4) == "<!--";
    std::size_t end = comment ? html_.find("-->", at_) : end_of_tag(at_);
    if (comment) end = end == std::string_view::npos ? html_.size() : end + 3;
    const std::string name = comment ? "" : tag_name(html_.substr(at_ + 1));
    const bool opens = at_ + 1 < html_.size() && html_[at_ + 1] != '/';
    if (opens && keeps_space(name)) {
      std::size_t close = html_.find("</" + name, end);
      end = close == std::string_view::npos ? html_.size() : end_of_tag(close);
    }
    result_ += html_.substr(at_, end - at_);
    at_ = end;
    after_block_ = is_block(name);
  }

  std::string_view html_;
  std::size_t at_ = 0;
  bool after_block_ = false;  // what was written last is a block-level tag
  std::string result_;
};

bool ends_in_block_tag(std::string_view html) {
  if (html.empty() || html.back() != '>') return false;
  // What a Markdown parser writes most, without a search.
  for (const std::string_view tag : {"</p>", "</li>", "</h2>", "<ul>", "<ol>", "</ul>", "</ol>"})
    if (html.substr(html.size() - std::min(tag.size(), html.size())) == tag) return true;
  return is_block(tag_name(html.substr(html.rfind('<') + 1)));
}

}  // namespace

void join_block_lines(std::string& html) {
  std::size_t kept = 0, from = 0;
  while (from < html.size()) {
    const std::size_t end = std::min(html.find('\n', from), html.size());
    if (kept != from) std::memmove(html.data() + kept, html.data() + from, end - from);
    kept += end - from;
    from = end + 1;
    if (end == html.size()) break;
    if (!ends_in_block_tag({html.data(), kept})) html[kept++] = '\n';
  }
  html.resize(kept);
}

std::string without_spare_space(std::string_view html) {
  return Cleaner(html).run();
}

}  // namespace unclench::content
