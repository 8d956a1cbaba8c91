#include "content/document.h"

#include <algorithm>

namespace unclench::content {
namespace {

constexpr const char* fence = "---";

// The file with its text, or without it when that is not UTF-8, which is then reported.
std::unique_ptr<SourceFile> load(std::string path, std::string text, bool& readable,
                                 Diagnostics& diagnostics) {
  auto file = std::make_unique<SourceFile>();
  file->path = std::move(path);
  file->text = normalise_text(std::move(text));
  const std::size_t invalid = find_invalid_utf8(file->text);
  readable = invalid == std::string::npos;
  if (readable) return file;
  const Span span = span_at(file->text, invalid);
  SourceFile unreadable{file->path, ""};
  diagnostics.add(unreadable, span, "this byte is not UTF-8 text", "save the file as UTF-8");
  file->text.clear();
  return file;
}

std::string stem(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  const std::string name = slash == std::string::npos ? path : path.substr(slash + 1);
  return name.substr(0, name.rfind('.'));
}

void check_id(const Document& document, Diagnostics& diagnostics) {
  if (!is_id(document.id))
    diagnostics.add(document.file->path, "the file name '" + document.id + "' cannot be an address",
                    "use lower-case letters, digits and hyphens");
}

bool starts_line(const std::string& text, std::size_t at) {
  const std::size_t end = at + 3;
  return text.compare(at, 3, fence) == 0 && (end == text.size() || text[end] == '\n');
}

// The offset of the closing fence, or npos.
std::size_t closing_fence(const std::string& text) {
  for (std::size_t at = text.find('\n'); at != std::string::npos; at = text.find('\n', at + 1))
    if (starts_line(text, at + 1)) return at + 1;
  return std::string::npos;
}

}  // namespace

bool is_id(const std::string& text) {
  bool valid = !text.empty() && text.front() != '-' && text.back() != '-' &&
               text.find("--") == std::string::npos;
  for (char c : text)
    valid = valid && ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-');
  return valid;
}

Document parse_markdown_document(std::string path, std::string text, Diagnostics& diagnostics) {
  Document document;
  document.id = stem(path);
  bool readable = true;
  document.file = load(std::move(path), std::move(text), readable, diagnostics);
  document.front.kind = YamlNode::Kind::mapping;
  document.body.file = document.file.get();
  check_id(document, diagnostics);
  document.broken = true;
  if (!readable) return document;
  const std::string& source = document.file->text;
  if (!starts_line(source, 0)) {
    diagnostics.add(*document.file, {1, 1, 1}, "the front matter is missing",
                    "begin the file with a line of three hyphens");
    return document;
  }
  const std::size_t close = closing_fence(source);
  if (close == std::string::npos) {
    diagnostics.add(*document.file, {1, 1, 3}, "the front matter does not end",
                    "close it with a line of three hyphens");
    return document;
  }
  const std::string_view front = std::string_view(source).substr(4, close - 4);
  document.front = parse_yaml(*document.file, front, 2, diagnostics);
  document.broken = document.front.broken;
  document.body.first_line = span_at(source, close).line + 1;
  document.body.markdown = source.substr(std::min(source.size(), close + 4));
  return document;
}

Document parse_yaml_document(std::string path, std::string text, Diagnostics& diagnostics) {
  Document document;
  document.id = stem(path);
  bool readable = true;
  document.file = load(std::move(path), std::move(text), readable, diagnostics);
  document.front = parse_yaml(*document.file, document.file->text, 1, diagnostics);
  document.broken = !readable || document.front.broken;
  return document;
}

std::vector<Document> documents_in(const FileTree& tree, const std::string& root,
                                   const std::string& folder, Diagnostics& diagnostics) {
  std::vector<Document> documents;
  for (const auto& [path, text] : tree) {
    const bool inside =
        path.rfind(folder + "/", 0) == 0 && path.find('/', folder.size() + 1) == std::string::npos;
    if (inside && path.size() > 3 && path.compare(path.size() - 3, 3, ".md") == 0)
      documents.push_back(parse_markdown_document(root + "/" + path, text, diagnostics));
  }
  return documents;
}

Document yaml_file(const FileTree& tree, const std::string& root, const std::string& name,
                   Diagnostics& diagnostics) {
  const auto found = tree.find(name);
  if (found != tree.end())
    return parse_yaml_document(root + "/" + name, found->second, diagnostics);
  diagnostics.add(root + "/" + name, "this file is missing");
  Document document;
  document.id = stem(name);
  document.file = std::make_unique<SourceFile>(SourceFile{root + "/" + name, ""});
  document.front.kind = YamlNode::Kind::mapping;
  document.broken = true;
  return document;
}

}  // namespace unclench::content
