#include "content/markdown_escapes.h"

namespace unclench::content {
namespace {

bool is_beginning(char first, char second) {
  return (first == '[' && second == '@') || (first == '{' && second == '#');
}

}  // namespace

std::string with_escape_marks(std::string_view markdown) {
  std::string marked;
  std::size_t from = 0;
  const auto mark = [&](std::size_t at) {
    marked.append(markdown.substr(from, at - from)).append(escape_mark);
    from = at;
  };
  for (std::size_t at = markdown.find('\\'); at != std::string_view::npos;
       at = markdown.find('\\', at + 2)) {
    const std::string_view next = markdown.substr(at + 1, 2);
    if (next.size() == 2 && is_beginning(next[0], next[1])) mark(at + 2);
    if (at > 0 && !next.empty() && is_beginning(markdown[at - 1], next[0])) mark(at);
  }
  return marked.empty() ? marked : marked.append(markdown.substr(from));
}

std::string without_escape_marks(std::string text) {
  for (std::size_t at = text.find(escape_mark); at != std::string::npos;
       at = text.find(escape_mark, at))
    text.erase(at, escape_mark.size());
  return text;
}

}  // namespace unclench::content
