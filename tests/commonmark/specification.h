// The examples of the CommonMark specification, read from its text.
#pragma once

#include <string>
#include <vector>

namespace unclench::test {

struct Example {
  int number = 0;
  std::string markdown, html;
};

// Each example stands between fences of 32 backticks, its two parts apart by a line with a dot. An
// arrow stands for a tab.
inline std::vector<Example> examples_in(const std::string& specification) {
  const std::string fence(32, '`'), opening = "\n" + fence + " example\n", dot = ".\n";
  const auto with_tabs = [](std::string text) {
    const std::string arrow = "→";
    for (std::size_t at = text.find(arrow); at != std::string::npos; at = text.find(arrow, at))
      text.replace(at, arrow.size(), "\t");
    return text;
  };
  std::vector<Example> examples;
  for (std::size_t at = specification.find(opening); at != std::string::npos;
       at = specification.find(opening, at)) {
    // The line break before it counts, for parts that are empty.
    const std::size_t start = at + opening.size() - 1;
    const std::size_t middle = specification.find("\n" + dot, start);
    const std::size_t end = specification.find("\n" + fence, middle + dot.size());
    const std::size_t second = middle + 1 + dot.size();
    Example example;
    example.number = static_cast<int>(examples.size()) + 1;
    example.markdown = with_tabs(specification.substr(start + 1, middle - start));
    example.html = with_tabs(end < second ? "" : specification.substr(second, end + 1 - second));
    examples.push_back(std::move(example));
    at = end;
  }
  return examples;
}

}  // namespace unclench::test
