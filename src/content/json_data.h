// Data files in JSON, as the same nodes with places that YAML becomes.
#pragma once

#include "content/yaml.h"

namespace unclench::content {

// Parses a whole file as RFC 8259 has it. Its root may be of any kind; an empty mapping that says
// that it is broken when the text is not JSON. A key that is given twice is reported.
YamlNode parse_json(const SourceFile& file, Diagnostics& diagnostics);

}  // namespace unclench::content
