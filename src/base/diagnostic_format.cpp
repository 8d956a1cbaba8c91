#include "base/diagnostic_format.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/display_width.h"

namespace unclench {
namespace {

struct Colours {
  const char* bold = "";
  const char* error = "";
  const char* warning = "";
  const char* help = "";
  const char* end = "";
};

constexpr Colours plain;
constexpr Colours terminal{"\033[1m", "\033[1;31m", "\033[1;35m", "\033[36m", "\033[0m"};

// Tabs stay tabs, so that the caret stands under its character however wide they are drawn.
std::string caret_line(const Diagnostic& diagnostic) {
  const std::string_view text = diagnostic.line_text;
  const Span& span = diagnostic.span;
  std::string line;
  int marked = 0, column = diagnostic.line_start;
  for (std::size_t at = 0; at < text.size() && column < span.column + span.length; ++column) {
    const char32_t character = next_character(text, at);
    const int width = display_width(character);
    if (column >= span.column)
      marked += width;
    else if (character == '\t')
      line += '\t';
    else
      line.append(static_cast<std::size_t>(width), ' ');
  }
  return line + "^" + std::string(static_cast<std::size_t>(std::max(1, marked) - 1), '~');
}

bool is_control(char c) {
  return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7f;
}

// Names of files may be any bytes. What is no UTF-8 becomes the sign for it.
std::string as_utf8(std::string text) {
  const std::string_view sign = "\xEF\xBF\xBD";
  for (std::size_t at = find_invalid_utf8(text); at != std::string::npos;
       at = find_invalid_utf8(text))
    text.replace(at, 1, sign);
  return text;
}

// A control character in a file must not reach the terminal.
std::string printable(const std::string& text) {
  std::string shown = as_utf8(text);
  std::replace_if(shown.begin(), shown.end(), is_control, '?');
  // U+0080 to U+009F, which some terminals obey as well.
  for (std::size_t at = shown.find('\xC2'); at != shown.npos; at = shown.find('\xC2', at + 1))
    if (static_cast<unsigned char>(shown[at + 1]) < 0xA0) shown.replace(at, 2, "?");
  return shown;
}

std::string place_of(const Diagnostic& diagnostic) {
  return diagnostic.path + ":" + std::to_string(diagnostic.span.line) + ":" +
         std::to_string(diagnostic.span.column);
}

std::string word_of(Severity severity) {
  return severity == Severity::error ? "error" : "warning";
}

std::string as_text(const Diagnostic& diagnostic, const Colours& colours) {
  const Severity severity = severity_of(diagnostic.problem);
  const char* colour = severity == Severity::error ? colours.error : colours.warning;
  std::string text = colours.bold + printable(place_of(diagnostic)) + ": " + colour +
                     word_of(severity) + ": " + colours.end + colours.bold +
                     printable(diagnostic.message) + colours.end + " [" +
                     std::string(id_of(diagnostic.problem)) + "]\n";
  if (!diagnostic.line_text.empty())
    text += "  " + printable(diagnostic.line_text) + "\n  " + colour + caret_line(diagnostic) +
            colours.end + "\n";
  if (!diagnostic.help.empty())
    text += "  " + std::string(colours.help) + "help: " + colours.end + printable(diagnostic.help) +
            "\n";
  return text;
}

std::string counted(std::size_t number, Severity severity) {
  return std::to_string(number) + " " + word_of(severity) + (number == 1 ? "" : "s");
}

// "2 errors", "1 warning" or "2 errors, 1 warning".
std::string summary_of(const std::vector<Diagnostic>& list) {
  const auto is_error = [](const Diagnostic& diagnostic) {
    return severity_of(diagnostic.problem) == Severity::error;
  };
  const auto errors = static_cast<std::size_t>(std::count_if(list.begin(), list.end(), is_error));
  const std::size_t warnings = list.size() - errors;
  if (warnings == 0) return counted(errors, Severity::error);
  return (errors > 0 ? counted(errors, Severity::error) + ", " : "") +
         counted(warnings, Severity::warning);
}

std::string all_as_text(const std::vector<Diagnostic>& sorted, const Colours& colours) {
  std::string text;
  for (const Diagnostic& diagnostic : sorted) text += as_text(diagnostic, colours);
  return text + summary_of(sorted) + "\n";
}

std::string all_as_json(const std::vector<Diagnostic>& sorted) {
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  for (const Diagnostic& diagnostic : sorted)
    list.push_back({{"id", id_of(diagnostic.problem)},
                    {"severity", word_of(severity_of(diagnostic.problem))},
                    {"path", diagnostic.path},
                    {"line", diagnostic.span.line},
                    {"column", diagnostic.span.column},
                    {"length", diagnostic.span.length},
                    {"message", diagnostic.message},
                    {"help", diagnostic.help},
                    {"line_text", diagnostic.line_text},
                    {"line_start", diagnostic.line_start}});
  return list.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

// As GitHub documents the escapes of workflow commands.
std::string escaped(const std::string& text, bool property) {
  std::string result;
  for (char c : as_utf8(text)) {
    const bool escape = c == '%' || c == '\r' || c == '\n' || (property && (c == ':' || c == ','));
    constexpr const char* digits = "0123456789ABCDEF";
    if (escape)
      result += {'%', digits[c >> 4 & 15], digits[c & 15]};
    else
      result += is_control(c) ? '?' : c;
  }
  return result;
}

std::string as_annotation(const Diagnostic& diagnostic) {
  const Span& span = diagnostic.span;
  const std::string help = diagnostic.help.empty() ? "" : "\nhelp: " + diagnostic.help;
  return "::" + word_of(severity_of(diagnostic.problem)) +
         " file=" + escaped(diagnostic.path, true) + ",line=" + std::to_string(span.line) +
         ",col=" + std::to_string(span.column) +
         ",endColumn=" + std::to_string(span.column + span.length) +
         ",title=" + escaped(std::string(id_of(diagnostic.problem)), true) +
         "::" + escaped(diagnostic.message + help, false) + "\n";
}

}  // namespace

std::string format_diagnostics(const Diagnostics& diagnostics, DiagnosticFormat format,
                               bool colour) {
  const std::vector<Diagnostic> sorted = diagnostics.sorted();
  if (format == DiagnosticFormat::json) return all_as_json(sorted);
  if (format == DiagnosticFormat::text) return all_as_text(sorted, colour ? terminal : plain);
  std::string text;
  for (const Diagnostic& diagnostic : sorted) text += as_annotation(diagnostic);
  return text;
}

}  // namespace unclench
