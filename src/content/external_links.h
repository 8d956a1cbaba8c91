// The links of an edition to other sites.
#pragma once

#include "content/edition.h"

namespace unclench::content {

struct ExternalLink {
  std::string path;  // of the file, as the person knows it
  Span span;
  std::string url;
};

// Those of its texts, of its references and of its data, by file, line and column. One that stands
// in several places is there several times.
std::vector<ExternalLink> external_links(const LoadedEdition& loaded);

}  // namespace unclench::content
