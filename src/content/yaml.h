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
  bool broken = false;  // a root or an alias that could not be read, which was reported

  bool is_null() const {
    return kind == Kind::scalar && plain && !broken &&
           (text.empty() || text == "~" || text == "null");
  }
};

struct YamlEntry {
  YamlNode key;  // always a scalar
  YamlNode value;
};

// What the root of a text may be.
enum class Root { mapping, any };

// Parses the text, which starts at `first_line` of the file. Where the root is not of the kind that
// it may be, and where the text is not YAML, it is an empty mapping that says that it is broken.
YamlNode parse_yaml(const SourceFile& file, std::string_view text, int first_line,
                    Diagnostics& diagnostics, Root root = Root::mapping);

}  // namespace unclench::content
