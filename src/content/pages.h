// Articles, their routines, conditions and plain pages.
#pragma once

#include "content/citations.h"

namespace unclench::content {

std::vector<Article> read_articles(const std::vector<Document>& documents,
                                   Diagnostics& diagnostics);

// Also names the conditions in the catalogue, in their order.
void read_conditions(const std::vector<Document>& documents, const CitationKeys& citations,
                     Edition& edition, Diagnostics& diagnostics);

// The exercises and articles must be there.
std::vector<ArticleRoutine> read_routines(const std::vector<Document>& documents,
                                          const CitationKeys& citations, const Edition& edition,
                                          Diagnostics& diagnostics);

std::vector<Page> read_pages(const std::vector<Document>& documents, Diagnostics& diagnostics);

}  // namespace unclench::content
