// The addresses and ids in HTML: the values of href, src and id.
#pragma once

#include <algorithm>
#include <cstring>
#include <string_view>

namespace unclench {

struct HtmlAddress {
  std::size_t offset = 0;  // of the value in the HTML
  std::string_view value;  // as it is written, without its quotes
  bool is_id = false;      // otherwise an address
};

namespace html_addresses {

// Whether the text ends with the name of an attribute, after white space.
inline bool has_name(std::string_view text, std::string_view name) {
  if (text.size() <= name.size()) return false;
  const std::string_view end = text.substr(text.size() - name.size());
  const auto same = [](char a, char b) { return (a | 32) == b; };
  const char before = text[text.size() - name.size() - 1];
  return std::equal(end.begin(), end.end(), name.begin(), same) &&
         (before == ' ' || before == '\n' || before == '\t');
}

// Text may look like an attribute that has no double quotes, which are never text as they are.
inline bool is_in_tag(std::string_view html, std::size_t at) {
  const std::size_t sign = html.find_last_of("<>", at);
  return sign != std::string_view::npos && html[sign] == '<';
}

}  // namespace html_addresses

// Calls `visit` for each of them, in their order.
template <typename Visit>
void visit_html_addresses(std::string_view html, Visit visit) {
  const char* data = html.data();
  for (std::size_t at = 0; at + 1 < html.size(); ++at) {
    const void* found = std::memchr(data + at, '=', html.size() - at - 1);
    if (!found) return;
    at = static_cast<std::size_t>(static_cast<const char*>(found) - data);
    const char last = at == 0 ? ' ' : static_cast<char>(data[at - 1] | 32);
    if (last != 'd' && last != 'f' && last != 'c') continue;  // which parts them from most others
    const std::string_view before = html.substr(0, at);
    const bool is_id = last == 'd' && html_addresses::has_name(before, "id");
    if (!is_id && !(last == 'f' && html_addresses::has_name(before, "href")) &&
        !(last == 'c' && html_addresses::has_name(before, "src")))
      continue;
    const char quote = data[at + 1];
    const bool is_quoted = quote == '"' || quote == '\'';
    if (quote != '"' && !html_addresses::is_in_tag(html, at)) continue;
    const std::size_t start = at + (is_quoted ? 2 : 1);
    const std::size_t end = is_quoted ? html.find(quote, start)
                                      : std::min(html.find_first_of(" \n\t>", start), html.size());
    if (end == std::string_view::npos) return;
    visit(HtmlAddress{start, html.substr(start, end - start), is_id});
    at = end;
  }
}

}  // namespace unclench
