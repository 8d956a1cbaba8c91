#include "content/document.h"

#include "content/json_data.h"
#include "content/shape.h"

namespace unclench::content {
namespace {

constexpr const char* fence = "---";

// The line up to the broken byte, with a mark in its place, so that it can be shown.
SourceFile shown_before(const SourceFile& file, std::size_t invalid) {
  const std::string_view text = file.text;
  const std::size_t start = text.substr(0, invalid).rfind('\n') + 1;
  return {file.path, std::string(text.substr(0, start)) +
                         std::string(text.substr(start, invalid - start)) + "\xEF\xBF\xBD"};
}

void check_id(const std::string& path, const std::string& id, Diagnostics& diagnostics) {
  if (!is_id(id))
    diagnostics.add(Problem::bad_name, path, "the file name '" + id + "' cannot be an address",
                    "use lower-case letters, digits and hyphens");
}

// Spaces behind a fence cannot be seen, so they do no harm.
bool is_fence(std::string_view text, std::size_t at) {
  if (text.substr(at, 3) != fence) return false;
  const std::size_t end = text.find_first_not_of(" \t", at + 3);
  return end == std::string_view::npos || text[end] == '\n';
}

// Where the line after the one at the offset begins.
std::size_t next_line(std::string_view text, std::size_t at) {
  const std::size_t end = text.find('\n', at);
  return end == std::string_view::npos ? text.size() : end + 1;
}

// The offset of the closing fence, or npos.
std::size_t closing_fence(std::string_view text) {
  for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1))
    if (is_fence(text, at + 1)) return at + 1;
  return std::string_view::npos;
}

}  // namespace

SourceFile read_text(std::string path, const Bytes& text, Diagnostics& diagnostics) {
  SourceFile file{std::move(path), normalise_text(text)};
  const std::size_t invalid = find_invalid_utf8(file.text);
  if (invalid == std::string::npos) return file;
  const bool is_nul = file.text.str()[invalid] == '\0';
  diagnostics.add(Problem::not_utf8, shown_before(file, invalid), span_at(file.text, invalid),
                  is_nul ? "this is a NUL character and no text" : "this byte is not UTF-8 text",
                  is_nul ? "take the character out" : "save the file as UTF-8");
  file.text = Bytes();
  return file;
}

FileName split_name(std::string_view path) {
  std::string_view name = path.substr(path.rfind('/') + 1);
  name = name.substr(0, name.rfind('.'));
  const std::size_t dot = name.find('.');
  if (dot == std::string_view::npos) return {name, ""};
  return {name.substr(0, dot), name.substr(dot + 1)};
}

namespace {

// Once a line, as a text that was copied from elsewhere may have many.
void report_controls(const Body& body, Diagnostics& diagnostics) {
  const std::string_view text = body.markdown;
  PlaceFinder places(text);
  for (std::size_t at = find_control(text); at != text.npos; at = find_control(text, at)) {
    Span span = places.at(at);
    span.line += body.first_line - 1;
    diagnostics.add(Problem::bad_text, *body.file, span, "this is a control character and no text",
                    "take the character out");
    at = std::min(text.find('\n', at), text.size());
  }
}

}  // namespace

Document parse_markdown_document(std::string path, const Bytes& text, Diagnostics& diagnostics) {
  Document document;
  document.id = split_name(path).id;
  check_id(path, document.id, diagnostics);
  document.front.kind = YamlNode::Kind::mapping;
  const std::size_t problems = diagnostics.size();
  document.file = std::make_shared<const SourceFile>(read_text(std::move(path), text, diagnostics));
  document.body.file = document.file.get();
  document.broken = true;
  const std::string_view source = document.file->text;
  if (diagnostics.size() > problems) return document;
  if (!is_fence(source, 0)) {
    diagnostics.add(Problem::no_front_matter, *document.file, {1, 1, 1},
                    "the front matter is missing", "begin the file with a line of three hyphens");
    return document;
  }
  const std::size_t close = closing_fence(source);
  if (close == std::string_view::npos) {
    diagnostics.add(Problem::no_front_matter, *document.file, {1, 1, 3},
                    "the front matter does not end", "close it with a line of three hyphens");
    return document;
  }
  const std::size_t open = next_line(source, 0);
  const std::string_view front = source.substr(open, close - open);
  document.front = parse_yaml(*document.file, front, 2, diagnostics);
  document.broken = document.front.broken;
  const bool ends_there = source.find('\n', close) == source.npos;
  document.body.first_line = span_at(source, close).line + (ends_there ? 0 : 1);
  document.body.markdown = source.substr(next_line(source, close));
  report_controls(document.body, diagnostics);
  return document;
}

namespace {

template <typename Parse>
Document parse_whole(std::string path, const Bytes& text, Diagnostics& diagnostics, Parse parse) {
  Document document;
  document.id = split_name(path).id;
  const std::size_t problems = diagnostics.size();
  document.file = std::make_shared<const SourceFile>(read_text(std::move(path), text, diagnostics));
  const bool readable = diagnostics.size() == problems;
  if (readable)
    document.front = parse(*document.file);
  else
    document.front.kind = YamlNode::Kind::mapping;
  document.broken = document.front.broken || !readable;
  return document;
}

}  // namespace

Document parse_yaml_document(std::string path, const Bytes& text, Diagnostics& diagnostics) {
  return parse_whole(std::move(path), text, diagnostics, [&](const SourceFile& file) {
    return parse_yaml(file, file.text, 1, diagnostics);
  });
}

Document parse_data_document(std::string path, const Bytes& text, Diagnostics& diagnostics) {
  const bool json = has_ending(path, ".json");
  return parse_whole(std::move(path), text, diagnostics, [&](const SourceFile& file) {
    return json ? parse_json(file, diagnostics)
                : parse_yaml(file, file.text, 1, diagnostics, Root::any);
  });
}

Document yaml_file(const FileTree& tree, const std::string& root, const std::string& name,
                   Diagnostics& diagnostics) {
  const std::string path = root + "/" + name;
  const auto found = tree.find(name);
  if (found != tree.end()) return parse_yaml_document(path, found->second, diagnostics);
  diagnostics.add(Problem::missing_file, path, "this file is missing");
  Document document;
  document.id = split_name(name).id;
  document.file = std::make_shared<const SourceFile>(SourceFile{path, ""});
  document.front.kind = YamlNode::Kind::mapping;
  document.broken = true;
  return document;
}

}  // namespace unclench::content
