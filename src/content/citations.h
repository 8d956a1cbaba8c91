// Where statements come from: keys of references.yaml and ids of articles.
#pragma once

#include "content/document.h"

namespace unclench::content {

// All keys that may be cited.
struct CitationKeys {
  bool complete = true;  // false when the references could not be read: then none is unknown
  std::vector<std::string> keys;
};

std::vector<Reference> read_references(const Document& document, Diagnostics& diagnostics);

// A list of keys; unknown ones are reported. `required`: the list must be there, it may be empty.
Citations read_citations(Fields& fields, const std::string& key, const CitationKeys& known,
                         bool required);

}  // namespace unclench::content
