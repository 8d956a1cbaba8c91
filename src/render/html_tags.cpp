#include "render/html_tags.h"

#include <algorithm>

#include "base/letters.h"

namespace unclench::render {
namespace {

constexpr std::string_view spaces = " \t\r\n\f";
constexpr std::size_t none = std::string_view::npos;

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool holds_no_tags(std::string_view name) {
  return name == "script" || name == "style";
}

// In lower case if it is all in capitals, as authors may write HTML. Names in SVG are mixed.
std::string name_of(std::string_view text) {
  std::string name(text);
  if (std::any_of(name.begin(), name.end(), [](char c) { return c >= 'a' && c <= 'z'; }))
    return name;
  return lower_ascii(std::move(name));
}

std::size_t skip_spaces(std::string_view html, std::size_t at) {
  return std::min(html.find_first_not_of(spaces, at), html.size());
}

// From the end of an attribute's name to the end of its value.
std::size_t read_value(std::string_view html, std::size_t at, std::string& value) {
  const std::size_t equals = skip_spaces(html, at);
  if (equals >= html.size() || html[equals] != '=') return at;
  const std::size_t start = skip_spaces(html, equals + 1);
  if (start >= html.size()) return start;
  const bool quoted = html[start] == '"' || html[start] == '\'';
  const std::size_t first = start + (quoted ? 1 : 0);
  const std::size_t end =
      std::min(quoted ? html.find(html[start], first) : html.find_first_of(" \t\r\n\f>", first),
               html.size());
  value = html.substr(first, end - first);
  return std::min(end + (quoted ? 1 : 0), html.size());
}

// Reads the start tag whose "<" stands at `at`; returns the place after its ">".
std::size_t read_tag(std::string_view html, std::size_t at, Tag& tag) {
  std::size_t end = std::min(html.find_first_of(" \t\r\n\f/>", at + 1), html.size());
  tag.name = name_of(html.substr(at + 1, end - at - 1));
  for (at = skip_spaces(html, end); at < html.size() && html[at] != '>';
       at = skip_spaces(html, at)) {
    tag.self_closing = html[at] == '/';
    if (tag.self_closing) {
      ++at;
      continue;
    }
    end = std::min(html.find_first_of(" \t\r\n\f=/>", at + 1), html.size());
    Attribute attribute{name_of(html.substr(at, end - at)), ""};
    at = read_value(html, end, attribute.value);
    tag.attributes.push_back(std::move(attribute));
  }
  return std::min(at + 1, html.size());
}

void write_tag(const Tag& tag, std::string& html) {
  html += "<" + tag.name;
  for (const Attribute& attribute : tag.attributes) {
    html += " " + attribute.name;
    if (attribute.value.empty()) continue;
    const char quote = attribute.value.find('"') == none ? '"' : '\'';
    html += "=";
    html += quote + attribute.value + quote;
  }
  html += tag.self_closing ? "/>" : ">";
}

std::size_t after_end_tag(std::string_view html, std::size_t at, std::string_view name) {
  std::string tag = "</" + std::string(name);
  std::size_t end = html.find(tag, at);
  for (char& c : tag)
    if (is_letter(c)) c = static_cast<char>(c & ~32);  // in capitals
  end = std::min(end, html.substr(0, end).find(tag, at));
  return end == none ? html.size() : std::min(html.find('>', end), html.size() - 1) + 1;
}

// What is no start tag, up to the next one: text, comments, end tags.
std::size_t next_start_tag(std::string_view html, std::size_t at) {
  while (at < html.size()) {
    at = html.find('<', at);
    if (at == none || at + 1 >= html.size()) return html.size();
    if (is_letter(html[at + 1])) return at;
    const bool comment = html.substr(at, 4) == "<!--";
    const std::size_t end = html.find(comment ? "-->" : ">", at);
    at = end == none ? html.size() : end + 1;
  }
  return html.size();
}

bool ends_line(const std::string& html) {
  return html.empty() || html.back() == '\n';
}

}  // namespace

const std::string* Tag::find(std::string_view attribute) const {
  for (const Attribute& candidate : attributes)
    if (candidate.name == attribute) return &candidate.value;
  return nullptr;
}

bool Tag::is(std::string_view attribute, std::string_view value) const {
  const std::string* found = find(attribute);
  return found && *found == value;
}

std::string rewrite_tags(std::string_view html, const std::function<bool(Tag&)>& visit) {
  std::string result;
  result.reserve(html.size());
  for (std::size_t at = 0; at < html.size();) {
    const std::size_t start = next_start_tag(html, at);
    result += html.substr(at, start - at);
    if (start == html.size()) break;
    Tag tag;
    const std::size_t end = read_tag(html, start, tag);
    at = holds_no_tags(tag.name) ? after_end_tag(html, end, tag.name) : end;
    if (visit(tag)) {
      write_tag(tag, result);
      result += html.substr(end, at - end);
    } else if (ends_line(result) && at < html.size() && html[at] == '\n') {
      ++at;
    }
  }
  return result;
}

void visit_tags(std::string_view html, const std::function<void(const Tag&)>& visit) {
  for (std::size_t at = next_start_tag(html, 0); at < html.size(); at = next_start_tag(html, at)) {
    Tag tag;
    at = read_tag(html, at, tag);
    if (holds_no_tags(tag.name)) at = after_end_tag(html, at, tag.name);
    visit(tag);
  }
}

Element find_element(std::string_view html, std::string_view name) {
  for (std::size_t at = next_start_tag(html, 0); at < html.size();) {
    Tag tag;
    const std::size_t end = read_tag(html, at, tag);
    if (tag.name == name) {
      const std::size_t close = html.find("</" + std::string(name) + ">", end);
      if (close == none) return {};
      return {html.substr(0, at), html.substr(at, end - at), html.substr(end, close - end),
              html.substr(close)};
    }
    at = next_start_tag(html, holds_no_tags(tag.name) ? after_end_tag(html, end, tag.name) : end);
  }
  return {};
}

}  // namespace unclench::render
