// Templates as they are written: cut into texts and tags, with their places.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"

namespace unclench::render {

struct TemplatePiece {
  enum class Kind { text, variable, raw, section, inverted, end, partial };
  Kind kind = Kind::text;
  std::string text;          // the text, without spare space, or the name
  Span span;                 // of the tag
  bool is_doubtful = false;  // a section that was mended, or whose name is not sure
};

// Cuts the source. Comments are gone. Tags that are not closed or do not fit together are reported
// and mended as well as can be, so that what else is wrong comes out in the same run: every section
// that is returned has its end, and marks stand for tags that cannot be read.
std::vector<TemplatePiece> cut_template(const SourceFile& file, Diagnostics& diagnostics);

// The same for a value of a YAML file, which stands at the place.
std::vector<TemplatePiece> cut_template(const SourceFile& file, std::string_view text, Span place,
                                        Diagnostics& diagnostics);

}  // namespace unclench::render
