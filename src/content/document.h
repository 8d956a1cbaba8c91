// The files of a content folder: Markdown with front matter, and plain YAML.
#pragma once

#include <memory>
#include <string>

#include "base/file_tree.h"
#include "content/markdown.h"
#include "content/yaml.h"

namespace unclench::content {

struct Document {
  std::shared_ptr<const SourceFile> file;
  std::string id;  // the file's name up to its first dot
  YamlNode front;
  Body body;            // empty for plain YAML
  bool broken = false;  // missing or not parsable, which was reported; there is nothing to read
};

// Splits a Markdown file into front matter and body and parses the front matter.
Document parse_markdown_document(std::string path, const Bytes& text, Diagnostics& diagnostics);

Document parse_yaml_document(std::string path, const Bytes& text, Diagnostics& diagnostics);

// A data file, YAML or JSON by its ending. Its root may be of any kind.
Document parse_data_document(std::string path, const Bytes& text, Diagnostics& diagnostics);

// One YAML file of the tree; a missing one is reported. `root` is put before the path.
Document yaml_file(const FileTree& tree, const std::string& root, const std::string& name,
                   Diagnostics& diagnostics);

// A text as a source file; one that is not UTF-8 is reported and empty.
SourceFile read_text(std::string path, const Bytes& text, Diagnostics& diagnostics);

// "bridge.es.md" -> "bridge" and "es". The language is empty when the name has none.
struct FileName {
  std::string_view id, language;  // of the path
};
FileName split_name(std::string_view path);

}  // namespace unclench::content
