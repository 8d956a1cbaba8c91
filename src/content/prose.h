// The sentences of a text without its markup, with their places.
#pragma once

#include <string>
#include <vector>

#include "content/markdown.h"

namespace unclench::content {

// A paragraph, a point of a list, or any other stretch of text that ends where it ends.
struct Prose {
  struct Piece {
    std::size_t offset = 0;  // in the text
    Span span;               // of it in the file; one character where it is not written like this
  };
  std::string text;           // one line
  std::vector<Piece> pieces;  // in rising order

  // The place of a stretch of the text.
  Span place(std::size_t offset, std::size_t bytes) const;
};

// Paragraphs and points, but no headings, code, pictures, HTML or addresses of links.
std::vector<Prose> prose_of(const Body& body);

}  // namespace unclench::content
