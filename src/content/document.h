// The files of a content folder: Markdown with front matter, and plain YAML.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/file_tree.h"
#include "content/fields.h"
#include "content/model.h"

namespace unclench::content {

struct Document {
  std::unique_ptr<SourceFile> file;
  std::string id;  // the file's name without its ending
  YamlNode front;
  Body body;            // empty for plain YAML
  bool broken = false;  // missing or not parsable, which was reported; there is nothing to read
};

// Splits a Markdown file into front matter and body and parses the front matter.
Document parse_markdown_document(std::string path, std::string text, Diagnostics& diagnostics);

Document parse_yaml_document(std::string path, std::string text, Diagnostics& diagnostics);

// The Markdown documents directly in a folder of the tree, by name. `root` is put before the paths.
std::vector<Document> documents_in(const FileTree& tree, const std::string& root,
                                   const std::string& folder, Diagnostics& diagnostics);

// One YAML file of the tree; a missing one is reported.
Document yaml_file(const FileTree& tree, const std::string& root, const std::string& name,
                   Diagnostics& diagnostics);

// Ids are part of addresses: lower-case letters, digits and single hyphens between them.
bool is_id(const std::string& text);

}  // namespace unclench::content
