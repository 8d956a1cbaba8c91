#include "serve/own_pages.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "content/markdown.h"
#include "serve/served_site.h"

namespace unclench::serve {
namespace {

using Json = nlohmann::ordered_json;

std::string page(const std::string& title, const std::string& content) {
  return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
         "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
         "<meta name=\"color-scheme\" content=\"light dark\">\n"
         "<link rel=\"icon\" href=\"data:,\">\n<title>" +
         title + "</title>\n</head>\n<body>\n<h1>" + title + "</h1>\n" + content +
         "\n</body>\n</html>\n";
}

std::string text_of(const Json& problem, const char* name) {
  return problem.contains(name) && problem[name].is_string() ? problem[name].get<std::string>()
                                                             : "";
}

int number_of(const Json& problem, const char* name) {
  return problem.contains(name) && problem[name].is_number_integer() ? problem[name].get<int>() : 1;
}

// Tabs stay tabs, so that the caret stands under its character however wide they are drawn.
std::string caret_line(const std::string& line, int column, int length) {
  std::string caret;
  int at = 1;
  for (const char c : line) {
    if ((static_cast<unsigned char>(c) & 0xC0) == 0x80) continue;
    if (at++ >= column) break;
    caret += c == '\t' ? '\t' : ' ';
  }
  return caret + "^" + std::string(static_cast<std::size_t>(std::clamp(length - 1, 0, 500)), '~');
}

std::string format(const Json& problem) {
  const std::string line = text_of(problem, "line_text"), help = text_of(problem, "help");
  const int column = number_of(problem, "column");
  std::string text = text_of(problem, "path") + ":" + std::to_string(number_of(problem, "line")) +
                     ":" + std::to_string(column) + ": " + text_of(problem, "message") + "\n";
  if (!line.empty())
    text += "  " + line + "\n  " + caret_line(line, column, number_of(problem, "length")) + "\n";
  if (!help.empty()) text += "  help: " + help + "\n";
  return text;
}

std::string link_to(const std::string& base) {
  return "<a href=\"" + content::escape_html(base) + "\">" + content::escape_html(base) + "</a>";
}

}  // namespace

std::string errors_page(const std::string& problems, const std::string& script) {
  const Json list = Json::parse(problems, nullptr, false);
  std::string text;
  if (list.is_array())
    for (const Json& problem : list)
      if (problem.is_object()) text += format(problem) + "\n";
  return page("The site has errors", "<p>It is shown here as soon as they are fixed.</p>\n<pre>" +
                                         content::escape_html(text) + "</pre>\n" + script);
}

std::string outside_page(const std::string& base) {
  return page("Not found", "<p>This site stands at " + link_to(base) + ".</p>");
}

std::string not_found_page(const std::string& base) {
  return page("Not found", "<p>The site has no such page. It begins at " + link_to(base) + ".</p>");
}

}  // namespace unclench::serve
