// YAML as this project uses it: mappings, lists and scalars with their places.
// Anchors, aliases, tags, several documents and repeated keys are reported as errors.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"

namespace unclench::content {

struct YamlEntry;

struct YamlNode {
  enum class Kind { scalar, sequence, mapping };
  Kind kind = Kind::scalar;
  Span span;          // the scalar, or the first character of the collection
  std::string text;   // scalars only
  bool plain = true;  // scalars only: written without quotes
  std::vector<YamlNode> items;
  std::vector<YamlEntry> entries;
  bool broken = false;  // root only: the text could not be parsed, which was reported

  bool is_null() const {
    return kind == Kind::scalar && plain && (text.empty() || text == "~" || text == "null");
  }
};

struct YamlEntry {
  YamlNode key;  // always a scalar
  YamlNode value;
};

// Parses the text, which starts at `first_line` of the file. The root is always a mapping; an empty
// one that says that it is broken when the text is not YAML.
YamlNode parse_yaml(const SourceFile& file, std::string_view text, int first_line,
                    Diagnostics& diagnostics);

}  // namespace unclench::content
