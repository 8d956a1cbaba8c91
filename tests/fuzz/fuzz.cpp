#include "fuzz/fuzz.h"

#include <cstdio>
#include <cstdlib>
#include <nlohmann/json.hpp>

#include "base/diagnostic_format.h"

namespace unclench::fuzz {

void require(bool holds, std::string_view what) {
  if (holds) return;
  std::fprintf(stderr, "this must hold: %.*s\n", static_cast<int>(what.size()), what.data());
  std::abort();
}

void require_inside(std::string_view text, const Span& span, std::string_view what) {
  std::string_view rest = text;
  for (int line = 1; line < span.line; ++line) {
    const std::size_t end = rest.find('\n');
    if (end == std::string_view::npos) std::fprintf(stderr, "line %d of %d\n", span.line, line);
    require(end != std::string_view::npos, what);
    rest.remove_prefix(end + 1);
  }
  const int characters = count_characters(rest.substr(0, rest.find('\n')));
  const bool inside = span.line >= 1 && span.column >= 1 && span.column <= characters + 1 &&
                      span.length >= 1 &&
                      (span.length == 1 || span.column - 1 + span.length <= characters);
  if (!inside)
    std::fprintf(stderr, "line %d, column %d, length %d; the line has %d characters\n", span.line,
                 span.column, span.length, characters);
  require(inside, what);
}

void require_sound(const Diagnostics& diagnostics, const FileTree& files) {
  for (const Diagnostic& diagnostic : diagnostics.sorted()) {
    const auto file = files.find(diagnostic.path);
    if (file == files.end()) continue;
    // Of what is no UTF-8 only the start of a line is shown.
    if (diagnostic.problem != Problem::not_utf8)
      require_inside(normalise_text(file->second), diagnostic.span, diagnostic.message);
    require(!diagnostic.message.empty(), "a problem has a message");
  }
  require(!format_diagnostics(diagnostics, DiagnosticFormat::text, true).empty(),
          "problems can be printed");
  const std::string json = format_diagnostics(diagnostics, DiagnosticFormat::json);
  require(nlohmann::json::parse(json, nullptr, false).size() == diagnostics.sorted().size(),
          "problems can be written as JSON");
  format_diagnostics(diagnostics, DiagnosticFormat::github);
}

FileTree split_files(std::string_view text, const std::string& first) {
  constexpr std::string_view mark = "=== ";
  FileTree files;
  std::string path = first, file;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1);
    const std::string_view line = text.substr(0, end + 1);
    text.remove_prefix(end + 1);
    if (line.substr(0, mark.size()) == mark) {
      files[path] = std::move(file);
      file.clear();
      path = line.substr(mark.size());
      if (!path.empty() && path.back() == '\n') path.pop_back();
    } else {
      file += line;
    }
  }
  files[path] = std::move(file);
  return files;
}

}  // namespace unclench::fuzz
