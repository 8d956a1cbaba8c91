// HTML in a form in which what pages add on purpose is gone, so that two pieces can be compared.
#pragma once

#include <array>
#include <string>
#include <string_view>

namespace unclench::test {

inline bool is_block_tag(std::string_view tag) {
  constexpr std::array<std::string_view, 22> names = {
      "p",  "h1",  "h2",  "h3",    "h4", "h5", "h6", "ul",    "ol",    "li",    "blockquote",
      "hr", "div", "pre", "table", "tr", "td", "th", "thead", "tbody", "style", "script"};
  tag.remove_prefix(tag.substr(0, 2) == "</" ? 2 : 1);
  const std::string_view name = tag.substr(0, tag.find_first_of(" \n/>"));
  for (std::string_view known : names)
    if (name == known) return true;
  return false;
}

// Takes `piece` out of the tag.
inline void take_out(std::string& tag, std::string_view begin, std::string_view end) {
  const std::size_t from = tag.find(begin);
  if (from == std::string::npos) return;
  const std::size_t to = tag.find(end, from + begin.size());
  if (to != std::string::npos) tag.erase(from, to + end.size() - from);
}

// Headings lose their ids, site links their base, pictures their sizes and how they are loaded,
// and " />" becomes ">". The line breaks next to block-level tags go, except in pre.
inline std::string plain_html(std::string_view html, const std::string& base) {
  std::string plain;
  bool in_pre = false, after_block = false;
  for (std::size_t at = 0; at < html.size();) {
    const std::size_t end = html[at] == '<' ? html.find('>', at) : std::string_view::npos;
    if (end == std::string_view::npos) {
      if (html[at] != '\n' || in_pre || !after_block) {
        plain += html[at];
        after_block = false;
      }
      ++at;
      continue;
    }
    std::string tag(html.substr(at, end + 1 - at));
    at = end + 1;
    const bool heading = tag.size() > 3 && tag[1] == 'h' && tag[2] >= '1' && tag[2] <= '6';
    if (heading) take_out(tag, " id=\"", "\"");
    if (tag.substr(0, 5) == "<img ") {
      for (const char* name : {" width=\"", " height=\"", " loading=\"", " decoding=\""})
        take_out(tag, name, "\"");
    }
    for (const char* name : {" href=\"", " src=\""}) {
      const std::size_t link = tag.find(name + base);
      if (link != std::string::npos) tag.erase(link + std::string(name).size(), base.size() - 1);
    }
    if (tag.size() > 3 && tag.substr(tag.size() - 3) == " />") tag.replace(tag.size() - 3, 3, ">");
    const bool block = is_block_tag(tag);
    if (block && !in_pre)
      while (!plain.empty() && plain.back() == '\n') plain.pop_back();
    if (tag.substr(0, 4) == "<pre") in_pre = true;
    if (tag == "</pre>") in_pre = false;
    plain += tag;
    after_block = block;
  }
  while (!plain.empty() && plain.back() == '\n') plain.pop_back();
  return plain;
}

}  // namespace unclench::test
